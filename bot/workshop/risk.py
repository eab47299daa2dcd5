"""A risk: what somebody said is about a danger to a person now. It never waits for a session."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.workshop.ids import RiskId, UserId, WorkshopId


@dataclass(frozen=True)
class Risk:
    """Raised once, and seen once.

    ``asked`` counts the contacts that were asked after the facilitator and the deputy; ``look_at`` is when to see
    whether somebody has looked.
    """

    id: RiskId
    workshop: WorkshopId
    raised_by: UserId
    raised_at: datetime
    words: str
    asked: int = 0
    look_at: datetime | None = None
    seen_by: UserId | None = None
    seen_at: datetime | None = None

    def seen(self, by: UserId, now: datetime) -> "Risk":
        """Whoever looked first stays the one who did."""
        return self if self.seen_by else replace(self, seen_by=by, seen_at=now, look_at=None)
