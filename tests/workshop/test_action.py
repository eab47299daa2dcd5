"""An action: who may move it, from where, and what has to be said with it."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.workshop.action import (
    Action,
    ActionIncomplete,
    ActionMoved,
    ActionState,
    Evidence,
    EvidenceNeeded,
    NothingOffered,
    NotTheOwner,
    Offer,
    Outsider,
    ReasonNeeded,
    keepable,
)
from bot.workshop.ids import ActionId, FindingId, UserId
from bot.workshop.record import LOOKED_AT, Change, differences
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import DatePassed
from tests.workshop.examples import ANNA, BEN, FERN, NOON, STRANGER, an_action

Move = Callable[[Action, UserId], Action]

OPEN = (ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED)
MOVES: dict[str, tuple[Move, tuple[ActionState, ...], ActionState]] = {
    "accept": (lambda action, by: action.accept(by, NOON), (ActionState.PROPOSED,), ActionState.ACCEPTED),
    "counter": (
        lambda action, by: action.counter(by, Offer(due=date(2026, 4, 1))),
        (ActionState.PROPOSED,),
        ActionState.PROPOSED,
    ),
    "decline": (lambda action, by: action.decline(by, "Not ours."), (ActionState.PROPOSED,), ActionState.DECLINED),
    "on track": (lambda action, by: action.on_track(by), OPEN, ActionState.ON_TRACK),
    "blocked": (lambda action, by: action.blocked(by, "Funding."), OPEN, ActionState.BLOCKED),
    "done": (lambda action, by: action.done(by, Evidence("Six letters."), NOON), OPEN, ActionState.DONE),
}
every_move = pytest.mark.parametrize(("move", "origins", "goal"), MOVES.values(), ids=MOVES.keys())
each_move = pytest.mark.parametrize("move", [move for move, _, _ in MOVES.values()], ids=MOVES.keys())


@every_move
@pytest.mark.parametrize("state", ActionState)
def test_the_owner_moves_an_action_from_where_the_move_begins(
    move: Move, origins: tuple[ActionState, ...], goal: ActionState, state: ActionState
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
    done = an_action().accept(BEN, NOON).done(BEN, Evidence("Six letters."), NOON + timedelta(days=3))

    assert done.closed_at == NOON + timedelta(days=3)
    assert done.accepted_at == NOON


@pytest.mark.parametrize("silence", ["", "  ", "\n\t"])
def test_saying_no_being_stuck_and_being_done_each_take_a_sentence(silence: str) -> None:
    proposed, accepted = an_action(), an_action().accept(BEN, NOON)
    attempts: list[tuple[type[Refusal], str, Callable[[], Action]]] = [
        (ReasonNeeded, "reason", lambda: proposed.decline(BEN, silence)),
        (ReasonNeeded, "reason", lambda: accepted.blocked(BEN, silence)),
        (EvidenceNeeded, "evidence", lambda: accepted.done(BEN, Evidence(silence, "Shelf 3"), NOON)),
    ]

    for refusal, field, attempt in attempts:
        with pytest.raises(refusal) as refused:
            attempt()
        assert refused.value.field == field


@pytest.mark.parametrize("state", ActionState)
def test_only_what_an_owner_has_taken_on_and_not_finished_is_open(state: ActionState) -> None:
    assert state.is_open is (state in OPEN)


@pytest.mark.parametrize("lacking", ["owner", "due", "measure", "baseline", "expected", "factor"])
def test_an_action_is_a_draft_until_nothing_is_missing_and_says_what_is(lacking: str) -> None:
    nothing = None if lacking in {"owner", "due"} else " " if lacking != "factor" else ""
    draft = a_draft(**{lacking: nothing}).asked(NOON)

    assert draft.state is ActionState.DRAFT
    assert draft.missing == ("answers" if lacking == "factor" else lacking,)
    assert not draft.state.is_planned
    assert a_draft().asked(NOON).state is ActionState.PROPOSED
    assert a_draft(factor="", finding=FindingId(3)).missing == ()


@pytest.mark.parametrize("state", [*OPEN, ActionState.DONE, ActionState.WITHDRAWN])
def test_what_somebody_has_taken_on_or_left_is_not_put_before_them_again(state: ActionState) -> None:
    with pytest.raises(ActionMoved):
        a_draft(state=state).asked(NOON)


@pytest.mark.parametrize(
    ("change", "due", "reviews", "refusal", "field"),
    [
        (" ", date(2026, 3, 20), (), ActionIncomplete, "change"),
        ("Letters in time", date(2026, 3, 1), (), DatePassed, "due"),
        ("Letters in time", None, (date(2026, 3, 1),), DatePassed, "reviews"),
    ],
    ids=["no change", "a date behind us", "a review behind us"],
)
def test_not_even_a_draft_can_be_made_of_it(
    change: str, due: date | None, reviews: tuple[date, ...], refusal: type[Refusal], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        keepable(change=change, due=due, reviews=reviews, today=date(2026, 3, 2))

    assert refused.value.field == field


def test_a_draft_needs_no_more_than_its_change() -> None:
    keepable(change="Letters in time", due=None, reviews=(), today=date(2026, 3, 2))
    keepable(change="Letters in time", due=date(2026, 3, 2), reviews=(date(2026, 3, 2),), today=date(2026, 3, 2))


def test_an_owner_may_take_it_on_otherwise_and_has_accepted_once_the_facilitator_agrees() -> None:
    offered = an_action().counter(BEN, Offer(due=date(2026, 4, 1), change="Letters in time", why="A new system comes."))

    agreed = offered.agree(NOON)

    assert offered.state is ActionState.PROPOSED
    assert (agreed.due, agreed.change, agreed.owner) == (date(2026, 4, 1), "Letters in time", BEN)
    assert (agreed.state, agreed.accepted_at, agreed.offer) == (ActionState.ACCEPTED, NOON, None)


def test_somebody_elses_action_is_theirs_only_once_they_have_said_yes() -> None:
    passed_on = a_draft(outsider=Outsider("Dr Rhys")).asked(NOON).counter(BEN, Offer(owner=ANNA)).agree(NOON)

    assert (passed_on.owner, passed_on.outsider) == (ANNA, None)
    assert (passed_on.state, passed_on.asked_at) == (ActionState.PROPOSED, NOON)


def test_where_the_facilitator_does_not_agree_the_owner_is_asked_as_before() -> None:
    kept = a_draft().asked(NOON).counter(BEN, Offer(due=date(2026, 4, 1))).keep(NOON + timedelta(days=1))

    assert (kept.due, kept.state, kept.offer) == (a_draft().due, ActionState.PROPOSED, None)
    assert kept.asked_at == NOON + timedelta(days=1)


def test_the_same_again_is_no_other_way_to_take_it_on() -> None:
    action = an_action()
    same = Offer(due=action.due, change=action.change, owner=action.owner, why="Because.")

    for nothing in (Offer(), Offer(why="Because."), same):
        with pytest.raises(NothingOffered):
            action.counter(BEN, nothing)
    with pytest.raises(ActionMoved):
        action.agree(NOON)


def test_a_question_that_went_back_may_still_be_answered_by_its_owner() -> None:
    returned = an_action().handed_back(NOON)

    assert returned.state is ActionState.PROPOSED
    assert returned.returned_at == NOON
    assert returned.accept(BEN, NOON).returned_at is None


def test_what_says_the_same_leaves_the_plan_and_knows_where_it_went() -> None:
    merged = an_action().withdrawn(into=ActionId(7))

    assert (merged.state, merged.into) == (ActionState.WITHDRAWN, 7)
    assert not merged.state.is_planned
    with pytest.raises(ActionMoved):
        an_action(state=ActionState.DONE).withdrawn()


def test_the_record_tells_each_thing_from_what_to_what() -> None:
    before = an_action()
    after = replace(before, owner=ANNA, due=date(2026, 4, 1), outsider=Outsider("Dr Rhys", "rhys@example.org"))

    assert differences(before, before) == ()
    assert differences(before, after) == (
        Change("owner", BEN, ANNA),
        Change("outsider", "", "Dr Rhys"),
        Change("due", "2026-03-20", "2026-04-01"),
    )


def test_the_record_tells_of_everything_that_people_decide() -> None:
    told_elsewhere = {"id", "workshop", "state", "proposed_by", "proposed_at", "accepted_at", "closed_at", "asked_at"}
    told_elsewhere |= {"evidence", "settled_at"}
    passing = {"heard_at", "vacated_at", "snoozes", "returned_at", "offer"}

    assert {each.name for each in fields(Action)} == set(LOOKED_AT) | told_elsewhere | passing


def a_draft(**other: Any) -> Action:
    """With everything that an action needs."""
    whole = {"state": ActionState.DRAFT, "baseline": "None of six", "expected": "All of them", "factor": "handover"}
    return an_action(**whole | other)
