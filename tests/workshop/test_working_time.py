"""When somebody may be written to: in their own hours, on their own days."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar import SUBDIVISIONS, bank_holidays
from bot.workshop.ids import UserId
from bot.workshop.person import Own, Person
from bot.workshop.working_time import DaysOff, Leave, WorkingTime
from tests.workshop.examples import hours

SATURDAY = 5
ZONES = ["Europe/London", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe", "UTC"]
zones = st.sampled_from(ZONES)
days = st.dates(date(2024, 1, 1), date(2034, 12, 31))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2034, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def some_holidays(draw: st.DrawFn) -> frozenset[date]:
    """Single days off, and weeks of them."""
    first = draw(days)
    weeks_off = frozenset(first + timedelta(days=n) for n in range(draw(st.integers(0, 20))))
    return weeks_off | draw(st.frozensets(days, max_size=20))


def at_nine(day: date, zone: str = "Europe/London") -> datetime:
    return datetime.combine(day, time(9), ZoneInfo(zone))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 3, 7), date(2026, 3, 9)),
        (date(2026, 3, 8), date(2026, 3, 9)),
        (date(2026, 4, 3), date(2026, 4, 7)),
        (date(2026, 5, 4), date(2026, 5, 5)),
        (date(2026, 12, 25), date(2026, 12, 29)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2032, 2, 29), date(2032, 3, 1)),
        (date(2026, 1, 31), date(2026, 2, 2)),
    ],
    ids=[
        "a Monday is itself",
        "a Saturday waits for Monday",
        "a Sunday waits for Monday",
        "Good Friday waits for the Tuesday after Easter",
        "a May bank holiday waits for Tuesday",
        "Christmas Friday with Boxing Day moved to Monday waits for Tuesday",
        "a New Year's Friday waits for Monday",
        "29 February on a Tuesday is itself",
        "29 February on a Sunday waits for 1 March",
        "a Saturday at the end of a month waits for the next month",
    ],
)
def test_work_begins_at_nine_on_the_first_day_with_work(day: date, first: date) -> None:
    assert hours(holidays=bank_holidays("england")).first_moment(day) == at_nine(first)


@pytest.mark.parametrize(
    ("nation", "day", "works"),
    [
        ("england", date(2026, 4, 6), False),
        ("wales", date(2026, 4, 6), False),
        ("scotland", date(2026, 4, 6), True),
        ("scotland", date(2026, 1, 2), False),
        ("england", date(2026, 1, 2), True),
        ("northern_ireland", date(2026, 3, 17), False),
        ("wales", date(2026, 3, 17), True),
        ("wales", date(2026, 3, 1), False),
    ],
    ids=[
        "Easter Monday is off in England",
        "Easter Monday is off in Wales",
        "Easter Monday is worked in Scotland",
        "2 January is off in Scotland",
        "2 January is worked in England",
        "St Patrick's Day is off in Northern Ireland",
        "St Patrick's Day is worked in Wales",
        "St David's Day on a Sunday is a Sunday",
    ],
)
def test_each_nation_has_its_own_days_off(nation: str, day: date, *, works: bool) -> None:
    assert hours(holidays=bank_holidays(nation)).works_on(day) is works


def test_every_nation_that_can_be_set_has_christmas_off() -> None:
    assert all(date(2031, 12, 25) in bank_holidays(nation) for nation in SUBDIVISIONS)


@pytest.mark.parametrize(
    ("day", "clock_in_utc"),
    [(date(2026, 3, 27), 9), (date(2026, 3, 30), 8), (date(2026, 10, 23), 8), (date(2026, 10, 26), 9)],
    ids=["before the spring change", "after it", "before the autumn change", "after it"],
)
def test_nine_stays_nine_when_the_clocks_change(day: date, clock_in_utc: int) -> None:
    assert hours().first_moment(day) == datetime.combine(day, time(clock_in_utc), UTC)


@pytest.mark.parametrize(
    ("at", "written_at"),
    [
        ("2026-03-02 08:59", "2026-03-02 09:00"),
        ("2026-03-02 09:00", "2026-03-02 09:00"),
        ("2026-03-02 12:34", "2026-03-02 12:34"),
        ("2026-03-02 16:59", "2026-03-02 16:59"),
        ("2026-03-02 17:00", "2026-03-03 09:00"),
        ("2026-03-06 22:00", "2026-03-09 09:00"),
        ("2026-03-07 12:00", "2026-03-09 09:00"),
        ("2026-04-02 18:00", "2026-04-07 09:00"),
        ("2026-03-31 23:30", "2026-04-01 09:00"),
    ],
    ids=[
        "just before work waits a minute",
        "at nine goes at once",
        "in the day goes at once",
        "at the last minute goes at once",
        "at closing time waits for tomorrow",
        "on Friday night waits for Monday",
        "on Saturday noon waits for Monday",
        "on Maundy Thursday evening waits for the Tuesday",
        "late on the last of a month waits for the first",
    ],
)
def test_what_comes_up_outside_hours_waits_for_them(at: str, written_at: str) -> None:
    london = ZoneInfo("Europe/London")
    worked = hours(holidays=bank_holidays("england"))

    moment = worked.next_moment(datetime.fromisoformat(at).replace(tzinfo=london))

    assert moment == datetime.fromisoformat(written_at).replace(tzinfo=london)


@settings(deadline=None, max_examples=80)
@given(zone=zones, day=days, holidays=some_holidays())
def test_the_first_moment_is_nine_by_the_person_s_own_clock_on_a_day_they_work(
    zone: str, day: date, holidays: frozenset[date]
) -> None:
    moment = hours(zone, holidays).first_moment(day)

    local = moment.astimezone(ZoneInfo(zone))
    assert moment.tzinfo is UTC
    assert local.time() == time(9)
    assert local.date() >= day
    assert local.weekday() < SATURDAY
    assert local.date() not in holidays
    skipped = [day + timedelta(days=n) for n in range((local.date() - day).days)]
    assert all(each.weekday() >= SATURDAY or each in holidays for each in skipped)


@settings(deadline=None, max_examples=80)
@given(zone=zones, at=moments, holidays=some_holidays())
def test_the_next_moment_is_never_in_the_past_never_out_of_hours_and_stays_put(
    zone: str, at: datetime, holidays: frozenset[date]
) -> None:
    worked = hours(zone, holidays)

    moment = worked.next_moment(at)

    local = moment.astimezone(ZoneInfo(zone))
    assert moment >= at
    assert time(9) <= local.time() < time(17)
    assert worked.works_on(local.date())
    assert worked.next_moment(moment) == moment
    assert moment == at or local.time() == time(9)


@settings(deadline=None)
@given(zone=zones, at=moments, offset=st.integers(-12, 12))
def test_the_same_instant_is_the_same_whatever_clock_it_is_written_in(zone: str, at: datetime, offset: int) -> None:
    elsewhere = at.astimezone(timezone(timedelta(hours=offset)))

    assert hours(zone).next_moment(elsewhere) == hours(zone).next_moment(at)


def test_somebody_whose_zone_slack_tells_is_written_to_by_their_own_clock() -> None:
    monday = date(2026, 3, 2)

    known = Person(UserId("U1"), "America/New_York").hours("Europe/London", frozenset(), Own())
    unknown = Person(UserId("U2")).hours("Europe/London", frozenset(), Own())

    assert known.first_moment(monday) == at_nine(monday, "America/New_York")
    assert unknown.first_moment(monday) == at_nine(monday, "Europe/London")


@pytest.mark.parametrize(
    ("at", "later"),
    [
        ("2026-03-02 10:00", "2026-03-02 10:15"),
        ("2026-03-02 16:45", "2026-03-02 17:00"),
        ("2026-03-02 16:50", "2026-03-03 09:05"),
        ("2026-03-02 17:00", "2026-03-03 09:15"),
        ("2026-03-02 07:00", "2026-03-02 09:15"),
        ("2026-03-06 16:50", "2026-03-09 09:05"),
        ("2026-03-07 12:00", "2026-03-09 09:15"),
        ("2026-03-27 16:55", "2026-03-30 09:10"),
        ("2026-04-02 16:50", "2026-04-07 09:05"),
        ("2026-12-24 16:59", "2026-12-29 09:14"),
    ],
    ids=[
        "within a day",
        "to the end of a day",
        "over the end of a day",
        "at the end of a day nothing of it is left",
        "before work it is counted from the opening",
        "over a weekend",
        "on a Saturday it is counted from Monday",
        "over a change of clocks",
        "over Easter",
        "over Christmas",
    ],
)
def test_a_quarter_of_an_hour_of_work_is_counted_within_working_hours(at: str, later: str) -> None:
    london = ZoneInfo("Europe/London")

    found = hours(holidays=bank_holidays("england")).later(
        datetime.fromisoformat(at).replace(tzinfo=london), timedelta(minutes=15)
    )

    assert found == datetime.fromisoformat(later).replace(tzinfo=london)
    assert found.tzinfo is UTC


@given(moments, st.integers(0, 3000), some_holidays(), zones)
@settings(max_examples=200, deadline=None)
def test_working_time_adds_up_and_ends_within_working_hours(
    at: datetime, minutes: int, off: frozenset[date], zone: str
) -> None:
    these = WorkingTime(ZoneInfo(zone), holidays=off)
    half = timedelta(minutes=minutes)

    one = these.later(at, half)
    local = one.astimezone(these.zone)

    assert one >= these.next_moment(at)
    assert these.works_on(local.date())
    assert these.opens <= local.time() <= these.closes
    assert these.later(one, half) == these.later(at, half * 2)


def test_nobody_is_asked_anything_on_leave_or_on_a_day_that_is_not_theirs() -> None:
    own = Own(time(8), time(14), frozenset({0, 1, 2}), leave=(Leave(date(2026, 3, 9), date(2026, 3, 10)),))
    part_time = Person(UserId("U1"), "Europe/London").hours("UTC", frozenset(), own)
    eight = datetime.combine(date(2026, 3, 11), time(8), ZoneInfo("Europe/London"))

    assert part_time.first_moment(date(2026, 3, 5)) == eight
    assert part_time.next_moment(eight + timedelta(hours=5)) == eight + timedelta(hours=5)
    assert part_time.next_moment(eight + timedelta(hours=6)) == at_nine(date(2026, 3, 16)) - timedelta(hours=1)


@settings(deadline=None, max_examples=60)
@given(zones, moments, some_holidays(), st.frozensets(st.integers(0, 6), min_size=1), st.integers(0, 22))
def test_whatever_somebody_sets_the_next_moment_is_in_their_hours(
    zone: str, at: datetime, off: frozenset[date], days_of_work: frozenset[int], opens: int
) -> None:
    away = Leave(at.date(), at.date() + timedelta(days=opens))
    worked = WorkingTime(ZoneInfo(zone), time(opens), time(opens + 1), DaysOff(off, (away,)), days_of_work)

    moment = worked.next_moment(at)

    local = moment.astimezone(worked.zone)
    assert moment >= at
    assert worked.works_at(moment)
    assert local.weekday() in days_of_work
    assert local.date() not in off | {away.first, away.last}
