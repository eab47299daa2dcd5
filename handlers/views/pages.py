"""More to read than one window holds: pages of entries under their headings, and the way from one to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from slack_sdk.models.blocks import Block

from bot.workshop.ids import WorkshopId
from handlers.views.blocks import button, buttons, heading
from prompts.words import Words

MOST_BLOCKS = 60
"""Of up to 3,000 characters in one window, which may hold 250 kB and, with what stands around them, a hundred."""


@dataclass(frozen=True)
class Entry:
    """One thing to read, and the heading that it stands under."""

    heading: str
    blocks: Sequence[Block]


def paged(entries: Iterable[Entry]) -> list[list[Entry]]:
    """*entries* in as many windows as their blocks need; one without any where there are none."""
    pages: list[list[Entry]] = [[]]
    for each in entries:
        if sum(len(earlier.blocks) for earlier in pages[-1]) + len(each.blocks) > MOST_BLOCKS:
            pages.append([])
        pages[-1].append(each)
    return pages


def shown(pages: Sequence[Sequence[Entry]], page: int) -> list[Block]:
    """One of *pages*, counted from nought; the last where there are not so many any more."""
    blocks: list[Block] = []
    for title, entries in groupby(pages[min(page, len(pages) - 1)], key=lambda each: each.heading):
        blocks += [heading(title), *(block for each in entries for block in each.blocks)]
    return blocks


def turns(say: Words, workshop: WorkshopId, page: int, pages: int, *, back: str, more: str) -> list[Block]:
    """The way to the page before and to the one after, by the actions *back* and *more*."""
    offered = [button(say.plain("page-back"), back, f"{workshop}:{page - 1}")] if page else []
    offered += [button(say.plain("page-more"), more, f"{workshop}:{page + 1}")] if page + 1 < pages else []
    return [buttons(*offered)] if offered else []
