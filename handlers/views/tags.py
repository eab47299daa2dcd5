"""Tagging what was said: the form in its two steps, and the list in which the facilitator settles."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InputBlock, Option, StaticSelectElement
from slack_sdk.models.views import View

from bot.taggable import Taggable
from bot.tags import Line, TagCounts, TagList, TagSheet
from bot.workshop.tag import NO_PARTS, Parts, Reading, Tagged, TagKind
from handlers.views import ids
from handlers.views.blocks import (
    button,
    buttons,
    choice_input,
    cut,
    heading,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.ids import TagPlace
from handlers.views.risks import risk_part
from prompts.lexicon import factors
from prompts.pack import in_language
from prompts.phrasings import Wording
from prompts.words import Markup, Words, mention

KIND_WORDS = {
    TagKind.OPPORTUNITY: "tag-opportunity",
    TagKind.FACTOR: "tag-factor",
    TagKind.STRENGTH: "tag-strength",
    TagKind.OPEN_QUESTION: "tag-open-question",
}
COUNT_WORDS = {
    TagKind.OPPORTUNITY: "desk-tags-opportunity",
    TagKind.FACTOR: "desk-tags-factor",
    TagKind.STRENGTH: "desk-tags-strength",
    TagKind.OPEN_QUESTION: "desk-tags-open-question",
}
WHAT_WORDS = {
    TagKind.OPPORTUNITY: "tag-what-opportunity",
    TagKind.STRENGTH: "tag-what-strength",
    TagKind.OPEN_QUESTION: "tag-what-open-question",
}

SECTIONS = {False: "tag-list-waiting", True: "tag-list-settled"}

LONGEST_PART = 600
LONGEST_QUOTE = 600
LONGEST_OPTION = 75
MOST_WHICH = 100
LINES_A_PAGE = 15
"""Each is up to four blocks with one or two of 3,000 characters; a window holds a hundred blocks and 250 kB."""


def tag_form(say: Words, sheet: TagSheet, page: int | None = None, instead: Tagged | None = None) -> View:
    """The first step: which reply, where a message shows several, and what it is; *instead* is what it was so far."""
    alone = sheet.replies[0] if len(sheet.replies) == 1 else None
    about = "tag-form-about-settles" if sheet.settles else "tag-form-about"
    offered = [
        *((kind.value, say.plain(key)) for kind, key in KIND_WORDS.items()),
        (ids.ACTION, say.plain("tag-action")),
    ]
    return View(
        type="modal",
        callback_id=ids.TAG_FORM,
        private_metadata=TagPlace(sheet.file.workshop.id, alone.source if alone else None, instead, page).value,
        title=say.plain("tag-form-title"),
        submit=say.plain("tag-form-next"),
        close=say.plain("form-close"),
        blocks=[
            small_print(say.rich(about, reference=sheet.file.case.reference)),
            _quoted(say, alone) if alone else _which(say, sheet.replies),
            choice_input(
                ids.KIND, say.plain("tag-form-kind"), offered, chosen=instead.kind if instead else TagKind.OPPORTUNITY
            ),
        ],
    )


def factor_form(say: Words, sheet: TagSheet, place: TagPlace) -> View:
    """The second step for a factor: one of the list, in plain words."""
    options = {
        each.name: Option(
            value=each.name,
            text=in_language(each.title, say.language),
            description=in_language(each.asks, say.language),
        )
        for each in factors().factors
    }
    element = StaticSelectElement(
        action_id=ids.ANSWER,
        options=list(options.values()),
        initial_option=options.get(place.what.factor) if place.what else None,
        placeholder=say.plain("tag-form-choose"),
    )
    asked = InputBlock(
        block_id=ids.FACTOR,
        label=say.plain("tag-form-factor"),
        hint=say.plain("tag-form-factor-hint"),
        element=element,
    )
    return _second_step(say, ids.TAG_FACTOR_FORM, sheet, place, [asked])


def parts_form(say: Words, sheet: TagSheet, place: TagPlace, parts: Parts, asked: Sequence[Wording] = ()) -> View:
    """The second step for a missed opportunity; *asked* is what in it sounds like a risk and was not answered."""
    meaning = "tag-form-parts-settle" if sheet.settles else "tag-form-parts-suggest"
    inputs = [
        _part(say.plain("tag-form-known"), say.plain("tag-form-known-hint"), ids.KNOWN, parts.known, sheet),
        _part(say.plain("tag-form-sense"), say.plain("tag-form-sense-hint"), ids.SENSE, parts.sense, sheet),
        _part(say.plain("tag-form-helped"), say.plain("tag-form-helped-hint"), ids.HELPED, parts.helped, sheet),
    ]
    blocks = [small_print(say.rich(meaning)), *inputs, *risk_part(say, asked)]
    return _second_step(say, ids.TAG_PARTS_FORM, sheet, place, blocks)


def tag_kept(say: Words, sheet: TagSheet, what: Tagged) -> View:
    """What became of it, in the place of the form."""
    key = "tag-kept-settled" if sheet.settles else "tag-kept-suggested"
    return _note(say, say.rich(key, kind=what_words(say, what)))


def tag_raised(say: Words) -> View:
    return _note(say, say.rich("tag-raised"))


def tag_list(say: Words, found: TagList, page: int = 0) -> View:
    """Each reply with what it is said to be, and what can be done about that; what waits comes first."""
    pages = max(1, -(-len(found.lines) // LINES_A_PAGE))
    page = min(page, pages - 1)
    shown = found.lines[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]
    about = "tag-list-about" if found.lines else "tag-list-none"
    blocks: list[Block] = [paragraph(say.rich(about, reference=found.file.case.reference))]
    for settled, title in SECTIONS.items():
        lines = [line for line in shown if line.reading.settled is settled]
        blocks += [heading(say.plain(title))] if lines else []
        for before, line in zip([None, *lines], lines, strict=False):
            same = before is not None and before.reply == line.reply
            blocks += [*([] if same else _reply(say, line.reply)), *_line(say, found, line, page)]
    return View(
        type="modal",
        callback_id=ids.TAGS_VIEW,
        title=say.plain("tag-list-title"),
        close=say.plain("form-done"),
        blocks=[*blocks, *_turns(say, found, page, pages)],
    )


def what_words(say: Words, what: Tagged) -> str:
    """What it is, with the factor in plain words."""
    if what.kind is not TagKind.FACTOR:
        return say.plain(WHAT_WORDS[what.kind])
    factor = factors().get(what.factor)
    if factor is None:
        return say.plain("tag-what-factor-open")
    return say.plain("tag-what-factor", factor=in_language(factor.title, say.language))


def counted(say: Words, counts: TagCounts) -> str:
    """How many wait and how many are settled, by kind, for the desk."""
    kinds = ", ".join(
        say.plain(key, count=counts.settled[kind]) for kind, key in COUNT_WORDS.items() if counts.settled.get(kind)
    )
    return say.rich("desk-tags", waiting=counts.waiting, settled="some" if kinds else "none", kinds=kinds)


def _line(say: Words, found: TagList, line: Line, page: int) -> list[Block]:
    reading = line.reading
    place = TagPlace(found.file.workshop.id, line.reply.source, reading.what, page).value
    offered = [button(say.plain("button-tag-leave-out"), ids.TAG_LEAVE_OUT, place)]
    offered.insert(0, button(say.plain("button-tag-change"), ids.TAG_CHANGE, place))
    if not reading.settled and _complete(reading):
        offered.insert(0, button(say.plain("button-tag-settle"), ids.TAG_SETTLE, place, style="primary"))
    elif not reading.settled:
        offered.insert(0, button(say.plain("button-tag-complete"), ids.TAG_COMPLETE, place, style="primary"))
    return [*paragraphs(_told(say, reading)), buttons(*offered)]


def settled_told(say: Words, reading: Reading) -> str:
    """What it is, with the three parts of a missed opportunity."""
    return _with_parts(say, say.rich("tag-list-is-settled", what=what_words(say, reading.what)), reading.parts)


def _told(say: Words, reading: Reading) -> str:
    if reading.settled:
        return settled_told(say, reading)
    people = Markup(", ".join(mention(user).text for user in reading.people))
    suggested = say.rich("tag-list-suggested", what=what_words(say, reading.what), people=people)
    return _with_parts(say, suggested, reading.parts)


def _with_parts(say: Words, head: str, parts: Parts) -> str:
    if parts == NO_PARTS:
        return head
    nothing = say.plain("tag-list-not-said")
    told = say.rich(
        "tag-list-parts", known=parts.known or nothing, sense=parts.sense or nothing, helped=parts.helped or nothing
    )
    return f"{head}\n{told}"


def _complete(reading: Reading) -> bool:
    if reading.what.kind is TagKind.OPPORTUNITY:
        return reading.parts.missing is None
    return reading.what.kind is not TagKind.FACTOR or bool(reading.what.factor)


def _reply(say: Words, reply: Taggable) -> list[Block]:
    return list(paragraphs(say.rich("tag-list-reply", speaker=_speaker(say, reply), words=reply.words)))


def _turns(say: Words, found: TagList, page: int, pages: int) -> list[Block]:
    workshop = found.file.workshop.id
    back = [button(say.plain("tag-list-back"), ids.TAGS_BACK, f"{workshop}:{page - 1}")] if page else []
    more = [button(say.plain("tag-list-more"), ids.TAGS_MORE, f"{workshop}:{page + 1}")] if page + 1 < pages else []
    return [buttons(*back, *more)] if back or more else []


def _second_step(say: Words, callback: str, sheet: TagSheet, place: TagPlace, asked: Sequence[Block]) -> View:
    return View(
        type="modal",
        callback_id=callback,
        private_metadata=place.value,
        title=say.plain("tag-form-title"),
        submit=say.plain("tag-form-keep" if sheet.settles else "tag-form-suggest"),
        close=say.plain("form-close"),
        blocks=[_quoted(say, sheet.replies[0]), *asked],
    )


def _part(label: str, hint: str, block: str, words: str, sheet: TagSheet) -> InputBlock:
    optional = not sheet.settles
    return text_input(block, label, hint=hint, initial=words or None, optional=optional, longest=LONGEST_PART)


def _quoted(say: Words, reply: Taggable) -> Block:
    """Enough of the words to know which they are."""
    return paragraph(say.rich("tag-form-words", words=cut(" ".join(reply.words.split()), LONGEST_QUOTE)))


def _which(say: Words, replies: Sequence[Taggable]) -> InputBlock:
    options = [
        Option(value=f"{each.source.kind}:{each.source.id}", text=cut(_option(say, each), LONGEST_OPTION))
        for each in replies[:MOST_WHICH]
    ]
    element = StaticSelectElement(action_id=ids.ANSWER, options=options, placeholder=say.plain("tag-form-choose"))
    return InputBlock(block_id=ids.WHICH, label=say.plain("tag-form-which"), element=element)


def _option(say: Words, reply: Taggable) -> str:
    return say.plain("tag-form-which-option", speaker=_speaker(say, reply), words=" ".join(reply.words.split()))


def _speaker(say: Words, reply: Taggable) -> str:
    return reply.speaker or say.plain("speaker-unattributed")


def _note(say: Words, text: str) -> View:
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("tag-form-title"),
        close=say.plain("form-done"),
        blocks=[paragraph(text)],
    )
