"""What became of earlier actions: for the facilitator, in full, and for everybody as a session begins, in short."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.contents.earlier import EarlierTold
from bot.earlier import EarlierFile
from bot.workshop.earlier import Became, Earlier, Fate, Kin
from bot.workshop.ids import WorkshopId
from handlers.views import ids
from handlers.views.action_form import factor_title
from handlers.views.blocks import Message, button, buttons, cut, heading, message, paragraph, paragraphs, small_print
from handlers.views.pages import Entry, paged, shown, turns
from prompts.words import Markup, Words

LONGEST_CHANGE = 600
SHORT_CHANGE = 160
MOST_TOLD = 4
"""Of each: a session begins with its own question, and not with a list."""

KIN_WORDS = {Kin.CASE: "earlier-case", Kin.PROGRAMME: "earlier-programme", Kin.FACILITATOR: "earlier-facilitator"}
FATE_WORDS = {
    Fate.HELPED: "earlier-helped",
    Fate.NO_EFFECT: "earlier-no-effect",
    Fate.DONE: "earlier-done",
    Fate.OPEN: "earlier-open",
    Fate.LEFT: "earlier-left",
}


def entries(say: Words, earlier: Sequence[Earlier]) -> Iterator[Entry]:
    """One for each, under what its workshop has in common with this one."""
    for each in earlier:
        yield Entry(say.plain(KIN_WORDS[each.became.kin]), paragraphs(_in_full(say, each)))


def earlier_view(say: Words, read: EarlierFile, page: int = 0) -> View:
    """All of them; *page* counts from nought."""
    pages = paged(entries(say, read.earlier))
    blocks = shown(pages, page) or [paragraph(say.rich("earlier-nothing"))]
    way = turns(say, read.file.workshop.id, page, len(pages), back=ids.EARLIER_BACK, more=ids.EARLIER_MORE)
    return View(
        type="modal",
        callback_id=ids.EARLIER_VIEW,
        title=say.plain("earlier-title"),
        close=say.plain("form-done"),
        blocks=[*blocks, *way],
    )


def on_desk(say: Words, workshop: WorkshopId, counts: Mapping[Fate, int]) -> list[Block]:
    """How many there are of each, and the way to them."""
    if not counts:
        return []
    each = Markup("; ".join(say.rich("earlier-count", fate=_fate(say, fate), count=counts[fate]) for fate in counts))
    return [
        paragraph(say.rich("earlier-on-desk", counts=each)),
        buttons(button(say.plain("button-earlier"), ids.EARLIER_OPEN, f"{workshop}:0")),
    ]


def earlier_told(say: Words, facts: EarlierTold) -> Message:
    """A few of each, by what became of them."""
    blocks: list[Block] = [heading(say.plain("earlier-told-title"))]
    for fate, told in groupby(facts.became, key=lambda each: each.fate):
        some = list(told)
        title = _fate(say, fate)
        lines = [say.rich("earlier-told-fate", fate=title[0].upper() + title[1:])]
        lines += [_line(say, each) for each in some[:MOST_TOLD]]
        if len(some) > MOST_TOLD:
            lines.append(say.rich("more-not-shown", count=len(some) - MOST_TOLD))
        blocks += paragraphs("\n".join(lines))
    kin = {each.kin for each in facts.became}
    source = "both" if len(kin) != 1 else kin.pop()
    return message([*blocks, small_print(say.rich("earlier-told-about", **{"from": source}))])


def _fate(say: Words, fate: Fate) -> str:
    return say.plain(FATE_WORDS[fate])


def _line(say: Words, became: Became) -> str:
    known = "yes" if became.factor else "no"
    change = cut(became.change, SHORT_CHANGE)
    return say.rich("earlier-told-line", change=change, factor=_factor(say, became), known=known)


def _factor(say: Words, became: Became) -> str:
    return factor_title(say, became.factor) if became.factor else ""


def _in_full(say: Words, earlier: Earlier) -> str:
    became = earlier.became
    factor = _factor(say, became) or say.plain("earlier-no-factor")
    change, fate = cut(became.change, LONGEST_CHANGE), _fate(say, became.fate)
    if earlier.reference:
        told = [say.rich("earlier-line", factor=factor, reference=earlier.reference, change=change, fate=fate)]
    else:
        told = [say.rich("earlier-line-elsewhere", factor=factor, change=change, fate=fate)]
    if earlier.level:
        told.append(say.rich("earlier-seen", expected=cut(earlier.expected, LONGEST_CHANGE), level=earlier.level))
    if earlier.touched:
        told.append(say.rich("earlier-touched"))
    return "\n".join(told)
