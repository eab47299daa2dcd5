"""An action: who may move it, from where, and what has to be said with it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.workshop.action import (
    Action,
    ActionIncomplete,
    ActionMoved,
    ActionState,
    EvidenceNeeded,
    NotTheOwner,
    ReasonNeeded,
    workable,
)
from bot.workshop.ids import UserId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import DatePassed
from tests.workshop.examples import ANNA, BEN, FERN, NOON, STRANGER, an_action

Move = Callable[[Action, UserId], Action]

OPEN = {ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED}
MOVES: dict[str, tuple[Move, set[ActionState], ActionState]] = {
    "accept": (lambda action, by: action.accept(by, NOON), {ActionState.PROPOSED}, ActionState.ACCEPTED),
    "decline": (lambda action, by: action.decline(by, "Not ours."), {ActionState.PROPOSED}, ActionState.DECLINED),
    "on track": (lambda action, by: action.on_track(by), OPEN, ActionState.ON_TRACK),
    "blocked": (lambda action, by: action.blocked(by, "Funding."), OPEN, ActionState.BLOCKED),
    "done": (lambda action, by: action.done(by, "Six letters.", NOON), OPEN, ActionState.DONE),
}
every_move = pytest.mark.parametrize(("move", "origins", "goal"), MOVES.values(), ids=MOVES.keys())
each_move = pytest.mark.parametrize("move", [move for move, _, _ in MOVES.values()], ids=MOVES.keys())


@every_move
@pytest.mark.parametrize("state", ActionState)
def test_the_owner_moves_an_action_from_where_the_move_begins(
    move: Move, origins: set[ActionState], goal: ActionState, state: ActionState
) -> None:
    action = an_action(state=state)

    if state in origins:
        assert move(action, BEN).state is goal
    else:
        with pytest.raises(ActionMoved) as refused:
            move(action, BEN)
        assert refused.value.facts == {"state": state}
    assert action.state is state


@each_move
@pytest.mark.parametrize("somebody", [ANNA, FERN, STRANGER], ids=["who proposed it", "the facilitator", "a stranger"])
def test_nobody_but_the_owner_speaks_for_an_action(move: Move, somebody: UserId) -> None:
    for state in ActionState:
        with pytest.raises(NotTheOwner) as refused:
            move(an_action(state=state), somebody)
        assert refused.value.facts == {"owner": BEN}


@each_move
@pytest.mark.parametrize("state", ActionState)
def test_a_stranger_does_not_learn_where_an_action_stands(move: Move, state: ActionState) -> None:
    with pytest.raises(NotTheOwner):
        move(an_action(state=state), STRANGER)


def test_an_action_counts_from_the_moment_its_owner_took_it_on() -> None:
    proposed = an_action()
    accepted = proposed.accept(BEN, NOON)

    assert not proposed.state.is_open
    assert accepted.state.is_open
    assert accepted.accepted_at == NOON


def test_saying_how_it_goes_does_not_change_when_it_was_taken_on() -> None:
    later = an_action().accept(BEN, NOON).on_track(BEN).blocked(BEN, "Funding.").on_track(BEN)

    assert later.accepted_at == NOON
    assert later.closed_at is None


def test_an_action_is_closed_when_it_is_done() -> None:
    done = an_action().accept(BEN, NOON).done(BEN, "Six letters.", NOON + timedelta(days=3))

    assert done.closed_at == NOON + timedelta(days=3)
    assert done.accepted_at == NOON


@pytest.mark.parametrize("silence", ["", "  ", "\n\t"])
def test_saying_no_being_stuck_and_being_done_each_take_a_sentence(silence: str) -> None:
    proposed, accepted = an_action(), an_action().accept(BEN, NOON)
    attempts: list[tuple[type[Refusal], str, Callable[[], Action]]] = [
        (ReasonNeeded, "reason", lambda: proposed.decline(BEN, silence)),
        (ReasonNeeded, "reason", lambda: accepted.blocked(BEN, silence)),
        (EvidenceNeeded, "evidence", lambda: accepted.done(BEN, silence, NOON)),
    ]

    for refusal, field, attempt in attempts:
        with pytest.raises(refusal) as refused:
            attempt()
        assert refused.value.field == field


@pytest.mark.parametrize("state", ActionState)
def test_only_what_an_owner_has_taken_on_and_not_finished_is_open(state: ActionState) -> None:
    assert state.is_open is (state in OPEN)


def test_a_change_with_a_measure_and_a_date_to_come_can_be_worked_on() -> None:
    workable(change="Letters in time", measure="Count them", due=date(2026, 3, 2), today=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("change", "measure", "due", "refusal", "field"),
    [
        (" ", "Count them", date(2026, 3, 20), ActionIncomplete, "change"),
        ("Letters in time", "", date(2026, 3, 20), ActionIncomplete, "measure"),
        ("Letters in time", "Count them", date(2026, 3, 1), DatePassed, "due"),
    ],
    ids=["no change", "no measure", "a date behind us"],
)
def test_what_lacks_a_part_is_not_an_action_yet(
    change: str, measure: str, due: date, refusal: type[Refusal], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        workable(change=change, measure=measure, due=due, today=date(2026, 3, 2))

    assert refused.value.field == field
