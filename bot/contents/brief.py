"""That there is a brief to read: how much of what, and nobody's words."""

from dataclasses import dataclass

from bot import brief
from bot.contents.reading import case_of
from bot.synthesis.brief import Counts
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.letter import Letter
from bot.workshop.workshop import Phase, Workshop


@dataclass(frozen=True)
class BriefReady:
    """Counts alone: a message stays in Slack."""

    case: Case
    workshop: Workshop
    answered: int
    risks: int
    found: Counts


def brief_ready(work: Work, letter: Letter) -> BriefReady | None:
    case, workshop = case_of(work, letter.subject)
    if workshop.phase is not Phase.BEFORE:
        return None
    return BriefReady(
        case=case,
        workshop=workshop,
        answered=brief.answered(work, workshop),
        risks=len(work.risks.of(workshop.id)),
        found=brief.counted(work, workshop),
    )
