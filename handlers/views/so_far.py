"""What the session has come to so far, for those who run it: lines with the way to the words behind them."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.evidence import Evidence
from bot.so_far import SoFar
from bot.synthesis.draft import Heading, Line
from bot.synthesis.passages import quotation
from handlers.views import ids
from handlers.views.blocks import cut, paragraph, paragraphs, small_print
from handlers.views.cited import cited, placed
from handlers.views.lines import heading_words
from handlers.views.pages import Entry, paged, shown, turns
from prompts.words import Markup, Words

LONGEST_QUOTATION = 400
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
    return [paragraph(about), *([] if so_far.finished else [small_print(say.rich("so-far-few"))])]


def _entries(say: Words, so_far: SoFar, workspace: str) -> Iterator[Entry]:
    for line in so_far.lines:
        words = [cited(say, line, so_far.words, workspace, MOST_LINKED), *_counted(say, so_far, line)]
        yield Entry(_heading(say, so_far, line), paragraphs("\n".join(words)))
    for each in so_far.left:
        yield Entry(say.plain("so-far-left"), paragraphs(_quoted(say, each, workspace)))
    for each in so_far.kept_back:
        yield Entry(say.plain("so-far-kept-back"), paragraphs(_quoted(say, each, workspace)))


def _heading(say: Words, so_far: SoFar, line: Line) -> str:
    """What is no theme yet is not called one."""
    if line.heading is Heading.THEME and not so_far.finished:
        return say.plain("so-far-points")
    return heading_words(say, line.heading)


def _counted(say: Words, so_far: SoFar, line: Line) -> list[str]:
    """How much is behind it, where the line does not tell: its readers know the roles. Two people may share one."""
    behind = [so_far.words[each] for each in line.evidence if each in so_far.words]
    if len(behind) < 2 or line.people is not None:  # noqa: PLR2004 - one is quoted
        return []
    roles = {each.speaker for each in behind if each.speaker}
    return [say.rich("so-far-behind", count=len(behind), people=max(1, len(roles)))]


def _quoted(say: Words, behind: Evidence, workspace: str) -> str:
    return say.rich(
        "summary-line-cited",
        words=cut(quotation(behind.words), LONGEST_QUOTATION),
        speaker=behind.speaker or say.plain("speaker-unattributed"),
        places=Markup(placed(say, behind, workspace)),
    )
