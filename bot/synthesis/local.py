"""The local engine: a first draft by plain rules, offline and the same every time.

It invents nothing. The prompt under which something was written decides its heading; replies that share most of
their words are put behind one line; the line is a passage from one of them, word for word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.synthesis.material import Quotable, in_order
from bot.workshop.summary import Finding, FindingKind

ALIKE = 0.34
"""Shared content words over all content words of the shorter one, from which two replies stand behind one line."""

ENOUGH_WORDS = 3
"""Content words that a reply needs before it can be called alike another: two in common prove nothing."""

LONGEST_QUOTE = 45
"""Words in one quotation."""

MOST_LINES = 20
"""Under one heading; what is left unquoted is counted for the facilitator."""

COMMON = frozenset(
    # The words that carry no subject of their own.
    "a about after all also am an and any are as at be because been before but by can could did do does for from get "
    "had has have he her him his how i if in into is it its just like more my no not of on one or our out over she so "
    "some than that the their them then there they this to too up us very was we were what when where which who why "
    "will with would you your".split()
)

DENIAL = re.compile(r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|nor|without|cannot)\b|n['’]t\b")


def draft(material: Sequence[Quotable]) -> tuple[Finding, ...]:
    """Findings in the order of the headings; within one, those with the most behind them first."""
    ordered = sorted(material, key=in_order)
    return tuple(finding for kind in FindingKind for finding in _under(kind, ordered))


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


def _under(kind: FindingKind, material: Sequence[Quotable]) -> list[Finding]:
    groups = _grouped([each for each in material if each.finds is kind])
    ordered = sorted(groups, key=lambda group: (-len(group), in_order(group[0])))
    return [_finding(kind, group) for group in ordered[:MOST_LINES]]


def _grouped(material: Sequence[Quotable]) -> list[list[Quotable]]:
    groups: list[list[Quotable]] = []
    for each in material:
        home = next((group for group in groups if _alike(group[0].text, each.text)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _finding(kind: FindingKind, group: Sequence[Quotable]) -> Finding:
    first = group[0]
    evidence = tuple(each.source for each in group)
    return Finding(kind, _quotation(kind, first.text), first.speaker, evidence)


def _quotation(kind: FindingKind, text: str) -> str:
    """The passage that says the most; for an open question the shortest that asks one."""
    found = passages(text)
    asked = [passage for passage in found if passage.endswith("?")]
    if kind is FindingKind.OPEN_QUESTION and asked:
        return min(asked, key=len)
    return max(found, key=lambda passage: len(_content(passage)))


def _alike(one: str, other: str) -> bool:
    """Whether they share their subject; who denies what another says is never put behind the other's line."""
    if _denies(one) != _denies(other):
        return False
    first, second = _content(one), _content(other)
    shorter = min(len(first), len(second))
    return shorter >= ENOUGH_WORDS and len(first & second) / shorter >= ALIKE


def _denies(text: str) -> bool:
    return DENIAL.search(text.lower()) is not None


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in COMMON)
