"""A case: the open, complex situation of one person, known by a pseudonym and a reference."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.workshop.ids import CaseId, ChannelId, InstallationId, UserId
from bot.workshop.refusal import Refusal


class NoCaseHere(Refusal):
    """Said alike to somebody who may not know of a case and where there is none, so that it tells nothing."""

    key = "refusal-no-case-here"


class WordsErased(Exception):
    """The key of this case was erased, and every word of the case with it."""


class WhichCase(Refusal):
    """Several cases fit; the person has to name one."""

    key = "refusal-which-case"


class NoPurpose(Refusal):
    """A case needs a pseudonym and a purpose."""

    key = "refusal-no-purpose"


REFERENCE = re.compile(r"lc-\d{4}-\d+", re.IGNORECASE)
"""What a case is called in every channel and message."""


@dataclass(frozen=True)
class Programme:
    """Cases that somebody looks at as a series. ``id`` is that of the one that began it; nought where none has yet."""

    id: CaseId
    name: str


@dataclass(frozen=True)
class Case:
    """``channel`` is ``None`` until the private channel exists."""

    id: CaseId
    installation: InstallationId
    reference: str
    pseudonym: str
    purpose: str
    opened_by: UserId
    opened_at: datetime
    channel: ChannelId | None = None
    programme: Programme | None = None

    @property
    def channel_name(self) -> str:
        """The reference alone: Slack may hold channel names elsewhere than messages, so no word of the case."""
        return self.reference.lower()

    def part_of(self, programme: Programme) -> "Case":
        """In *programme*, which begins with this case where it has not begun."""
        return replace(self, programme=replace(programme, id=programme.id or self.id))

    def housed_in(self, channel: ChannelId) -> "Case":
        return replace(self, channel=channel)


def reference(year: int, number: int) -> str:
    return f"LC-{year}-{number:04d}"
