"""Telling contributors what happened with what they said, each of them alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import letters, rounds
from bot.rota import hours_of
from bot.synthesis.summary import Finding, Summary, SummaryState, reads
from bot.work import Work
from bot.workshop.action import ActionState
from bot.workshop.ids import SummaryId, UserId
from bot.workshop.reflection import Answer
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Visibility, Workshop

PUBLISHED = "published"
"""The moment at which the first of these letters is sent."""


@dataclass(frozen=True)
class Line:
    """A line that rests on somebody's words; ``own`` is what it quotes from them."""

    finding: Finding
    own: tuple[str, ...] = ()

    @property
    def theirs(self) -> bool:
        return bool(self.own)


@dataclass(frozen=True)
class Outcome:
    """What became of one person's words: first the lines that are quoted from them.

    ``unquoted`` of them are behind no line, ``confided`` were for the facilitator only, and ``afterwards`` were written
    after the session. ``actions`` is how many stand in the plan.
    """

    lines: tuple[Line, ...]
    unquoted: int
    confided: int
    afterwards: int
    actions: int


def tell(work: Work, summary_id: SummaryId) -> None:
    """The summary stands in the channel: write to everybody whose words were kept, in their working hours.

    Of a corrected version only those hear for whom something is different.
    """
    summary = work.summaries.get(summary_id)
    if summary.state is not SummaryState.PUBLISHED:
        return
    workshop = work.workshops.get(summary.workshop)
    before = [each for each in work.summaries.of(workshop.id) if each.state.is_out and each.version < summary.version]
    for user in [each.user for each in workshop.participants]:
        found = of(work, summary, user)
        if found is not None and not (before and _same(found, of(work, before[-1], user))):
            at = hours_of(work, user).next_moment(work.now)
            work.letters.write(letters.outcome(summary, user, PUBLISHED, at))


def of(work: Work, summary: Summary, user: UserId) -> Outcome | None:
    """What became of *user*'s words; ``None`` where none of theirs were kept."""
    workshop = work.workshops.get(summary.workshop)
    before, after = _answers(work, workshop, user)
    open_ones = {Source(SourceKind.ANSWER, each.id): each.words for each in before if not _confided(each)}
    said = open_ones | _shown_in_silent_rounds(work, workshop, user)
    said |= {
        Source(SourceKind.CONTRIBUTION, each.id): each.words
        for each in work.contributions.of(workshop.id)
        if each.user == user and each.words
    }
    if not said and not before and not after:
        return None
    resting = [each for each in summary.lines if not said.keys().isdisjoint(each.evidence)]
    lines = sorted((_line(each, said) for each in resting), key=lambda line: not line.theirs)
    cited = {source for each in lines for source in each.finding.evidence}
    return Outcome(
        lines=tuple(lines),
        unquoted=len(said.keys() - cited),
        confided=sum(1 for each in before if _confided(each)),
        afterwards=len(after),
        actions=sum(1 for each in work.actions.of(workshop.id) if each.state is not ActionState.DECLINED),
    )


def _answers(work: Work, workshop: Workshop, user: UserId) -> tuple[list[Answer], list[Answer]]:
    """What *user* has sent for the facilitator to read, before the session and after it."""
    sent = [each for each in work.answers.of(workshop.id) if each.user == user]
    read = {each.id for each in rounds.read_by_facilitator(work, workshop)} - {workshop.pack}
    return [each for each in sent if each.pack == workshop.pack], [each for each in sent if each.pack in read]


def _shown_in_silent_rounds(work: Work, workshop: Workshop, user: UserId) -> dict[Source, str]:
    packs = {rounds.of_stage(each).pack for each in work.stages.of(workshop.id)}
    sent = [each for each in work.answers.of(workshop.id) if each.user == user and each.pack in packs]
    return {Source(SourceKind.ANSWER, each.id): each.words for each in sent}


def _confided(answer: Answer) -> bool:
    return answer.visibility is Visibility.FACILITATOR_ONLY


def _line(finding: Finding, said: Mapping[Source, str]) -> Line:
    title = finding.line.title
    words = [each.words for each in finding.line.quotations if each.source in said]
    return Line(finding, tuple(words) or ((title.words,) if title.source in said else ()))


def _same(found: Outcome, before: Outcome | None) -> bool:
    """Whether the lines read as they did."""
    told = before.lines if before else ()
    return [(reads(each.finding), each.own) for each in found.lines] == [
        (reads(each.finding), each.own) for each in told
    ]
