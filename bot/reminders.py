"""Reminding people of a reflection that waits, kindly and seldom."""

from dataclasses import dataclass, replace

from bot import cases, letters
from bot.calendar import Hours
from bot.reflections import begun
from bot.work import Store, Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import reflecting
from bot.workshop.reminder import asked_for, before_the_day, next_reminder
from bot.workshop.workshop import Phase, Workshop

AT_ONCE = 200


@dataclass(frozen=True)
class Reminders:
    """``hours`` gives each person's working time."""

    store: Store
    hours: Hours

    async def plan(self) -> int:
        """Write the reminders that are due by now; gives how many reflections were looked at."""
        due = await self.store.everywhere(lambda work: work.reflections.due(work.now, AT_ONCE))
        for installation, workshop, user in due:
            await self.store.run(installation, self.look_at, workshop, user)
        return len(due)

    def look_at(self, work: Work, workshop_id: WorkshopId, user: UserId) -> None:
        """Remind *user* if it is still worth it, and remember when to look again."""
        workshop = work.workshops.get(workshop_id)
        waiting = work.reflections.get(workshop_id, user, workshop.pack)
        if waiting is None:
            return
        hours = self.hours.of(work, user)
        at = hours.next_moment(work.now)
        if workshop.phase is not Phase.BEFORE or not waiting.waits or not before_the_day(at, workshop.held_on, hours):
            work.reflections.put(replace(waiting, look_at=None))
            return
        if waiting.planned:
            work.letters.write(letters.reminder(workshop, user, at))
            waiting = replace(waiting, reminded=waiting.reminded + 1)
        following = next_reminder(workshop.held_on, waiting.reminded, at, hours)
        work.reflections.put(replace(waiting, look_at=following, planned=True))

    def snooze(self, work: Work, user: UserId, workshop_id: WorkshopId) -> Workshop:
        """Remind *user* tomorrow instead; said by themselves, so it is not one of the two."""
        workshop = work.workshops.get(workshop_id)
        reflecting(workshop, user)
        waiting = begun(work, workshop, user)
        tomorrow = asked_for(workshop.held_on, work.now, self.hours.of(work, user))
        work.reflections.put(replace(waiting, look_at=tomorrow, reminded=max(0, waiting.reminded - 1)))
        return workshop


def decline(work: Work, user: UserId, workshop_id: WorkshopId) -> Workshop:
    """*user* cannot do this one: no more reminders, and the facilitator's count says so."""
    workshop = work.workshops.get(workshop_id)
    reflecting(workshop, user)
    work.reflections.put(replace(begun(work, workshop, user), declined=True, look_at=None))
    cases.noted(work, workshop)
    return workshop
