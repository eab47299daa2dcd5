"""The facilitator's review: what a draft says, what it rests on, and what becomes of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import evidence, letters, material, summaries
from bot.cases import CaseFile
from bot.evidence import Evidence
from bot.privacy import lookout
from bot.summaries import Drafting
from bot.synthesis.draft import Decision, Deed, Entitled, Heading, Line, Title
from bot.synthesis.gate import ground_line
from bot.synthesis.heard import hear
from bot.synthesis.material import wordless
from bot.synthesis.reason import Refused
from bot.synthesis.summary import NO_CHANGES, Changes, Finding, Summary, SummaryState, changes
from bot.work import Store, Work
from bot.workshop.ids import FindingId, InstallationId, SummaryId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.summary import Source
from bot.workshop.workshop import Phase, Workshop


class NoDraftYet(Refusal):
    """The draft is still being made."""

    key = "refusal-no-draft-yet"


class LineGone(Refusal):
    """What the line rested on has been changed or taken back while somebody was looking at it."""

    key = "refusal-line-gone"


class SplitAll(Refusal):
    """A line of its own is made of some of the words, not of all of them."""

    key = "refusal-split-all"


class NotBorneOut(Refusal):
    """The facilitator's words name or count what the words behind the line do not, or would point to somebody."""

    key = "refusal-not-borne-out"


@dataclass(frozen=True)
class LineId:
    """A line of a version, as it was when somebody looked at it."""

    summary: SummaryId
    finding: FindingId


@dataclass(frozen=True)
class Review:
    """The newest version as its facilitator sees it.

    ``unquoted`` counts answers and replies behind no line. ``standing`` is what the group has read last, if anything,
    and ``changes`` what is different from it.
    """

    file: CaseFile
    summary: Summary
    unquoted: int
    standing: Summary | None = None
    changes: Changes = NO_CHANGES

    @property
    def waited_for(self) -> bool:
        """Whether the workshop does not go on before something is published, or its facilitator does without."""
        return self.file.workshop.phase is Phase.AGREEING


@dataclass(frozen=True)
class LineReview:
    """One line with the words that it rests on; without any once they were changed or taken back."""

    summary: Summary
    finding: Finding | None
    evidence: tuple[Evidence, ...]

    @property
    def beside(self) -> tuple[Finding, ...]:
        """The other lines under the same heading, which it can be put together with."""
        here = self.finding
        return tuple(each for each in self.summary.lines if here and each.heading is here.heading and each != here)


@dataclass(frozen=True)
class Reworking:
    """What the facilitator makes of a line: what it is called and says, where it stands, and what it joins."""

    title: str
    claim: str
    heading: Heading
    joined: FindingId | None = None


def review(work: Work, by: UserId, workshop_id: WorkshopId) -> Review:
    """The newest version, for the facilitator."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(*summaries.AFTERWARDS)
    versions = work.summaries.of(workshop_id)
    if not versions:
        raise NoDraftYet
    return _review(work, workshop, versions[-1])


def behind(work: Work, by: UserId, line: LineId) -> LineReview:
    """The words behind one line, for the facilitator."""
    summary = work.summaries.get(line.summary)
    workshop = work.workshops.get(summary.workshop).run_by(by)
    finding = summary.finding(line.finding)
    known = evidence.behind(work, workshop, finding.evidence if finding else ())
    return LineReview(
        summary, finding, tuple(known[each] for each in (finding.evidence if finding else ()) if each in known)
    )


def drop(work: Work, by: UserId, line: LineId) -> Review:
    """Leave a line out of what is published, and out of later drafts."""
    summary, workshop, finding = _now(work, by, line)
    work.decisions.add(workshop.id, _about(Deed.DROPPED, finding.line), by, work.now)
    return _saved(work, workshop, summary.without(finding.id))


def keep(work: Work, by: UserId, line: LineId) -> Review:
    """Take back that a line was left out."""
    summary, workshop, finding = _now(work, by, line)
    for number, decision in work.decisions.of(workshop.id):
        if decision.deed is Deed.DROPPED and {*decision.sources} == {*finding.evidence}:
            work.decisions.drop(number)
    return _saved(work, workshop, summary.keeping(finding.id))


def rework(work: Work, by: UserId, line: LineId, made: Reworking) -> WorkshopId:
    """Take down everything that the facilitator made of a line; the draft is made again around it."""
    summary, workshop, finding = _now(work, by, line)
    looking = lookout(work, workshop)
    looking.refuse(made.title, "title")
    looking.refuse(made.claim, "claim")
    _bear_out(work, workshop, finding.line, made)
    other = summary.finding(made.joined) if made.joined else None
    for decision in _decisions(finding.line, made, other.line if other else None):
        work.decisions.add(workshop.id, decision, by, work.now)
    work.summaries.request(workshop.id, work.now)
    return workshop.id


def split(work: Work, by: UserId, line: LineId, apart: Sequence[Source]) -> WorkshopId:
    """Make a line of its own of some of the words behind one."""
    _, workshop, finding = _now(work, by, line)
    chosen = tuple(each for each in finding.evidence if each in apart)
    rest = tuple(each for each in finding.evidence if each not in apart)
    if not chosen or not rest:
        raise SplitAll(field="sources")
    decision = replace(_about(Deed.SPLIT, finding.line), parts=(rest, chosen))
    work.decisions.add(workshop.id, decision, by, work.now)
    work.summaries.request(workshop.id, work.now)
    return workshop.id


async def made_again(
    store: Store, drafting: Drafting, installation: InstallationId, by: UserId, workshop: WorkshopId
) -> Review:
    """The newest version, with a draft that waits to be made first."""
    await summaries.draft_at_once(store, drafting, installation, workshop)
    return await store.run(installation, review, by, workshop)


def _bear_out(work: Work, workshop: Workshop, line: Line, made: Reworking) -> None:
    """Raise ``NotBorneOut`` where the facilitator's words say more than the words behind the line let anybody say."""
    hearing = hear(material.room(work, workshop.id))
    if isinstance(ground_line(line, hearing), Refused):
        return
    for field, words in (("title", made.title.strip()), ("claim", made.claim.strip())):
        said = {"title": Title(words, Entitled.FACILITATOR)} if field == "title" else {"claim": words}
        found = ground_line(replace(line, **said), hearing) if words else None
        if isinstance(found, Refused):
            raise NotBorneOut(field=field, reason=found.reasons[0])


def _decisions(line: Line, made: Reworking, other: Line | None) -> list[Decision]:
    """What was changed, in the order in which it has to be done again."""
    title, claim = made.title.strip(), made.claim.strip()
    found = []
    if title and title != line.title.words:
        found.append(replace(_about(Deed.RENAMED, line), words=title))
    if claim != line.claim:
        found.append(replace(_about(Deed.REWORDED, line), words=claim))
    if made.heading is not line.heading:
        found.append(replace(_about(Deed.MOVED, line), to=made.heading))
    elif other is not None:
        both = tuple(dict.fromkeys((*line.evidence, *other.evidence)))
        found.append(replace(_about(Deed.MERGED, line), sources=both))
    # A name or words are given to a line where it stands in the end.
    return sorted(found, key=lambda each: each.deed not in {Deed.MERGED, Deed.MOVED})


def _about(deed: Deed, line: Line) -> Decision:
    return Decision(deed, line.heading, line.evidence, about=line.about)


def _now(work: Work, by: UserId, line: LineId) -> tuple[Summary, Workshop, Finding]:
    """The line as it is in the newest draft, whatever version it was looked at in."""
    seen = work.summaries.get(line.summary)
    workshop = work.workshops.get(seen.workshop).run_by(by).during(*summaries.AFTERWARDS)
    newest = work.summaries.of(workshop.id)[-1]
    finding = seen.finding(line.finding)
    if finding is None:
        raise LineGone
    if newest.id != seen.id:
        finding = newest.resting_on(finding.line)
    if finding is None:
        raise LineGone
    return newest.changeable, workshop, finding


def _saved(work: Work, workshop: Workshop, summary: Summary) -> Review:
    work.summaries.save(summary)
    work.letters.refresh(letters.summary_draft(workshop, summary, work.now))
    return _review(work, workshop, summary)


def _review(work: Work, workshop: Workshop, summary: Summary) -> Review:
    cited = {source for finding in summary.lines for source in finding.evidence}
    words = [each for each in evidence.read(work, workshop) if not wordless(each.words)]
    standing = summaries.standing(work, workshop.id)
    return Review(
        file=CaseFile(work.cases.get(workshop.case), workshop),
        summary=summary,
        unquoted=sum(1 for each in words if each.source not in cited),
        standing=standing,
        changes=changes(standing, summary) if standing and summary.state is SummaryState.DRAFT else NO_CHANGES,
    )
