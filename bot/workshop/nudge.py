"""A nudge: a reminder that an action has earned by its date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.workshop.action import Action
from bot.workshop.working_time import WorkingTime

LADDER = {"week-before": -7, "due": 0, "late-3": 3, "late-7": 7}
"""Rungs by name: days from the due date. After the last one it is a matter for people."""


@dataclass(frozen=True)
class Nudge:
    """``rung`` is its name on the ladder; ``due_at`` the moment from which it may be sent."""

    action: Action
    rung: str
    due_at: datetime


def nudge_key(action: Action, rung: str) -> str:
    """Stable across restarts and replicas, so planning the same nudge twice stores it once."""
    return f"action_nudge:{action.id}:{rung}"


def private(rung: str) -> bool:
    """Before the date a direct message; on the day and after, the plan's thread."""
    return LADDER[rung] < 0


def nudge_due(action: Action, now: datetime, hours: WorkingTime) -> Nudge | None:
    """The latest nudge earned by *now*; what an outage made us miss stays missed."""
    earned = [nudge for nudge in rungs(action, hours) if nudge.due_at <= now]
    return earned[-1] if earned else None


def next_look(action: Action, now: datetime, hours: WorkingTime) -> datetime | None:
    """When the next rung after *now* is due; ``None`` once the ladder is climbed or the action is closed."""
    return next((nudge.due_at for nudge in rungs(action, hours) if nudge.due_at > now), None)


def rungs(action: Action, hours: WorkingTime) -> Iterator[Nudge]:
    """Every nudge that this action can still earn, in order; none from before its owner took it on."""
    if not action.state.is_open or action.accepted_at is None or action.due is None:
        return
    for rung, days in LADDER.items():
        due_at = hours.first_moment(action.due + timedelta(days=days))
        if due_at > action.accepted_at:
            yield Nudge(action, rung, due_at)
