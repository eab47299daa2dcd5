"""Actions: proposed, in the plan, due, and what their owners say."""

from dataclasses import dataclass

from bot.contents.reading import case_of, stands
from bot.work import Work
from bot.workshop.action import Action, ActionState
from bot.workshop.case import Case
from bot.workshop.ids import ActionId
from bot.workshop.letter import Letter
from bot.workshop.record import Update
from bot.workshop.workshop import Workshop


@dataclass(frozen=True)
class Proposal:
    """An action before its owner, and what they have said to it."""

    case: Case
    action: Action


@dataclass(frozen=True)
class Plan:
    """Every action of a workshop that its group is to read: no draft, and nothing declined or withdrawn."""

    case: Case
    workshop: Workshop
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Reminder:
    """A nudge. ``rung`` is its name on the ladder; ``answered`` once its owner has said how the action goes."""

    case: Case
    action: Action
    rung: str
    answered: bool


@dataclass(frozen=True)
class OwnerUpdate:
    """What an owner said about an action, for the facilitator."""

    case: Case
    action: Action
    update: Update


def proposal(work: Work, letter: Letter) -> Proposal | None:
    action = work.actions.get(ActionId(letter.subject))
    if action.state is not ActionState.PROPOSED and not stands(work, letter):
        return None
    return Proposal(case_of(work, action.workshop)[0], action)


def plan(work: Work, letter: Letter) -> Plan:
    case, workshop = case_of(work, letter.subject)
    actions = work.actions.of(workshop.id)
    return Plan(case, workshop, tuple(each for each in actions if each.state.is_planned))


def nudge(work: Work, letter: Letter) -> Reminder | None:
    action = work.actions.get(ActionId(letter.subject))
    answered = stands(work, letter)
    if not action.state.is_open and not answered:
        return None
    return Reminder(case_of(work, action.workshop)[0], action, letter.detail, answered)


def update(work: Work, letter: Letter) -> OwnerUpdate:
    action = work.actions.get(ActionId(letter.subject))
    said = work.actions.updates(action.id)[int(letter.detail) - 1]
    return OwnerUpdate(case_of(work, action.workshop)[0], action, said)
