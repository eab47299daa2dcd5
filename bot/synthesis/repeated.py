"""What stands in a draft and need not be read: one person's point that another line quotes already."""

from collections.abc import Sequence

from bot.synthesis.draft import Entitled, Heading, Line, Rule


def repeated(lines: Sequence[Line]) -> frozenset[str]:
    """The keys of lines under *also said* of which every word is quoted under another heading.

    They stay in the draft: once the other line is left out, they are to be read again. What the facilitator put there,
    named or worded is never one of them.
    """
    alone = [each for each in lines if _is_as_found(each)]
    quoted = {
        (each.source, each.words) for line in lines if line.heading is not Heading.ALSO_SAID for each in line.quotations
    }
    return frozenset(
        line.key
        for line in alone
        if {each.source for each in line.quotations} == set(line.evidence)
        and quoted.issuperset((each.source, each.words) for each in line.quotations)
    )


def _is_as_found(line: Line) -> bool:
    found = line.heading is Heading.ALSO_SAID and line.why.rule is Rule.ALONE
    return found and not line.claim and line.title.entitled is not Entitled.FACILITATOR
