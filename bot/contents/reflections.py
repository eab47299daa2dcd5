"""Questions that wait for somebody, and reminders of them."""

from dataclasses import dataclass
from datetime import date

from bot import rounds
from bot.contents.reading import case_of, stands
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.letter import Letter
from bot.workshop.reflection import WRITTEN_DURING, Occasion, Reflection
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

    @property
    def open(self) -> bool:
        """Whether answers can still be written and changed."""
        return self.workshop.phase in WRITTEN_DURING[Occasion.BEFORE]


@dataclass(frozen=True)
class Unsent:
    """What becomes of answers that were not sent before the session started, for their author."""

    case: Case


@dataclass(frozen=True)
class ReflectionReminder:
    """The questions still wait for one participant; ``begun`` if they have written something already."""

    case: Case
    workshop: Workshop
    pack: Pack
    begun: bool


@dataclass(frozen=True)
class Asked:
    """One round of questions after the session, and what its reader has made of it; ``until`` as in their form."""

    pack: Pack
    until: date
    answered: bool = False


@dataclass(frozen=True)
class Afterwards:
    """What one participant is asked once the session is over."""

    case: Case
    workshop: Workshop
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class AfterwardsReminder:
    """What still waits of that."""

    case: Case
    workshop: Workshop
    waiting: tuple[Asked, ...]


def invitation(work: Work, letter: Letter) -> Invitation | None:
    case, workshop = case_of(work, letter.subject)
    participant = workshop.participant(UserId(letter.lane))
    if participant is None or (workshop.phase is not Phase.BEFORE and not stands(work, letter)):
        return None
    pack = work.house.packs.pack(letter.detail)
    return Invitation(case, workshop, pack, participant, participant.user in work.answers.people(workshop.id, pack.id))


def unsent(work: Work, letter: Letter) -> Unsent:
    return Unsent(case_of(work, letter.subject)[0])


def afterwards(work: Work, letter: Letter) -> Afterwards | None:
    case, workshop = case_of(work, letter.subject)
    asked = tuple(
        Asked(pack, rounds.until(work, workshop, pack), answered=made is not None and made.sent_at is not None)
        for pack, made in _mailed(work, letter)
    )
    if not stands(work, letter) and (
        workshop.phase not in WRITTEN_DURING[Occasion.AFTER] or all(each.answered for each in asked)
    ):
        return None
    return Afterwards(case, workshop, asked)


def reminder(work: Work, letter: Letter) -> ReflectionReminder | AfterwardsReminder | None:
    if letter.detail in work.workshops.get(WorkshopId(letter.subject)).after:
        return _afterwards_reminder(work, letter)
    case, workshop = case_of(work, letter.subject)
    user = UserId(letter.lane)
    waiting = work.reflections.get(workshop.id, user, letter.detail)
    if waiting is None or not waiting.waits or workshop.phase is not Phase.BEFORE:
        return None
    mine = [each for each in work.answers.of_person(workshop.id, user) if each.pack == letter.detail]
    return ReflectionReminder(case, workshop, work.house.packs.pack(letter.detail), begun=bool(mine))


def _afterwards_reminder(work: Work, letter: Letter) -> AfterwardsReminder | None:
    case, workshop = case_of(work, letter.subject)
    open_now = rounds.open_now(work, workshop)
    waiting = [pack for pack, made in _mailed(work, letter) if made is not None and made.waits and pack in open_now]
    asked = tuple(Asked(pack, rounds.until(work, workshop, pack)) for pack in waiting)
    return AfterwardsReminder(case, workshop, asked) if asked else None


def _mailed(work: Work, letter: Letter) -> list[tuple[Pack, Reflection | None]]:
    """The packs of a message after the session, with what its reader has made of each."""
    workshop = work.workshops.get(WorkshopId(letter.subject))
    packs = rounds.mailed_with(work, workshop, letter.detail)
    return [(pack, work.reflections.get(workshop.id, UserId(letter.lane), pack.id)) for pack in packs]
