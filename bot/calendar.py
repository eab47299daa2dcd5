"""Who works when: bank holidays by nation, and each person's own hours."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

from bot.workshop.person import Own, Person
from bot.workshop.working_time import WorkingTime

SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


@cache
def bank_holidays(nation: str) -> Container[date]:
    """The bank holidays of a nation of the United Kingdom; years are worked out as they are asked about."""
    return holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation])


@dataclass(frozen=True)
class Hours:
    """``zone`` stands in for people whose time zone Slack has not told us; ``holidays`` are days off for everybody."""

    zone: str = "Europe/London"
    holidays: Container[date] = frozenset()

    def of(self, person: Person, own: Own) -> WorkingTime:
        return person.hours(self.zone, bank_holidays(own.nation) if own.nation else self.holidays, own)
