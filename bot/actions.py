"""Actions: proposed by the group, taken on by an owner, followed until they are done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot import cases, letters
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.action import Action, ActionState, Level, keepable
from bot.workshop.ids import ActionId, ChannelId, UserId, WorkshopId
from bot.workshop.nudge import LADDER
from bot.workshop.record import Update, differences
from bot.workshop.workshop import OPEN, NotInTheWorkshop, Workshop


@dataclass(frozen=True)
class NewAction:
    """What the form asks: one change, one owner, one date, one measure."""

    level: Level
    change: str
    owner: UserId
    due: date
    measure: str


@dataclass(frozen=True)
class ActionFile:
    """An action with the case it belongs to."""

    file: CaseFile
    action: Action


def propose(work: Work, by: UserId, workshop_id: WorkshopId, new: NewAction) -> ActionFile:
    """Put an action before its owner; it does not count until they accept. Who proposes for themselves has accepted."""
    keepable(change=new.change, due=new.due, reviews=(), today=work.now.date())
    workshop = work.workshops.get(workshop_id).seen_by(by).during(*OPEN)
    for field, words in (("change", new.change), ("measure", new.measure)):
        lookout(work, workshop).refuse(words, field)
    action = work.actions.add(
        Action(
            id=ActionId(0),
            workshop=workshop.id,
            level=new.level,
            change=_on_one_line(new.change),
            owner=new.owner,
            due=new.due,
            measure=_on_one_line(new.measure),
            proposed_by=by,
            proposed_at=work.now,
            asked_at=work.now,
        ),
        Update(ActionId(0), by, work.now, None, ActionState.PROPOSED),
    )
    work.people.meet([new.owner])
    if new.owner == by:
        return accept(work, by, action.id)
    work.letters.write(letters.proposal(action, new.owner, work.now))
    return ActionFile(_plan_refreshed(work, workshop), action)


def accept(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    return _moved(work, by, action_id, lambda action: action.accept(by, work.now))


def decline(work: Work, by: UserId, action_id: ActionId, reason: str) -> ActionFile:
    return _moved(work, by, action_id, lambda action: action.decline(by, reason), reason)


def on_track(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    return _moved(work, by, action_id, lambda action: action.on_track(by))


def blocked(work: Work, by: UserId, action_id: ActionId, reason: str) -> ActionFile:
    """*reason* says what stands in the way, and whose decision would move it."""
    return _moved(work, by, action_id, lambda action: action.blocked(by, reason), reason)


def done(work: Work, by: UserId, action_id: ActionId, evidence: str) -> ActionFile:
    return _moved(work, by, action_id, lambda action: action.done(by, evidence, work.now), evidence)


def of_owner(work: Work, user: UserId) -> list[ActionFile]:
    """What *user* owns and has not finished or declined, soonest first."""
    mine = [each for each in work.actions.owned_by(user) if each.state is ActionState.PROPOSED or each.state.is_open]
    return [_file(work, each) for each in sorted(mine, key=lambda each: (each.due or date.max, each.id))]


def shown(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """One action, for its owner or somebody in its workshop."""
    action = work.actions.get(action_id)
    found = _file(work, action)
    if by != action.owner and not found.file.workshop.includes(by):
        raise NotInTheWorkshop
    return found


def _on_one_line(words: str) -> str:
    """A plan is a list: an action is a line in it."""
    return " ".join(words.split())


def _moved(
    work: Work, by: UserId, action_id: ActionId, move: Callable[[Action], Action], words: str = ""
) -> ActionFile:
    """Apply *move* and record who said what; the owner's word reaches the plan and the facilitator."""
    found = shown(work, by, action_id)
    before, workshop = found.action, found.file.workshop
    after = move(before)
    lookout(work, workshop).refuse(words, "evidence" if after.state is ActionState.DONE else "reason")
    changes = differences(before, after)
    work.actions.save(after, Update(after.id, by, work.now, before.state, after.state, words.strip(), changes))
    work.actions.look_again(after.id, work.now if after.state.is_open else None)
    _bring_up_to_date(work, after, found.file.case.channel)
    if words.strip() or after.state is ActionState.ACCEPTED:
        number = len(work.actions.updates(after.id))
        work.letters.write(letters.update(after, number, workshop.facilitator, work.now))
    return ActionFile(_plan_refreshed(work, workshop), after)


def _bring_up_to_date(work: Work, action: Action, channel: ChannelId | None) -> None:
    """The messages that asked the owner must not go on asking what has been answered."""
    if action.owner is None:
        return
    asked = [
        letters.proposal(action, action.owner, work.now),
        *(letters.nudge(action, action.owner, rung, channel, work.now) for rung in LADDER),
    ]
    for letter in asked:
        if letter.standing and work.letters.post(letter.standing):
            work.letters.refresh(letter)


def _plan_refreshed(work: Work, workshop: Workshop) -> CaseFile:
    file = cases.noted(work, workshop)
    if file.case.channel:
        work.letters.refresh(letters.plan(workshop, file.case.channel, work.now))
    return file


def _file(work: Work, action: Action) -> ActionFile:
    workshop = work.workshops.get(action.workshop)
    return ActionFile(CaseFile(work.cases.get(workshop.case), workshop), action)
