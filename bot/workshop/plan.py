"""What is to be asked about a whole plan: whether it can change anything, and whether anybody can carry it."""

from collections.abc import Sequence
from enum import StrEnum

from bot.workshop.action import Action, ActionState, Level, Strength

MOST = 8
"""Actions in one plan; reviews with many more have few of them carried out."""

ENOUGH = 3
"""Actions from which a plan is one: whoever writes a weaker action has been asked about that one already."""


class PlanDoubt(StrEnum):
    """Why a plan is questioned."""

    ONLY_WEAKER = "only_weaker"
    TOO_MANY = "too_many"


def doubts(actions: Sequence[Action], level: Level) -> tuple[PlanDoubt, ...]:
    """What there is to ask about the plan of one *level*: case and services each have their own."""
    plan = [each for each in actions if each.level is level and counts(each)]
    weaker = len(plan) >= ENOUGH and all(each.strength is Strength.WEAKER for each in plan)
    found = {PlanDoubt.ONLY_WEAKER: weaker, PlanDoubt.TOO_MANY: len(plan) > MOST}
    return tuple(doubt for doubt, holds in found.items() if holds)


def counts(action: Action) -> bool:
    """Whether somebody has it to do, or is asked to."""
    return action.state is ActionState.PROPOSED or action.state.is_open
