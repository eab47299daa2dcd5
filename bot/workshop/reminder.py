"""A reminder: at most two, before the session, in private, to somebody who has not sent their reflection."""

from datetime import date, datetime, timedelta

from bot.workshop.working_time import WorkingTime

DAYS_BEFORE = (5, 2)
"""Days before the workshop, one reminder each; what falls on a day without work moves to the next one with work."""


def next_reminder(held_on: date, reminded: int, after: datetime, hours: WorkingTime) -> datetime | None:
    """When the next reminder after *after* is due; ``None`` once there were two, or none fits before the day."""
    moments = [hours.first_moment(held_on - timedelta(days=days)) for days in DAYS_BEFORE[reminded:]]
    return next((at for at in moments if after < at and before_the_day(at, held_on, hours)), None)


def asked_for(held_on: date, now: datetime, hours: WorkingTime) -> datetime | None:
    """When somebody is reminded who said *tomorrow*; ``None`` where tomorrow is too late."""
    at = hours.first_moment(now.astimezone(hours.zone).date() + timedelta(days=1))
    return at if before_the_day(at, held_on, hours) else None


def before_the_day(at: datetime, held_on: date, hours: WorkingTime) -> bool:
    return at.astimezone(hours.zone).date() < held_on
