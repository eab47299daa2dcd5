"""Keeping the desks of running sessions current without a write for every reply."""

from dataclasses import dataclass, field

import structlog

from bot import cases
from bot.work import Store, Work
from bot.workshop.ids import InstallationId, WorkshopId

log = structlog.get_logger(__name__)


@dataclass
class Desks:
    """Which desks show less than has been said. Kept in memory: after a start, every running session's is one."""

    store: Store
    _behind: set[tuple[InstallationId, WorkshopId]] = field(default_factory=set)

    def heard(self, installation: InstallationId, workshop: WorkshopId) -> None:
        """Something was said in this workshop's session."""
        self._behind.add((installation, workshop))

    async def catch_up(self) -> None:
        """What was said last before a stop may be missing."""
        self._behind.update(await self.store.everywhere(lambda work: work.workshops.live()))

    async def refresh(self) -> int:
        """Have the desks that are behind brought up to date; fifty replies in a second are one reason."""
        behind, self._behind = self._behind, set()
        for installation, workshop in behind:
            try:
                await self.store.run(installation, _refresh, workshop)
            except Exception:
                log.exception("desk_broken", workshop=workshop)
                self._behind.add((installation, workshop))
        return len(behind)


def _refresh(work: Work, workshop: WorkshopId) -> None:
    cases.noted(work, work.workshops.get(workshop))
