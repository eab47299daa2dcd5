"""What is left of a line once words behind it have been changed or taken back."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.synthesis.draft import Entitled, Line, Quotation, Title
from bot.workshop.summary import Source

StillSaid = Mapping[Source, Collection[str]]
"""What may be quoted of each source as it stands now: its text, and what was settled to be the parts of it."""

ALWAYS_THERE = frozenset({Entitled.FACTOR, Entitled.SERVICE, Entitled.FACILITATOR})
"""Titles that are none of the words behind the line."""


def left_of(line: Line, said: StillSaid) -> Line | None:
    """*line* on what is still *said*; ``None`` where that leaves nothing that it rests on, or nothing to read.

    Of a line that loses something, what was made from all its words together goes too.
    """
    evidence = tuple(each for each in line.evidence if each in said)
    quotations = tuple(each for each in line.quotations if _stands(each.source, each.words, said))
    stays = line.title.source is None or _stands(line.title.source, line.title.words, said)
    if stays and (evidence, quotations) == (line.evidence, line.quotations):
        return line
    title = line.title if _outlasts(line.title, stays=stays) else _title_from(quotations)
    if not evidence or title is None:
        return None
    return replace(
        line,
        title=title,
        evidence=evidence,
        why=replace(line.why, shared=(), nearest=tuple(each for each in line.why.nearest if each in said)),
        quotations=quotations,
        phrases=(),
        people=None,
        agencies=None,
        asked=(),
        claim="" if line.claimed_by is Entitled.MODEL else line.claim,
    )


def _stands(source: Source, words: str, said: StillSaid) -> bool:
    return any(words in each for each in said.get(source, ()))


def _outlasts(title: Title, *, stays: bool) -> bool:
    return title.entitled in ALWAYS_THERE or (title.entitled is Entitled.QUOTED and stays)


def _title_from(quotations: Collection[Quotation]) -> Title | None:
    return next((Title(each.words, source=each.source) for each in quotations), None)
