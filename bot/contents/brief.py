"""That there is a brief to read: how much of what, and nobody's words."""

from dataclasses import dataclass

from bot import brief
from bot.contents.reading import case_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.letter import Letter
from bot.workshop.workshop import Phase, Workshop


@dataclass(frozen=True)
class BriefReady:
    """Counts alone: a message stays in Slack. ``several`` are turning points that several people wrote about."""

    case: Case
    workshop: Workshop
    answered: int
    risks: int
    turning_points: int
    several: int
    questions: int
    unanswered: int
    missing: int


def brief_ready(work: Work, letter: Letter) -> BriefReady | None:
    case, workshop = case_of(work, letter.subject)
    if workshop.phase is not Phase.BEFORE:
        return None
    found = brief.made(work, workshop)
    return BriefReady(
        case=case,
        workshop=workshop,
        answered=found.standing.sent,
        risks=len(found.risks),
        turning_points=len(found.turning_points),
        several=sum(1 for each in found.turning_points if each.by_several),
        questions=len(found.questions),
        unanswered=sum(1 for each in found.questions if not each.can_be_answered),
        missing=len(found.missing_voices),
    )
