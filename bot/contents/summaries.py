"""A draft for the facilitator, and the pages of what was published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import letters, summaries
from bot.contents.reading import case_of, stands
from bot.summaries import Evidence
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import FindingId, SummaryId
from bot.workshop.letter import Letter
from bot.workshop.summary import Finding, Summary, SummaryState


@dataclass(frozen=True)
class SummaryDraft:
    """A draft for the facilitator. ``replaced`` once there is a newer version."""

    case: Case
    summary: Summary
    replaced: bool


@dataclass(frozen=True)
class SummaryPage:
    """One page of a published summary. ``evidence`` by finding, in the order in which it is cited."""

    case: Case
    summary: Summary
    page: int
    pages: int
    findings: tuple[Finding, ...]
    evidence: Mapping[FindingId, Sequence[Evidence]]


def summary_draft(work: Work, letter: Letter) -> SummaryDraft | None:
    summary = work.summaries.get(SummaryId(letter.subject))
    newest = work.summaries.of(summary.workshop)[-1]
    waiting = newest.id == summary.id and summary.state is SummaryState.DRAFT
    if not waiting and not stands(work, letter):
        return None
    return SummaryDraft(case_of(work, summary.workshop)[0], summary, replaced=newest.id != summary.id)


def summary_page(work: Work, letter: Letter) -> SummaryPage:
    summary = work.summaries.get(SummaryId(letter.subject))
    case, workshop = case_of(work, summary.workshop)
    split = letters.pages(summary.lines)
    page = split[int(letter.detail) - 1]
    known = {each.source: each for each in summaries.read(work, workshop)}
    evidence = {finding.id: [known[source] for source in finding.evidence if source in known] for finding in page}
    return SummaryPage(case, summary, int(letter.detail), len(split), page, evidence)
