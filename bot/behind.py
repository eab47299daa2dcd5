"""Which running sessions something has been said in since it was last looked at."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import structlog

from bot.work import Store, Work
from bot.workshop.ids import InstallationId, WorkshopId

log = structlog.get_logger(__name__)

Found = TypeVar("Found")


@dataclass
class Behind:
    """Kept in memory: after a start, every running session is one of them. *broken* is what the log calls a failure."""

    store: Store
    broken: str
    _workshops: set[tuple[InstallationId, WorkshopId]] = field(default_factory=set)

    def heard(self, installation: InstallationId, workshop: WorkshopId) -> None:
        """Something was said, changed or taken back in this workshop's session."""
        self._workshops.add((installation, workshop))

    async def each(self, look: Callable[[Work, WorkshopId], Found]) -> AsyncIterator[tuple[InstallationId, Found]]:
        """Look at each once; one that cannot be looked at just now is looked at again the next time."""
        waiting, self._workshops = self._workshops, set()
        for installation, workshop in waiting:
            try:
                found = await self.store.run(installation, look, workshop)
            except Exception:
                log.exception(self.broken, workshop=workshop)
                self._workshops.add((installation, workshop))
            else:
                yield installation, found
