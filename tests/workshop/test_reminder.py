"""When somebody is reminded of questions that wait, and when never."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workshop.reminder import DAYS_AFTER, DAYS_BEFORE, asked_for, next_reminder, next_reminder_after
from bot.workshop.working_time import WorkingTime

LONDON = ZoneInfo("Europe/London")
AT_WORK = WorkingTime(LONDON)


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


def test_the_first_comes_five_days_before_and_the_second_two() -> None:
    thursday = date(2026, 3, 12)

    assert next_reminder(thursday, 0, at(2), AT_WORK) == at(9)  # the 7th is a Saturday
    assert next_reminder(thursday, 1, at(9), AT_WORK) == at(10)
    assert next_reminder(thursday, 2, at(10), AT_WORK) is None


def test_who_was_invited_late_gets_the_second_only() -> None:
    assert next_reminder(date(2026, 3, 13), 0, at(9), AT_WORK) == at(11)
    assert next_reminder(date(2026, 3, 13), 0, at(12), AT_WORK) is None


def test_a_weekend_before_a_monday_leaves_no_room_for_one_on_the_day() -> None:
    assert (
        next_reminder(date(2026, 3, 9), 1, at(5), AT_WORK) is None
    )  # two days before is a Saturday: it would be Monday


def test_after_the_session_they_come_two_and_five_days_behind_the_questions() -> None:
    wednesday = date(2026, 3, 11)

    assert next_reminder_after(wednesday, 0, at(11), AT_WORK) == at(13)
    assert next_reminder_after(wednesday, 1, at(13), AT_WORK) == at(16)
    assert next_reminder_after(wednesday, len(DAYS_AFTER), at(16), AT_WORK) is None


@pytest.mark.parametrize(("now", "then"), [(at(10, 16), at(11)), (at(13, 16), at(16))])
def test_tomorrow_is_the_next_day_with_work(now: datetime, then: datetime) -> None:
    assert asked_for(date(2026, 3, 20), now, AT_WORK) == then


def test_tomorrow_is_too_late_on_the_eve() -> None:
    assert asked_for(date(2026, 3, 11), at(10, 16), AT_WORK) is None


@given(
    held_on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    after=st.datetimes(datetime(2025, 12, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - see timezones
    zone=st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata"]),
    holidays=st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=20),
)
def test_however_the_calendar_falls_there_are_two_at_most_in_working_hours_before_the_day(
    held_on: date, after: datetime, zone: str, holidays: set[date]
) -> None:
    hours = WorkingTime(ZoneInfo(zone), holidays=holidays)
    sent: list[datetime] = []
    while (due := next_reminder(held_on, len(sent), sent[-1] if sent else after, hours)) is not None:
        sent.append(due)

    assert len(sent) <= len(DAYS_BEFORE) == 2
    assert sent == sorted(set(sent))
    for each in sent:
        local = each.astimezone(hours.zone)
        assert each > after
        assert local.date() < held_on
        assert local.time() == time(9)
        assert hours.works_on(local.date())


@pytest.mark.parametrize(
    ("day", "morning"),
    [(date(2026, 3, 12), at(11)), (date(2026, 3, 16), at(13)), (date(2026, 3, 30), at(27))],
    ids=["a Thursday", "a Monday", "the Monday after the clocks change"],
)
def test_the_last_working_day_before_begins_at_nine(day: date, morning: datetime) -> None:
    assert AT_WORK.last_moment_before(day) == morning


def test_a_holiday_is_no_working_day_before() -> None:
    easter = WorkingTime(LONDON, holidays=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))

    assert easter.last_moment_before(date(2026, 4, 7)) == at(2, month=4)
