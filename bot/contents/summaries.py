"""A draft for the facilitator, and the pages of what was published."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import evidence, letters, summaries
from bot.contents.reading import case_of, stands
from bot.evidence import Evidence
from bot.synthesis.summary import NO_CHANGES, Changes, Finding, Summary, SummaryState, changes, newest_out
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import SummaryId
from bot.workshop.letter import Letter, Post
from bot.workshop.summary import Source


@dataclass(frozen=True)
class SummaryDraft:
    """A draft for the facilitator. ``replaced`` once there is a newer version; ``standing`` is what people have read.

    ``changes`` is what the draft would change in that.
    """

    case: Case
    summary: Summary
    replaced: bool
    standing: Summary | None = None
    changes: Changes = NO_CHANGES


@dataclass(frozen=True)
class SummaryPage:
    """One page of a published summary, with the words behind it by their source.

    Where there are several, the first is an ``overview`` and the others hold the lines. ``corrects`` is the version
    whose place it takes.
    """

    case: Case
    summary: Summary
    page: int
    pages: int
    findings: tuple[Finding, ...]
    evidence: Mapping[Source, Evidence]
    overview: bool = False
    corrects: Summary | None = None


@dataclass(frozen=True)
class SummaryEnded:
    """What stands in the place of a version that was corrected or withdrawn. ``now`` is where the newer one stands."""

    case: Case
    summary: Summary
    first: bool
    now: Post | None


def summary_draft(work: Work, letter: Letter) -> SummaryDraft | None:
    summary = work.summaries.get(SummaryId(letter.subject))
    newest = work.summaries.of(summary.workshop)[-1]
    waiting = newest.id == summary.id and summary.state is SummaryState.DRAFT
    if not waiting and not stands(work, letter):
        return None
    before = summaries.standing(work, summary.workshop)
    return SummaryDraft(
        case_of(work, summary.workshop)[0],
        summary,
        replaced=newest.id != summary.id and not summary.state.is_out,
        standing=before,
        changes=changes(before, summary) if before and waiting else NO_CHANGES,
    )


def summary_page(work: Work, letter: Letter) -> SummaryPage | SummaryEnded | None:
    summary = work.summaries.get(SummaryId(letter.subject))
    case, workshop = case_of(work, summary.workshop)
    number = int(letter.detail)
    if summary.state is not SummaryState.PUBLISHED:
        return _ended(work, letter, case, summary) if stands(work, letter) else None
    split = letters.pages(summary.lines)
    overview = number == 1 and len(split) > 1
    page = summary.lines if overview else split[max(number - 2, 0)]
    sources = {source for finding in page for source in finding.evidence}
    earlier = [each for each in work.summaries.of(workshop.id) if each.state.is_out]
    return SummaryPage(
        case,
        summary,
        number,
        len(split) + 1 if len(split) > 1 else 1,
        page,
        {} if overview else evidence.behind(work, workshop, sources),
        overview,
        newest_out([each for each in earlier if each.version < summary.version]),
    )


def _ended(work: Work, letter: Letter, case: Case, summary: Summary) -> SummaryEnded:
    after = [each for each in work.summaries.of(summary.workshop) if each.state is SummaryState.PUBLISHED]
    now = work.letters.post(letters.standing_summary(after[-1])) if after else None
    return SummaryEnded(case, summary, letter.detail == "1", now)
