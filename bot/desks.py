"""Keeping the desks of running sessions current without a write for every reply."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot import cases
from bot.behind import Behind
from bot.clock import Clock, utc_now
from bot.work import Store, Work
from bot.workshop.ids import InstallationId, WorkshopId

REST = timedelta(seconds=5)
SPACING = timedelta(seconds=1.3)
"""Slack takes about fifty updates a minute for a workspace. What somebody presses shows at once all the same."""


@dataclass
class Desks:
    """Which desks show less than has been said, and bringing them up to date."""

    store: Store
    clock: Clock = utc_now
    _behind: Behind = field(init=False)
    _looked_at: datetime | None = field(init=False, default=None)
    _rest: timedelta = field(init=False, default=REST)

    def __post_init__(self) -> None:
        self._behind = Behind(self.store, "desk_broken")

    def heard(self, installation: InstallationId, workshop: WorkshopId) -> None:
        """Something was said in this workshop's session."""
        self._behind.heard(installation, workshop)

    async def refresh(self) -> int:
        """Have the desks that are behind brought up to date; fifty replies in a second are one reason."""
        now = self.clock()
        if self._looked_at is not None and abs(now - self._looked_at) < self._rest:
            return 0
        self._looked_at = now
        looked_at = len([None async for _ in self._behind.each(_refresh)])
        self._rest = rest_after(looked_at)
        return looked_at


def rest_after(desks: int) -> timedelta:
    """How long so many stay as they are: few follow every few seconds, many no more often than Slack takes."""
    return max(REST, SPACING * desks)


def _refresh(work: Work, workshop: WorkshopId) -> None:
    cases.noted(work, work.workshops.get(workshop))
