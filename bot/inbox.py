"""Events from Slack: stored once by their id and applied in the same transaction, or kept until they can be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

import structlog

from bot import capture, letters
from bot.capture import NotYet, Reply
from bot.work import Store, Work
from bot.workshop.ids import InstallationId, UserId, WorkshopId

log = structlog.get_logger(__name__)

AT_ONCE = 50
WAITS = (timedelta(seconds=1), timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=1))
MOST_ATTEMPTS = 24
REMEMBERED = timedelta(hours=48)
"""Slack redelivers for hours at most, a day with delayed events switched on."""


@dataclass(frozen=True)
class Arrived:
    """A reply as the event with this id told of it."""

    event_id: str
    reply: Reply


def receive(work: Work, arrived: Arrived) -> WorkshopId | None:
    """Apply a reply unless its event was seen before. What cannot be placed yet is kept.

    Gives the workshop in whose record something changed.
    """
    if not work.inbox.accept(arrived.event_id, work.now):
        return None
    try:
        return capture.hear(work, arrived.reply)
    except NotYet:
        work.inbox.keep(arrived.event_id, asdict(arrived.reply), try_at=work.now + WAITS[0], reason="not yet")
        return None


def receive_together(work: Work, arrived: Sequence[Arrived]) -> list[WorkshopId | None]:
    """The same for several, each with its outcome; raises ``NotYet`` where one of them cannot be placed yet."""
    events = {each.event_id: each.reply for each in arrived}
    accepted = work.inbox.accept_all(list(events), work.now)
    new = {event_id: reply for event_id, reply in events.items() if event_id in accepted}
    changed = dict(zip(new, capture.hear_together(work, list(new.values())), strict=True))
    return [changed.get(each.event_id) for each in arrived]


def hint(work: Work, event_id: str, user: UserId) -> None:
    """Somebody wrote to the bot, where nothing is kept: tell them so."""
    if work.inbox.accept(event_id, work.now):
        work.letters.write(letters.hint(user, work.now))


def set_aside(work: Work, event_id: str, reply: Reply, reason: str) -> None:
    """Keep an event that broke our code, so that nobody's words depend on our being right."""
    work.inbox.accept(event_id, work.now)
    work.inbox.keep(event_id, asdict(reply), try_at=work.now + WAITS[-1], reason=reason)


async def apply_kept(store: Store, heard: Callable[[InstallationId, WorkshopId], None]) -> int:
    """Try again what waits, and call *heard* for what changed a record; gives how many events were looked at."""
    waiting = await store.everywhere(lambda work: work.inbox.kept(work.now, AT_ONCE))
    for installation, event_id, payload, attempts in waiting:
        workshop = await _try_again(store, _Kept(installation, event_id, payload, attempts))
        if workshop is not None:
            heard(installation, workshop)
    return len(waiting)


async def purge(store: Store) -> int:
    """Forget ids of events that Slack cannot send again."""
    return await store.everywhere(lambda work: work.inbox.purge(work.now - REMEMBERED, AT_ONCE * 10))


@dataclass(frozen=True)
class _Kept:
    installation: InstallationId
    event_id: str
    payload: Mapping[str, object]
    attempts: int


async def _try_again(store: Store, kept: _Kept) -> WorkshopId | None:
    try:
        return await store.run(kept.installation, _apply, kept)
    except Exception:
        log.exception("event_broken", event_id=kept.event_id, attempts=kept.attempts)
        await store.run(kept.installation, _keep_on, kept, "our own mistake")
        return None


def _apply(work: Work, kept: _Kept) -> WorkshopId | None:
    try:
        changed = capture.hear(work, capture.kept_reply(kept.payload))
    except NotYet:
        _keep_on(work, kept, "not yet")
        return None
    work.inbox.applied(kept.event_id)
    return changed


def _keep_on(work: Work, kept: _Kept, reason: str) -> None:
    if kept.attempts >= MOST_ATTEMPTS:
        log.error("event_given_up", event_id=kept.event_id, reason=reason)
        work.inbox.applied(kept.event_id)
        return
    wait = WAITS[min(kept.attempts, len(WAITS) - 1)]
    work.inbox.keep(kept.event_id, kept.payload, try_at=work.now + wait, reason=reason)
