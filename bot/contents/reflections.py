"""Questions that wait for somebody, and reminders of them."""

from dataclasses import dataclass

from bot.contents.reading import case_of, stands
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import UserId
from bot.workshop.letter import Letter
from bot.workshop.workshop import Participant, Phase, Workshop
from prompts.pack import Pack


@dataclass(frozen=True)
class Invitation:
    """The questions for one participant, and whether they have answered."""

    case: Case
    workshop: Workshop
    pack: Pack
    participant: Participant
    answered: bool


@dataclass(frozen=True)
class ReflectionReminder:
    """The questions still wait for one participant; ``begun`` if they have written something already."""

    case: Case
    workshop: Workshop
    pack: Pack
    begun: bool


def invitation(work: Work, letter: Letter) -> Invitation | None:
    case, workshop = case_of(work, letter.subject)
    participant = workshop.participant(UserId(letter.lane))
    if participant is None or (workshop.phase is not Phase.BEFORE and not stands(work, letter)):
        return None
    pack = work.house.packs.pack(letter.detail)
    return Invitation(case, workshop, pack, participant, participant.user in work.answers.people(workshop.id, pack.id))


def reminder(work: Work, letter: Letter) -> ReflectionReminder | None:
    case, workshop = case_of(work, letter.subject)
    user = UserId(letter.lane)
    waiting = work.reflections.get(workshop.id, user, letter.detail)
    if waiting is None or not waiting.waits or workshop.phase is not Phase.BEFORE:
        return None
    mine = [each for each in work.answers.of_person(workshop.id, user) if each.pack == letter.detail]
    return ReflectionReminder(case, workshop, work.house.packs.pack(letter.detail), begun=bool(mine))
