"""The gate that every draft passes, whoever made it: a line without words behind it cannot exist."""

from collections.abc import Sequence

from bot.synthesis.material import Quotable
from bot.workshop.summary import Finding


class Ungrounded(Exception):
    """A draft had a line that nobody's words bear out. The message names the sources, never the words."""


def grounded(findings: Sequence[Finding], material: Sequence[Quotable]) -> tuple[Finding, ...]:
    """*findings*, once each quotes its evidence verbatim and names no speaker whom the evidence does not name."""
    known = {each.source: each for each in material}
    for finding in findings:
        behind = [known.get(source) for source in finding.evidence]
        if any(each is None for each in behind):
            raise Ungrounded(f"{finding.kind} cites words that may not be quoted: {finding.evidence}")
        quoted = [each for each in behind if each and finding.words in each.text and each.speaker == finding.speaker]
        if not quoted:
            raise Ungrounded(f"{finding.kind} does not quote its evidence: {finding.evidence}")
    return tuple(findings)
