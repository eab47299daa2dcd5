"""Reflecting before the workshop: the invitation and its reminder. What people wrote, as the facilitator reads it."""

from itertools import groupby

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot import rounds
from bot.answers import Read, Reading
from bot.contents.reflections import Invitation, ReflectionReminder, Unsent
from bot.workshop.reflection import Round
from bot.workshop.workshop import Visibility
from handlers.views import ids
from handlers.views.answers import answer_shown
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    heading,
    message,
    paragraph,
    paragraphs,
    small_print,
)
from prompts.pack import Pack, Prompt, in_language
from prompts.words import Words, mention

ON_A_PAGE = 12
"""Answers of up to 3,000 characters; a form may hold 250 kB."""


def invitation(say: Words, facts: Invitation) -> Message:
    """What, why, how long, until when, and who sees it; once answered, that it is kept and can be changed."""
    if not facts.open:
        return _over(say, facts)
    if facts.answered:
        return _answered(say, facts)
    pack = facts.pack
    return message(
        [
            heading(say.plain("invitation-title", reference=facts.case.reference)),
            paragraph(
                say.rich(
                    "invitation-about",
                    facilitator=mention(facts.workshop.facilitator),
                    pseudonym=facts.case.pseudonym,
                    date=facts.workshop.held_on,
                    questions=len(pack.prompts),
                    minutes=pack.minutes,
                )
            ),
            paragraph(say.rich("invitation-who-sees")),
            buttons(button(say.plain("button-answer"), ids.REFLECTION_OPEN, _round(facts), style="primary")),
            small_print(say.rich("privacy-short")),
        ]
    )


def _over(say: Words, facts: Invitation) -> Message:
    over = say.rich("invitation-over", answered="yes" if facts.answered else "no")
    return message([heading(say.plain("invitation-title", reference=facts.case.reference)), paragraph(over)])


def unsent(say: Words, facts: Unsent) -> Message:
    return message([paragraph(say.rich("unsent", reference=facts.case.reference))])


def _answered(say: Words, facts: Invitation) -> Message:
    return message(
        [
            heading(say.plain("invitation-title", reference=facts.case.reference)),
            paragraph(say.rich("invitation-answered", date=facts.workshop.held_on)),
            buttons(button(say.plain("button-change-answers"), ids.REFLECTION_OPEN, _round(facts))),
            small_print(say.rich("privacy-short")),
        ]
    )


def _round(facts: Invitation) -> str:
    return ids.of_round(Round(facts.workshop.id, facts.pack.id))


def reminder(say: Words, facts: ReflectionReminder) -> Message:
    """The questions still wait, with a way to be asked later and a way out."""
    key = "reminder-begun" if facts.begun else "reminder-open"
    pack, workshop = facts.pack, facts.workshop
    asked = ids.of_round(Round(workshop.id, pack.id))
    return message(
        [
            paragraph(
                say.rich(
                    key,
                    reference=facts.case.reference,
                    pseudonym=facts.case.pseudonym,
                    date=workshop.held_on,
                    minutes=pack.minutes,
                )
            ),
            buttons(
                button(say.plain("button-answer"), ids.REFLECTION_OPEN, asked, style="primary"),
                button(say.plain("button-tomorrow"), ids.REFLECTION_SNOOZE, asked),
                button(say.plain("button-cannot"), ids.REFLECTION_DECLINE, asked),
            ),
        ]
    )


def answers_view(say: Words, reading: Reading, page: int = 0) -> View:
    """What people wrote, for the facilitator; *page* counts from nought."""
    shown = reading.answers[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    pack = reading.pack
    asked = Round(reading.file.workshop.id, pack.id)
    blocks: list[Block] = [*_about(say, reading)]
    for name, answers in groupby(shown, key=lambda each: each.prompt):
        blocks.append(heading(in_language(pack.prompt(name).question, say.language)))
        blocks += [part for each in answers for part in paragraphs(_answer(say, each, pack.prompt(name)))]
    turns = []
    if page:
        turns.append(button(say.plain("answers-back"), ids.ANSWERS_BACK, ids.of_page(asked, page - 1)))
    if len(reading.answers) > (page + 1) * ON_A_PAGE:
        turns.append(button(say.plain("answers-more"), ids.ANSWERS_MORE, ids.of_page(asked, page + 1)))
    if turns:
        blocks.append(buttons(*turns))
    if not shown:
        blocks.append(paragraph(say.rich("answers-none")))
    return View(
        type="modal",
        callback_id=ids.ANSWERS_VIEW,
        title=say.plain("answers-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _about(say: Words, reading: Reading) -> list[Block]:
    """Which questions these are answers to, and those that were answered besides."""
    blocks: list[Block] = [
        paragraph(
            say.rich(
                "answers-about",
                occasion=rounds.occasion(reading.pack),
                reference=reading.file.case.reference,
                title=_title(say, reading.pack),
            )
        )
    ]
    for other in reading.packs:
        if other != reading.pack:
            place = ids.of_page(Round(reading.file.workshop.id, other.id), 0)
            choose = button(say.plain("answers-choose"), ids.ANSWERS_CHOOSE, place)
            blocks.append(paragraph(say.rich("answers-other", title=_title(say, other)), accessory=choose))
    return blocks


def _title(say: Words, pack: Pack) -> str:
    return in_language(pack.title, say.language)


def _answer(say: Words, read: Read, prompt: Prompt) -> str:
    key = "answers-private" if read.visibility is Visibility.FACILITATOR_ONLY else "answers-line"
    words = answer_shown(say, prompt, read.words)
    line = say.rich(key, speaker=read.speaker or say.plain("speaker-unattributed"), words=words)
    return f"{line}\n{say.rich('answers-risk')}" if read.risk else line
