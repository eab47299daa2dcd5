"""A person as Slack knows them: when they work, and whether they can be reached."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.workshop.ids import UserId
from bot.workshop.working_time import WorkingTime


@dataclass(frozen=True)
class Person:
    """``zone`` is an IANA name; ``None`` until Slack has been asked."""

    user: UserId
    zone: str | None = None
    deactivated: bool = False

    def hours(self, default_zone: str, holidays: Container[date]) -> WorkingTime:
        return WorkingTime(ZoneInfo(self.zone or default_zone), holidays=holidays)
