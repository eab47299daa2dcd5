"""What happened with what one person said, for that person alone."""

from dataclasses import dataclass

from bot import letters, outcomes
from bot.contents.reading import case_of
from bot.outcomes import Outcome
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import SummaryId, UserId
from bot.workshop.letter import Letter, Post
from bot.workshop.workshop import Workshop


@dataclass(frozen=True)
class OutcomeLetter:
    """``published`` is where the summary stands."""

    case: Case
    workshop: Workshop
    outcome: Outcome
    published: Post | None


def outcome(work: Work, letter: Letter) -> OutcomeLetter | None:
    summary = work.summaries.get(SummaryId(letter.subject))
    case, workshop = case_of(work, summary.workshop)
    found = outcomes.of(work, summary, UserId(letter.lane))
    if found is None:
        return None
    return OutcomeLetter(case, workshop, found, work.letters.post(letters.standing_summary(summary)))
