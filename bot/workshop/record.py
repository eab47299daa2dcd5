"""The record of an action: who said or changed what, and when. Never edited, only followed by another line."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.workshop.action import Action, ActionState, Level, Strength
from bot.workshop.ids import ActionId, InstallationId, UserId, WorkshopId

LOOKED_AT = (
    "change",
    "level",
    "owner",
    "outsider",
    "due",
    "measure",
    "baseline",
    "expected",
    "finding",
    "factor",
    "strength",
    "strength_because",
    "if_then",
    "reviews",
    "sponsor",
    "into",
    "snoozed_until",
    "held_until",
    "decider",
)
"""What of an action is recorded when it becomes something else; its state has columns of its own."""

AGREED = frozenset({"change", "level", "owner", "outsider", "due", "measure", "baseline", "expected", "reviews"})
"""What of it somebody has said yes to, and hears of when it is another; nothing of the case."""


@dataclass(frozen=True)
class Change:
    """One thing about an action that was ``before`` and is ``after``; dates and ids as they are written, or nothing."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Update:
    """``by`` is ``None`` for what the bot did by itself; ``outside`` where the owner outside the workspace said it."""

    action: ActionId
    by: UserId | None
    at: datetime
    before: ActionState | None
    after: ActionState
    words: str = ""
    changes: tuple[Change, ...] = ()
    outside: bool = False

    @property
    def of_agreed(self) -> tuple[Change, ...]:
        """What is another of that which its owner has taken on."""
        return tuple(each for each in self.changes if each.what in AGREED)


@dataclass(frozen=True)
class Line:
    """What tells nothing of the case; ``outside`` where the owner has no Slack, ``moved_at`` is the last change."""

    installation: InstallationId
    reference: str
    workshop: WorkshopId
    action: ActionId
    level: Level
    state: ActionState
    strength: Strength | None
    owner: UserId | None
    outside: bool
    due: date | None
    moved_at: datetime | None


def differences(before: Action, after: Action) -> tuple[Change, ...]:
    """What somebody who reads the record has to know of the way from *before* to *after*."""
    told = ((what, _told(getattr(before, what)), _told(getattr(after, what))) for what in LOOKED_AT)
    return tuple(Change(what, was, became) for what, was, became in told if was != became)


def _told(value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(map(_told, value))
        case _:
            return str(getattr(value, "name", value)) if hasattr(value, "contact") else str(value)
