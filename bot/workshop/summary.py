"""What a summary rests on, and what a question may ask for."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What the answers to a question are looked for, in the order in which it is read."""

    STRENGTH = "strength"
    MISSED_OPPORTUNITY = "missed_opportunity"
    THEME = "theme"
    OPEN_QUESTION = "open_question"


class SourceKind(StrEnum):
    """Where evidence was said."""

    ANSWER = "answer"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, order=True)
class Source:
    """One answer or contribution that a finding rests on."""

    kind: SourceKind
    id: int
