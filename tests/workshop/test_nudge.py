"""Nudges: kind, in working hours, the latest earned only, and none for what nobody has taken on or has finished."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar import bank_holidays
from bot.workshop.action import Action, ActionState
from bot.workshop.nudge import LADDER, next_look, nudge_due, nudge_key, private, rungs
from bot.workshop.working_time import WorkingTime
from tests.workshop.examples import BEN, an_action, hours
from tests.workshop.test_working_time import ZONES, some_holidays

LONDON = ZoneInfo("Europe/London")
LONG_AGO = datetime(2020, 1, 6, 12, 0, tzinfo=UTC)
DUE = date(2026, 3, 20)

dues = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@st.composite
def followed(draw: st.DrawFn) -> tuple[Action, WorkingTime, datetime]:
    """An open action taken on at some moment around its date, its owner's hours, and a moment to look at it."""
    due = draw(dues)
    accepted = datetime.combine(due, time(0), UTC) + draw(st.timedeltas(timedelta(days=-40), timedelta(days=12)))
    state = draw(st.sampled_from([ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED]))
    action = an_action(due=due, accepted_at=accepted, state=state)
    worked = hours(draw(st.sampled_from(ZONES)), draw(some_holidays()))
    now = datetime.combine(due, time(0), UTC) + draw(st.timedeltas(timedelta(days=-45), timedelta(days=60)))
    return action, worked, now


def taken_on(at: datetime = LONG_AGO, due: date = DUE) -> Action:
    return an_action(due=due).accept(BEN, at)


def london(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=LONDON)


def earned_over(action: Action, worked: WorkingTime, moments: Sequence[datetime]) -> list[str]:
    """The rungs somebody hears of who is looked at in those moments, each once."""
    found = [nudge_due(action, moment, worked) for moment in moments]
    return list(dict.fromkeys(nudge.rung for nudge in found if nudge))


@pytest.mark.parametrize(
    ("now", "rung"),
    [
        ("2026-03-13 08:59", None),
        ("2026-03-13 09:00", "week-before"),
        ("2026-03-20 08:59", "week-before"),
        ("2026-03-20 09:00", "due"),
        ("2026-03-22 23:59", "due"),
        ("2026-03-23 09:00", "late-3"),
        ("2026-03-27 09:00", "late-7"),
        ("2027-03-27 09:00", "late-7"),
    ],
    ids=[
        "more than a week before: nothing",
        "a week before at nine",
        "early on the day: still the week before",
        "on the day at nine",
        "on the weekend after: still the day",
        "three days late",
        "seven days late",
        "a year late: nothing more",
    ],
)
def test_ben_hears_a_week_before_on_the_day_and_twice_after(now: str, rung: str | None) -> None:
    nudge = nudge_due(taken_on(), london(now), hours())

    assert (nudge.rung if nudge else None) == rung


def test_an_outage_of_three_weeks_ends_in_one_nudge_not_four() -> None:
    everything = [london("2026-03-12 09:00"), london("2026-04-02 11:00"), london("2026-04-02 11:01")]

    assert earned_over(taken_on(), hours(), everything) == ["late-7"]


def test_somebody_who_takes_an_action_on_the_day_before_is_not_reminded_of_last_week() -> None:
    action = taken_on(london("2026-03-19 16:00"))

    assert nudge_due(action, london("2026-03-19 16:30"), hours()) is None
    assert next_look(action, london("2026-03-19 16:30"), hours()) == london("2026-03-20 09:00")


def test_somebody_who_takes_it_on_when_it_is_long_overdue_is_left_in_peace() -> None:
    action = taken_on(london("2026-06-01 10:00"))

    assert list(rungs(action, hours())) == []
    assert next_look(action, london("2026-06-01 10:00"), hours()) is None


def test_an_action_due_on_good_friday_is_asked_about_on_the_tuesday_and_once() -> None:
    worked = hours(holidays=bank_holidays("england"))
    action = taken_on(due=date(2026, 4, 3))
    each_hour = [london("2026-04-01 00:30") + timedelta(hours=n) for n in range(24 * 7)]

    assert earned_over(action, worked, each_hour) == ["week-before", "late-3"]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2028, 2, 29), ["2028-02-22", "2028-02-29", "2028-03-03", "2028-03-07"]),
        (date(2026, 8, 31), ["2026-08-24", "2026-09-01", "2026-09-03", "2026-09-07"]),
        (date(2026, 12, 31), ["2026-12-24", "2026-12-31", "2027-01-04", "2027-01-07"]),
        (date(2026, 3, 28), ["2026-03-23", "2026-03-30", "2026-03-31", "2026-04-07"]),
    ],
    ids=[
        "29 February",
        "the last of August, a bank holiday",
        "New Year's Eve",
        "the night the clocks change, before Easter",
    ],
)
def test_the_ladder_falls_on_days_that_people_expect(due: date, expected: list[str]) -> None:
    ladder = list(rungs(taken_on(due=due), hours(holidays=bank_holidays("england"))))

    assert [nudge.due_at for nudge in ladder] == [london(f"{day} 09:00") for day in expected]


@pytest.mark.parametrize("state", [state for state in ActionState if not state.is_open])
def test_what_is_not_open_is_not_chased(state: ActionState) -> None:
    action = an_action(state=state, accepted_at=LONG_AGO)

    assert nudge_due(action, london("2026-03-20 10:00"), hours()) is None
    assert next_look(action, london("2026-03-01 10:00"), hours()) is None


def test_before_the_date_the_owner_hears_in_private_and_from_the_date_on_in_the_thread() -> None:
    assert {rung: private(rung) for rung in LADDER} == {
        "week-before": True,
        "due": False,
        "late-3": False,
        "late-7": False,
    }


def test_keys_are_the_same_in_every_replica_and_differ_between_nudges() -> None:
    changed = taken_on().blocked(BEN, "Funding.")

    assert nudge_key(taken_on(), "due") == nudge_key(changed, "due") == "action_nudge:42:due"
    assert len({nudge_key(taken_on(), rung) for rung in LADDER}) == len(LADDER)


@settings(deadline=None, max_examples=80)
@given(followed())
def test_no_nudge_is_due_before_acceptance_or_out_of_hours_or_ahead_of_its_day(
    story: tuple[Action, WorkingTime, datetime],
) -> None:
    action, worked, _ = story
    assert action.accepted_at is not None
    assert action.due is not None

    for nudge in rungs(action, worked):
        local = nudge.due_at.astimezone(worked.zone)
        assert nudge.due_at > action.accepted_at
        assert local.time() == time(9)
        assert worked.works_on(local.date())
        assert local.date() >= action.due + timedelta(days=LADDER[nudge.rung])


@settings(deadline=None, max_examples=80)
@given(followed())
def test_only_the_latest_that_was_earned_counts_and_the_next_look_misses_none(
    story: tuple[Action, WorkingTime, datetime],
) -> None:
    action, worked, now = story
    ladder = list(rungs(action, worked))

    nudge, look = nudge_due(action, now, worked), next_look(action, now, worked)

    passed = [each for each in ladder if each.due_at <= now]
    assert nudge == (passed[-1] if passed else None)
    assert look == min((each.due_at for each in ladder if each.due_at > now), default=None)
    assert [each.due_at for each in ladder] == sorted(each.due_at for each in ladder)


@settings(deadline=None, max_examples=60)
@given(followed())
def test_looking_only_when_told_to_hears_of_everything_and_comes_to_an_end(
    story: tuple[Action, WorkingTime, datetime],
) -> None:
    action, worked, _ = story
    look = next_look(action, LONG_AGO, worked)
    heard = []
    while look is not None:
        nudge = nudge_due(action, look, worked)
        assert nudge is not None
        heard.append(nudge.due_at)
        look = next_look(action, look, worked)

    assert heard == sorted({nudge.due_at for nudge in rungs(action, worked)})


@settings(deadline=None, max_examples=50)
@given(followed())
def test_a_nudge_that_comes_up_at_night_is_sent_in_the_owner_s_hours(
    story: tuple[Action, WorkingTime, datetime],
) -> None:
    _, worked, now = story

    sent_at = worked.next_moment(now)

    assert time(9) <= sent_at.astimezone(worked.zone).time() < time(17)
    assert worked.works_on(sent_at.astimezone(worked.zone).date())


@settings(deadline=None, max_examples=60)
@given(followed(), st.sampled_from([ActionState.DONE, ActionState.DECLINED, ActionState.EFFECT_SHOWN]))
def test_nothing_is_earned_once_the_action_is_closed(
    story: tuple[Action, WorkingTime, datetime], state: ActionState
) -> None:
    action, worked, now = story
    closed = an_action(due=action.due, accepted_at=action.accepted_at, state=state, closed_at=now)

    assert nudge_due(closed, now, worked) is None
    assert next_look(closed, now, worked) is None


@settings(deadline=None, max_examples=60)
@given(followed(), st.timedeltas(timedelta(0), timedelta(days=90)))
def test_keys_never_come_twice_for_different_things(
    story: tuple[Action, WorkingTime, datetime], later: timedelta
) -> None:
    action, worked, now = story
    one, other = nudge_due(action, now, worked), nudge_due(action, now + later, worked)

    if one and other:
        same = nudge_key(action, one.rung) == nudge_key(action, other.rung)
        assert same is (one.due_at == other.due_at)
