"""When somebody works: by the hours that they have set, in the time zone that Slack tells."""

from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.person import Person
from bot.workshop.working_time import WorkingTime


def hours_of(work: Work, user: UserId) -> WorkingTime:
    return work.house.hours.of(work.people.get(user) or Person(user), work.people.own_hours(user))
