"""Replies that arrive while others are being stored are stored together next, with one commit for all of them."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from bot import inbox
from bot.inbox import Arrived
from bot.work import Store
from bot.workshop.ids import InstallationId, WorkshopId

log = structlog.get_logger(__name__)

MOST_TOGETHER = 64
"""Enough to make a commit cheap, few enough that the first does not wait for the last."""

A_MOMENT = 0.003
"""In seconds: less than storing one reply by itself and then the others that it did not wait for."""

MOST_KNOWN = 10_000
"""Slack sends an event again within minutes: far more than come in those, and a megabyte of ids."""


@dataclass(frozen=True)
class Waiting:
    """An event with whoever waits until it is stored."""

    arrived: Arrived
    stored: asyncio.Future[WorkshopId | None]


@dataclass
class Company:
    """Where several came together the last time, whoever comes first now waits a *moment* for as many."""

    moment: float
    _last: int = 1
    _complete: asyncio.Event = field(default_factory=asyncio.Event)

    def joined(self, waiting: Sequence[object]) -> None:
        if len(waiting) >= self._last:
            self._complete.set()

    async def there(self, waiting: Sequence[object]) -> None:
        """Return when as many wait as were stored the last time, or the moment is over."""
        if len(waiting) < self._last:
            self._complete = asyncio.Event()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._complete.wait(), self.moment)
        self._last = min(len(waiting), MOST_TOGETHER)


@dataclass
class Gathering:
    """Whoever is alone waits for nobody. What this process has stored is known to be."""

    store: Store
    moment: float = A_MOMENT
    _known: dict[tuple[InstallationId, str], None] = field(default_factory=dict)
    _waiting: defaultdict[InstallationId, list[Waiting]] = field(default_factory=lambda: defaultdict(list))
    _storing: dict[InstallationId, asyncio.Task[None]] = field(default_factory=dict)
    _company: dict[InstallationId, Company] = field(default_factory=dict)

    async def receive(self, installation: InstallationId, arrived: Arrived) -> WorkshopId | None:
        """The workshop in whose record *arrived* changed something, once that is committed.

        Raises what storing this one raises, whatever becomes of the others.
        """
        event = installation, arrived.event_id
        if event in self._known:
            return None
        waiting = Waiting(arrived, asyncio.get_running_loop().create_future())
        together = self._waiting[installation]
        together.append(waiting)
        self._company.setdefault(installation, Company(self.moment)).joined(together)
        if installation not in self._storing:
            self._storing[installation] = asyncio.create_task(self._store_all(installation))
        changed = await waiting.stored
        self._remember(event)
        return changed

    def _remember(self, event: tuple[InstallationId, str]) -> None:
        self._known[event] = None
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]

    async def _store_all(self, installation: InstallationId) -> None:
        while installation in self._waiting:
            await self._company[installation].there(self._waiting[installation])
            gathered = self._waiting.pop(installation)
            for first in range(0, len(gathered), MOST_TOGETHER):
                await self._store(installation, gathered[first : first + MOST_TOGETHER])
        del self._storing[installation]

    async def _store(self, installation: InstallationId, batch: Sequence[Waiting]) -> None:
        if len(batch) > 1 and await self._store_together(installation, batch):
            return
        for each in batch:
            try:
                changed = await self.store.run(installation, inbox.receive, each.arrived)
            except Exception as error:  # noqa: BLE001 - whoever waits has to hear of it
                _tell(each, error)
            else:
                _tell(each, changed)

    async def _store_together(self, installation: InstallationId, batch: Sequence[Waiting]) -> bool:
        """All of them or none: where one cannot be stored, each has to be tried by itself."""
        try:
            changed = await self.store.run(installation, inbox.receive_together, [each.arrived for each in batch])
        except Exception as error:  # noqa: BLE001 - of whichever it is, the next attempt tells
            log.info("one_by_one", count=len(batch), reason=type(error).__name__)
            return False
        for each, workshop in zip(batch, changed, strict=True):
            _tell(each, workshop)
        return True


def _tell(waiting: Waiting, outcome: WorkshopId | Exception | None) -> None:
    if waiting.stored.done():
        return  # whoever waited has gone
    if isinstance(outcome, Exception):
        waiting.stored.set_exception(outcome)
    else:
        waiting.stored.set_result(outcome)
