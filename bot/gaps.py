"""Gaps: noticing that Slack could not reach us while a session ran, and reading once what was said meanwhile."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot import capture, cases, inbox, letters, rooms, summaries
from bot.capture import Reply
from bot.clock import Clock
from bot.outbox import TryLater, Undeliverable
from bot.rooms import Inspector
from bot.work import Store, Work
from bot.workshop.gap import NOTHING_YET, SHORTEST, Gap, missed, silence, to_read
from bot.workshop.ids import ChannelId, GapId, InstallationId, MessageTs, WorkshopId
from bot.workshop.session import Contribution, Stage
from bot.workshop.workshop import Phase

log = structlog.get_logger(__name__)

BEAT = timedelta(seconds=15)
"""How often it is written down that Slack can reach us; well under the shortest gap."""

UNPUBLISHED = (Phase.LIVE, Phase.AGREEING, Phase.FOLLOWING_UP)
"""Where a workshop may have no summary yet: people may have changed or taken back words, and nobody told us."""

THREAD_GONE = "thread_not_found"
AT_ONCE = 5
SPACING = timedelta(seconds=2)
TURN = timedelta(seconds=20)
"""Workshops that missed something are read one after the other, those whose session is running first."""

REST = timedelta(minutes=1)
LEASE = timedelta(minutes=1)
LONGEST = timedelta(days=1)
"""After that nobody waits any more for what Slack could not be asked."""

Link = Callable[[], Awaitable[str | None]]


@dataclass(frozen=True)
class Page:
    """Some of the replies in a thread, in their order. ``present`` are the times of all of them, the bots' too.

    ``rooted`` says that the message which they answer is there.
    """

    replies: tuple[Reply, ...]
    present: tuple[MessageTs, ...]
    cursor: str
    rooted: bool


class Threads(Inspector, Protocol):
    """What Slack remembers of a thread, and says of its channel. May raise ``Undeliverable`` or ``TryLater``."""

    async def replies(self, installation: InstallationId, channel: ChannelId, root: MessageTs, cursor: str) -> Page: ...


@dataclass(frozen=True)
class Asked:
    """The next page to read: where ``gap`` stands now, and in which thread. ``first`` of all that is read for it."""

    gap: Gap
    channel: ChannelId
    stage: Stage
    root: MessageTs
    first: bool


@dataclass
class Watch:
    """Writes down now and then that Slack can reach us, so that a stretch in which it could not is noticed.

    A gap is looked for only over a new link: after a start, or where the connection was lost.
    """

    store: Store
    installation: InstallationId
    clock: Clock
    _link: Link | None = field(init=False, default=None)
    _known: str | None = field(init=False, default=None)
    _written_at: datetime | None = field(init=False, default=None)

    def over(self, link: Link) -> None:
        """From now on Slack reaches us over *link*, which gives a name of its own to each connection."""
        self._link = link

    async def beat(self) -> int:
        """Gives how many sessions missed something."""
        link = await self._link() if self._link else None
        if link is None:
            return 0
        now, fresh = self.clock(), link != self._known
        if not fresh and self._written_at is not None and now - self._written_at < BEAT:
            return 0
        noted = await self.store.run(self.installation, reached, fresh=fresh)
        self._known, self._written_at = link, now
        return noted


def reached(work: Work, *, fresh: bool) -> int:
    """Slack can reach us; where that is *fresh*, give how many running sessions have a gap behind them."""
    before = work.gaps.reached(work.now)
    if before is None or not fresh or work.now - before < SHORTEST:
        return 0
    unpublished = [each for phase in UNPUBLISHED for _, each in work.workshops.in_phase(phase)]
    return sum(_note(work, each, before, SPACING + number * TURN) for number, each in enumerate(unpublished))


async def read(store: Store, threads: Threads, heard: Callable[[InstallationId, WorkshopId], None]) -> int:
    """Read the next page of every gap whose moment has come; gives how many there were."""
    due = await store.everywhere(lambda work: work.gaps.due(work.now, AT_ONCE))
    for installation, gap in due:
        asked = await store.run(installation, _next, gap)
        if asked is not None and await _read(store, threads, installation, asked):
            heard(installation, asked.gap.workshop)
    return len(due)


def _note(work: Work, workshop_id: WorkshopId, before: datetime, wait: timedelta) -> int:
    """The facilitator is told only of a gap in which somebody's reply would have been kept."""
    workshop, stages = work.workshops.get(workshop_id), work.stages.of(workshop_id)
    if not stages or summaries.standing(work, workshop_id) is not None:
        return 0
    gap = Gap(GapId(0), workshop_id, before, work.now, stage=stages[-1].position, look_at=work.now + wait)
    if silence(stages, before, work.now) < SHORTEST:
        work.gaps.add(gap)
        return 0
    began = max(before, missed(stages, before, work.now)[0].opened_at)
    told = work.gaps.add(replace(gap, began_at=began))
    work.letters.refresh(letters.gap(told, workshop, work.now))
    log.warning("gap", workshop=workshop_id, seconds=(work.now - began).total_seconds())
    return 1


def _next(work: Work, gap_id: GapId) -> Asked | None:
    """What to ask Slack for, taken so that nobody else asks; nothing where there is nothing left."""
    gap = work.gaps.get(gap_id)
    if gap.look_at is None or gap.look_at > work.now:
        return None
    channel = cases.room_of(work, work.workshops.get(gap.workshop))
    stages = work.stages.of(gap.workshop)
    waiting = to_read(stages, gap)
    if not waiting or waiting[0].root is None:
        _end(work, gap)
        return None
    stage, root = waiting[0], waiting[0].root
    first = gap.cursor == "" and gap.stage == stages[-1].position
    gap = gap if stage.position == gap.stage else replace(gap, stage=stage.position, cursor="", seen=NOTHING_YET)
    work.gaps.save(replace(gap, look_at=work.now + LEASE))
    return Asked(gap, channel, stage, root, first)


async def _read(store: Store, threads: Threads, installation: InstallationId, asked: Asked) -> bool:
    """Whether something was found."""
    if asked.first:
        room = await threads.look(installation, asked.channel)
        await store.run(installation, rooms.looked_at, asked.gap.workshop, room)
    try:
        page = await threads.replies(installation, asked.channel, asked.root, asked.gap.cursor)
    except TryLater as delay:
        await store.run(installation, _later, asked.gap, delay)
        return False
    except Undeliverable as refusal:
        await store.run(installation, _refused, asked, refusal.reason)
        return False
    try:
        return await store.run(installation, _take, asked, page)
    except Exception:
        log.exception("page_broken", gap=asked.gap.id)
        await store.run(installation, _set_aside, asked, page)
        return False


def _take(work: Work, asked: Asked, page: Page) -> bool:
    """Capture what was missed as if events had told of it."""
    found = sum(capture.hear(work, each) is not None for each in page.replies)
    for gone in _gone(work, asked, page):
        capture.hear(work, _deleted(work, asked, gone))
    _turn(work, asked, page, found)
    return found > 0


def _set_aside(work: Work, asked: Asked, page: Page) -> None:
    """Keep what broke our code, so that nobody's words depend on our being right."""
    for each in page.replies:
        inbox.set_aside(work, f"missed:{asked.gap.id}:{each.ts}", each, "our own mistake")
    _turn(work, asked, page, 0)


def _turn(work: Work, asked: Asked, page: Page, found: int) -> None:
    gap = replace(asked.gap, found=asked.gap.found + found, look_at=work.now + SPACING)
    if page.cursor:
        seen = page.present[-1] if page.present else gap.seen
        work.gaps.save(replace(gap, cursor=page.cursor, seen=seen))
    else:
        work.gaps.save(_thread_read(gap))


def _thread_read(gap: Gap) -> Gap:
    return replace(gap, stage=gap.stage - 1, cursor="", seen=NOTHING_YET)


def _refused(work: Work, asked: Asked, reason: str) -> None:
    """A thread that is not there any more says nothing of the others, nor that people took back what they said."""
    if reason != THREAD_GONE:
        _end(work, asked.gap, reason)
        return
    listened = missed([asked.stage], asked.gap.began_at, asked.gap.ended_at)
    gap = replace(asked.gap, look_at=work.now + SPACING, refused=reason if listened else asked.gap.refused)
    work.gaps.save(_thread_read(gap))


def _gone(work: Work, asked: Asked, page: Page) -> list[Contribution]:
    """What we keep of the stretch that *page* shows, and Slack has no more: it was deleted while we were away.

    Where the card that it answers is gone as well, Slack may have tidied up by the workspace's own rules.
    """
    if not page.rooted:
        return []
    times = [float(each) for each in (asked.gap.seen, *page.present)]
    if times != sorted(times):
        return []  # a thread that does not come in order says nothing of what is not in it
    ended = asked.gap.ended_at.timestamp()
    until = min(times[-1], ended) if page.cursor else ended  # of what is newer Slack may not know itself yet
    there = set(page.present)
    return [
        each
        for each in work.contributions.of(asked.gap.workshop)
        if each.stage == asked.stage.id
        and each.words is not None
        and each.scribe is None
        and times[0] < float(each.ts) <= until
        and each.ts not in there
    ]


def _deleted(work: Work, asked: Asked, gone: Contribution) -> Reply:
    revision = MessageTs(f"{work.now.timestamp():.6f}")
    return Reply(gone.channel, asked.root, gone.ts, gone.user, words=None, revision=revision)


def _later(work: Work, gap: Gap, delay: TryLater) -> None:
    if work.now - gap.ended_at > LONGEST:
        _end(work, gap, delay.reason)
        return
    again = replace(gap, look_at=work.now + (delay.after or REST))
    if delay.reason == "invalid_cursor":
        again = replace(again, cursor="", seen=NOTHING_YET)
    work.gaps.save(again)


def _end(work: Work, gap: Gap, refused: str = "") -> None:
    """The notice says what came of it, where there is one."""
    work.gaps.save(replace(gap, look_at=None, refused=refused or gap.refused))
    if silence(work.stages.of(gap.workshop), gap.began_at, gap.ended_at) >= SHORTEST:
        work.letters.refresh(letters.gap(gap, work.workshops.get(gap.workshop), work.now))
