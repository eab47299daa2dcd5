"""Following actions up: turning what is due into letters, once, whenever it is asked and by however many replicas."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from bot import letters
from bot.work import Store, Work
from bot.workshop.ids import ActionId, UserId
from bot.workshop.nudge import next_look, nudge_due
from bot.workshop.person import Person
from bot.workshop.working_time import WorkingTime

AT_ONCE = 200


@dataclass(frozen=True)
class FollowUp:
    """``zone`` stands in for people whose time zone Slack has not told us; ``holidays`` are days without nudges."""

    store: Store
    zone: str
    holidays: Container[date]

    async def plan(self) -> int:
        """Write the nudges that actions have earned by now; gives how many actions were looked at."""
        due = await self.store.everywhere(lambda work: work.actions.due(work.now, AT_ONCE))
        for installation, action in due:
            await self.store.run(installation, self.look_at, action)
        return len(due)

    def look_at(self, work: Work, action_id: ActionId) -> None:
        """Write the latest nudge that this action has earned, and remember when to look again."""
        action = work.actions.get(action_id)
        hours = self._hours(work, action.owner)
        earned = nudge_due(action, work.now, hours)
        if earned is not None:
            workshop = work.workshops.get(action.workshop)
            channel = work.cases.get(workshop.case).channel
            work.letters.write(letters.nudge(action, earned.rung, channel, hours.next_moment(work.now)))
        work.actions.look_again(action_id, next_look(action, work.now, hours))

    def _hours(self, work: Work, owner: UserId) -> WorkingTime:
        person = work.people.get(owner) or Person(owner)
        return person.hours(self.zone, self.holidays)
