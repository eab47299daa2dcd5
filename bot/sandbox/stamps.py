"""Identifiers and moments as Slack gives them out: never the same twice, moments never backwards."""

from collections.abc import Callable
from datetime import UTC, datetime

MICROSECONDS = 1_000_000


class Stamps:
    """Gives out ids and message timestamps; the clock is whoever runs the sandbox."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0
        self._count = 0

    def at(self) -> datetime:
        moment = self._now()
        if moment.tzinfo is None:
            raise ValueError("The sandbox needs a clock that gives aware datetimes.")
        return moment.astimezone(UTC)

    def seconds(self) -> int:
        return int(self.at().timestamp())

    def ts(self) -> str:
        """A message timestamp: the clock's moment, moved on by a microsecond where it stands still."""
        moment = round(self.at().timestamp() * MICROSECONDS)
        self._last = max(moment, self._last + 1)
        return f"{self._last // MICROSECONDS}.{self._last % MICROSECONDS:06d}"

    def id(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}0{self._count:08X}"

    def number(self) -> int:
        self._count += 1
        return self._count
