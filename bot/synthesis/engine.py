"""The local engine: a draft under fixed headings by plain rules and by words, offline and the same every time.

What people were asked comes first, then their threads, replies and tags, and words last. It invents nothing: each line
quotes, and says why it is there. The gate looks at all of it all the same.
"""

from bot.synthesis import decisions
from bot.synthesis.differences import differences
from bot.synthesis.draft import Draft, Heading
from bot.synthesis.heard import Listening
from bot.synthesis.lines import Writer, in_order
from bot.synthesis.piles import Pile, piles
from bot.synthesis.steady import Alike, Before
from bot.synthesis.telling import Corpus

ENOUGH_FOR_THEMES = 150
"""Texts below which words alone find no themes, and what is found are points raised (measured on practice text)."""


def draft(hearing: Listening, alike: Alike) -> Draft:
    """What the room found, with the facilitator's decisions kept and what did not change left as it was."""
    before = Before.of(hearing.room.earlier, hearing)
    writer = Writer(hearing, Corpus.of(hearing.heard))
    found = [
        *piles(hearing, lambda heading, accounts: before.grouping(accounts, heading, alike)),
        *differences(hearing, writer.corpus),
    ]
    lines = [before.reused(writer.line(each), hearing) for each in decisions.arranged(found, hearing)]
    lines.sort(key=lambda line: in_order(line, hearing))
    return Draft(
        lines=tuple(lines),
        finished=_count(found, Heading.THEME, Heading.ALSO_SAID) >= ENOUGH_FOR_THEMES,
        editions=hearing.editions,
    )


def _count(found: list[Pile], *headings: Heading) -> int:
    return sum(len(each.members) for each in found if each.heading in headings)
