"""What of somebody's words can be quoted in a line: runs of whole sentences, word for word."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.synthesis.terms import subjects

LONGEST_QUOTE = 45
"""Words in one quotation."""

MOST_PASSAGES = 400
"""Looked at for a quotation: more only somebody has who writes in very many very short sentences."""


def quotation(words: str) -> str:
    """The passage of *words* that says the most, word for word and short enough for a line."""
    return max(passages(words)[:MOST_PASSAGES], key=lambda passage: len(subjects(passage)), default=words)


def passages(text: str) -> list[str]:
    """Every run of whole sentences in *text* that is short enough to quote, word for word; the earliest first.

    A sentence that is longer by itself is left whole rather than cut: a cut quotation can turn its meaning round.
    """
    spans = [match.span() for match in re.finditer(r"\S.*?(?:[.!?]+(?=\s|$)|$|(?=\n))", text, re.DOTALL | re.MULTILINE)]
    short = [run for first in range(len(spans)) for run in takewhile(_quotable, _runs(text, spans[first:]))]
    return short or [text[start:end].rstrip() for start, end in spans]


def _runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The first sentence, the first two, the first three, and so on."""
    return (text[spans[0][0] : end].rstrip() for _, end in spans)


def _quotable(run: str) -> bool:
    return len(run.split()) <= LONGEST_QUOTE
