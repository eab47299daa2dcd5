"""Lines of a draft, for tests of what is made of them."""

from dataclasses import replace
from typing import Any

from bot.synthesis.draft import Heading, Line, Quotation, Rule, Title, Why
from bot.workshop.summary import Source, SourceKind


def reply(number: int) -> Source:
    return Source(SourceKind.CONTRIBUTION, number)


def a_line(
    words: str = "He sleeps at his aunt's.", *evidence: Source, speaker: str = "Community nurse", **other: Any
) -> Line:
    """A line that quotes the first of its evidence."""
    behind = evidence or (reply(1),)
    line = Line(
        heading=Heading.THEME,
        key="-".join(str(each.id) for each in behind),
        title=Title(words, source=behind[0]),
        evidence=behind,
        why=Why(Rule.PROMPT, nearest=behind[:1]),
        quotations=(Quotation(behind[0], words, speaker),),
    )
    return replace(line, **other)
