"""A pulse: what several people said on a scale, shown only together, and only if there are enough of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, pstdev


class Spread(StrEnum):
    """How far apart the answers are. In words: with the exact figure one could work out who stood alone."""

    CLOSE = "close"
    APART = "apart"
    FAR = "far"


@dataclass(frozen=True)
class Mark:
    """What a group said on one scale. ``mean`` is rounded to a half, so that nobody's own number can be taken out."""

    mean: float
    spread: Spread


def mark(numbers: Sequence[int], smallest_group: int) -> Mark | None:
    """What *numbers* come to; ``None`` where so few gave one that it could tell what somebody chose."""
    if len(numbers) < smallest_group:
        return None
    return Mark(round(fmean(numbers) * 2) / 2, _spread(pstdev(numbers)))


def _spread(deviation: float) -> Spread:
    if deviation < 1.5:  # noqa: PLR2004 - most within a point or two of each other
        return Spread.CLOSE
    return Spread.APART if deviation < 3 else Spread.FAR  # noqa: PLR2004 - most within three points of the middle
