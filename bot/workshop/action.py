"""An action: one change, one owner, one date, one measure, followed until it is done and has helped."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import DatePassed


class ActionIncomplete(Refusal):
    """A change, an owner, a date and a measure, or it is not an action yet."""

    key = "refusal-action-incomplete"


class NotTheOwner(Refusal):
    """Only the owner speaks for an action."""

    key = "refusal-not-the-owner"


class ActionMoved(Refusal):
    """The action has moved on since the button was shown."""

    key = "refusal-action-moved"


class EvidenceNeeded(Refusal):
    """*Done* says what shows it."""

    key = "refusal-evidence-needed"


class ReasonNeeded(Refusal):
    """Declining, or being blocked, says why."""

    key = "refusal-reason-needed"


class Level(StrEnum):
    """For this person in days, or for the services in months: two plans with different rhythms."""

    CASE = "case"
    SERVICE = "service"


class ActionState(StrEnum):
    """Owners accept before an action counts; *done* needs evidence, and so does *effect*."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    ON_TRACK = "on_track"
    BLOCKED = "blocked"
    DONE = "done"
    EFFECT_SHOWN = "effect_shown"
    NO_EFFECT = "no_effect"

    @property
    def is_open(self) -> bool:
        """Something still has to happen, and an owner has agreed to it."""
        return self in {ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED}


@dataclass(frozen=True)
class Action:
    """``accepted_at`` is when the owner took it on; nudges count from there."""

    id: ActionId
    workshop: WorkshopId
    level: Level
    change: str
    owner: UserId
    due: date
    measure: str
    proposed_by: UserId
    proposed_at: datetime
    state: ActionState = ActionState.PROPOSED
    accepted_at: datetime | None = None
    closed_at: datetime | None = None

    def owned_by(self, user: UserId) -> "Action":
        if user != self.owner:
            raise NotTheOwner(owner=self.owner)
        return self

    def accept(self, by: UserId, now: datetime) -> "Action":
        self.owned_by(by).standing(ActionState.PROPOSED)
        return replace(self, state=ActionState.ACCEPTED, accepted_at=now)

    def decline(self, by: UserId, reason: str) -> "Action":
        self.owned_by(by).standing(ActionState.PROPOSED)
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, state=ActionState.DECLINED)

    def on_track(self, by: UserId) -> "Action":
        self.owned_by(by).still_open()
        return replace(self, state=ActionState.ON_TRACK)

    def blocked(self, by: UserId, reason: str) -> "Action":
        self.owned_by(by).still_open()
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, state=ActionState.BLOCKED)

    def done(self, by: UserId, evidence: str, now: datetime) -> "Action":
        self.owned_by(by).still_open()
        if not evidence.strip():
            raise EvidenceNeeded(field="evidence")
        return replace(self, state=ActionState.DONE, closed_at=now)

    def standing(self, *states: ActionState) -> "Action":
        if self.state not in states:
            raise ActionMoved(state=self.state)
        return self

    def still_open(self) -> "Action":
        if not self.state.is_open:
            raise ActionMoved(state=self.state)
        return self


@dataclass(frozen=True)
class Update:
    """What somebody said about an action, and what it changed. Never edited, only followed by another."""

    action: ActionId
    by: UserId
    at: datetime
    before: ActionState | None
    after: ActionState
    words: str = ""


def workable(*, change: str, measure: str, due: date, today: date) -> None:
    """Raise unless these could make an action that somebody can do and somebody else can check."""
    if not change.strip():
        raise ActionIncomplete(field="change")
    if not measure.strip():
        raise ActionIncomplete(field="measure")
    if due < today:
        raise DatePassed(field="due")
