"""A digest: once a week, what has moved in a plan and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.workshop.action import Action, ActionState
from bot.workshop.ids import WorkshopId
from bot.workshop.record import Update

MONDAY = 0
WEEKDAYS = range(5)
HOURS = range(8, 18)
NINE = 9
WEEK = timedelta(days=7)
MOST_WEEKS = 26
"""That a picture shows: the six months in which a plan has its checkpoints."""


@dataclass(frozen=True)
class Digest:
    """``weekday`` counts from Monday and is ``None`` for none at all; ``told_at`` is when there was one last."""

    workshop: WorkshopId
    weekday: int | None = MONDAY
    hour: int = NINE
    told_at: datetime | None = None
    look_at: datetime | None = None

    def next_after(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """The next such hour of such a day on the clock of *zone*."""
        if self.weekday is None:
            return None
        here = now.astimezone(zone)
        day = here.date() + timedelta(days=(self.weekday - here.weekday()) % 7)
        at = datetime.combine(day, time(self.hour), zone)
        return (at if at > now else datetime.combine(day + WEEK, time(self.hour), zone)).astimezone(UTC)

    def since(self, now: datetime) -> datetime:
        return self.told_at or now - WEEK


@dataclass(frozen=True)
class Tally:
    """How the actions of one level stand. ``late`` and ``blocked`` are some of the open ones."""

    waiting: int = 0
    open: int = 0
    done: int = 0
    helped: int = 0
    in_vain: int = 0
    late: int = 0
    blocked: int = 0

    @property
    def total(self) -> int:
        return self.waiting + self.open + self.done + self.helped + self.in_vain


@dataclass(frozen=True)
class Told:
    """An action with its record, from which follows how it stood at any time."""

    action: Action
    updates: tuple[Update, ...]

    def state_at(self, at: datetime) -> ActionState | None:
        """``None`` before there was any word of it."""
        before = [each.after for each in self.updates if each.at <= at]
        return before[-1] if before else None

    def due_at(self, at: datetime) -> date | None:
        """Its date as it was then: every later change of it is taken back."""
        changes = [each for told in self.updates if told.at > at for each in told.changes if each.what == "due"]
        if not changes:
            return self.action.due
        return date.fromisoformat(changes[0].before) if changes[0].before else None


def tally(plan: Sequence[Told], at: datetime) -> Tally:
    """How *plan* stood at that moment."""
    stood = [(state, each.due_at(at)) for each in plan if (state := each.state_at(at)) is not None]
    there = [state for state, _ in stood]
    return Tally(
        waiting=there.count(ActionState.PROPOSED),
        open=sum(1 for each in there if each.is_open),
        done=there.count(ActionState.DONE),
        helped=there.count(ActionState.EFFECT_SHOWN),
        in_vain=there.count(ActionState.NO_EFFECT),
        late=sum(1 for state, due in stood if state.is_open and due is not None and due < at.date()),
        blocked=there.count(ActionState.BLOCKED),
    )


def weeks(plan: Sequence[Told], now: datetime) -> list[datetime]:
    """The moments that a picture shows: a week apart, from the first word of *plan* to now."""
    begun = min((each.updates[0].at for each in plan if each.updates), default=now)
    count = min(int((now - begun) / WEEK) + 1, MOST_WEEKS)
    return [now - WEEK * back for back in reversed(range(count))]


def is_late(action: Action, day: date) -> bool:
    return action.state.is_open and action.due is not None and action.due < day


def is_soon(action: Action, day: date) -> bool:
    return action.state.is_open and action.due is not None and day <= action.due < day + WEEK
