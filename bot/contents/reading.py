"""What every reader of contents asks."""

from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, MessageTs, WorkshopId
from bot.workshop.letter import Letter
from bot.workshop.session import Place
from bot.workshop.workshop import Workshop


def stands(work: Work, letter: Letter) -> bool:
    """Whether the message is in Slack already, so that it is brought up to date rather than left to mislead."""
    return letter.standing is not None and work.letters.post(letter.standing) is not None


def case_of(work: Work, workshop_id: int) -> tuple[Case, Workshop]:
    workshop = work.workshops.get(WorkshopId(workshop_id))
    return work.cases.get(workshop.case), workshop


def place_of(letter: Letter) -> tuple[Place, list[str]]:
    """Where the reply stands that the letter is about, and what else there is to know of it."""
    channel, thread, ts, *more = letter.detail.split("|")
    return Place(ChannelId(channel), MessageTs(thread), MessageTs(ts)), more
