"""Checkpoints: when they are, what is asked at them, and of whom no more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workshop.action import ActionMoved, ActionState, Evidence, NotTheOwner, Outsider
from bot.workshop.checkpoint import (
    Effect,
    Sighting,
    day_of,
    goes_on,
    may_ask,
    number_on,
    sample,
    to_look_at,
)
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.workshop import DatePassed
from tests.workshop.examples import ANNA, BEN, NOON, an_action

SESSION = date(2026, 3, 10)
DONE = an_action().accept(BEN, NOON).done(BEN, Evidence("Six letters"), NOON)


def test_six_weeks_three_months_six_months_and_then_each_quarter() -> None:
    assert [day_of(number, SESSION) for number in range(1, 6)] == [
        date(2026, 4, 21),
        date(2026, 6, 10),
        date(2026, 9, 10),
        date(2026, 12, 10),
        date(2027, 3, 10),
    ]


@pytest.mark.parametrize(
    ("session", "number", "day"),
    [
        (date(2027, 11, 30), 2, date(2028, 2, 29)),
        (date(2026, 11, 30), 2, date(2027, 2, 28)),
        (date(2028, 2, 29), 5, date(2029, 2, 28)),
        (date(2026, 8, 31), 3, date(2027, 2, 28)),
    ],
)
def test_a_day_that_a_month_does_not_have_is_its_last(session: date, number: int, day: date) -> None:
    assert day_of(number, session) == day


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))
def test_the_checkpoint_of_a_day_has_come_and_the_next_has_not(session: date, days: int) -> None:
    day = session + timedelta(days=days)
    number = number_on(day, session)

    assert number == 0 or day_of(number, session) <= day
    assert day < day_of(number + 1, session)


def test_what_was_done_yesterday_is_not_asked_about_today() -> None:
    assert to_look_at([DONE], NOON.date() + timedelta(days=13)) == []
    assert to_look_at([DONE], NOON.date() + timedelta(days=14)) == [DONE]
    assert to_look_at([replace(DONE, state=ActionState.EFFECT_SHOWN)], SESSION + timedelta(days=99)) == []


def test_an_owner_who_was_silent_twice_is_asked_no_more() -> None:
    assert [may_ask(DONE, number, SESSION, ()) for number in (1, 2, 3, 4)] == [True, True, False, False]


def test_a_word_is_enough_to_be_asked_again() -> None:
    said = Sighting(WorkshopId(1), DONE.id, 2, BEN, NOON, Effect.TOO_EARLY, level="Four of six")

    assert [may_ask(DONE, number, SESSION, [said]) for number in (3, 4, 5)] == [True, True, False]


@pytest.mark.parametrize("state", ActionState)
def test_it_goes_on_past_six_months_only_while_something_is_open(state: ActionState) -> None:
    left = an_action(state=state)
    still_open = state in {
        ActionState.PROPOSED,
        ActionState.ACCEPTED,
        ActionState.ON_TRACK,
        ActionState.BLOCKED,
        ActionState.DONE,
        ActionState.NO_EFFECT,
    }

    assert goes_on([left], 3) is still_open
    assert goes_on([], 0) is False


def test_it_ends_once_somebody_has_said_stop() -> None:
    in_vain = DONE.in_vain(BEN)

    assert goes_on([in_vain], 9) is True
    assert goes_on([in_vain.settled(NOON)], 9) is False
    with pytest.raises(ActionMoved):
        in_vain.settled(NOON).undecided()


@given(st.integers(0, 40), st.integers(1, 9))
def test_one_in_five_is_looked_at_again_and_one_at_least(closed: int, number: int) -> None:
    shown = [replace(DONE, id=ActionId(each), state=ActionState.EFFECT_SHOWN) for each in range(closed)]
    drawn = sample([*shown, DONE], number)

    assert len(drawn) == -(-closed // 5)
    assert drawn == sample([DONE, *reversed(shown)], number)
    assert DONE not in drawn


def test_only_the_owner_sees_an_effect_and_only_of_what_is_done() -> None:
    assert DONE.shown(BEN).state is ActionState.EFFECT_SHOWN
    assert DONE.in_vain(BEN).state is ActionState.NO_EFFECT
    with pytest.raises(NotTheOwner):
        DONE.shown(ANNA)
    with pytest.raises(ActionMoved):
        an_action().accept(BEN, NOON).shown(BEN)


@pytest.mark.parametrize(
    ("by", "state"), [(BEN, ActionState.ACCEPTED), (ANNA, ActionState.PROPOSED)], ids=["its owner", "the facilitator"]
)
def test_whoever_opens_it_again_only_its_owner_takes_it_on(by: UserId, state: ActionState) -> None:
    due = NOON.date() + timedelta(days=30)
    again = DONE.shown(BEN).reopened(by, due, NOON, "Letters come by e-mail")

    assert (again.state, again.due, again.change) == (state, due, "Letters come by e-mail")
    assert (again.closed_at, again.evidence, again.settled_at) == (None, None, None)


def test_nothing_is_opened_again_for_yesterday() -> None:
    with pytest.raises(DatePassed):
        DONE.reopened(BEN, NOON.date() - timedelta(days=1), NOON)


def test_an_owner_outside_is_asked_though_it_is_their_keeper_who_reopens_it() -> None:
    again = replace(DONE, outsider=Outsider("Dr Rhys")).reopened(BEN, NOON.date(), NOON)

    assert (again.state, again.asked_at) == (ActionState.PROPOSED, NOON)


def test_looking_again_puts_it_back_to_done() -> None:
    assert DONE.in_vain(BEN).settled(NOON).looked_at_again() == DONE
