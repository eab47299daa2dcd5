"""Bank holidays, by nation."""

from collections.abc import Container
from datetime import date

import holidays

SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


def bank_holidays(nation: str) -> Container[date]:
    """The bank holidays of a nation of the United Kingdom; years are worked out as they are asked about."""
    return holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation])
