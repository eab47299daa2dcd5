"""Checkpoints: what owners and everybody are asked, and what is left for the facilitator."""

from dataclasses import dataclass

from bot import checkpoints
from bot.checkpoints import Look, Standing
from bot.contents.reading import case_of, stands
from bot.work import Work
from bot.workshop.action import Action, ActionState
from bot.workshop.case import Case
from bot.workshop.checkpoint import Sighting
from bot.workshop.ids import ActionId, UserId
from bot.workshop.letter import Letter
from bot.workshop.record import Update
from bot.workshop.workshop import Participant, Workshop


@dataclass(frozen=True)
class CheckpointAsked:
    """What one owner is asked; each with what they have said, where they have."""

    case: Case
    number: int
    asked: tuple[Standing, ...]


@dataclass(frozen=True)
class Sightings:
    """What owners see, for everybody; ``past`` once there has been another checkpoint."""

    case: Case
    workshop: Workshop
    number: int
    seen: tuple[Standing, ...]
    past: bool


@dataclass(frozen=True)
class Checked:
    """What a checkpoint left open, for the facilitator."""

    case: Case
    look: Look


@dataclass(frozen=True)
class NoEffect:
    """An action that had no effect; ``decided`` once it is known what comes of that."""

    case: Case
    action: Action
    seen: Sighting
    decided: bool


@dataclass(frozen=True)
class OtherView:
    """``other`` is what somebody sees where the owner has said ``seen``; ``who`` is them."""

    case: Case
    action: Action
    seen: Sighting
    other: Sighting
    who: Participant | None


@dataclass(frozen=True)
class Escalated:
    """What is to be decided about an action without effect; nothing of the case but the action."""

    case: Case
    workshop: Workshop
    action: Action
    seen: Sighting
    update: Update


def checkpoint(work: Work, letter: Letter) -> CheckpointAsked | None:
    case, workshop = case_of(work, letter.subject)
    number = int(letter.detail)
    asked = checkpoints.asked_of(work, workshop, UserId(letter.lane), number)
    if not asked and not stands(work, letter):
        return None
    return CheckpointAsked(case, number, tuple(asked))


def sightings(work: Work, letter: Letter) -> Sightings | None:
    case, workshop = case_of(work, letter.subject)
    number = int(letter.detail)
    seen = checkpoints.look(work, workshop, number).seen
    if not seen and not stands(work, letter):
        return None
    return Sightings(case, workshop, number, seen, past=work.checkpoints.get(workshop.id).number > number)


def checked(work: Work, letter: Letter) -> Checked | None:
    case, workshop = case_of(work, letter.subject)
    found = checkpoints.look(work, workshop, int(letter.detail))
    if not found.unseen and not found.again and not stands(work, letter):
        return None
    return Checked(case, found)


def no_effect(work: Work, letter: Letter) -> NoEffect | None:
    action = work.actions.get(ActionId(letter.subject))
    seen = checkpoints.owners_word(work, action)
    decided = action.state is not ActionState.NO_EFFECT or action.settled_at is not None
    if seen is None or (decided and not stands(work, letter)):
        return None
    return NoEffect(case_of(work, action.workshop)[0], action, seen, decided)


def other_view(work: Work, letter: Letter) -> OtherView | None:
    action = work.actions.get(ActionId(letter.subject))
    case, workshop = case_of(work, action.workshop)
    number, _, by = letter.detail.partition("|")
    told = [each for each in work.checkpoints.sightings(workshop.id) if each.action == action.id]
    other = next((each for each in told if each.number == int(number) and each.by == by and each.match), None)
    seen = checkpoints.owners_word(work, action)
    if other is None or seen is None:
        return None
    return OtherView(case, action, seen, other, workshop.participant(UserId(by)))


def escalated(work: Work, letter: Letter) -> Escalated | None:
    action = work.actions.get(ActionId(letter.subject))
    case, workshop = case_of(work, action.workshop)
    seen = checkpoints.owners_word(work, action)
    if seen is None:
        return None
    return Escalated(case, workshop, action, seen, work.actions.updates(action.id)[int(letter.detail) - 1])
