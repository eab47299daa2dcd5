"""A line with the way to the words behind it."""

from collections.abc import Mapping

from bot.evidence import Evidence
from bot.synthesis.draft import Line, Quotation
from bot.workshop.summary import Source
from handlers.views.blocks import link_to
from handlers.views.lines import line_words
from prompts.words import Markup, Words

MOST_LINKED = 4
"""Of one line, beside what it quotes."""


def cited(
    say: Words, line: Line, evidence: Mapping[Source, Evidence], workspace: str, linked: int = MOST_LINKED
) -> str:
    """With where each quotation was said, and what else is behind the line.

    How many wrote in private is not told: that could name them. *workspace* is what links to messages begin with, and
    so many are *linked* beside what is quoted.
    """

    def place(quotation: Quotation) -> str:
        behind = evidence.get(quotation.source)
        return placed(say, behind, workspace) if behind else ""

    words = line_words(say, line, place)
    quoted = {each.source for each in line.quotations}
    others = [evidence[each] for each in line.evidence if each in evidence and each not in quoted]
    replies = [placed(say, each, workspace) for each in others if each.place][:linked]
    private = sorted({placed(say, each, workspace) for each in others if not each.place})
    also = [*replies, *private]
    return f"{words}\n{say.rich('summary-also', places=Markup(', '.join(also)))}" if also else words


def placed(say: Words, behind: Evidence, workspace: str) -> str:
    """Where words were said: a link, or that they were written."""
    if behind.silent:
        return say.rich("summary-place-silent")
    if behind.place is None:
        return say.rich("summary-place-answer")
    return f"<{link_to(behind.place, workspace)}|{say.rich('summary-place-reply')}>"
