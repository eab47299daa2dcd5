"""What the session has come to so far, for its facilitator: points with the words behind them."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.so_far import SoFar
from bot.synthesis.brief import quotation
from bot.synthesis.points import Point, Remark
from handlers.views import ids
from handlers.views.blocks import cut, link_to, paragraph, paragraphs, small_print
from handlers.views.pages import Entry, paged, shown, turns
from prompts.words import Markup, Words

LONGEST_QUOTATION = 400
MOST_QUOTED = 4
"""Of one point; the others are linked."""

MOST_LINKED = 12


def waiting_view(say: Words) -> View:
    """What is open while it is being made."""
    return _view(say, [paragraph(say.rich("so-far-waiting"))])


def so_far_view(say: Words, so_far: SoFar, page: int, workspace: str) -> View:
    """*page* counts from nought; *workspace* is the web address that links to messages begin with."""
    pages = paged(_entries(say, so_far, workspace))
    workshop = so_far.file.workshop.id
    way = turns(say, workshop, page, len(pages), back=ids.SO_FAR_BACK, more=ids.SO_FAR_MORE)
    return _view(say, [*([] if page else _opening(say, so_far)), *shown(pages, page), *way])


def _view(say: Words, blocks: list[Block]) -> View:
    return View(
        type="modal",
        callback_id=ids.SO_FAR_VIEW,
        title=say.plain("so-far-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _opening(say: Words, so_far: SoFar) -> list[Block]:
    about = say.rich("so-far-about", reference=so_far.file.case.reference, count=so_far.said)
    if so_far.said == 0:
        return [paragraph(about), small_print(say.rich("so-far-left-out"))]
    return [paragraph(about), *([] if so_far.enough else [small_print(say.rich("so-far-few"))])]


def _entries(say: Words, so_far: SoFar, workspace: str) -> Iterator[Entry]:
    themes = say.plain("so-far-themes" if so_far.enough else "so-far-points")
    for point in so_far.points:
        alone = len(point.remarks) == 1
        words = _quoted(say, point.remarks[0], workspace) if alone else _point(say, point, workspace)
        yield Entry(say.plain("so-far-once") if alone else themes, paragraphs(words))


def _point(say: Words, point: Point, workspace: str) -> str:
    """By which words it was put together, how many raised it, what they said, and where the rest of it is."""
    shared = ", ".join(point.shared)
    lines = [say.rich("so-far-point", shared=shared, count=len(point.remarks), people=point.people)]
    lines += [_quoted(say, each, workspace) for each in point.remarks[:MOST_QUOTED]]
    rest = point.remarks[MOST_QUOTED:]
    if rest:
        linked = [_link(say, each, workspace) for each in rest[:MOST_LINKED]]
        lines.append(say.rich("so-far-rest", count=len(rest), places=Markup(" · ".join(linked))))
    return "\n".join(lines)


def _quoted(say: Words, remark: Remark, workspace: str) -> str:
    return say.rich(
        "so-far-quoted",
        words=cut(quotation(remark.words), LONGEST_QUOTATION),
        speaker=_speaker(say, remark),
        place=Markup(_link(say, remark, workspace)),
        private="yes" if remark.only_for_you else "no",
    )


def _link(say: Words, remark: Remark, workspace: str) -> str:
    if remark.place is None:
        return say.rich("so-far-in-silence", speaker=_speaker(say, remark))
    return f"<{link_to(remark.place, workspace)}|{say.rich('so-far-in-thread', speaker=_speaker(say, remark))}>"


def _speaker(say: Words, remark: Remark) -> str:
    return remark.speaker or say.plain("speaker-unattributed")
