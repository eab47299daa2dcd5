"""When a person may be written to: their own working hours, on their days, no bank holiday and no leave."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True)
class Leave:
    """From the first day away to the last."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


@dataclass(frozen=True)
class DaysOff:
    """Bank holidays, and what somebody has taken off besides."""

    holidays: Container[date]
    leave: tuple[Leave, ...] = ()

    def __contains__(self, day: object) -> bool:
        return any(day in each for each in (self.holidays, *self.leave))


@dataclass(frozen=True)
class WorkingTime:
    """One person's hours: ``opens`` and ``closes`` on the wall clock of ``zone``, ``holidays`` the dates off.

    ``days`` are weekdays, Monday is 0; there is one at least.
    """

    zone: ZoneInfo
    opens: time = time(9)
    closes: time = time(17)
    holidays: Container[date] = field(default=frozenset())
    days: frozenset[int] = MONDAY_TO_FRIDAY

    @property
    def day(self) -> timedelta:
        """How much work a day has, on the wall clock."""
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.days and day not in self.holidays

    def works_at(self, at: datetime) -> bool:
        return self.next_moment(at) == at

    def today(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def first_moment(self, day: date) -> datetime:
        """When work begins on *day* or the next day with work; 09:00 stays 09:00 across a change of clocks."""
        while not self.works_on(day):
            day += timedelta(days=1)
        return datetime.combine(day, self.opens, self.zone).astimezone(UTC)

    def last_moment_before(self, day: date) -> datetime:
        """When work begins on the last day with work before *day*."""
        day -= timedelta(days=1)
        while not self.works_on(day):
            day -= timedelta(days=1)
        return self.first_moment(day)

    def next_moment(self, at: datetime) -> datetime:
        """*at* itself if it falls into working hours, otherwise when work begins next."""
        local = at.astimezone(self.zone)
        if self.works_on(local.date()) and self.opens <= local.time() < self.closes:
            return at
        begun = local.time() >= self.opens
        return self.first_moment(local.date() + timedelta(days=1) if begun else local.date())

    def later(self, at: datetime, length: timedelta) -> datetime:
        """When *length* of working time has passed after *at*; outside working hours it is counted from the opening."""
        at, left = self.next_moment(at).astimezone(UTC), length
        while at + left > (closing := self._closing(at)):
            left -= closing - at
            at = self.next_moment(closing)
        return at + left

    def _closing(self, at: datetime) -> datetime:
        """When work ends on the day of *at*."""
        day = at.astimezone(self.zone).date()
        return datetime.combine(day, self.closes, self.zone).astimezone(UTC)
