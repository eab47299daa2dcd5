"""The weekly digest of a plan: on the day and at the hour that its workshop has chosen, if there is anything to say."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import cases, letters
from bot.cases import CaseFile
from bot.planning import look_at_each
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.action import Action, ActionState, Level
from bot.workshop.checkpoint import is_open
from bot.workshop.digest import Digest, Tally, Told, is_late, is_soon, tally, weeks
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.workshop import Workshop

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


@dataclass(frozen=True)
class Rhythm:
    """When a workshop has its digest, for the facilitator to choose."""

    file: CaseFile
    digest: Digest


@dataclass(frozen=True)
class Progress:
    """How the actions of one level stand, and stood at the end of each week."""

    level: Level
    now: Tally
    weeks: tuple[tuple[datetime, Tally], ...]


@dataclass(frozen=True)
class News:
    """What a digest says: both levels, what has moved, and what somebody should look at."""

    progress: tuple[Progress, ...]
    moved: tuple[Action, ...]
    late: tuple[Action, ...]
    blocked: tuple[Action, ...]
    soon: tuple[Action, ...]

    @property
    def is_any(self) -> bool:
        return bool(self.moved or self.late or self.blocked or self.soon)


async def plan(store: Store) -> int:
    """Write the digests that are due; gives how many workshops were looked at."""
    return await look_at_each(store, lambda work: work.digests.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, workshop_id: WorkshopId) -> None:
    """Write one if there is anything to say; after an outage one, however many were missed."""
    workshop, digest = work.workshops.get(workshop_id), work.digests.get(workshop_id)
    hours = hours_of(work, workshop.facilitator)
    channel = work.cases.get(workshop.case).channel
    if channel and digest.weekday is not None and news(work, workshop, digest.since(work.now)).is_any:
        since = digest.since(work.now)
        work.letters.write(letters.digest(workshop, since, channel, hours.next_moment(work.now)))
        digest = replace(digest, told_at=work.now)
    goes_on = any(is_open(each) for each in work.actions.of(workshop.id))
    work.digests.put(replace(digest, look_at=digest.next_after(work.now, hours.zone) if goes_on else None))


def news(work: Work, workshop: Workshop, since: datetime) -> News:
    """What there is to say of a plan."""
    there = [Told(each, tuple(work.actions.updates(each.id))) for each in work.actions.of(workshop.id)]
    told = [each for each in there if each.action.state.is_planned]
    today = work.now.astimezone(hours_of(work, workshop.facilitator).zone).date()
    planned = [each.action for each in told]
    return News(
        progress=tuple(_progress(work, level, told) for level in Level),
        moved=tuple(each.action for each in told if each.state_at(since) is not each.action.state),
        late=tuple(each for each in planned if is_late(each, today)),
        blocked=tuple(each for each in planned if each.state is ActionState.BLOCKED),
        soon=tuple(each for each in planned if is_soon(each, today)),
    )


def begin(work: Work, workshop: WorkshopId) -> None:
    """There is a plan: from now on it has its digest."""
    digest = work.digests.get(workshop)
    if digest.look_at is None and digest.weekday is not None:
        _put(work, digest)


def chosen(work: Work, by: UserId, workshop_id: WorkshopId) -> Rhythm:
    """When the digest comes, for the facilitator."""
    work.workshops.get(workshop_id).run_by(by)
    return Rhythm(cases.on_workshop(work, workshop_id, by), work.digests.get(workshop_id))


def choose(work: Work, by: UserId, workshop_id: WorkshopId, weekday: int | None, hour: int) -> Rhythm:
    """Another day or hour, or none."""
    rhythm = chosen(work, by, workshop_id)
    return replace(rhythm, digest=_put(work, replace(rhythm.digest, weekday=weekday, hour=hour)))


def _put(work: Work, digest: Digest) -> Digest:
    zone = hours_of(work, work.workshops.get(digest.workshop).facilitator).zone
    planned = replace(digest, look_at=digest.next_after(work.now, zone))
    work.digests.put(planned)
    return planned


def _progress(work: Work, level: Level, told: list[Told]) -> Progress:
    mine = [each for each in told if each.action.level is level]
    return Progress(level, tally(mine, work.now), tuple((at, tally(mine, at)) for at in weeks(told, work.now)))


def _look_later(work: Work, workshop_id: WorkshopId) -> None:
    work.digests.put(replace(work.digests.get(workshop_id), look_at=work.now + AFTER_TROUBLE))
