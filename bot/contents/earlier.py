"""What became of earlier actions, for everybody at the beginning of a session."""

from dataclasses import dataclass

from bot import earlier
from bot.contents.reading import case_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.earlier import Became
from bot.workshop.letter import Letter
from bot.workshop.workshop import Phase


@dataclass(frozen=True)
class EarlierTold:
    """In the order of what became of them."""

    case: Case
    became: tuple[Became, ...]


def earlier_told(work: Work, letter: Letter) -> EarlierTold | None:
    """Nothing where there is nothing to tell, or the session is over before it could be told."""
    case, workshop = case_of(work, letter.subject)
    became = earlier.for_group(work, workshop) if workshop.phase is Phase.LIVE else ()
    return EarlierTold(case, became) if became else None
