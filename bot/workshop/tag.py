"""A tag: what somebody thinks that a kept reply is about, until the facilitator settles it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.workshop.ids import ContributionId, TagId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.summary import FindingKind


class FactorMissing(Refusal):
    """A factor is one of the list."""

    key = "refusal-factor-missing"


class PartsMissing(Refusal):
    """A missed opportunity has three parts: without why it made sense, it is blame."""

    key = "refusal-parts-missing"


class SettledAlready(Refusal):
    """Somebody has decided about this tag."""

    key = "refusal-tag-settled"


class TagKind(StrEnum):
    """What a reply can be tagged as."""

    OPPORTUNITY = "opportunity"
    FACTOR = "factor"
    STRENGTH = "strength"
    OPEN_QUESTION = "open_question"

    @property
    def heading(self) -> FindingKind:
        """Where a reply that is tagged so comes in a summary."""
        return HEADINGS[self]


HEADINGS = {
    TagKind.OPPORTUNITY: FindingKind.MISSED_OPPORTUNITY,
    TagKind.FACTOR: FindingKind.THEME,
    TagKind.STRENGTH: FindingKind.STRENGTH,
    TagKind.OPEN_QUESTION: FindingKind.OPEN_QUESTION,
}


class TagState(StrEnum):
    """Anyone may suggest a tag; the facilitator settles it, or leaves it out."""

    SUGGESTED = "suggested"
    SETTLED = "settled"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Parts:
    """A missed opportunity: what was known then, why what was done made sense, and what would have helped."""

    known: str
    sense: str
    helped: str

    @property
    def complete(self) -> bool:
        return all(part.strip() for part in (self.known, self.sense, self.helped))


@dataclass(frozen=True)
class Tag:
    """``factor`` is a name of the list, for a factor alone; ``parts`` are for an opportunity alone."""

    id: TagId
    workshop: WorkshopId
    contribution: ContributionId
    kind: TagKind
    suggested_by: UserId
    suggested_at: datetime
    factor: str = ""
    parts: Parts | None = None
    state: TagState = TagState.SUGGESTED
    settled_by: UserId | None = None
    settled_at: datetime | None = None

    def settle(self, by: UserId, now: datetime) -> "Tag":
        """Raise ``FactorMissing`` or ``PartsMissing`` where it does not say what it has to."""
        if self.kind is TagKind.FACTOR and not self.factor:
            raise FactorMissing(field="factor")
        if self.kind is TagKind.OPPORTUNITY and (self.parts is None or not self.parts.complete):
            raise PartsMissing(field="known")
        return self._decided(by, now, TagState.SETTLED)

    def leave_out(self, by: UserId, now: datetime) -> "Tag":
        return self._decided(by, now, TagState.LEFT_OUT)

    def _decided(self, by: UserId, now: datetime, state: TagState) -> "Tag":
        if self.state is not TagState.SUGGESTED:
            raise SettledAlready
        return replace(self, state=state, settled_by=by, settled_at=now)
