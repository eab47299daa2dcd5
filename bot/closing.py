"""What comes of an action that is closed: taken up again, or decided on when it had no effect."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot import actions, checkpoints, letters, proposals
from bot.actions import ActionFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.action import Action, ActionState, NotTheOwner, ReasonNeeded
from bot.workshop.ids import ActionId, UserId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Workshop


class DateNeeded(Refusal):
    """Whoever takes an action up again says until when."""

    key = "refusal-date-needed"


class NobodyToDecide(Refusal):
    """A decision is asked of somebody."""

    key = "refusal-nobody-to-decide"


class Course(StrEnum):
    """What to do about an action that had no effect."""

    CHANGE = "change"
    STOP = "stop"
    ESCALATE = "escalate"


@dataclass(frozen=True)
class Decision:
    """*change* and *due* are for another try, *to* for whoever is to decide."""

    course: Course
    why: str
    change: str = ""
    due: date | None = None
    to: UserId | None = None


def decide(work: Work, by: UserId, action_id: ActionId, decision: Decision) -> ActionFile:
    """The facilitator decides about an action that had no effect: change it, stop, or ask somebody with more say."""
    found = undecided(work, by, action_id)
    if not decision.why.strip():
        raise ReasonNeeded(field="reason")
    lookout(work, found.file.workshop).refuse(decision.why, "reason")
    match decision.course:
        case Course.CHANGE:
            return _reopened(work, by, found, decision)
        case Course.STOP:
            return _told(work, by, found, found.action.settled(work.now), decision.why)
        case Course.ESCALATE:
            return _escalated(work, by, found, decision)


def undecided(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """An action without effect, for the facilitator to decide on."""
    found = actions.shown(work, by, action_id)
    found.file.workshop.run_by(by)
    found.action.undecided()
    return found


def reopen(work: Work, by: UserId, action_id: ActionId, again: Decision) -> ActionFile:
    """Its owner or the facilitator takes it up again; what was stays on its record."""
    found = closed(work, by, action_id)
    if not again.why.strip():
        raise ReasonNeeded(field="reason")
    lookout(work, found.file.workshop).refuse(again.why, "reason")
    return _reopened(work, by, found, again)


def closed(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """A closed action, for its owner or the facilitator."""
    found = actions.shown(work, by, action_id)
    if by not in {found.action.owner, found.file.workshop.facilitator}:
        raise NotTheOwner(owner=found.action.owner or "")
    found.action.standing(ActionState.DONE, ActionState.EFFECT_SHOWN, ActionState.NO_EFFECT)
    return found


def look_anew(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """Somebody sees it otherwise: the owner is asked again at the next checkpoint."""
    found = actions.shown(work, by, action_id)
    found.file.workshop.run_by(by)
    after = found.action.looked_at_again()
    actions.wake(work, after.workshop)
    return _told(work, by, found, after, "")


def _reopened(work: Work, by: UserId, found: ActionFile, again: Decision) -> ActionFile:
    if again.due is None:
        raise DateNeeded(field="due")
    change = actions.on_one_line(again.change)
    lookout(work, found.file.workshop).refuse(change, "change")
    after = found.action.reopened(by, again.due, work.now, change)
    told = _told(work, by, found, after, again.why)
    if after.state is ActionState.PROPOSED:
        return proposals.put_forward(work, by, after)
    work.actions.look_again(after.id, work.now)
    return told


def _escalated(work: Work, by: UserId, found: ActionFile, decision: Decision) -> ActionFile:
    to = decision.to or found.action.sponsor
    if to is None:
        raise NobodyToDecide(field="to")
    work.people.meet([to])
    told = _told(work, by, found, found.action, decision.why)
    work.letters.write(letters.escalated(found.action, len(work.actions.updates(found.action.id)), to, work.now))
    return told


def _told(work: Work, by: UserId, found: ActionFile, after: Action, why: str) -> ActionFile:
    actions.recorded(work, by, found.action, after, why)
    _bring_up_to_date(work, found.file.workshop, after)
    return actions.plan_refreshed(work, after)


def _bring_up_to_date(work: Work, workshop: Workshop, action: Action) -> None:
    """What asked the facilitator must not go on asking what is decided."""
    number = work.checkpoints.get(workshop.id).number
    seen = checkpoints.owners_word(work, action)
    asked = [letters.checked(workshop, number, workshop.facilitator, work.now)]
    if seen is not None:
        asked.append(letters.no_effect(action, seen.number, workshop.facilitator, work.now))
    others = [each for each in work.checkpoints.sightings(workshop.id) if each.action == action.id and each.match]
    asked += [letters.other_view(action, each.number, each.by, workshop.facilitator, work.now) for each in others]
    for letter in asked:
        if letter.standing and work.letters.post(letter.standing):
            work.letters.refresh(letter)
