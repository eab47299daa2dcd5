"""A nudge: what an action has earned by its date, for its owner or for those who can help when it does not move."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.workshop.action import SNOOZE, Action
from bot.workshop.ids import ActionId, UserId
from bot.workshop.ladder import HIGHER, Ladder, Rung, To
from bot.workshop.working_time import WorkingTime

MOST_UNANSWERED = 2
"""Questions without an answer. After that many it is a matter for a person, and the owner gets no more messages."""

ANSWERED_WITHIN = timedelta(days=3)
"""How long the last of them may wait for its answer."""

HIGHER_NAMES = frozenset(HIGHER)
REVIEW = "review-"
"""What the rungs begin with on which an action is looked at on its way; the day follows."""


@dataclass(frozen=True)
class Nudge:
    """What was put into a letter: which rung, for which due date, for whom, and when.

    ``asks`` if it wants an answer of its owner. What has to be decided and who is gone stand here too, as rungs of
    their own, so that every message about an action is known by it.
    """

    action: ActionId
    due: date
    rung: str
    to: UserId
    at: datetime
    letter: str
    asks: bool


@dataclass(frozen=True)
class Step:
    """A nudge that is still to come: ``at`` is the moment from which it may be sent to ``to``.

    ``asks`` if it wants an answer of its owner on that day already.
    """

    rung: str
    to: UserId
    at: datetime
    asks: bool = False

    @property
    def is_higher(self) -> bool:
        return self.rung in HIGHER_NAMES


@dataclass(frozen=True)
class Circle:
    """When each of them works; who is not in it cannot be told."""

    owner: WorkingTime
    higher: Mapping[To, tuple[UserId, WorkingTime]]


def steps(action: Action, ladder: Ladder, told: Sequence[Nudge], circle: Circle) -> list[Step]:
    """What this action can still earn, soonest first: nothing from before its owner took it on or last spoke of it."""
    if not action.is_followed or action.accepted_at is None:
        return []
    accepted = action.accepted_at
    before = [each for each in told if each.due == action.due and each.at > accepted]
    found = [*_for_owner(action, ladder, before, circle.owner), *_higher(action, ladder, before, circle)]
    return sorted(found, key=lambda each: each.at)


def earned(coming: Sequence[Step], now: datetime) -> list[Step]:
    """The latest that its owner has earned, and whoever is next to hear of it: what an outage hid stays hidden.

    A question is not hidden by a reminder that wants no answer.
    """
    due = [each for each in coming if each.at <= now]
    owner = [each for each in due if not each.is_higher]
    questions = [each for each in owner if each.asks]
    return [*(questions or owner)[-1:], *(each for each in due if each.is_higher)]


def unanswered(action: Action, told: Sequence[Nudge]) -> list[Nudge]:
    """The questions since its owner last said something."""
    heard = action.last_heard
    mine = [each for each in told if each.to == action.owner and each.due == action.due]
    return [each for each in mine if each.asks and heard is not None and each.at > heard]


def told_apart(action: Action, rung: str, to: UserId, at: datetime, letter: str) -> Nudge:
    """A message about an action that its ladder knows nothing of."""
    return Nudge(action.id, action.due or date.max, rung, to, at, letter, asks=False)


def asks(rung: str, action: Action, day: date) -> bool:
    """From the date on there is a question in it, and on days on which it is looked at; else it only reminds.

    *day* is when it is sent.
    """
    return rung not in HIGHER_NAMES and (is_review(rung) or action.is_due(day))


def is_review(rung: str) -> bool:
    """Whether it is a day on which it was agreed to look at the action on its way."""
    return rung.startswith(REVIEW)


def _for_owner(action: Action, ladder: Ladder, told: Sequence[Nudge], hours: WorkingTime) -> Iterator[Step]:
    heard = action.last_heard
    if action.owner is None or heard is None or len(unanswered(action, told)) >= MOST_UNANSWERED:
        return
    mine = [each for each in told if each.to == action.owner and each.rung not in HIGHER_NAMES]
    last_told, names = max((each.at for each in mine), default=heard), {each.rung for each in mine}
    for at, rung in _climbed(action, ladder, hours):
        answered = at.astimezone(hours.zone).date() <= heard.astimezone(hours.zone).date()
        if not answered and at > last_told and rung not in names:
            yield Step(rung, action.owner, at, asks(rung, action, at.astimezone(hours.zone).date()))


def _climbed(action: Action, ladder: Ladder, hours: WorkingTime) -> list[tuple[datetime, str]]:
    """Every rung with its moment. What falls into a snooze waits for its end, and is one question then."""
    if action.due is None or action.accepted_at is None:
        return []
    taken_on = action.accepted_at.astimezone(hours.zone).date()
    # Reviews come first: where one falls on a day with another question, that is the one to be asked.
    days = [*((day, f"{REVIEW}{day}") for day in action.reviews), *ladder.days(taken_on, action.due)]
    rungs = [(hours.first_moment(day), rung) for day, rung in days]
    if action.snoozed_until is not None:
        wakes = hours.first_moment(action.snoozed_until)
        rungs = [(wakes, _waking(action, action.snoozed_until)), *((at, rung) for at, rung in rungs if at > wakes)]
    return rungs


def _waking(action: Action, day: date) -> str:
    """What a snooze ends in: where it put a review off, in that review."""
    put_off = any(day - SNOOZE <= each <= day for each in action.reviews)
    return f"{REVIEW}{day}" if put_off else f"snooze-{action.snoozes}"


def _higher(action: Action, ladder: Ladder, told: Sequence[Nudge], circle: Circle) -> Iterator[Step]:
    """Who hears of it next: one after the other, and never the second before the first had their time."""
    heard_by = {each.rung: each for each in told if each.rung in HIGHER_NAMES}
    before: Rung | None = None
    for to in HIGHER:
        rung = ladder.higher(to)
        if to in circle.higher and to not in heard_by:
            user, hours = circle.higher[to]
            day = _day(action, rung, to, told, circle.owner)
            if before is not None and before.name in heard_by and day is not None and rung is not None:
                apart = timedelta(days=(rung.days or 0) - (before.days or 0))
                day = max(day, heard_by[before.name].at.astimezone(hours.zone).date() + apart)
            if day is not None and action.accepted_at is not None:
                at = hours.first_moment(max(day, action.held_until or day))
                if at > action.accepted_at:
                    yield Step(to, user, at)
                return
        elif to in circle.higher:
            before = rung


def _day(action: Action, rung: Rung | None, to: To, told: Sequence[Nudge], owner: WorkingTime) -> date | None:
    """The day on which *to* is to hear of it; the facilitator sooner, where questions stay without an answer."""
    if action.due is None:
        return None
    day = action.due + timedelta(days=rung.days or 0) if rung else None
    asked = unanswered(action, told)
    if to is To.FACILITATOR and len(asked) >= MOST_UNANSWERED:
        last = asked[-1].at.astimezone(owner.zone).date() + ANSWERED_WITHIN
        return min(day, last) if day else last
    return day
