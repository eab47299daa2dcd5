"""A find: where in a text an identifier stands, and what may be done with it; never the identifier itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What sort of identifier it is."""

    NHS_NUMBER = "nhs_number"
    UPN = "upn"
    NATIONAL_INSURANCE = "national_insurance"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    CARD = "card"
    NAME = "name"
    LOCAL = "local"


class Severity(IntEnum):
    """LOW may be kept with a reason, HIGH may not be kept."""

    LOW = 1
    HIGH = 2


@dataclass(frozen=True)
class Find:
    """``text[start:end]`` is the identifier.

    ``known_as`` is the pseudonym for a name, and the name of the pattern for a local record; otherwise it is empty.
    """

    start: int
    end: int
    kind: Kind
    severity: Severity
    known_as: str = ""

    @property
    def weight(self) -> tuple[Severity, int]:
        return self.severity, self.end - self.start


def apart(finds: Iterable[Find]) -> tuple[Find, ...]:
    """Sorted, with those that overlap made one: the heavier gives the kind, and no rest of the other stays."""
    return tuple(_joined(sorted(finds, key=lambda find: (find.start, find.end))))


def _joined(finds: Iterable[Find]) -> Iterator[Find]:
    last: Find | None = None
    for find in finds:
        if last is None or find.start >= last.end:
            if last is not None:
                yield last
            last = find
        else:
            heavier = max(last, find, key=lambda each: each.weight)
            last = replace(heavier, start=last.start, end=max(last.end, find.end))
    if last is not None:
        yield last


def tally(finds: Iterable[Find]) -> dict[str, int]:
    """How many of each kind: all that a log may know."""
    return dict(Counter(find.kind.value for find in finds))
