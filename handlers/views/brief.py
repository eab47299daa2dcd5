"""The facilitator's brief: the message that it is there, the brief itself, and the answers behind a line."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block, SectionBlock
from slack_sdk.models.views import View

from bot.brief import Behind, BriefFile
from bot.contents.brief import BriefReady
from bot.synthesis.brief import Asked, Line, MissingVoice, Question, Quoted, Told, TurningPoint
from bot.workshop.ids import WorkshopId
from bot.workshop.risk import Risk
from bot.workshop.workshop import Participant
from handlers.views import ids
from handlers.views.answers import answer_shown
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    cut,
    heading,
    message,
    paragraph,
    paragraphs,
    small_print,
)
from handlers.views.earlier import entries
from handlers.views.pages import MOST_BLOCKS, Entry, paged, shown, turns
from prompts import lexicon
from prompts.pack import in_language
from prompts.words import Markup, Words, escape, mention

LONGEST_QUOTATION = 600
"""Of a sentence that is longer the rest is read where the line comes from."""

MOST_BEHIND = 100
"""Answers that one button can lead to; the window has room for fewer."""


def brief_ready(say: Words, facts: BriefReady) -> Message:
    """How much there is to read, and the way to it; nobody's words."""
    ready = say.rich(
        "brief-ready",
        reference=facts.case.reference,
        pseudonym=facts.case.pseudonym,
        date=facts.workshop.held_on,
        answered=facts.answered,
        people=len(facts.workshop.participants),
        moments=facts.found.moments,
        questions=facts.found.questions,
        unanswered=facts.found.unanswered,
        missing=facts.found.missing,
    )
    risks = [paragraph(say.rich("brief-ready-risks", risks=facts.risks))] if facts.risks else []
    way = button(say.plain("button-brief"), ids.BRIEF_OPEN, f"{facts.workshop.id}:0", style="primary")
    return message([*risks, paragraph(ready), buttons(way)])


def waiting_view(say: Words) -> View:
    """What is open while it is being made."""
    return _view(say, [paragraph(say.rich("brief-waiting"))])


def brief_view(say: Words, read: BriefFile, page: int = 0) -> View:
    """The brief; *page* counts from nought."""
    pages = paged(_entries(say, read))
    blocks = [*([] if page else _opening(say, read)), *shown(pages, page)]
    if not pages[0]:
        blocks.append(paragraph(say.rich("brief-nothing")))
    way = turns(say, read.file.workshop.id, page, len(pages), back=ids.BRIEF_BACK, more=ids.BRIEF_MORE)
    return _view(say, [*blocks, *way])


def behind_view(say: Words, behind: Behind) -> View:
    """The answers that a line rests on, each to its end, as far as the window has room."""
    return View(
        type="modal",
        callback_id=ids.BRIEF_BEHIND_VIEW,
        title=say.plain("behind-title"),
        close=say.plain("form-back"),
        blocks=_behind(say, behind.answers) or [paragraph(say.rich("behind-gone"))],
    )


def _view(say: Words, blocks: list[Block]) -> View:
    return View(
        type="modal",
        callback_id=ids.BRIEF_VIEW,
        title=say.plain("brief-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _opening(say: Words, read: BriefFile) -> list[Block]:
    case, standing = read.file.case, read.brief.standing
    about = say.rich("brief-about", reference=case.reference, pseudonym=case.pseudonym, date=read.file.workshop.held_on)
    return [
        paragraph(about),
        heading(say.plain("brief-standing")),
        paragraph(say.rich("brief-standing-count", sent=standing.sent, people=standing.people)),
        *_people(say, "brief-standing-seen" if standing.untold else "brief-standing-answered", standing.answered),
        *_people(say, "brief-standing-untold", standing.untold),
        *_people(say, "brief-standing-begun", standing.begun),
        *_people(say, "brief-standing-not-begun", standing.not_begun),
        *_people(say, "brief-standing-declined", standing.declined),
        *_people(say, "brief-standing-joined", standing.joined),
    ]


def _people(say: Words, key: str, people: Sequence[Participant]) -> list[SectionBlock]:
    return paragraphs(say.rich(key, people=_named(say, people))) if people else []


def _named(say: Words, people: Sequence[Participant]) -> Markup:
    return Markup("; ".join(say.rich("brief-person", person=mention(each.user), role=each.role) for each in people))


def _entries(say: Words, read: BriefFile) -> Iterator[Entry]:
    """Everything to read after who has answered, in its order."""
    workshop, found = read.file.workshop.id, read.brief
    for risk in found.risks:
        yield Entry(say.plain("brief-risks"), paragraphs(_risk(say, risk)))
    yield from entries(say, read.earlier)
    for point in found.turning_points:
        title = say.plain("brief-several" if point.by_several else "brief-single")
        yield Entry(title, _line(say, workshop, point, _turning_point(say, point)))
    for question in found.questions:
        yield Entry(say.plain("brief-questions"), _line(say, workshop, question, _question(say, question)))
    for voice in found.missing_voices:
        yield Entry(say.plain("brief-missing"), _line(say, workshop, voice, _missing_voice(say, voice)))


def _line(say: Words, workshop: WorkshopId, line: Line, words: str) -> list[Block]:
    """The words of a line, with the way to the answers behind it."""
    answers = ",".join(str(each.source.id) for each in line.evidence[:MOST_BEHIND])
    way = button(say.plain("button-behind"), ids.BRIEF_BEHIND, f"{workshop}:{answers}")
    first, *rest = paragraphs(words)
    first.accessory = way
    return [first, *rest]


def _risk(say: Words, risk: Risk) -> str:
    return say.rich(
        "brief-risk",
        words=risk.words,
        date=risk.raised_at.date(),
        seen="yes" if risk.seen_by else "no",
        person=mention(risk.seen_by or ""),
    )


def _turning_point(say: Words, point: TurningPoint) -> str:
    words = _quotations(say, point.quotations, point.evidence)
    shared = ", ".join(point.shared)
    if point.by_several:
        return say.rich("brief-point-several", words=words, people=point.people, shared=shared)
    if point.shared:
        return say.rich("brief-point-alike", words=words, shared=shared)
    return words.text


def _question(say: Words, question: Question) -> str:
    services = [_asked(say, each) for each in question.services] or [say.rich("brief-asked-unknown")]
    return say.rich(
        "brief-question",
        words=_quotations(say, question.quotations, question.evidence),
        services=Markup("\n".join(services)),
    )


def _asked(say: Words, asked: Asked) -> str:
    service = _service(say, asked.service)
    told = asked.words if asked.words.casefold() in service.casefold() else f"{asked.words} ({service})"
    if not asked.people:
        return say.rich("brief-asked-nobody", service=told)
    return say.rich("brief-asked", service=told, people=_named(say, asked.people))


def _missing_voice(say: Words, voice: MissingVoice) -> str:
    return say.rich(
        "brief-missing-voice",
        service=_service(say, voice.service),
        count=len(voice.evidence),
        words=", ".join(f"“{each}”" for each in voice.words),
    )


def _service(say: Words, name: str) -> str:
    return in_language(lexicon.services().get(name).title, say.language)


def _quotations(say: Words, quotations: Sequence[Quoted], evidence: Sequence[Told]) -> Markup:
    """What is quoted with who wrote it, and who else is behind it."""
    quoted = [
        say.rich(
            "brief-quoted", words=cut(each.words, LONGEST_QUOTATION), speakers=_speakers(say, [each.told], evidence)
        )
        for each in quotations
    ]
    named = {each.told.author or each.told.source for each in quotations}
    others = [each for each in evidence if (each.author or each.source) not in named]
    also = [say.rich("brief-also", speakers=_speakers(say, others, evidence))] if others else []
    return Markup("\n".join([*quoted, *also]))


def _speakers(say: Words, of: Sequence[Told], evidence: Sequence[Told]) -> Markup:
    """Each person with a role once, and how many answers have none; what is for you is marked for the whole line."""
    private = {each.author for each in evidence if each.only_for_you}
    roles = {each.author: each.speaker for each in of if each.author}
    named = [_speaker(say, role, only_for_you=author in private) for author, role in roles.items()]
    without = sum(1 for each in of if not each.author)
    return Markup("; ".join([*named, *([say.rich("brief-speakers-unattributed", count=without)] if without else [])]))


def _speaker(say: Words, role: str, *, only_for_you: bool) -> str:
    return say.rich("brief-speaker-only-for-you", speaker=role) if only_for_you else escape(role)


def _behind(say: Words, answers: Sequence[Told]) -> list[Block]:
    blocks: list[Block] = []
    for number, told in enumerate(answers):
        question = in_language(told.prompt.question, say.language)
        parts = [small_print(say.rich("behind-question", question=question)), *paragraphs(_answer(say, told))]
        if number and len(blocks) + len(parts) > MOST_BLOCKS:
            return [*blocks, paragraph(say.rich("more-not-shown", count=len(answers) - number))]
        blocks += parts
    return blocks


def _answer(say: Words, told: Told) -> str:
    key = "answers-private" if told.only_for_you else "answers-line"
    words = answer_shown(say, told.prompt, told.words)
    return say.rich(key, speaker=told.speaker or say.plain("speaker-unattributed"), words=words)
