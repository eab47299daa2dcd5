"""A draft for the facilitator, and the pages of what was published."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import evidence, letters, material, summaries
from bot.contents.reading import case_of, stands
from bot.evidence import Evidence
from bot.synthesis.summary import NO_CHANGES, Changes, Finding, Summary, SummaryState, changes
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import SummaryId
from bot.workshop.letter import Letter, Post
from bot.workshop.summary import Source


@dataclass(frozen=True)
class SummaryDraft:
    """A draft for the facilitator. ``replaced`` once there is a newer version; ``standing`` is what people have read.

    ``changes`` is what the draft would change in that, and ``taken_back`` how many of its lines quote words that are
    not kept any more.
    """

    case: Case
    summary: Summary
    replaced: bool
    standing: Summary | None = None
    changes: Changes = NO_CHANGES
    taken_back: int = 0


@dataclass(frozen=True)
class SummaryPage:
    """One page of a published summary, with the words behind it by their source.

    Where there are several, the first is an ``overview`` and the others hold the lines.
    """

    case: Case
    summary: Summary
    page: int
    pages: int
    findings: tuple[Finding, ...]
    evidence: Mapping[Source, Evidence]
    overview: bool = False


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
        taken_back=_taken_back(work, before) if before and waiting else 0,
    )


def _taken_back(work: Work, standing: Summary) -> int:
    if standing.state is not SummaryState.PUBLISHED:
        return 0
    kept = {each.source for each in material.said(work, work.workshops.get(standing.workshop))}
    return sum(1 for each in standing.lines if not kept.issuperset(each.quoted))


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
    return SummaryPage(
        case,
        summary,
        number,
        len(split) + 1 if len(split) > 1 else 1,
        page,
        {} if overview else evidence.behind(work, workshop, sources),
        overview,
    )


def _ended(work: Work, letter: Letter, case: Case, summary: Summary) -> SummaryEnded:
    after = [each for each in work.summaries.of(summary.workshop) if each.state is SummaryState.PUBLISHED]
    now = work.letters.post(letters.standing_summary(after[-1])) if after else None
    return SummaryEnded(case, summary, letter.detail == "1", now)
