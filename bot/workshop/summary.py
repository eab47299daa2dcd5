"""A summary: a version of what the group found, each line of it resting on somebody's words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.workshop.ids import FindingId, SummaryId, UserId, WorkshopId
from bot.workshop.refusal import Refusal


class NotADraft(Refusal):
    """Only a draft can be approved or changed."""

    key = "refusal-not-a-draft"


class NothingFound(Refusal):
    """A summary without a single finding says nothing, and is not published."""

    key = "refusal-nothing-found"


class FindingKind(StrEnum):
    """The headings of a summary, in the order in which they are read."""

    STRENGTH = "strength"
    MISSED_OPPORTUNITY = "missed_opportunity"
    THEME = "theme"
    OPEN_QUESTION = "open_question"


class SummaryState(StrEnum):
    """Nothing is published without a person: a draft, then approved, then published."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


class SourceKind(StrEnum):
    """Where evidence was said."""

    ANSWER = "answer"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, order=True)
class Source:
    """One answer or contribution that a finding rests on."""

    kind: SourceKind
    id: int


@dataclass(frozen=True)
class Finding:
    """One line of a summary. ``words`` is a verbatim quotation; ``speaker`` is a role, or empty when unattributed.

    ``left_out`` is the facilitator's decision: such a line is never published, and stays in the draft so that no later
    draft brings it back.
    """

    kind: FindingKind
    words: str
    speaker: str
    evidence: tuple[Source, ...]
    id: FindingId = FindingId(0)
    left_out: bool = False

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a finding without evidence cannot exist")


@dataclass(frozen=True)
class Summary:
    """A version of the findings. ``approved_by`` is the person who answers for what is published."""

    id: SummaryId
    workshop: WorkshopId
    version: int
    state: SummaryState
    drafted_at: datetime
    findings: tuple[Finding, ...]
    approved_by: UserId | None = None
    approved_at: datetime | None = None

    @property
    def lines(self) -> tuple[Finding, ...]:
        """What is to be read: every finding that was not left out."""
        return tuple(each for each in self.findings if not each.left_out)

    def approve(self, by: UserId, now: datetime) -> "Summary":
        if self.state is not SummaryState.DRAFT:
            raise NotADraft
        if not self.lines:
            raise NothingFound
        return replace(self, state=SummaryState.APPROVED, approved_by=by, approved_at=now)

    def published(self) -> "Summary":
        return replace(self, state=SummaryState.PUBLISHED)

    def without(self, finding: FindingId) -> "Summary":
        if self.state is not SummaryState.DRAFT:
            raise NotADraft
        return replace(self, findings=tuple(_left_out(each, each.id == finding) for each in self.findings))


def kept_out(findings: Sequence[Finding], earlier: Sequence[Summary]) -> tuple[Finding, ...]:
    """*findings*, with what the facilitator left out of an earlier draft left out again while its words are the same.

    A line whose words have changed is another line: the facilitator sees it anew.
    """
    decided = {(each.words, each.evidence[0]) for summary in earlier for each in summary.findings if each.left_out}
    return tuple(_left_out(each, (each.words, each.evidence[0]) in decided) for each in findings)


def _left_out(finding: Finding, also: bool) -> Finding:  # noqa: FBT001 - reads as a sentence where it is used
    return replace(finding, left_out=finding.left_out or also)
