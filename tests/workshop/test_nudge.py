"""Nudges: kind, in working hours, the latest earned only, and none for what nobody has taken on or has finished."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar import bank_holidays
from bot.workshop.action import Action, ActionState
from bot.workshop.ids import UserId
from bot.workshop.ladder import DEFAULT, Ladder, To, ladder_of
from bot.workshop.nudge import Circle, Nudge, Step, asks, earned, steps
from bot.workshop.working_time import WorkingTime
from tests.workshop.examples import BEN, FERN, an_action, hours
from tests.workshop.test_working_time import ZONES, some_holidays

LONDON = ZoneInfo("Europe/London")
LONG_AGO = datetime(2020, 1, 6, 12, 0, tzinfo=UTC)
DUE = date(2026, 3, 20)
SPONSOR = UserId("U-SIAN")
LADDER = ladder_of(DEFAULT)
OWNER_ALONE = ladder_of("half-way, -7, 0, +3, +7")
SPAN = timedelta(days=60)


def taken_on(at: datetime = LONG_AGO, due: date = DUE) -> Action:
    return an_action(due=due).accept(BEN, at)


def london(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=LONDON)


def circle(worked: WorkingTime | None = None) -> Circle:
    """Ben, and above him Fern and Siân, who all work the same hours."""
    worked = worked or hours()
    return Circle(worked, {To.FACILITATOR: (FERN, worked), To.SPONSOR: (SPONSOR, worked), To.BOARD: (FERN, worked)})


def told_over(
    action: Action, moments: Sequence[datetime], ladder: Ladder = LADDER, around: Circle | None = None
) -> list[Nudge]:
    """What is told by somebody who looks in those moments and does nothing else."""
    told: list[Nudge] = []
    for now in moments:
        told += looked(action, now, told, ladder, around or circle())
    return told


def looked(action: Action, now: datetime, told: Sequence[Nudge], ladder: Ladder, around: Circle) -> Iterator[Nudge]:
    for step in earned(steps(action, ladder, told, around), now):
        hours_of = around.higher[To(step.rung)][1] if step.is_higher else around.owner
        if hours_of.works_at(now):
            yield nudge_of(action, step, now, hours_of)


def nudge_of(action: Action, step: Step, now: datetime, worked: WorkingTime) -> Nudge:
    assert action.due is not None
    return Nudge(action.id, action.due, step.rung, step.to, now, "key", asks(step.rung, action, worked.today(now)))


def each_hour(first: str, days: int) -> list[datetime]:
    return [london(first) + timedelta(hours=n) for n in range(24 * days)]


def test_ben_who_never_answers_is_asked_twice_and_then_it_goes_to_people() -> None:
    action = replace(taken_on(london("2026-03-02 10:00"), due=date(2026, 4, 10)), sponsor=SPONSOR)

    told = told_over(action, each_hour("2026-03-02 00:30", 90))

    assert [(each.rung, each.to, f"{each.at:%Y-%m-%d}") for each in told] == [
        ("half-way", BEN, "2026-03-23"),
        ("before-7", BEN, "2026-04-03"),
        ("due", BEN, "2026-04-10"),
        ("late-3", BEN, "2026-04-13"),
        ("facilitator", FERN, "2026-04-16"),
        ("sponsor", SPONSOR, "2026-04-27"),
        ("board", FERN, "2026-05-04"),
    ]


def test_ben_who_answers_hears_of_every_rung_and_the_facilitator_at_ten_days() -> None:
    told: list[Nudge] = []
    action = taken_on(london("2026-03-02 10:00"))
    for now in each_hour("2026-03-02 00:30", 40):
        new = list(looked(action, now, told, LADDER, circle()))
        told += new
        if any(each.to == BEN for each in new):
            action = replace(action, heard_at=now + timedelta(minutes=10))

    assert [(each.rung, f"{each.at:%m-%d}") for each in told] == [
        ("before-7", "03-13"),
        ("due", "03-20"),
        ("late-3", "03-23"),
        ("late-7", "03-27"),
        ("facilitator", "03-30"),
        ("sponsor", "04-06"),
    ]


def test_an_outage_of_three_weeks_ends_in_one_nudge_not_four() -> None:
    moments = [london("2026-03-12 09:00"), london("2026-03-27 11:00"), london("2026-03-27 11:01")]

    assert [each.rung for each in told_over(taken_on(), moments, ladder_of("-7, 0, +3, +7"))] == ["late-7"]


def test_after_an_outage_the_facilitator_hears_before_the_sponsor_and_the_sponsor_a_week_later() -> None:
    action = replace(taken_on(), sponsor=SPONSOR)
    told = told_over(action, each_hour("2026-06-01 00:30", 30))

    assert [(each.rung, f"{each.at:%m-%d}") for each in told] == [
        ("late-7", "06-01"),
        ("facilitator", "06-01"),
        ("sponsor", "06-08"),
        ("board", "06-15"),
    ]


def test_somebody_who_takes_an_action_on_the_day_before_is_not_reminded_of_last_week() -> None:
    action = taken_on(london("2026-03-19 16:00"))

    coming = steps(action, LADDER, (), circle())

    assert (coming[0].rung, coming[0].at) == ("due", london("2026-03-20 09:00"))


def test_what_was_answered_this_morning_is_not_asked_at_nine() -> None:
    action = replace(taken_on(), heard_at=london("2026-03-20 08:10"))

    assert earned(steps(action, LADDER, (), circle()), london("2026-03-20 12:00")) == []


def test_somebody_who_takes_it_on_when_it_is_long_overdue_is_left_in_peace() -> None:
    assert steps(taken_on(london("2026-06-01 10:00")), LADDER, (), circle()) == []


def test_a_week_of_quiet_is_quiet_and_ends_in_one_question() -> None:
    action = taken_on().snooze(BEN, date(2026, 3, 20))
    asked = replace(action, heard_at=london("2026-03-20 10:00"))

    told = told_over(asked, each_hour("2026-03-20 11:30", 9), OWNER_ALONE)

    assert [(each.rung, f"{each.at:%Y-%m-%d %H:%M}") for each in told] == [("snooze-1", "2026-03-27 09:30")]


def test_what_the_facilitator_sees_to_goes_no_higher_for_a_week() -> None:
    action = replace(taken_on(), sponsor=SPONSOR, held_until=date(2026, 4, 20))

    told = told_over(action, each_hour("2026-03-19 00:30", 60))

    assert next(each.at.date() for each in told if each.to == FERN) == date(2026, 4, 20)


def test_who_owns_it_and_runs_the_workshop_is_not_told_twice_of_the_same() -> None:
    alone = Circle(hours(), {To.SPONSOR: (SPONSOR, hours())})
    action = replace(taken_on(), sponsor=SPONSOR)

    told = told_over(action, each_hour("2026-03-19 00:30", 60), around=alone)

    assert [each.rung for each in told] == ["before-7", "due", "late-3", "sponsor"]


def test_an_action_due_on_good_friday_is_asked_about_on_the_tuesday_and_once() -> None:
    worked = circle(hours(holidays=bank_holidays("england")))
    told = told_over(taken_on(due=date(2026, 4, 3)), each_hour("2026-03-27 00:30", 12), OWNER_ALONE, worked)

    assert [(each.rung, f"{each.at:%m-%d}") for each in told] == [("before-7", "03-27"), ("late-3", "04-07")]


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
def test_the_ladder_falls_on_days_that_people_expect_at_nine_by_the_clock(due: date, expected: list[str]) -> None:
    worked = circle(hours(holidays=bank_holidays("england")))
    coming = steps(taken_on(due=due), ladder_of("-7, 0, +3, +7"), (), worked)

    assert [each.at for each in coming if not each.is_higher] == [london(f"{day} 09:00") for day in expected]


def looked_at(*days: date) -> Action:
    return replace(taken_on(london("2026-03-02 10:00"), due=date(2026, 4, 10)), reviews=days)


def test_on_a_day_on_which_it_is_looked_at_its_owner_is_asked() -> None:
    action = looked_at(date(2026, 3, 16))

    told = told_over(action, each_hour("2026-03-02 00:30", 24), OWNER_ALONE)

    assert [(each.rung, f"{each.at:%m-%d %H:%M}", each.asks) for each in told] == [
        ("review-2026-03-16", "03-16 09:30", True),
        ("half-way", "03-23 09:30", False),
    ]


def test_two_days_without_an_answer_and_the_facilitator_hears_before_the_date() -> None:
    action = looked_at(date(2026, 3, 11), date(2026, 3, 18))

    told = told_over(action, each_hour("2026-03-02 00:30", 30))

    assert [(each.rung, each.to, f"{each.at:%m-%d}") for each in told] == [
        ("review-2026-03-11", BEN, "03-11"),
        ("review-2026-03-18", BEN, "03-18"),
        ("facilitator", FERN, "03-23"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 3), ["half-way", "review-2026-04-03", "due"]),
        (date(2026, 4, 4), ["half-way", "before-7", "review-2026-04-04", "due"]),
        (date(2026, 4, 10), ["half-way", "before-7", "due", "late-3"]),
    ],
    ids=["instead of the reminder", "on the Monday after it", "but not beside the question of the date"],
)
def test_nobody_is_asked_twice_in_a_day(day: date, expected: list[str]) -> None:
    told = told_over(looked_at(day), each_hour("2026-03-02 00:30", 60), OWNER_ALONE)

    assert [each.rung for each in told if each.to == BEN] == expected


def test_an_outage_over_the_day_ends_in_the_question_and_not_in_a_reminder() -> None:
    moments = [london("2026-03-27 09:00"), london("2026-04-07 11:00"), london("2026-04-07 11:01")]

    told = told_over(looked_at(date(2026, 4, 1)), moments, ladder_of("-7, 0"))

    assert [each.rung for each in told] == ["review-2026-04-01"]


def test_a_review_that_is_put_off_is_asked_about_a_week_later() -> None:
    action = looked_at(date(2026, 3, 16)).snooze(BEN, date(2026, 3, 16))
    snoozed = replace(action, heard_at=london("2026-03-16 10:00"))

    told = told_over(snoozed, each_hour("2026-03-16 11:30", 10), ladder_of("0"))

    assert [(each.rung, f"{each.at:%m-%d}", each.asks) for each in told] == [("review-2026-03-23", "03-23", True)]


def test_a_day_from_before_it_was_taken_on_is_not_asked_about() -> None:
    action = replace(taken_on(london("2026-03-17 10:00")), reviews=(date(2026, 3, 16), date(2026, 3, 17)))

    assert [each.rung for each in told_over(action, each_hour("2026-03-17 10:30", 2))] == []


@pytest.mark.parametrize("state", [state for state in ActionState if not state.is_open])
def test_what_is_not_open_is_not_chased(state: ActionState) -> None:
    assert steps(an_action(state=state, accepted_at=LONG_AGO), LADDER, (), circle()) == []


def test_what_has_no_owner_any_more_asks_nobody() -> None:
    assert steps(taken_on().let_go(BEN, LONG_AGO), LADDER, (), circle()) == []


@st.composite
def followed(draw: st.DrawFn) -> tuple[Action, WorkingTime]:
    """An open action taken on at some moment around its date, and its owner's hours."""
    due = draw(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
    accepted = datetime.combine(due, time(0), UTC) + draw(st.timedeltas(timedelta(days=-60), timedelta(days=5)))
    state = draw(st.sampled_from([ActionState.ACCEPTED, ActionState.ON_TRACK, ActionState.BLOCKED]))
    sponsor = draw(st.sampled_from([None, SPONSOR]))
    reviews = tuple(sorted(due + each for each in draw(st.sets(st.timedeltas(-SPAN, SPAN), max_size=3))))
    action = an_action(due=due, accepted_at=accepted, state=state, sponsor=sponsor, reviews=reviews)
    opens = draw(st.integers(0, 22))
    worked = WorkingTime(
        ZoneInfo(draw(st.sampled_from(ZONES))),
        time(opens),
        time(draw(st.integers(opens + 1, 23))),
        draw(some_holidays()),
        draw(st.frozensets(st.integers(0, 6), min_size=1)),
    )
    return action, worked


@st.composite
def lookings(draw: st.DrawFn) -> list[timedelta]:
    """When some replica looks: in no order that anybody planned, with outages, twice in the same moment."""
    gaps = draw(st.lists(st.timedeltas(timedelta(0), timedelta(days=9)), min_size=1, max_size=40))
    moments, at = [], timedelta(days=-70)
    for gap in gaps:
        at += gap
        moments += [at] * draw(st.integers(1, 3))
    return moments


@settings(deadline=None, max_examples=120)
@given(followed(), lookings(), st.data())
def test_whoever_looks_and_whenever_nothing_comes_early_at_night_twice_or_after_the_end(
    story: tuple[Action, WorkingTime], looks: list[timedelta], data: st.DataObject
) -> None:
    action, worked = story
    assert action.due is not None
    noon = datetime.combine(action.due, time(12), UTC)
    ends = noon + data.draw(st.timedeltas(timedelta(days=-30), timedelta(days=90)))
    possible = {each.rung: each.at for each in steps(action, LADDER, (), circle(worked))}
    told: list[Nudge] = []
    for now in (noon + each for each in looks):
        current = replace(action, state=ActionState.DONE) if now >= ends else action
        told += looked(current, now, told, LADDER, circle(worked))

    keys = [(each.rung, each.to) for each in told]
    assert len(keys) == len(set(keys))
    for each in told:
        assert worked.works_at(each.at)
        assert each.at < ends
        assert action.accepted_at is not None
        assert each.at > action.accepted_at
        if each.to == BEN:
            assert each.at >= possible[each.rung]


@settings(deadline=None, max_examples=80)
@given(followed(), st.integers(1, 72))
def test_nothing_that_was_due_is_never_told(story: tuple[Action, WorkingTime], every: int) -> None:
    """Once somebody has looked in working hours, nothing is left that has been earned by then."""
    action, worked = story
    assert action.due is not None
    start = datetime.combine(action.due, time(0), UTC) - timedelta(days=70)
    told: list[Nudge] = []
    for now in dict.fromkeys(worked.next_moment(start + timedelta(hours=step)) for step in range(0, 24 * 120, every)):
        told += looked(action, now, told, OWNER_ALONE, circle(worked))
        assert earned(steps(action, OWNER_ALONE, told, circle(worked)), now) == []

    if any(rung.at for rung in steps(action, OWNER_ALONE, (), circle(worked))):
        assert told


@settings(deadline=None, max_examples=60)
@given(followed())
def test_looking_only_when_told_to_hears_of_everything_and_comes_to_an_end(story: tuple[Action, WorkingTime]) -> None:
    action, worked = story
    told: list[Nudge] = []
    for _ in range(30):
        coming = steps(action, LADDER, told, circle(worked))
        if not coming:
            break
        told += looked(action, coming[0].at, told, LADDER, circle(worked))

    assert steps(action, LADDER, told, circle(worked)) == []


@settings(deadline=None, max_examples=60)
@given(followed(), st.integers(1, 12))
def test_whoever_answers_is_asked_on_every_day_on_which_it_is_looked_at(
    story: tuple[Action, WorkingTime], every: int
) -> None:
    action, worked = story
    assert action.due is not None
    start, told = datetime.combine(action.due, time(0), UTC) - timedelta(days=70), list[Nudge]()
    for now in dict.fromkeys(worked.next_moment(start + timedelta(hours=step)) for step in range(0, 24 * 145, every)):
        new = list(looked(action, now, told, OWNER_ALONE, circle(worked)))
        told += new
        if new:
            action = replace(action, heard_at=now)

    assert action.accepted_at is not None
    since = worked.today(action.accepted_at)
    days = {worked.today(worked.first_moment(day)) for day in action.reviews}
    assert {day for day in days if day > since} <= {worked.today(each.at) for each in told if each.asks}
