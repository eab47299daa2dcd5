"""A summary: a version of what the group found, each line of it resting on somebody's words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.synthesis.draft import Draft, Edition, Heading, Line, Seen
from bot.synthesis.gate import Grounded
from bot.synthesis.repeated import repeated
from bot.synthesis.unsaid import StillSaid, left_of
from bot.workshop.ids import FindingId, SummaryId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.summary import Source

ORDER = tuple(Heading)


class NotADraft(Refusal):
    """Only a draft can be approved or changed."""

    key = "refusal-not-a-draft"


class NothingFound(Refusal):
    """A summary without a single finding says nothing, and is not published."""

    key = "refusal-nothing-found"


class NotPublished(Refusal):
    """Only what stands in the channel can be withdrawn or corrected."""

    key = "refusal-not-published"


class SummaryState(StrEnum):
    """Nothing is published without a person: a draft, then approved, then published.

    What was published is ``corrected`` once a later version has taken its place.
    """

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def is_out(self) -> bool:
        """Whether the group has read it."""
        return self in {SummaryState.PUBLISHED, SummaryState.CORRECTED, SummaryState.WITHDRAWN}


@dataclass(frozen=True)
class Finding:
    """One line of a version. ``left_out`` is the facilitator's decision: such a line is never published."""

    line: Line
    id: FindingId = FindingId(0)
    left_out: bool = False

    def __post_init__(self) -> None:
        if not self.line.evidence:
            raise ValueError("a finding without evidence cannot exist")

    @property
    def evidence(self) -> tuple[Source, ...]:
        return self.line.evidence

    @property
    def heading(self) -> Heading:
        return self.line.heading

    @property
    def quoted(self) -> frozenset[Source]:
        """Whose words stand in it."""
        title = {self.line.title.source} if self.line.title.source else set()
        return frozenset(title | {each.source for each in self.line.quotations})


@dataclass(frozen=True)
class Against:
    """How many lines are different from the version that people had read before."""

    version: int
    new: int = 0
    changed: int = 0
    gone: int = 0


@dataclass(frozen=True)
class Made:
    """How a version came about.

    ``finished`` is false where there was too little for themes, ``plainer`` true where the process that drafts could
    not run. ``refused`` lines were not borne out by words, and ``held_back`` words would point to whoever wrote them.
    ``model`` is the language model that was asked for lines, and ``without`` why it gave no answer. What it was
    published ``against`` is counted then, as the version before may lose words later.
    """

    finished: bool = False
    plainer: bool = False
    refused: int = 0
    held_back: int = 0
    model: str = ""
    without: str = ""
    against: Against | None = None

    @classmethod
    def of(cls, checked: Grounded[Draft]) -> "Made":
        draft = checked.it
        return cls(draft.finished, draft.plainer, len(checked.refused), checked.held_back, draft.model, draft.without)


MADE = Made()


@dataclass(frozen=True)
class Summary:
    """A version of the findings. ``approved_by`` is the person who answers for what is published.

    ``made`` is how its draft came about, ``editions`` the words that it was made from, and ``seen`` what its readers
    were shown. ``ended_by`` took it out of the channel, at ``ended_at``.
    """

    id: SummaryId
    workshop: WorkshopId
    version: int
    state: SummaryState
    drafted_at: datetime
    findings: tuple[Finding, ...]
    approved_by: UserId | None = None
    approved_at: datetime | None = None
    made: Made = MADE
    editions: tuple[Edition, ...] = ()
    seen: tuple[Seen, ...] = ()
    ended_by: UserId | None = None
    ended_at: datetime | None = None

    @property
    def lines(self) -> tuple[Finding, ...]:
        """What is to be read, under its headings: what was not left out, and is not in another line already."""
        kept = self.kept
        again = repeated([each.line for each in kept])
        return tuple(each for each in kept if each.line.key not in again)

    @property
    def kept(self) -> tuple[Finding, ...]:
        """Every finding that was not left out, under its heading."""
        return tuple(each for each in self.in_order if not each.left_out)

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """Every finding, as the headings follow each other."""
        return tuple(sorted(self.findings, key=lambda each: ORDER.index(each.heading)))

    @property
    def draft(self) -> Draft:
        """As the engine that makes the next one reads it."""
        return Draft(tuple(each.line for each in self.kept), self.made.finished, self.editions)

    def finding(self, finding: FindingId) -> Finding | None:
        return next((each for each in self.findings if each.id == finding), None)

    def resting_on(self, line: Line) -> Finding | None:
        """The line that rests on most of the same, about the same and under the same heading."""
        sources = {*line.evidence}
        found = [
            (len(sources & {*each.evidence}), each)
            for each in self.kept
            if each.heading.family is line.heading.family and each.line.about == line.about
        ]
        most, best = max(found, key=lambda each: each[0], default=(0, None))
        return best if 2 * most > len(sources) else None

    def approve(self, by: UserId, now: datetime) -> "Summary":
        if not self.changeable.lines:
            raise NothingFound
        return replace(self, state=SummaryState.APPROVED, approved_by=by, approved_at=now)

    def published(self, seen: tuple[Seen, ...] = (), before: "Summary | None" = None) -> "Summary":
        """With what its readers are shown; *before* is what they have read last."""
        made = replace(self.made, against=_counted(before, self) if before else None)
        return replace(self, state=SummaryState.PUBLISHED, seen=seen, made=made)

    def corrected(self, by: UserId, now: datetime) -> "Summary":
        """A later version has taken its place."""
        return replace(self._in_the_channel, state=SummaryState.CORRECTED, ended_by=by, ended_at=now)

    def withdrawn(self, by: UserId, now: datetime) -> "Summary":
        return replace(self._in_the_channel, state=SummaryState.WITHDRAWN, ended_by=by, ended_at=now)

    def with_lines(self, lines: Iterable[Line]) -> "Summary":
        """With these lines in place of those that are to be read; a line that stays keeps its number."""
        known = {(each.line.heading, each.line.key): each.id for each in self.kept}
        kept = tuple(Finding(line, known.pop((line.heading, line.key), FindingId(0))) for line in lines)
        return replace(self.changeable, findings=(*kept, *self.left_out))

    def still_saying(self, said: StillSaid) -> "Summary":
        """With no other words than those that are still *said*, but for the lines that stand published."""
        standing = {each.id for each in self.kept} if self.state is SummaryState.PUBLISHED else frozenset()
        left = ((each, each.line if each.id in standing else left_of(each.line, said)) for each in self.findings)
        return replace(self, findings=tuple(replace(each, line=line) for each, line in left if line is not None))

    def without(self, finding: FindingId) -> "Summary":
        return self._deciding(finding, left_out=True)

    def keeping(self, finding: FindingId) -> "Summary":
        """With a line that was left out."""
        return self._deciding(finding, left_out=False)

    @property
    def left_out(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.left_out)

    @property
    def changeable(self) -> "Summary":
        """This summary, if it is a draft."""
        if self.state is not SummaryState.DRAFT:
            raise NotADraft
        return self

    @property
    def _in_the_channel(self) -> "Summary":
        if self.state is not SummaryState.PUBLISHED:
            raise NotPublished
        return self

    def _deciding(self, finding: FindingId, *, left_out: bool) -> "Summary":
        findings = (replace(each, left_out=left_out) if each.id == finding else each for each in self.findings)
        return replace(self.changeable, findings=tuple(findings))


@dataclass(frozen=True)
class Changes:
    """What is different in a version from the one that people have read."""

    new: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


NO_CHANGES = Changes()


def changes(before: Summary, after: Summary) -> Changes:
    """By what a line rests on: one that rests on some of the same under the same heading is the same one, changed."""
    old = list(before.lines)
    new: list[Finding] = []
    changed: list[Finding] = []
    for each in after.lines:
        same = _same(each, old)
        if same is None:
            new.append(each)
            continue
        old.remove(same)
        if reads(same) != reads(each):
            changed.append(each)
    return Changes(tuple(new), tuple(changed), tuple(old))


def _counted(before: Summary, after: Summary) -> Against:
    found = changes(before, after)
    return Against(before.version, len(found.new), len(found.changed), len(found.gone))


def reads(finding: Finding) -> tuple[object, ...]:
    """What a reader sees of a line: neither its number nor why it is there."""
    line = finding.line
    shown = line.title.words, line.title.entitled, line.quotations, line.people, line.agencies, line.asked, line.claim
    return line.heading, line.factor, line.level, *shown


def newest_out(summaries: Collection[Summary]) -> Summary | None:
    """The version that people have read last, whether or not it still stands."""
    return max((each for each in summaries if each.state.is_out), key=lambda each: each.version, default=None)


def _same(finding: Finding, among: Iterable[Finding]) -> Finding | None:
    shared = [
        (len({*each.evidence} & {*finding.evidence}), each)
        for each in among
        if each.heading.family is finding.heading.family
    ]
    most, best = max(shared, key=lambda found: found[0], default=(0, None))
    return best if most else None
