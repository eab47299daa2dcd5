"""Joining a running session: the question to a visitor, the word to the facilitator, and where the session stands."""

from dataclasses import dataclass

from bot import joining
from bot.contents.reading import case_of, place_of
from bot.joining import NotAskedToJoin
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import UserId
from bot.workshop.letter import Letter, Post
from bot.workshop.session import Place, Stage, open_stage
from bot.workshop.workshop import Participant, Workshop
from prompts.pack import Pack


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


@dataclass(frozen=True)
class CatchUp:
    """Where the session stands, for somebody who came late; ``takes_part`` where their replies are kept."""

    case: Case
    stage: Stage
    agenda: Pack
    total: int
    takes_part: bool

    @property
    def thread(self) -> Post | None:
        """The card of the stage, once it is in the channel."""
        return Post(self.case.channel, self.stage.root) if self.case.channel and self.stage.root else None


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


def catch_up(work: Work, letter: Letter) -> CatchUp | None:
    """Nothing where no question is open any more."""
    case, workshop = case_of(work, letter.subject)
    stages = work.stages.of(workshop.id)
    stage = open_stage(stages)
    if stage is None:
        return None
    agenda, total = work.house.packs.pack(workshop.agenda), len(stages) + len(workshop.upcoming)
    return CatchUp(case, stage, agenda, total, workshop.participant(UserId(letter.lane)) is not None)
