"""The ladder: on which days an action is asked about, whom, and who hears of it when nothing comes back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

HALF_WAY = "half-way"
ROOM = timedelta(days=3)
"""What has to lie before and after the half-way reminder, or it is left out: nobody needs two in two days."""

NOTATION = re.compile(r"(?:(?P<to>facilitator|sponsor|board)\s*)?(?P<days>[+-]?\d{1,3})")


class BadLadder(ValueError):
    """A ladder that cannot be climbed; the message says why, to be read after *ladder*."""


class To(StrEnum):
    """Who hears of it. What is on the board's list the facilitator is told."""

    OWNER = "owner"
    FACILITATOR = "facilitator"
    SPONSOR = "sponsor"
    BOARD = "board"


HIGHER = (To.FACILITATOR, To.SPONSOR, To.BOARD)
"""Whom it goes to when its owner cannot get any further, one after the other."""


@dataclass(frozen=True)
class Rung:
    """``days`` from the due date, before it if less than nothing; ``None`` is half of the way to it."""

    days: int | None
    to: To = To.OWNER

    @property
    def name(self) -> str:
        if self.to is not To.OWNER:
            return self.to.value
        if self.days is None:
            return HALF_WAY
        return "due" if self.days == 0 else f"{'late' if self.days > 0 else 'before'}-{abs(self.days)}"

    def __str__(self) -> str:
        if self.days is None:
            return HALF_WAY
        days = f"{self.days:+d}" if self.days else "0"
        return days if self.to is To.OWNER else f"{self.to} {days}"


@dataclass(frozen=True)
class Ladder:
    """``rungs`` in the order in which they are climbed."""

    rungs: tuple[Rung, ...]

    def higher(self, to: To) -> Rung | None:
        return next((each for each in self.rungs if each.to is to), None)

    def days(self, taken_on: date, due: date) -> Iterator[tuple[date, str]]:
        """The days on which its owner hears of an action, with the rung of each."""
        fixed = sorted((each.days, each.name) for each in self.rungs if each.to is To.OWNER and each.days is not None)
        first = due + timedelta(days=min(fixed)[0]) if fixed else due
        middle = taken_on + (due - taken_on) / 2
        half_way = any(each.days is None for each in self.rungs)
        if half_way and taken_on + ROOM <= middle <= max(first, taken_on) - ROOM:
            yield middle, HALF_WAY
        for days, name in fixed:
            yield due + timedelta(days=days), name

    def __str__(self) -> str:
        return ", ".join(map(str, self.rungs))


def ladder_of(notation: str) -> Ladder:
    """The ladder that is written like ``half-way, -7, 0, +3, facilitator +10``. Raises ``BadLadder``."""
    rungs = [_rung(each.strip()) for each in notation.split(",") if each.strip()]
    if not rungs:
        raise BadLadder("needs a day at least, like 0 for the day itself")
    names = [each.name for each in rungs]
    for name in names:
        if names.count(name) > 1:
            raise BadLadder(f"names {name} twice")
    ordered = sorted(rungs, key=_place)
    later = [each.days or 0 for each in ordered if each.to is not To.OWNER]
    if later != sorted(set(later)):
        raise BadLadder("goes to the facilitator first, then to the sponsor, then on the list for the board")
    return Ladder(tuple(ordered))


def _place(rung: Rung) -> tuple[int, bool, int]:
    higher = HIGHER.index(rung.to) + 1 if rung.to is not To.OWNER else 0
    return higher, rung.days is not None, rung.days or 0


def _rung(words: str) -> Rung:
    if words == HALF_WAY:
        return Rung(None)
    found = NOTATION.fullmatch(words)
    if found is None:
        raise BadLadder(f"has “{words}” in it; write days like -7, 0 or +3, half-way, or facilitator +10")
    days, to = int(found["days"]), To(found["to"] or To.OWNER)
    if to is not To.OWNER and days < 1:
        raise BadLadder(f"goes to the {to} before the action is late")
    return Rung(days, to)


DEFAULT = "half-way, -7, 0, +3, +7, facilitator +10, sponsor +17, board +24"
