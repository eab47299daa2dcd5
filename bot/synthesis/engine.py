"""The local engine: a draft under fixed headings by plain rules and by words, offline and the same every time.

What people were asked comes first, then their threads, replies and tags, and words last. It invents nothing: each line
quotes, and says why it is there. The gate looks at all of it all the same.
"""

from threadpoolctl import threadpool_limits

from bot.synthesis import decisions
from bot.synthesis.clusters import ENOUGH_FOR_THEMES
from bot.synthesis.differences import differences
from bot.synthesis.draft import Draft, Heading, Line
from bot.synthesis.heard import Hearing
from bot.synthesis.lines import Writer
from bot.synthesis.piles import Pile, piles
from bot.synthesis.steady import Before
from bot.synthesis.telling import Corpus

HEADINGS = list(Heading)


def draft(hearing: Hearing) -> Draft:
    """What the room found, with the facilitator's decisions kept and what did not change left as it was."""
    # More threads add up in another order, and the last digits decide between equals.
    with threadpool_limits(1):
        return _draft(hearing)


def _draft(hearing: Hearing) -> Draft:
    before = Before.of(hearing.room.earlier, hearing)
    writer = Writer(hearing, Corpus.of(each.text for each in hearing.heard))
    found = [*piles(hearing, before.grouping), *differences(hearing, writer.corpus)]
    lines = [before.reused(writer.line(each), hearing) for each in decisions.arranged(found, hearing)]
    lines.sort(key=lambda line: _in_order(line, hearing))
    return Draft(
        lines=tuple(decisions.told(lines, hearing.room.decisions)),
        finished=_count(found, Heading.THEME, Heading.ALSO_SAID) >= ENOUGH_FOR_THEMES,
        editions=hearing.editions,
    )


def _in_order(line: Line, hearing: Hearing) -> tuple[int, int, str, str]:
    """By headings; under one, what rests on most first, and then by the words, which tell nothing of who came first."""
    return HEADINGS.index(line.heading), -len(line.evidence), hearing.by_source[line.evidence[0]].mark, line.key


def _count(found: list[Pile], *headings: Heading) -> int:
    return sum(len(each.members) for each in found if each.heading in headings)
