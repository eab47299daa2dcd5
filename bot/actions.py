"""Actions: taken on by an owner, followed until they are done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot import cases, digests, letters, plans
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.action import Action, ActionState, Evidence
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.nudge import Nudge
from bot.workshop.plan import counts
from bot.workshop.record import Update, differences
from bot.workshop.workshop import NotInTheWorkshop


@dataclass(frozen=True)
class ActionFile:
    """An action with the case it belongs to."""

    file: CaseFile
    action: Action


def accept(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    return moved(work, by, action_id, lambda action: action.accept(by, work.now))


def decline(work: Work, by: UserId, action_id: ActionId, reason: str) -> ActionFile:
    return moved(work, by, action_id, lambda action: action.decline(by, reason), reason)


def on_track(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    return moved(work, by, action_id, lambda action: action.on_track(by))


def done(work: Work, by: UserId, action_id: ActionId, evidence: Evidence, *, outside: bool = False) -> ActionFile:
    """*evidence* shows that it is done; whether it helped is looked at from the next checkpoint on."""
    move = partial(Action.done, by=by, evidence=evidence, now=work.now)
    found = moved(work, by, action_id, move, evidence.words, outside=outside)
    wake(work, found.action.workshop)
    return found


def wake(work: Work, workshop: WorkshopId) -> None:
    """Something in its plan has moved: see anew when its next checkpoint is."""
    work.checkpoints.put(replace(work.checkpoints.get(workshop), look_at=work.now))


def of_owner(work: Work, user: UserId) -> list[ActionFile]:
    """What *user* owns and has not finished or declined, soonest first."""
    mine = [each for each in work.actions.owned_by(user) if each.state is ActionState.PROPOSED or each.state.is_open]
    return [filed(work, each) for each in sorted(mine, key=lambda each: (each.due or date.max, each.id))]


def shown(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """One action, for its owner, whoever is asked to decide something about it, or somebody in its workshop."""
    action = work.actions.get(action_id)
    found = filed(work, action)
    if by not in {action.owner, action.decider} and not found.file.workshop.includes(by):
        raise NotInTheWorkshop
    return found


def run_by(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """One action, for the facilitator of its workshop."""
    found = filed(work, work.actions.get(action_id))
    found.file.workshop.run_by(by)
    return found


def of_workshop(work: Work, by: UserId, workshop_id: WorkshopId) -> list[ActionFile]:
    """Every action of a workshop that is not withdrawn, drafts first, then by date.

    Behind them what goes on from earlier workshops on the case in which *by* had a part.
    """
    workshop = work.workshops.get(workshop_id).seen_by(by)
    case = work.cases.get(workshop.case)
    there = [each for each in work.actions.of(workshop.id) if each.state is not ActionState.WITHDRAWN]
    shown = [ActionFile(CaseFile(case, workshop), each) for each in _in_order(there)]
    for before in reversed(work.workshops.all_on_case(workshop.case)):
        if before.id < workshop.id and before.includes(by):
            going_on = filter(counts, work.actions.of(before.id))
            shown += [ActionFile(CaseFile(case, before), each) for each in _in_order(going_on)]
    return shown


def _in_order(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda each: (each.state is not ActionState.DRAFT, each.due or date.max, each.id))


def recorded(
    work: Work, by: UserId | None, before: Action, after: Action, words: str = "", *, outside: bool = False
) -> None:
    """Store what became of an action, with who did it and from what to what; what asked about it says so."""
    changes = differences(before, after)
    told = Update(after.id, by, work.now, before.state, after.state, words.strip(), changes, outside)
    work.actions.save(after, told)
    _bring_up_to_date(work, before)


def plan_refreshed(work: Work, action: Action) -> ActionFile:
    """What the group reads, and the facilitator's desk, as they are now."""
    workshop = work.workshops.get(action.workshop)
    file = cases.noted(work, workshop)
    if file.case.channel:
        plans.refresh(work, workshop, file.case.channel)
    digests.begin(work, workshop.id)
    return ActionFile(file, action)


def on_one_line(words: str) -> str:
    """A plan is a list: an action is a line in it."""
    return " ".join(words.split())


def moved(
    work: Work,
    by: UserId,
    action_id: ActionId,
    move: Callable[[Action], Action],
    words: str = "",
    *,
    outside: bool = False,
) -> ActionFile:
    """Apply *move* and record who said what; the owner's word reaches the plan and the facilitator.

    *outside* where the owner outside the workspace has said it, for whom *by* answers.
    """
    found = shown(work, by, action_id)
    before, workshop = found.action, found.file.workshop
    after = replace(move(before), heard_at=work.now)
    lookout(work, workshop).refuse(words, "evidence" if after.state is ActionState.DONE else "reason")
    recorded(work, by, before, after, words, outside=outside)
    work.actions.look_again(after.id, work.now if after.is_followed else None)
    told_anyway = after.state is ActionState.BLOCKED and after.decider == workshop.facilitator
    if (words.strip() or outside or after.state is ActionState.ACCEPTED) and not told_anyway:
        number = len(work.actions.updates(after.id))
        work.letters.write(letters.update(after, number, workshop.facilitator, work.now))
    return plan_refreshed(work, after)


def _bring_up_to_date(work: Work, action: Action) -> None:
    """The messages that asked about it must not go on asking what has been answered."""
    if action.owner is None:
        return
    facilitator = work.workshops.get(action.workshop).facilitator
    asked = [
        letters.proposal(action, action.owner, work.now),
        letters.offer(action, facilitator, work.now),
        letters.returned(action, facilitator, work.now),
        *(work.letters.written(key) for key in sorted({each.letter for each in _told(work, action)})),
    ]
    for letter in asked:
        if letter and letter.standing and work.letters.post(letter.standing):
            work.letters.refresh(replace(letter, not_before=work.now))


def _told(work: Work, action: Action) -> Sequence[Nudge]:
    return work.nudges.of([action.id]).get(action.id, ())


def filed(work: Work, action: Action) -> ActionFile:
    """An action with the case it belongs to."""
    workshop = work.workshops.get(action.workshop)
    return ActionFile(CaseFile(work.cases.get(workshop.case), workshop), action)
