"""A text after its author has decided: each identifier masked, or kept with a reason where that may be."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from bot.workshop.privacy.find import Find, Kind, Severity, apart
from bot.workshop.privacy.guard import guard
from bot.workshop.privacy.local import LocalPattern
from bot.workshop.privacy.register import AliasRegister
from bot.workshop.refusal import Refusal

CleanText = NewType("CleanText", str)
"""Only :func:`settled` makes one."""


class IdentifierKept(Refusal):
    """This identifier may not be kept, whatever the reason."""

    key = "refusal-identifier-kept"


class NoReasonToKeep(Refusal):
    """What may be kept needs a reason."""

    key = "refusal-no-reason-to-keep"


@dataclass(frozen=True)
class Keep:
    """The author's decision to keep a find."""

    reason: str


Decisions = Mapping[Find, Keep]
"""What the author keeps; every other find is masked."""


def masked(text: str, finds: Iterable[Find], markers: Mapping[Kind, str]) -> str:
    """*text* with each find replaced: a name by its pseudonym, anything else by its kind's word in square brackets."""
    return _Draft.of(text).masked(finds, markers).text


def settled(
    text: str,
    decisions: Decisions,
    *,
    markers: Mapping[Kind, str],
    today: date,
    register: AliasRegister,
    local: Sequence[LocalPattern] = (),
) -> CleanText:
    """*text* as it may be stored: looked at again after masking, until nothing is found but what is kept."""
    draft = _Draft.of(text)
    finds = guard(text, today=today, register=register, local=local)
    if not finds:
        return CleanText(text)
    kept = [find for find in finds if find in decisions]
    for find in kept:
        _allow(find, decisions[find])
    draft = draft.masked([find for find in finds if find not in decisions], markers, settle=kept)
    while again := draft.unsettled(guard(draft.text, today=today, register=register, local=local)):
        draft = draft.masked(again, markers)
    return CleanText(draft.text)


def _allow(find: Find, decision: Keep) -> None:
    if find.severity is Severity.HIGH:
        raise IdentifierKept(kind=find.kind.value)
    if not decision.reason.strip():
        raise NoReasonToKeep(kind=find.kind.value)


@dataclass(frozen=True)
class _Draft:
    """A text in pieces; those that are settled are markers and what is kept."""

    pieces: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, text: str) -> "_Draft":
        return cls(((text, False),))

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)

    def unsettled(self, finds: Iterable[Find]) -> tuple[Find, ...]:
        """Finds that reach beyond a settled piece, each made as long as the pieces that it touches."""
        spans = self._settled_spans()
        return apart(
            _reaching(find, [span for span in spans if span[0] < find.end and find.start < span[1]])
            for find in finds
            if not any(start <= find.start and find.end <= end for start, end in spans)
        )

    def masked(self, finds: Iterable[Find], markers: Mapping[Kind, str], settle: Iterable[Find] = ()) -> "_Draft":
        places = [(find.start, find.end, _marker(find, markers)) for find in _made_one(self.text, finds)]
        places += [(find.start, find.end, self.text[find.start : find.end]) for find in settle]
        taken = [(start, end) for start, end, _ in places]
        places += [
            (start, end, self.text[start:end])
            for start, end in self._settled_spans()
            if not any(start < other_end and other_start < end for other_start, other_end in taken)
        ]
        pieces: list[tuple[str, bool]] = []
        done = 0
        for start, end, words in sorted(places):
            pieces += [(self.text[done:start], False), (words, True)]
            done = end
        return _Draft((*pieces, (self.text[done:], False)))

    def _settled_spans(self) -> list[tuple[int, int]]:
        spans, at = [], 0
        for words, is_settled in self.pieces:
            if is_settled:
                spans.append((at, at + len(words)))
            at += len(words)
        return spans


def _reaching(find: Find, spans: list[tuple[int, int]]) -> Find:
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return replace(find, start=min([find.start, *starts]), end=max([find.end, *ends]))


def _made_one(text: str, finds: Iterable[Find]) -> Iterator[Find]:
    """A name in two finds, or in one beside what stands for it already, is still one name."""
    ordered = sorted(finds, key=lambda find: find.start)
    ends = [0, *(find.end for find in ordered)]
    starts = [*(find.start for find in ordered[1:]), len(text)]
    last: Find | None = None
    for find, before, after in zip(ordered, ends, starts, strict=False):
        wide = _with_its_pseudonym(text, find, before, after)
        if last and wide.known_as and last.known_as == wide.known_as and not text[last.end : wide.start].strip():
            last = replace(last, end=wide.end)
            continue
        if last:
            yield last
        last = wide
    if last:
        yield last


def _with_its_pseudonym(text: str, find: Find, before: int, after: int) -> Find:
    """*find* with its pseudonym where that stands next to it, between the finds that end *before* and begin *after*."""
    if find.kind is not Kind.NAME or not find.known_as:
        return find
    word = re.escape(find.known_as)
    left = re.search(rf"(?<!\w){word}\s+$", text[before : find.start])
    right = re.match(rf"\s+{word}(?![\w'’])", text[find.end : after])
    return replace(
        find, start=find.start - len(left[0]) if left else find.start, end=find.end + (right.end() if right else 0)
    )


def _marker(find: Find, markers: Mapping[Kind, str]) -> str:
    return find.known_as if find.kind is Kind.NAME else f"[{markers[find.kind]}]"
