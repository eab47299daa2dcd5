"""A reminder: at most two of the same questions, in private, to somebody who has not sent their answers."""

from datetime import date, datetime, timedelta

from bot.workshop.working_time import WorkingTime

DAYS_BEFORE = (5, 2)
"""Days before the workshop, one reminder each; what falls on a day without work moves to the next one with work."""

DAYS_AFTER = (2, 5)
"""Days after the day on which the questions were due, for those that are asked once the session is over."""


def next_reminder(held_on: date, reminded: int, after: datetime, hours: WorkingTime) -> datetime | None:
    """When the next reminder after *after* is due; ``None`` once there were two, or none fits before the day."""
    moments = [hours.first_moment(held_on - timedelta(days=days)) for days in DAYS_BEFORE[reminded:]]
    return next((at for at in moments if after < at and before_the_day(at, held_on, hours)), None)


def next_reminder_after(asked_on: date, reminded: int, after: datetime, hours: WorkingTime) -> datetime | None:
    """The same for questions after the session that were due on *asked_on*; then there is silence."""
    moments = [hours.first_moment(asked_on + timedelta(days=days)) for days in DAYS_AFTER[reminded:]]
    return next((at for at in moments if after < at), None)


def asked_for(held_on: date, now: datetime, hours: WorkingTime) -> datetime | None:
    """When somebody is reminded who said *tomorrow*; ``None`` where tomorrow is too late."""
    at = tomorrow(now, hours)
    return at if before_the_day(at, held_on, hours) else None


def tomorrow(now: datetime, hours: WorkingTime) -> datetime:
    """When work begins on the next day with work."""
    return hours.first_moment(now.astimezone(hours.zone).date() + timedelta(days=1))


def before_the_day(at: datetime, held_on: date, hours: WorkingTime) -> bool:
    return at.astimezone(hours.zone).date() < held_on
