"""Reminding people of a reflection that waits, kindly and seldom."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot import cases, letters, rounds
from bot.planning import look_at_each
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import WRITTEN_DURING, Occasion, Reflection, Round, reflecting
from bot.workshop.reminder import asked_for, before_the_day, next_reminder, next_reminder_after, tomorrow
from bot.workshop.workshop import Workshop
from prompts.pack import Pack

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


async def plan(store: Store) -> int:
    """Write the reminders that are due by now; gives how many reflections were looked at."""
    return await look_at_each(store, lambda work: work.reflections.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, workshop_id: WorkshopId, user: UserId, pack_id: str) -> None:
    """Remind *user* if it is still worth it, and remember when to look again.

    Questions that were asked in one message are looked at in the same moment, and one reminder names them all.
    """
    workshop = work.workshops.get(workshop_id)
    waiting = work.reflections.get(workshop_id, user, pack_id)
    if waiting is None:
        return
    pack = work.house.packs.pack(pack_id)
    at = hours_of(work, user).next_moment(work.now)
    if not waiting.waits or not _answerable(work, workshop, pack, at, user):
        work.reflections.put(replace(waiting, look_at=None))
        return
    if waiting.planned:
        first = rounds.mailed_with(work, workshop, pack_id)[0]
        work.letters.write(letters.reminder(Round(workshop_id, first.id), user, at))
        waiting = replace(waiting, reminded=waiting.reminded + 1)
    following = _next(work, workshop, pack, waiting, at)
    work.reflections.put(replace(waiting, look_at=following, planned=True))


def snooze(work: Work, user: UserId, asked: Round) -> Workshop:
    """Remind *user* tomorrow instead; said by themselves, so it is not one of the two."""
    workshop = work.workshops.get(asked.workshop)
    for pack in _asked_of(work, workshop, user, asked):
        waiting = rounds.begun(work, Round(workshop.id, pack.id), user)
        if waiting.waits:
            at = _tomorrow(work, workshop, pack, user)
            work.reflections.put(replace(waiting, look_at=at, reminded=max(0, waiting.reminded - 1)))
    return workshop


def decline(work: Work, user: UserId, asked: Round) -> Workshop:
    """*user* cannot do this one: no more reminders, and the facilitator's count says so."""
    workshop = work.workshops.get(asked.workshop)
    for pack in _asked_of(work, workshop, user, asked):
        waiting = rounds.begun(work, Round(workshop.id, pack.id), user)
        if waiting.waits:
            work.reflections.put(replace(waiting, declined=True, look_at=None))
    cases.noted(work, workshop)
    return workshop


def _asked_of(work: Work, workshop: Workshop, user: UserId, asked: Round) -> tuple[Pack, ...]:
    """What stands in the message with these questions. Raises where *user* may not answer them now."""
    reflecting(workshop, user, rounds.occasion(work.house.packs.pack(asked.pack)))
    return rounds.mailed_with(work, workshop, asked.pack)


def _answerable(work: Work, workshop: Workshop, pack: Pack, at: datetime, user: UserId) -> bool:
    """Whether there is still something to remind of at that moment."""
    occasion = rounds.occasion(pack)
    if workshop.phase not in WRITTEN_DURING[occasion]:
        return False
    if occasion is Occasion.BEFORE:
        return before_the_day(at, workshop.held_on, hours_of(work, user))
    if occasion is Occasion.TOGETHER:
        on_time = at.astimezone(hours_of(work, user).zone).date() <= rounds.closes_on(work, workshop, pack)
        return on_time and not rounds.over(work, workshop, pack)
    return True


def _next(work: Work, workshop: Workshop, pack: Pack, waiting: Reflection, at: datetime) -> datetime | None:
    hours = hours_of(work, waiting.user)
    if rounds.occasion(pack) is Occasion.BEFORE:
        return next_reminder(workshop.held_on, waiting.reminded, at, hours)
    return next_reminder_after(rounds.asked_on(work, workshop, pack), waiting.reminded, at, hours)


def _tomorrow(work: Work, workshop: Workshop, pack: Pack, user: UserId) -> datetime | None:
    hours = hours_of(work, user)
    if rounds.occasion(pack) is Occasion.BEFORE:
        return asked_for(workshop.held_on, work.now, hours)
    return tomorrow(work.now, hours)


def _look_later(work: Work, workshop_id: WorkshopId, user: UserId, pack: str) -> None:
    waiting = work.reflections.get(workshop_id, user, pack)
    if waiting is not None:
        work.reflections.put(replace(waiting, look_at=work.now + AFTER_TROUBLE))
