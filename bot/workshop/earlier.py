"""What became of earlier actions, and which of them a later workshop hears of."""

from dataclasses import dataclass
from enum import StrEnum

from bot.workshop.action import Action, ActionState, Level


class Kin(StrEnum):
    """What an earlier workshop has in common with a later one, the nearest first."""

    CASE = "case"
    PROGRAMME = "programme"
    FACILITATOR = "facilitator"  # and neither the case nor more


class Fate(StrEnum):
    """What became of an action, in the order in which it is told."""

    HELPED = "helped"
    NO_EFFECT = "no_effect"
    DONE = "done"  # and whether it helped is not known yet
    OPEN = "open"
    LEFT = "left"  # nobody has taken it on, or nobody has it any more


@dataclass(frozen=True)
class Became:
    """An earlier action, as whoever is in the later workshop may read it; ``factor`` is empty where it answers none."""

    kin: Kin
    change: str
    factor: str
    fate: Fate


@dataclass(frozen=True)
class Earlier:
    """The same for the facilitator; of this case, and where they ran it, with the case and what was hoped for and seen.

    It is ``touched`` where people have written about its factor now.
    """

    became: Became
    reference: str = ""
    expected: str = ""
    level: str = ""
    touched: bool = False


def is_told(action: Action, kin: Kin) -> bool:
    """What is in the plan of the same case; of other cases only what is for services."""
    return action.state.is_planned and (kin is Kin.CASE or action.level is Level.SERVICE)


def fate(action: Action) -> Fate:
    """What became of an action of a plan."""
    match action.state:
        case ActionState.EFFECT_SHOWN:
            return Fate.HELPED
        case ActionState.NO_EFFECT:
            return Fate.NO_EFFECT
        case ActionState.DONE:
            return Fate.DONE
    return Fate.OPEN if action.state.is_open and action.vacated_at is None else Fate.LEFT


def in_order(became: Became) -> tuple[object, ...]:
    """By how near it is and by the factor that it answers; what answers none comes last."""
    return list(Kin).index(became.kin), not became.factor, became.factor


def for_the_group(kin: Kin) -> bool:
    """Whether everybody in the later workshop hears of it, and not its facilitator alone."""
    return kin is not Kin.FACILITATOR
