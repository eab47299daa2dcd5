"""A digest: when it comes, and how a plan stood at any time."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workshop.action import Action, ActionState
from bot.workshop.digest import MOST_WEEKS, WEEK, Digest, Tally, Told, is_late, is_soon, tally, weeks
from bot.workshop.ids import WorkshopId
from bot.workshop.record import Change, Update
from tests.workshop.examples import BEN, NOON, an_action

LONDON = ZoneInfo("Europe/London")


def told(action: Action, *states: ActionState) -> Told:
    """An action that came to one state after the other, a week apart."""
    befores = [None, *states]
    updates = [
        Update(action.id, BEN, NOON + WEEK * number, befores[number], state) for number, state in enumerate(states)
    ]
    return Told(replace(action, state=states[-1]), tuple(updates))


@given(st.integers(0, 4), st.integers(8, 17), st.integers(0, 730 * 24 * 60))
def test_it_comes_on_its_day_at_its_hour_whatever_the_clocks_do(weekday: int, hour: int, minutes: int) -> None:
    now = NOON + timedelta(minutes=minutes)
    coming = Digest(WorkshopId(1), weekday, hour).next_after(now, LONDON)

    assert coming is not None
    here = coming.astimezone(LONDON)
    assert (here.weekday(), here.hour, here.minute) == (weekday, hour, 0)
    assert timedelta(0) < coming - now <= WEEK + timedelta(hours=1)


def test_who_wants_none_gets_none() -> None:
    assert Digest(WorkshopId(1), None).next_after(NOON, LONDON) is None


def test_a_plan_stands_each_week_as_it_stood_then() -> None:
    plan = [
        told(an_action(), ActionState.PROPOSED, ActionState.ACCEPTED, ActionState.DONE, ActionState.EFFECT_SHOWN),
        told(an_action(due=NOON.date()), ActionState.PROPOSED, ActionState.ACCEPTED, ActionState.BLOCKED),
    ]

    assert [tally(plan, at) for at in weeks(plan, NOON + WEEK * 3)] == [
        Tally(waiting=2),
        Tally(open=2, late=1),
        Tally(done=1, open=1, late=1, blocked=1),
        Tally(helped=1, open=1, late=1, blocked=1),
    ]


def test_what_was_in_time_then_is_not_late_in_hindsight() -> None:
    changed = Update(
        an_action().id,
        BEN,
        NOON + WEEK * 2,
        ActionState.ACCEPTED,
        ActionState.ACCEPTED,
        changes=(Change("due", "2026-12-01", "2026-03-01"),),
    )
    known = told(an_action(due=date(2026, 3, 1)), ActionState.PROPOSED, ActionState.ACCEPTED)
    plan = [replace(known, updates=(*known.updates, changed))]

    assert tally(plan, NOON + WEEK).late == 0
    assert tally(plan, NOON + WEEK * 2).late == 1


def test_a_picture_has_half_a_year_at_most_and_a_new_plan_one_week() -> None:
    plan = [told(an_action(), ActionState.PROPOSED)]

    assert weeks([], NOON) == [NOON]
    assert weeks(plan, NOON + timedelta(days=6)) == [NOON + timedelta(days=6)]
    assert len(weeks(plan, NOON + WEEK * 99)) == MOST_WEEKS


@pytest.mark.parametrize(("days", "found"), [(-1, "late"), (0, "soon"), (6, "soon"), (7, "neither")])
def test_what_is_due_today_is_soon_and_not_late(days: int, found: str) -> None:
    action = an_action(state=ActionState.ACCEPTED, due=NOON.date() + timedelta(days=days))

    assert is_late(action, NOON.date()) is (found == "late")
    assert is_soon(action, NOON.date()) is (found == "soon")
    assert not is_late(replace(action, state=ActionState.DONE), NOON.date())
