"""Record numbers that only one place knows, from the settings: a name and a pattern."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.workshop.privacy.find import Find, Kind, Severity


@dataclass(frozen=True)
class LocalPattern:
    """``regex`` is matched without regard to case, in a text of plain spaces, dashes and letters without accents."""

    name: str
    regex: str
    severity: Severity = Severity.HIGH

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.regex, re.IGNORECASE)


def local_records(text: str, patterns: Iterable[LocalPattern]) -> Iterator[Find]:
    for each in patterns:
        for match in each.pattern.finditer(text):
            if match[0]:
                yield Find(*match.span(), Kind.LOCAL, each.severity, each.name)
