"""An action: one change, one owner, one date, one measure, followed until it is done and has helped."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.workshop.ids import ActionId, FindingId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import DatePassed


class ActionIncomplete(Refusal):
    """Without the change there is nothing to keep, not even a draft."""

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


class SnoozedEnough(Refusal):
    """It has been put off as often as it may be."""

    key = "refusal-snoozed-enough"


class NotTheDecider(Refusal):
    """The decision was asked of somebody else, or has been made."""

    key = "refusal-not-the-decider"


class NothingOffered(Refusal):
    """Another date, other words or somebody else: one of them at least."""

    key = "refusal-nothing-offered"


class Level(StrEnum):
    """For this person in days, or for the services in months: two plans with different rhythms."""

    CASE = "case"
    SERVICE = "service"


class Strength(StrEnum):
    """How likely a change is to hold without anybody remembering it; a suggestion about actions, never about people."""

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


class ActionState(StrEnum):
    """A draft until nothing is missing. Owners accept before it counts; *done* needs evidence, and so does *effect*."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"
    ON_TRACK = "on_track"
    BLOCKED = "blocked"
    DONE = "done"
    EFFECT_SHOWN = "effect_shown"
    NO_EFFECT = "no_effect"

    @property
    def is_open(self) -> bool:
        """Something still has to happen, and an owner has agreed to it."""
        return self in OPEN_STATES

    @property
    def is_planned(self) -> bool:
        """It belongs to the plan that the group reads."""
        return self not in {ActionState.DRAFT, ActionState.DECLINED, ActionState.WITHDRAWN}


OPEN_STATES = (ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED)

MOST_SNOOZES = 2
"""For one due date. After that somebody may help more than another week would."""

SNOOZE = timedelta(days=7)

ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True)
class Outsider:
    """Somebody outside the workspace who takes an action on; ``contact`` is an e-mail address or a telephone number."""

    name: str
    contact: str = ""

    @property
    def address(self) -> str:
        """The e-mail address, if that is how to reach them."""
        found = ADDRESS.fullmatch(self.contact.strip())
        return found[0] if found else ""


@dataclass(frozen=True)
class Evidence:
    """What shows that it is done; ``where`` it can be looked at, as a link or a place, and ``who`` can confirm it."""

    what: str
    where: str = ""
    who: str = ""

    @property
    def words(self) -> str:
        return "\n".join(each.strip() for each in (self.what, self.where, self.who) if each.strip())


@dataclass(frozen=True)
class Offer:
    """What its owner would take on instead; ``None`` for what is fine as it is."""

    due: date | None = None
    change: str | None = None
    owner: UserId | None = None
    why: str = ""

    @property
    def is_empty(self) -> bool:
        return self.due is None and self.change is None and self.owner is None

    def beside(self, action: "Action") -> "Offer":
        """What of it is different from *action*."""
        return replace(
            self,
            due=self.due if self.due != action.due else None,
            change=self.change if self.change and self.change != action.change else None,
            owner=self.owner if self.owner != action.owner else None,
        )


@dataclass(frozen=True)
class Action:
    """``owner`` is the member who answers for it: whoever does it or, for an ``outsider``, the facilitator.

    Only a draft may have no owner or no date. ``measure`` is what is looked at, ``baseline`` how it stands today and
    ``expected`` what it should come to. It answers a ``finding`` of the summary or a ``factor`` by its name in the list
    of factors. ``strength_because`` is why people see its strength otherwise than the rule. ``asked_at`` is when the
    owner was asked last, ``returned_at`` when an unanswered question went back to the facilitator; nudges count from
    ``accepted_at``. ``into`` is the action that it was merged into. ``evidence`` is what shows that it is done;
    ``settled_at`` is when it was decided to leave it at an action that had no effect.

    ``heard_at`` is when its owner last said how it goes, ``snoozed_until`` the day until which they want quiet, and
    ``snoozes`` how often they did; ``held_until`` the day until which the facilitator sees to it. ``decider`` has been
    asked for the decision that a blocked action needs. ``vacated_at`` is when its owner let go of it or left: then it
    waits for the facilitator to find another.
    """

    id: ActionId
    workshop: WorkshopId
    level: Level
    change: str
    owner: UserId | None
    due: date | None
    measure: str
    proposed_by: UserId
    proposed_at: datetime
    state: ActionState = ActionState.PROPOSED
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    baseline: str = ""
    expected: str = ""
    finding: FindingId | None = None
    factor: str = ""
    strength: Strength | None = None
    strength_because: str = ""
    if_then: str = ""
    reviews: tuple[date, ...] = ()
    outsider: Outsider | None = None
    sponsor: UserId | None = None
    asked_at: datetime | None = None
    returned_at: datetime | None = None
    offer: Offer | None = None
    into: ActionId | None = None
    evidence: Evidence | None = None
    settled_at: datetime | None = None
    heard_at: datetime | None = None
    snoozed_until: date | None = None
    snoozes: int = 0
    held_until: date | None = None
    decider: UserId | None = None
    vacated_at: datetime | None = None

    @property
    def is_followed(self) -> bool:
        """It has an owner who can be asked how it goes."""
        return self.state.is_open and self.vacated_at is None and self.owner is not None

    def is_due(self, day: date) -> bool:
        """Whether its date has come by *day*."""
        return self.due is not None and day >= self.due

    @property
    def asks_owner(self) -> bool:
        """It waits for their yes, or for how it goes."""
        return self.is_followed or self.state is ActionState.PROPOSED

    @property
    def last_heard(self) -> datetime | None:
        """When its owner last said anything about it; taking it on is the first such thing."""
        return max((each for each in (self.accepted_at, self.heard_at) if each is not None), default=None)

    @property
    def can_snooze(self) -> bool:
        return self.is_followed and self.snoozes < MOST_SNOOZES

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps it a draft, by the names of the questions."""
        given = {
            "change": self.change.strip(),
            "owner": self.owner,
            "due": self.due,
            "measure": self.measure.strip(),
            "baseline": self.baseline.strip(),
            "expected": self.expected.strip(),
            "answers": self.finding or self.factor,
        }
        return tuple(name for name, value in given.items() if not value)

    def owned_by(self, user: UserId) -> "Action":
        if user != self.owner:
            raise NotTheOwner(owner=self.owner or "")
        return self

    def asked(self, now: datetime) -> "Action":
        """Put before its owner, who has not been asked yet or is asked anew; a draft for as long as something lacks."""
        self.standing(ActionState.DRAFT, ActionState.PROPOSED, ActionState.DECLINED)
        if self.missing:
            return replace(self, state=ActionState.DRAFT, asked_at=None, returned_at=None, offer=None)
        return replace(self, state=ActionState.PROPOSED, asked_at=now, returned_at=None, offer=None)

    def becomes(self, new: "Action", now: datetime) -> "Action":
        """*new* in the place of this; who has taken it on is asked again only where what they took on is another."""
        self.standing(ActionState.DRAFT, ActionState.PROPOSED, ActionState.DECLINED, *OPEN_STATES)
        taken_on = ("change", "owner", "outsider", "due")
        if self.state.is_open and all(getattr(self, each) == getattr(new, each) for each in taken_on):
            return new
        return replace(new, state=ActionState.DRAFT, accepted_at=None).asked(now)

    def accept(self, by: UserId, now: datetime) -> "Action":
        self.owned_by(by).standing(ActionState.PROPOSED)
        return self.taken_on(now)

    def decline(self, by: UserId, reason: str) -> "Action":
        self.owned_by(by).standing(ActionState.PROPOSED)
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, state=ActionState.DECLINED, offer=None, returned_at=None)

    def counter(self, by: UserId, offer: Offer) -> "Action":
        """The owner would take it on otherwise than it was put before them; the facilitator agrees or not."""
        self.owned_by(by).standing(ActionState.PROPOSED)
        new = offer.beside(self)
        if new.is_empty:
            raise NothingOffered(field="change")
        return replace(self, offer=new, returned_at=None)

    def agree(self, now: datetime) -> "Action":
        """As its owner would have it: theirs from now on, unless it is to be somebody else's, who is asked."""
        offer = self.standing(ActionState.PROPOSED).offered()
        changed = replace(self, due=offer.due or self.due, change=offer.change or self.change, offer=None)
        if offer.owner is not None:
            return replace(changed, owner=offer.owner, outsider=None).asked(now)
        return changed.taken_on(now)

    def taken_on(self, now: datetime) -> "Action":
        """Its owner's from now on; what they had put off before is forgotten."""
        fresh = replace(self, offer=None, returned_at=None, snoozed_until=None, snoozes=0, held_until=None)
        return replace(fresh, state=ActionState.ACCEPTED, accepted_at=now)

    def keep(self, now: datetime) -> "Action":
        """As it was put before its owner, who is asked once more."""
        self.standing(ActionState.PROPOSED).offered()
        return self.asked(now)

    def offered(self) -> Offer:
        if self.offer is None:
            raise ActionMoved(state=self.state)
        return self.offer

    def handed_back(self, now: datetime) -> "Action":
        """Nobody has answered: it is for the facilitator again, and the owner may still answer."""
        return replace(self.standing(ActionState.PROPOSED), returned_at=now)

    def will_be_done(self, by: UserId, if_then: str) -> "Action":
        """When and where its owner will do it, in their own words."""
        return replace(self.owned_by(by).still_open(), if_then=if_then)

    def rated(self, strength: Strength, because: str, suggested: Strength | None) -> "Action":
        """As strong as people see it; other than the rule suggests only with a reason."""
        if strength is suggested:
            return replace(self, strength=strength, strength_because="")
        if not because.strip():
            raise ReasonNeeded(field="because")
        return replace(self, strength=strength, strength_because=because)

    def withdrawn(self, *, into: ActionId | None = None) -> "Action":
        """Out of the plan; *into* is the action that says the same."""
        self.standing(ActionState.DRAFT, ActionState.PROPOSED, ActionState.DECLINED, *OPEN_STATES)
        return replace(self, state=ActionState.WITHDRAWN, into=into, offer=None)

    def on_track(self, by: UserId) -> "Action":
        self.owned_by(by).still_open()
        return replace(self, state=ActionState.ON_TRACK)

    def blocked(self, by: UserId, reason: str, decider: UserId | None = None) -> "Action":
        """*decider* is asked for the decision that it needs; somebody has to say which that is."""
        self.owned_by(by).still_open()
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, state=ActionState.BLOCKED, decider=decider)

    def decided(self, by: UserId, decision: str) -> "Action":
        """The decision is made, and the owner can go on."""
        self.decided_by(by)
        if not decision.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, state=ActionState.ON_TRACK, decider=None)

    def not_theirs_to_decide(self, by: UserId, reason: str) -> "Action":
        self.decided_by(by)
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        return replace(self, decider=None)

    def decided_by(self, user: UserId) -> "Action":
        if self.state is not ActionState.BLOCKED or user != self.decider:
            raise NotTheDecider
        return self

    def snooze(self, by: UserId, today: date) -> "Action":
        """Quiet for a week, so often and no more."""
        self.owned_by(by).still_open()
        if not self.can_snooze:
            raise SnoozedEnough(most=MOST_SNOOZES)
        return replace(self, snoozed_until=today + SNOOZE, snoozes=self.snoozes + 1)

    def held(self, today: date) -> "Action":
        """The facilitator sees to it: nobody above them hears of it for a week."""
        return replace(self.still_open(), held_until=today + SNOOZE)

    def let_go(self, by: UserId, now: datetime) -> "Action":
        """Not its owner's any more; it stays in the plan and waits for another."""
        self.owned_by(by)
        return self.vacated(now)

    def vacated(self, now: datetime) -> "Action":
        return replace(self.movable(), vacated_at=self.vacated_at or now, decider=None)

    def movable(self) -> "Action":
        """It is in the plan and not done, so somebody else may take it on."""
        return self.standing(ActionState.PROPOSED, *OPEN_STATES)

    def passed_on(self, to: UserId, due: date, now: datetime) -> "Action":
        """Put before somebody else, for whom it begins anew; what was said of it so far stays on its record."""
        fresh = replace(self.movable(), heard_at=None, snoozed_until=None, snoozes=0, held_until=None, vacated_at=None)
        asked = replace(fresh, state=ActionState.PROPOSED, accepted_at=None, asked_at=now, returned_at=None, offer=None)
        return replace(asked, owner=to, outsider=None, due=due, decider=None)

    def done(self, by: UserId, evidence: Evidence, now: datetime) -> "Action":
        self.owned_by(by).still_open()
        if not evidence.what.strip():
            raise EvidenceNeeded(field="evidence")
        return replace(self, state=ActionState.DONE, evidence=evidence, closed_at=now)

    def shown(self, by: UserId) -> "Action":
        """Its owner sees the effect that was hoped for."""
        return replace(self.owned_by(by).standing(ActionState.DONE), state=ActionState.EFFECT_SHOWN)

    def in_vain(self, by: UserId) -> "Action":
        """Its owner sees no effect; the facilitator decides what comes of that."""
        return replace(self.owned_by(by).standing(ActionState.DONE), state=ActionState.NO_EFFECT)

    def looked_at_again(self) -> "Action":
        """Somebody sees it otherwise: its owner is asked anew at the next checkpoint."""
        self.standing(ActionState.EFFECT_SHOWN, ActionState.NO_EFFECT)
        return replace(self, state=ActionState.DONE, settled_at=None)

    def settled(self, now: datetime) -> "Action":
        """It had no effect, and is left at that."""
        self.undecided()
        return replace(self, settled_at=now)

    def reopened(self, by: UserId, due: date, now: datetime, change: str = "") -> "Action":
        """To be done again until *due*; its owner is asked, unless it is they who reopen it.

        Nobody says yes for an owner outside, who hears of it only when asked.
        """
        self.standing(ActionState.DONE, ActionState.EFFECT_SHOWN, ActionState.NO_EFFECT)
        if due < now.date():
            raise DatePassed(field="due")
        again = replace(self, due=due, change=change or self.change, closed_at=None, evidence=None, settled_at=None)
        if by == self.owner and self.outsider is None:
            return again.taken_on(now)
        return replace(again, state=ActionState.PROPOSED, asked_at=now, accepted_at=None, returned_at=None)

    def undecided(self) -> "Action":
        """No effect, and nobody has said yet what comes of that."""
        self.standing(ActionState.NO_EFFECT)
        if self.settled_at is not None:
            raise ActionMoved(state=self.state)
        return self

    def standing(self, *states: ActionState) -> "Action":
        if self.state not in states:
            raise ActionMoved(state=self.state)
        return self

    def still_open(self) -> "Action":
        if self.vacated_at is not None:
            raise ActionMoved(state=self.state)
        return self.standing(*OPEN_STATES)


def keepable(*, change: str, due: date | None, reviews: tuple[date, ...], today: date) -> None:
    """Raise where not even a draft can be made of it: without a change, or with a date that lies behind us."""
    if not change.strip():
        raise ActionIncomplete(field="change")
    if due is not None and due < today:
        raise DatePassed(field="due")
    if any(each < today for each in reviews):
        raise DatePassed(field="reviews")
