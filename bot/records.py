"""An action with everything about it: what its words suggest, what says the same, and its record."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import actions
from bot.actions import ActionFile
from bot.strengths import suggested
from bot.synthesis.by_words import together
from bot.synthesis.draft import Line
from bot.synthesis.summary import SummaryState
from bot.work import Work
from bot.workshop.action import OPEN_STATES, Action, ActionState
from bot.workshop.ids import ActionId, FindingId, UserId, WorkshopId
from bot.workshop.record import Update
from bot.workshop.strength import Suggestion

MERGEABLE = (ActionState.DRAFT, ActionState.PROPOSED, ActionState.DECLINED, *OPEN_STATES)


READ = frozenset({SummaryState.PUBLISHED, SummaryState.CORRECTED})


@dataclass(frozen=True)
class Details:
    """``finding`` is the line of the summary that it answers, for who is in the workshop; ``alike`` says the same.

    ``may_change`` is for the facilitator and, of a draft, for whoever has written it.
    """

    shown: ActionFile
    suggested: Suggestion | None
    finding: Line | None = None
    alike: tuple[Action, ...] = ()
    mine: bool = False
    may_change: bool = False


@dataclass(frozen=True)
class ActionRecord:
    """An action with all that has been said and done about it, the oldest first."""

    shown: ActionFile
    updates: tuple[Update, ...]


def details(work: Work, by: UserId, action_id: ActionId) -> Details:
    shown = actions.shown(work, by, action_id)
    action, workshop = shown.action, shown.file.workshop
    runs = by == workshop.facilitator
    mine_to_write = action.state is ActionState.DRAFT and by == action.proposed_by
    movable = action.state in MERGEABLE
    return Details(
        shown,
        suggested(action.change),
        _finding(work, workshop.id, action.finding) if workshop.includes(by) else None,
        _alike(work, action) if runs and movable else (),
        mine=by == action.owner,
        may_change=movable and (runs or mine_to_write),
    )


def record(work: Work, by: UserId, action_id: ActionId) -> ActionRecord:
    return ActionRecord(actions.shown(work, by, action_id), tuple(work.actions.updates(action_id)))


def _together(there: Sequence[Action]) -> list[tuple[Action, ...]]:
    """Those of *there* that say nearly the same, put together."""
    found = together([each.change for each in there])
    return [tuple(there[place] for place in group) for group in found if len(group) > 1]


def _alike(work: Work, action: Action) -> tuple[Action, ...]:
    there = [
        each for each in work.actions.of(action.workshop) if each.state in MERGEABLE and each.level is action.level
    ]
    near = next((each for each in _together(there) if action.id in {one.id for one in each}), ())
    return tuple(each for each in near if each.id != action.id)


def _finding(work: Work, workshop: WorkshopId, finding: FindingId | None) -> Line | None:
    """The line, where the group has read it and it was not withdrawn."""
    read = [each for each in work.summaries.of(workshop) if each.state in READ]
    lines = (line for each in read for line in each.lines)
    return next((each.line for each in lines if finding is not None and each.id == finding), None)
