"""Following actions up: turning what is due into letters, once, whenever it is asked and by however many replicas."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import acceptance, handovers, letters, mails
from bot.planning import look_at_each
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.action import Action, ActionState
from bot.workshop.ids import ChannelId, UserId
from bot.workshop.ladder import To
from bot.workshop.letter import Letter
from bot.workshop.nudge import Circle, Nudge, Step, asks, earned, steps
from bot.workshop.working_time import WorkingTime
from bot.workshop.workshop import Workshop

AT_ONCE = 50
AFTER_TROUBLE = timedelta(hours=1)


@dataclass(frozen=True)
class Followed:
    """An action of one owner, with what it can still earn."""

    action: Action
    workshop: Workshop
    circle: Circle
    steps: Sequence[Step]

    def hours(self, step: Step) -> WorkingTime:
        return self.circle.higher[To(step.rung)][1] if step.is_higher else self.circle.owner


async def plan(store: Store) -> int:
    """Write the nudges that actions have earned by now; gives how many owners were looked at."""
    return await look_at_each(store, lambda work: work.actions.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, owner: UserId) -> None:
    """Write what this owner is to be told today, and whoever else is to hear of it; remember when to look again."""
    # Whatever has earned something is due: the others need not even be read.
    actions = work.actions.followed(owner, work.now)
    person = work.people.get(owner)
    if person is not None and person.deactivated:
        handovers.left(work, owner)
        return
    for each in actions:
        if each.state is ActionState.PROPOSED:
            acceptance.look_at(work, each)
    followed = _followed(work, [each for each in actions if each.state is not ActionState.PROPOSED])
    outside = [each for each in followed if mails.reaches(work, each.action)]
    _tell_owner(work, [each for each in followed if each not in outside])
    for one in outside:
        _write_to_owner(work, one)
    for one in followed:
        _tell_higher(work, one)
    for one in _anew(work, followed):
        work.actions.look_again(one.action.id, _next_look(one, work.now))


def untimely(work: Work, letter: Letter) -> None:
    """A letter that nobody needs any more, or that could not go out on its day: what still holds is planned anew."""
    key = letter.standing or letter.key
    for each in sorted({told.action for told in work.nudges.in_letter(key)}):
        action = work.actions.get(each)
        work.actions.look_again(each, work.now if action.is_followed else None)
    work.nudges.release(key)


def _followed(work: Work, actions: Sequence[Action]) -> list[Followed]:
    workshops = {each: work.workshops.glance(each) for each in sorted({action.workshop for action in actions})}
    worked = _Rota(work)
    circles = [_circle(each, workshops[each.workshop], worked, by_mail=mails.reaches(work, each)) for each in actions]
    there = zip(actions, circles, strict=True)
    return _anew(work, [Followed(action, workshops[action.workshop], circle, ()) for action, circle in there])


def _anew(work: Work, followed: Sequence[Followed]) -> list[Followed]:
    """With the steps that are still to come after what has been told by now."""
    told = work.nudges.of([each.action.id for each in followed])
    house = work.house.ladder
    return [
        replace(
            each, steps=steps(each.action, each.workshop.ladder or house, told.get(each.action.id, ()), each.circle)
        )
        for each in followed
    ]


class _Rota(dict[UserId, WorkingTime]):
    """When people work, each asked for once."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, user: UserId) -> WorkingTime:
        self[user] = hours_of(self._work, user)
        return self[user]


def _circle(action: Action, workshop: Workshop, worked: _Rota, *, by_mail: bool) -> Circle:
    """Nobody is told twice of what they know: a facilitator who owns it is not told as the facilitator.

    Where the owner is written to *by_mail*, the facilitator who answers for it has not heard of it.
    """
    sponsor = action.sponsor if action.sponsor != workshop.facilitator else None
    whom = {To.FACILITATOR: workshop.facilitator, To.SPONSOR: sponsor, To.BOARD: workshop.facilitator}
    knows = None if by_mail else action.owner
    known = {to: user for to, user in whom.items() if user is not None and (user != knows or to is To.BOARD)}
    higher = {to: (user, worked[user]) for to, user in known.items()}
    return Circle(worked[action.owner or workshop.facilitator], higher)


def _tell_owner(work: Work, followed: Sequence[Followed]) -> None:
    """One message of everything; nothing more on a day that had its message."""
    due = [(each, step) for each in followed for step in earned(each.steps, work.now) if not step.is_higher]
    if not due or not due[0][0].circle.owner.works_at(work.now):
        return
    first, _ = due[0]
    day = first.circle.owner.today(work.now)
    letter = letters.nudges(first.action, day, openly_in=_openly_in(work, due, day), now=work.now)
    if work.letters.write(letter):
        work.nudges.record([_told(each.action, step, letter, day, work.now) for each, step in due])


def _write_to_owner(work: Work, followed: Followed) -> None:
    """To somebody outside, who is no reader of the plan: of one action at a time, as each link is for one."""
    due = [step for step in earned(followed.steps, work.now) if not step.is_higher]
    hours = followed.circle.owner
    if not due or not hours.works_at(work.now):
        return
    day = hours.today(work.now)
    letter = mails.nudge(work, followed.action, day)
    if letter is not None:
        work.nudges.record([_told(followed.action, each, letter, day, work.now) for each in due])


def _tell_higher(work: Work, followed: Followed) -> None:
    for step in earned(followed.steps, work.now):
        hours = followed.hours(step)
        if step.is_higher and hours.works_at(work.now):
            day = hours.today(work.now)
            letter = letters.escalation(followed.action, step.to, day, work.now)
            if work.letters.write(letter) or work.letters.untried(letter.key):
                work.nudges.record([_told(followed.action, step, letter, day, work.now)])


def _told(action: Action, step: Step, letter: Letter, day: date, now: datetime) -> Nudge:
    return Nudge(action.id, action.due or date.max, step.rung, step.to, now, letter.key, asks(step.rung, action, day))


def _openly_in(work: Work, due: Sequence[tuple[Followed, Step]], day: date) -> ChannelId | None:
    """Where the plan stands, if all of it may be said there: of that plan alone, and on its date or after."""
    workshop = due[0][0].workshop
    of_one = {each.workshop.id for each, _ in due} == {workshop.id}
    sayable = all(each.action.outsider is None and each.action.is_due(day) for each, _ in due)
    if not (of_one and sayable and workshop.nudges_openly):
        return None
    channel = work.cases.get(workshop.case).channel
    standing = channel and letters.plan(workshop, channel, work.now).standing
    return channel if standing and work.letters.post(standing) else None


def _next_look(followed: Followed, now: datetime) -> datetime | None:
    """When something is due next; what could not be told today is told on the next day with work."""
    return min((_tellable(each, followed.hours(each), now) for each in followed.steps), default=None)


def _tellable(step: Step, hours: WorkingTime, now: datetime) -> datetime:
    if step.at > now:
        return step.at
    return hours.first_moment(hours.today(now) + timedelta(days=1)) if hours.works_at(now) else hours.next_moment(now)


def _look_later(work: Work, owner: UserId) -> None:
    work.actions.look_at_all_again(owner, work.now + AFTER_TROUBLE)
