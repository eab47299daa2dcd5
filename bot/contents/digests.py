"""The weekly digest of a plan."""

from dataclasses import dataclass
from datetime import date, datetime

from bot import digests
from bot.contents.reading import case_of
from bot.digests import News
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.letter import Letter
from bot.workshop.workshop import Workshop


@dataclass(frozen=True)
class WeeklyDigest:
    """What has moved since the last one, and how the plan stands on ``day``."""

    case: Case
    workshop: Workshop
    day: date
    news: News


def digest(work: Work, letter: Letter) -> WeeklyDigest | None:
    case, workshop = case_of(work, letter.subject)
    news = digests.news(work, workshop, datetime.fromisoformat(letter.detail))
    return WeeklyDigest(case, workshop, work.now.date(), news) if news.is_any else None
