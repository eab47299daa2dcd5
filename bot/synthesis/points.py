"""What has been said about the same thing in a session that is not over: a first look, which decides nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.synthesis.likeness import groups
from bot.synthesis.terms import terms
from bot.workshop.ids import UserId
from bot.workshop.session import Place


@dataclass(frozen=True)
class Remark:
    """A reply, or an answer written in silence, as its reader may read it; no ``author`` where it is unattributed.

    ``place`` is ``None`` for what was written in silence.
    """

    words: str
    speaker: str
    author: UserId | None = None
    place: Place | None = None
    only_for_you: bool = False

    @property
    def in_order(self) -> tuple[float, str, str]:
        """Replies as they were said; what was written in silence after them, by nothing but its words."""
        return float(self.place.ts) if self.place else float("inf"), self.words, self.speaker


@dataclass(frozen=True)
class Point:
    """Remarks about the same thing, with the words that they ``shared``."""

    remarks: tuple[Remark, ...]
    shared: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many raised it at the least: unattributed words may be by somebody who is counted already."""
        return max(1, len({each.author for each in self.remarks if each.author}))


def points(remarks: Sequence[Remark], ignoring: Collection[str] = ()) -> tuple[Point, ...]:
    """Every one of *remarks* in exactly one point; what most people and most remarks are about comes first."""
    found = [
        Point(tuple(sorted((remarks[place] for place in group.members), key=lambda each: each.in_order)), group.shared)
        for group in groups([each.words for each in remarks], read=lambda text: terms(text, ignoring=ignoring))
    ]
    return tuple(sorted(found, key=lambda point: (-len(point.remarks), -point.people, point.remarks[0].in_order)))
