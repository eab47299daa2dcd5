"""Reminding people of a reflection that waits, kindly and seldom."""

from dataclasses import replace
from datetime import timedelta

from bot import cases, letters
from bot.planning import look_at_each
from bot.reflections import begun
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import Round, reflecting
from bot.workshop.reminder import asked_for, before_the_day, next_reminder
from bot.workshop.workshop import Phase, Workshop

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


async def plan(store: Store) -> int:
    """Write the reminders that are due by now; gives how many reflections were looked at."""
    return await look_at_each(store, lambda work: work.reflections.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, workshop_id: WorkshopId, user: UserId, pack: str) -> None:
    """Remind *user* if it is still worth it, and remember when to look again."""
    workshop = work.workshops.get(workshop_id)
    waiting = work.reflections.get(workshop_id, user, pack)
    if waiting is None:
        return
    hours = hours_of(work, user)
    at = hours.next_moment(work.now)
    if workshop.phase is not Phase.BEFORE or not waiting.waits or not before_the_day(at, workshop.held_on, hours):
        work.reflections.put(replace(waiting, look_at=None))
        return
    if waiting.planned:
        work.letters.write(letters.reminder(Round(workshop_id, pack), user, at))
        waiting = replace(waiting, reminded=waiting.reminded + 1)
    following = next_reminder(workshop.held_on, waiting.reminded, at, hours)
    work.reflections.put(replace(waiting, look_at=following, planned=True))


def _look_later(work: Work, workshop_id: WorkshopId, user: UserId, pack: str) -> None:
    waiting = work.reflections.get(workshop_id, user, pack)
    if waiting is not None:
        work.reflections.put(replace(waiting, look_at=work.now + AFTER_TROUBLE))


def snooze(work: Work, user: UserId, asked: Round) -> Workshop:
    """Remind *user* tomorrow instead; said by themselves, so it is not one of the two."""
    workshop = work.workshops.get(asked.workshop)
    reflecting(workshop, user)
    waiting = begun(work, asked, user)
    tomorrow = asked_for(workshop.held_on, work.now, hours_of(work, user))
    work.reflections.put(replace(waiting, look_at=tomorrow, reminded=max(0, waiting.reminded - 1)))
    return workshop


def decline(work: Work, user: UserId, asked: Round) -> Workshop:
    """*user* cannot do this one: no more reminders, and the facilitator's count says so."""
    workshop = work.workshops.get(asked.workshop)
    reflecting(workshop, user)
    work.reflections.put(replace(begun(work, asked, user), declined=True, look_at=None))
    cases.noted(work, workshop)
    return workshop
