"""Inviting people to reflect, before the workshop and after its session; what waits for somebody."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot import brief, cases, letters, rounds
from bot.cases import CaseFile
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import Reflection, Round
from bot.workshop.workshop import Workshop
from prompts.pack import Pack

A_WHILE = timedelta(minutes=1)


@dataclass(frozen=True)
class Waiting:
    """Questions that wait for somebody's answers: when they are ``due``, and ``until`` as in the form."""

    file: CaseFile
    pack: Pack
    due: date
    until: date

    @property
    def round(self) -> Round:
        return Round(self.file.workshop.id, self.pack.id)


def invite(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Send every participant the questions, each in their own working hours."""
    workshop = work.workshops.get(workshop_id).invite(by)
    cases.room_of(work, workshop)
    work.workshops.save(workshop)
    for participant in workshop.participants:
        at = hours_of(work, participant.user).next_moment(work.now)
        work.letters.write(letters.invitation(Round(workshop.id, workshop.pack), participant.user, at))
        waiting = Reflection(workshop.id, participant.user, workshop.pack, look_at=work.now, planned=False)
        work.reflections.put(waiting)
    brief.announce(work, workshop)
    return cases.moved(work, workshop)


def too_late(work: Work, workshop: Workshop) -> None:
    """The session has started: invitations no longer invite, and who has not sent what they wrote is told once."""
    asked, every = Round(workshop.id, workshop.pack), work.answers.every(workshop.id)
    written = {each.user for each in every if each.pack == asked.pack}
    unsent = written - work.answers.people(workshop.id, asked.pack)
    for user in [each.user for each in workshop.participants]:
        if user in unsent:
            work.letters.write(letters.unsent(workshop, user, work.now))
        # The first question of the session comes before what nobody waits for.
        work.letters.refresh(letters.invitation(asked, user, work.now + A_WHILE))


def invite_afterwards(work: Work, workshop: Workshop) -> None:
    """The session is over: on the day that is due, send every participant the questions for then."""
    for packs in rounds.mailings(work, workshop):
        day = rounds.asked_on(work, workshop, packs[0])
        for user in [each.user for each in workshop.participants]:
            at = hours_of(work, user).first_moment(day)
            work.letters.write(letters.afterwards(Round(workshop.id, packs[0].id), user, at))
            for pack in packs:
                work.reflections.put(Reflection(workshop.id, user, pack.id, look_at=at, planned=False))


def due(work: Work, user: UserId) -> list[Waiting]:
    """The reflections that wait for *user*, those due soonest first; behind them what they have said they cannot do."""
    files = [file for file in cases.of_person(work, user) if file.workshop.participant(user)]
    waiting = [
        Waiting(file, pack, rounds.due_on(work, file.workshop, pack), rounds.until(work, file.workshop, pack))
        for file in files
        for pack in rounds.open_now(work, file.workshop)
    ]
    made = {each.round: rounds.begun(work, each.round, user) for each in waiting}
    unsent = [each for each in waiting if made[each.round].sent_at is None]
    return sorted(unsent, key=lambda each: (made[each.round].declined, each.due))
