"""What became of earlier actions: those for services, from the workshops that the same facilitator has run before."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import checkpoints
from bot.work import Work
from bot.workshop.action import Action, Level
from bot.workshop.checkpoint import Sighting
from bot.workshop.workshop import Workshop


@dataclass(frozen=True)
class Earlier:
    """One of them, with the reference of its case and what its owner saw last."""

    reference: str
    action: Action
    seen: Sighting | None


def of(work: Work, workshop: Workshop) -> tuple[Earlier, ...]:
    """By the factor that they answer, the newest workshop first; what was for one person stays with their case."""
    others = [each for each in work.workshops.with_person(workshop.facilitator) if _is_earlier(each, workshop)]
    found = [each for other in reversed(others) for each in _of_one(work, other)]
    return tuple(sorted(found, key=lambda each: each.action.factor))


def _is_earlier(other: Workshop, workshop: Workshop) -> bool:
    return other.facilitator == workshop.facilitator and other.id < workshop.id


def _of_one(work: Work, workshop: Workshop) -> Sequence[Earlier]:
    reference = work.cases.get(workshop.case).reference
    services = [each for each in work.actions.of(workshop.id) if each.level is Level.SERVICE and each.state.is_planned]
    return [Earlier(reference, each, checkpoints.owners_word(work, each)) for each in services]
