"""A summary: a version of what the group found, each line of it resting on somebody's words."""

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
    """One line of a summary. ``words`` is a verbatim quotation; ``speaker`` is a role, or empty when unattributed."""

    kind: FindingKind
    words: str
    speaker: str
    evidence: tuple[Source, ...]
    id: FindingId = FindingId(0)

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

    def approve(self, by: UserId, now: datetime) -> "Summary":
        if self.state is not SummaryState.DRAFT:
            raise NotADraft
        if not self.findings:
            raise NothingFound
        return replace(self, state=SummaryState.APPROVED, approved_by=by, approved_at=now)

    def published(self) -> "Summary":
        return replace(self, state=SummaryState.PUBLISHED)

    def without(self, finding: FindingId) -> "Summary":
        if self.state is not SummaryState.DRAFT:
            raise NotADraft
        return replace(self, findings=tuple(each for each in self.findings if each.id != finding))
