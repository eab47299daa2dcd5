"""Joining a running session: the question to a visitor, and the word to the facilitator."""

from dataclasses import dataclass

from bot import joining
from bot.contents.reading import case_of, place_of
from bot.joining import NotAskedToJoin
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import UserId
from bot.workshop.letter import Letter
from bot.workshop.session import Place
from bot.workshop.workshop import Participant, Workshop


@dataclass(frozen=True)
class JoinAsked:
    """Whether a visitor wants to take part: first in the thread, seen by them alone; ``again`` in a direct message."""

    case: Case
    workshop: Workshop
    place: Place
    user: UserId
    again: bool


@dataclass(frozen=True)
class Joined:
    """Who has joined, for the facilitator."""

    case: Case
    newcomer: Participant


def join_asked(work: Work, letter: Letter) -> JoinAsked | None:
    """Nothing where it was answered, the words were taken back, or the session is over."""
    case, workshop = case_of(work, letter.subject)
    user = UserId(letter.lane)
    place, (turn,) = place_of(letter)
    try:
        visit = joining.opened(work, user, workshop.id)
    except NotAskedToJoin:
        return None
    return JoinAsked(case, workshop, place, user, turn == "again") if visit.waiting else None


def joined(work: Work, letter: Letter) -> Joined | None:
    case, workshop = case_of(work, letter.subject)
    newcomer = workshop.participant(UserId(letter.detail))
    return Joined(case, newcomer) if newcomer else None
