"""A checkpoint: whether actions helped, six weeks, three and six months after a session, and on while one is open."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.workshop.action import Action, ActionState
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.refusal import Refusal

WEEKS = timedelta(weeks=6)
QUARTER = 3
"""Months between checkpoints, once the first is over."""

PLANNED = 3
"""Checkpoints that every plan has; after them there are more only while something is open."""

SETTLING_IN = timedelta(weeks=2)
"""How long a change has to have been there before anybody can see whether it helps."""

OWNERS_TIME = timedelta(days=7)
"""How long owners have before everybody is asked, and the facilitator hears who has not answered."""

MOST_UNANSWERED = 2
"""Checkpoints in a row. Then it is a matter for people, and the owner is asked no more."""

SAMPLE = 5
"""One in so many of what is closed is looked at again, and one at least."""


class LevelNeeded(Refusal):
    """Effect is seen in the measure, and not only said."""

    key = "refusal-level-needed"


class OwnersFirst(Refusal):
    """The owner has not said what they see, or it is being looked at anew."""

    key = "refusal-owners-first"


class SeenAlready(Refusal):
    """Whoever owns an action has said what they see, and is not asked whether they see the same."""

    key = "refusal-seen-already"


class Effect(StrEnum):
    """What an owner sees of what was hoped for."""

    SHOWN = "shown"
    NONE = "none"
    TOO_EARLY = "too_early"


class Match(StrEnum):
    """Whether somebody else sees what the owner sees."""

    SAME = "same"
    OTHER = "other"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True)
class Sighting:
    """What somebody sees of an action at a checkpoint: an ``effect`` where they own it, else a ``match``.

    ``level`` is how the measure stands, ``words`` is what else there is to say.
    """

    workshop: WorkshopId
    action: ActionId
    number: int
    by: UserId
    at: datetime
    effect: Effect | None = None
    match: Match | None = None
    level: str = ""
    words: str = ""


@dataclass(frozen=True)
class Checkpoint:
    """Where a workshop stands: ``number`` of its last checkpoint, when owners were asked, whether everybody was."""

    workshop: WorkshopId
    number: int = 0
    asked_at: datetime | None = None
    everybody: bool = True
    look_at: datetime | None = None


def day_of(number: int, session: date) -> date:
    """The day of a checkpoint; the first is number one."""
    if number == 1:
        return session + WEEKS
    months = session.month - 1 + QUARTER * (number - 1)
    year, month = session.year + months // 12, months % 12 + 1
    return date(year, month, min(session.day, monthrange(year, month)[1]))


def months_of(number: int) -> int:
    """How many months after the session; nought for the first, which is counted in weeks."""
    return QUARTER * (number - 1)


def number_on(day: date, session: date) -> int:
    """The last checkpoint that has come by *day*; nought before the first."""
    number = 0
    while day_of(number + 1, session) <= day:
        number += 1
    return number


def to_look_at(actions: Sequence[Action], day: date) -> list[Action]:
    """What was done long enough before *day* for an effect to be seen, and is not known to have had one."""
    return [each for each in actions if _has_settled_in(each, day)]


def _has_settled_in(action: Action, day: date) -> bool:
    done = action.closed_at if action.state is ActionState.DONE else None
    return done is not None and done.date() + SETTLING_IN <= day


def is_open(action: Action) -> bool:
    """Whether somebody still has to do something or to find something out."""
    undecided = action.state is ActionState.NO_EFFECT and action.settled_at is None
    return action.state.is_open or action.state in {ActionState.PROPOSED, ActionState.DONE} or undecided


def goes_on(actions: Sequence[Action], number: int) -> bool:
    """Whether there is another checkpoint after *number*."""
    planned = [each for each in actions if each.state.is_planned]
    return any(map(is_open, planned)) or (bool(planned) and number < PLANNED)


def may_ask(action: Action, number: int, session: date, sightings: Sequence[Sighting]) -> bool:
    """Whether its owner is asked at checkpoint *number*: not after so many without an answer."""
    last = max((each.number for each in sightings if each.action == action.id and each.effect), default=0)
    before = [each for each in range(last + 1, number) if _has_settled_in(action, day_of(each, session))]
    return len(before) < MOST_UNANSWERED


def sample(actions: Sequence[Action], number: int) -> list[Action]:
    """A few of the closed ones, other ones at each checkpoint; the same for whoever works it out."""
    closed = [each for each in actions if each.state is ActionState.EFFECT_SHOWN]
    drawn = sorted(closed, key=lambda each: sha256(f"{each.id}:{number}".encode()).digest())
    return drawn[: -(-len(closed) // SAMPLE)]
