"""The local engine: a draft under fixed headings by plain rules and by words, offline and the same every time.

What people were asked comes first, then their threads, replies and tags, and words last. It invents nothing: each line
quotes, and says why it is there. The gate looks at all of it all the same.
"""

from bot.synthesis import decisions
from bot.synthesis.differences import differences
from bot.synthesis.draft import Draft, Heading, Line
from bot.synthesis.heard import Listening
from bot.synthesis.lines import Writer
from bot.synthesis.piles import Pile, piles
from bot.synthesis.steady import Alike, Before
from bot.synthesis.telling import Corpus

ENOUGH_FOR_THEMES = 150
"""Texts below which words alone find no themes, and what is found are points raised (measured on practice text)."""

HEADINGS = list(Heading)


def draft(hearing: Listening, alike: Alike) -> Draft:
    """What the room found, with the facilitator's decisions kept and what did not change left as it was."""
    before = Before.of(hearing.room.earlier, hearing)
    writer = Writer(hearing, Corpus.of(hearing.heard))
    found = [
        *piles(hearing, lambda heading, accounts: before.grouping(accounts, heading, alike)),
        *differences(hearing, writer.corpus),
    ]
    lines = [before.reused(writer.line(each), hearing) for each in decisions.arranged(found, hearing)]
    lines.sort(key=lambda line: _in_order(line, hearing))
    return Draft(
        lines=tuple(lines),
        finished=_count(found, Heading.THEME, Heading.ALSO_SAID) >= ENOUGH_FOR_THEMES,
        editions=hearing.editions,
    )


def _in_order(line: Line, hearing: Listening) -> tuple[int, int, str, str]:
    """By headings; under one, what rests on most first, and then by the words, which tell nothing of who came first."""
    return HEADINGS.index(line.heading), -len(line.evidence), hearing.by_source[line.evidence[0]].mark, line.key


def _count(found: list[Pile], *headings: Heading) -> int:
    return sum(len(each.members) for each in found if each.heading in headings)
