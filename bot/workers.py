"""What the bot does by itself: looks for work that is due, in order, as often as it is woken."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from bot import brief, checkpoints, digests, followup, gaps, inbox, people, reminders, risks, summaries
from bot.desks import Desks
from bot.gaps import Threads, Watch
from bot.outbox import Outbox
from bot.people import Directory
from bot.signs import Signs
from bot.summaries import Drafting
from bot.windows import Windows
from bot.work import Store
from bot.workshop.ids import InstallationId, WorkshopId
from bot.workshop.workshop import Phase

log = structlog.get_logger(__name__)

BREATH_SECONDS = 0.1


@dataclass
class Workers:
    """``sweep`` is safe to call twice, late, after a crash, and in any number of replicas."""

    store: Store
    outbox: Outbox
    directory: Directory
    desks: Desks
    signs: Signs
    windows: Windows
    drafting: Drafting
    watch: Watch
    threads: Threads
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _sweeping: asyncio.Lock = field(default_factory=asyncio.Lock)
    _making: asyncio.Lock = field(default_factory=asyncio.Lock)
    _made: asyncio.Task[int] | None = field(init=False, default=None)
    _resting: asyncio.Event = field(default_factory=asyncio.Event)
    done: int = field(init=False, default=0)
    """How many things were done since the start, whoever called for them."""

    def heard(self, installation: InstallationId, workshop: WorkshopId) -> None:
        """Something was said in a session: its desk shows less, a reply may want its sign, a draft will be wanted."""
        self.desks.heard(installation, workshop)
        self.signs.heard(installation, workshop)
        self.drafting.expect()

    async def catch_up(self) -> None:
        """What was said last before a stop may not have been shown, and sessions that run will want their draft."""
        for each in await self.store.everywhere(lambda work: work.workshops.in_phase(Phase.LIVE)):
            self.heard(*each)

    def wake(self) -> None:
        """There may be something to do now."""
        self._woken.set()

    async def sweep(self) -> int:
        """Do everything that is due, once; gives how many things were done."""
        done, due = await self._send()
        return done + await self._make(due=due)

    async def _send(self) -> tuple[int, bool]:
        """Plan and send; also gives whether anything was due."""
        async with self._sweeping:
            done = await self._each(self.watch.beat, self.desks.refresh)
            # Mostly nothing is due, and one question tells so.
            due = bool(done or await self._guarded(self._anything_due))
            if due:
                done += await self._each(
                    lambda: risks.plan(self.store),
                    lambda: gaps.read(self.store, self.threads, self.heard),
                    lambda: inbox.apply_kept(self.store, self.heard),
                    lambda: people.get_to_know(self.store, self.directory),
                    lambda: followup.plan(self.store),
                    lambda: checkpoints.plan(self.store),
                    lambda: digests.plan(self.store),
                    lambda: reminders.plan(self.store),
                    lambda: brief.plan(self.store),
                    self.outbox.deliver,
                )
            done += await self._each(self.signs.put_up)
            self.done += done
            return done, due

    async def _make(self, *, due: bool) -> int:
        """Make what takes its time: drafts, and what is to be read in windows that wait."""
        async with self._making:
            made = await self._guarded(self.windows.fill)
            if due:
                made += await self._guarded(lambda: summaries.draft_requested(self.store, self.drafting))
            self.done += made
        if made:
            self.wake()
        return made

    async def tidy(self) -> None:
        """What can wait for a quiet hour."""
        await self._guarded(lambda: inbox.purge(self.store))

    async def work(self) -> None:
        """Sweep whenever woken, until told to rest."""
        while not self._resting.is_set():
            await self._woken.wait()
            self._woken.clear()
            _, due = await self._send()
            # A letter about a risk to somebody does not wait for another workshop's draft.
            if self._made is None or self._made.done():
                self._made = asyncio.create_task(self._make(due=due))
            # Fifty replies in a second are one reason to look, not fifty.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._resting.wait(), BREATH_SECONDS)

    async def rest(self, working: asyncio.Task[None]) -> None:
        """Let *working* finish the sweep in hand and end, and leave no window open that waits."""
        self._resting.set()
        self.wake()
        await working
        if self._made is not None:
            await self._made
        await self._guarded(self.windows.fill)

    async def _anything_due(self) -> int:
        return await self.store.everywhere(lambda work: work.anything_due())

    async def _each(self, *jobs: Callable[[], Awaitable[int]]) -> int:
        return sum([await self._guarded(job) for job in jobs])

    async def _guarded(self, job: Callable[[], Awaitable[int]]) -> int:
        """Run *job*; one that breaks must not keep the others from their work."""
        try:
            return await job()
        except Exception:
            log.exception("job_broken")
            return 0
