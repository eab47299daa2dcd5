"""A person as Slack knows them, and when they have said that they work."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.workshop.ids import UserId
from bot.workshop.refusal import Refusal
from bot.workshop.working_time import MONDAY_TO_FRIDAY, DaysOff, Leave, WorkingTime


class HoursTurned(Refusal):
    """Work ends after it has begun, on the same day."""

    key = "refusal-hours-turned"


class NoDays(Refusal):
    """Who works on no day could never be asked anything."""

    key = "refusal-no-days"


class LeaveTurned(Refusal):
    """The last day away is not before the first."""

    key = "refusal-leave-turned"


@dataclass(frozen=True)
class Own:
    """What a person has set for themselves. ``nation`` says whose bank holidays; ``None`` for those of the house."""

    opens: time = time(9)
    closes: time = time(17)
    days: frozenset[int] = MONDAY_TO_FRIDAY
    nation: str | None = None
    leave: tuple[Leave, ...] = ()

    def checked(self) -> "Own":
        if self.closes <= self.opens:
            raise HoursTurned(field="closes")
        if not self.days:
            raise NoDays(field="days")
        if any(each.last < each.first for each in self.leave):
            raise LeaveTurned(field="away_until")
        return self


@dataclass(frozen=True)
class Person:
    """``zone`` is an IANA name; ``None`` until Slack has been asked."""

    user: UserId
    zone: str | None = None
    deactivated: bool = False

    def hours(self, default_zone: str, holidays: Container[date], own: Own) -> WorkingTime:
        zone = ZoneInfo(self.zone or default_zone)
        return WorkingTime(zone, own.opens, own.closes, DaysOff(holidays, own.leave), own.days)
