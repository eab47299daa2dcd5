"""When somebody works, as they have set it for themselves."""

from dataclasses import dataclass, replace

from bot.rota import hours_of
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.person import Own
from bot.workshop.working_time import Leave

MOST_LEAVE = 10
"""Days away that the form has room for; the soonest stay."""


@dataclass(frozen=True)
class OwnHours:
    """What somebody has set, in the time zone that Slack tells of them."""

    own: Own
    zone: str


def of(work: Work, user: UserId) -> OwnHours:
    """What lies behind us is not shown any more."""
    hours = hours_of(work, user)
    own = work.people.own_hours(user)
    ahead = tuple(each for each in own.leave if each.last >= hours.today(work.now))
    return OwnHours(replace(own, leave=ahead), hours.zone.key)


def keep(work: Work, user: UserId, own: Own, added: Leave | None = None) -> None:
    """From now on nothing is sent to *user* but then; what waits for them is planned anew."""
    leave = sorted({*own.leave, *([added] if added else [])}, key=lambda each: each.first)
    work.people.works(user, replace(own, leave=tuple(leave[:MOST_LEAVE])).checked())
    work.actions.look_at_all_again(user, work.now)
