"""Drafting, checking and publishing what the group found."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot import cases, letters, rounds, tagged
from bot.cases import CaseFile
from bot.synthesis import grounding, local
from bot.synthesis.material import Quotable, Words, quotable, wordless
from bot.work import Store, Work
from bot.workshop.ids import FindingId, SummaryId, UserId, WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.refusal import Refusal
from bot.workshop.session import Contribution, Meeting, Place
from bot.workshop.summary import Finding, FindingKind, Source, SourceKind, Summary, SummaryState, kept_out
from bot.workshop.tag import Reading
from bot.workshop.workshop import Phase, Visibility, Workshop
from prompts.phrasings import asking

AT_ONCE = 5
REST = timedelta(seconds=30)


class NoDraftYet(Refusal):
    """The draft is still being made."""

    key = "refusal-no-draft-yet"


class NewerDraft(Refusal):
    """Words changed while the draft was being read, and there is a newer one."""

    key = "refusal-newer-draft"


@dataclass(frozen=True)
class Evidence:
    """The words behind a finding, for those who may read them. ``speaker`` is empty when unattributed.

    ``place`` is ``None`` for a private answer. ``scribe`` is who wrote it down where it was spoken;
    ``silent`` where it was written in a silent round of the session; ``tags`` are those that are settled.
    """

    source: Source
    words: str
    speaker: str
    place: Place | None = None
    scribe: UserId | None = None
    silent: bool = False
    tags: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A summary as its facilitator reviews it. ``unquoted`` counts answers and replies behind no line of it."""

    file: CaseFile
    summary: Summary
    unquoted: int


@dataclass(frozen=True)
class LineReview:
    """One line of a draft with the words that it rests on; without any once they were changed or taken back."""

    summary: SummaryId
    finding: FindingId
    left_out: bool
    evidence: tuple[Evidence, ...]


async def draft_requested(store: Store) -> int:
    """Draft what was asked for, outside any transaction; gives how many drafts were made."""
    requests = await store.everywhere(lambda work: work.summaries.requested(work.now, AT_ONCE))
    for installation, workshop, asked in requests:
        material = await store.run(installation, gathered, workshop)
        findings = await asyncio.to_thread(local.draft, material)
        await store.run(installation, keep_draft, workshop, asked, grounding.grounded(findings, material))
    return len(requests)


def gathered(work: Work, workshop_id: WorkshopId) -> list[Quotable]:
    """Everything of the workshop that may be quoted."""
    workshop = work.workshops.get(workshop_id)
    people = [participant.user for participant in workshop.participants]
    answers = {Source(SourceKind.ANSWER, each.id) for each in work.answers.of(workshop_id) if kept_apart(each)}
    replies = work.contributions.of(workshop_id)
    apart = answers | {Source(SourceKind.CONTRIBUTION, each.id) for each in replies if kept_apart(each)}
    everything = [*_answers(work, workshop), *_silent_answers(work, workshop), *_contributions(work, workshop)]
    settled = tagged.settled(work, workshop_id)
    words = [each for each in everything if each.source not in apart and not wordless(each.text)]
    return quotable([_under_its_tag(each, settled) for each in words], people)


def _under_its_tag(words: Words, settled: Mapping[Source, Sequence[Reading]]) -> Words:
    """A reply stands under the heading of its tag, else under that of its question."""
    tags = settled.get(words.source)
    return replace(words, finds=tags[0].what.kind.heading) if tags else words


def kept_apart(said: Answer | Contribution) -> bool:
    """Whether it is about a risk to somebody now, or asks and was not answered: no such words enter a summary."""
    return said.risk is True or (said.risk is None and bool(asking(said.words or "")))


def keep_draft(work: Work, workshop_id: WorkshopId, asked: int, findings: Sequence[Finding]) -> Summary | None:
    """Store a draft and tell the facilitator.

    Not one whose words were changed while it was made (it was asked for again), and none once a summary is published.
    """
    workshop = work.workshops.get(workshop_id)
    if not work.summaries.drafted(workshop_id, asked) or workshop.phase is not Phase.AGREEING:
        return None
    earlier = work.summaries.of(workshop_id)
    version = len(earlier) + 1
    summary = work.summaries.add(
        Summary(SummaryId(0), workshop_id, version, SummaryState.DRAFT, work.now, kept_out(findings, earlier))
    )
    work.letters.write(letters.summary_draft(workshop, summary, work.now))
    for each in earlier:
        work.letters.refresh(letters.summary_draft(workshop, each, work.now))
    cases.noted(work, workshop)
    return summary


def review(work: Work, by: UserId, workshop_id: WorkshopId) -> Draft:
    """The newest draft, for the facilitator."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.AGREEING)
    versions = work.summaries.of(workshop_id)
    if not versions:
        raise NoDraftYet
    return _draft(work, workshop, versions[-1])


def drop(work: Work, by: UserId, summary_id: SummaryId, finding: FindingId) -> Draft:
    """Leave a line out of the draft."""
    summary, workshop = _run_by(work, by, summary_id)
    shorter = summary.without(finding)
    work.summaries.save(shorter)
    work.letters.refresh(letters.summary_draft(workshop, shorter, work.now))
    return _draft(work, workshop, shorter)


def evidence(work: Work, by: UserId, summary_id: SummaryId, finding_id: FindingId) -> LineReview:
    """The words behind one line, for the facilitator."""
    summary, workshop = _run_by(work, by, summary_id)
    finding = next((each for each in summary.findings if each.id == finding_id), None)
    behind = finding.evidence if finding else ()
    known = {each.source: each for each in read(work, workshop)}
    left_out = finding is not None and finding.left_out
    return LineReview(summary_id, finding_id, left_out, tuple(known[source] for source in behind if source in known))


def approve(work: Work, by: UserId, summary_id: SummaryId) -> CaseFile:
    """Approve the draft as it stands and publish it to the channel."""
    summary, workshop = _run_by(work, by, summary_id)
    # Somebody may have changed or taken back words since the form was opened.
    if work.summaries.of(workshop.id)[-1].id != summary.id:
        raise NewerDraft
    approved = summary.approve(by, work.now)
    following = workshop.publish(by)
    work.summaries.save(approved.published())
    work.workshops.save(following)
    work.letters.refresh(letters.summary_draft(following, summary, work.now))
    file = cases.moved(work, following)
    if file.case.channel:
        for letter in letters.summary(approved, file.case.channel, work.now):
            work.letters.write(letter)
        work.letters.refresh(letters.plan(following, file.case.channel, work.now))
    return file


def words_changed(work: Work, workshop: Workshop | Meeting, sources: Sequence[Source]) -> None:
    """Words were changed or taken back: they leave every summary that is not published, and a new draft is made."""
    if workshop.phase is not Phase.AGREEING:
        return
    for source in sources:
        work.summaries.forget(workshop.id, source)
    work.summaries.request(workshop.id, work.now)


def tags_changed(work: Work, workshop: Workshop) -> None:
    """Tags were settled or left out while a draft is looked at: a new one is made when the hand has come to rest."""
    if workshop.phase is Phase.AGREEING:
        work.summaries.request(workshop.id, work.now + REST)


def read(work: Work, workshop: Workshop) -> list[Evidence]:
    """Every answer and contribution with the speaker that it may be shown under."""
    places = _places(work, workshop)
    said = work.contributions.of(workshop.id)
    silent = _silent_answers(work, workshop)
    tags = tagged.settled(work, workshop.id)
    written_in_silence = {each.source for each in silent}
    scribes = {Source(SourceKind.CONTRIBUTION, each.id): each.scribe for each in said if each.scribe}
    return [
        Evidence(
            each.source,
            each.text,
            each.speaker if each.visibility is Visibility.NAMED_ROLE else "",
            places.get(each.source),
            scribes.get(each.source),
            silent=each.source in written_in_silence,
            tags=tags.get(each.source, ()),
        )
        for each in [*_answers(work, workshop), *silent, *_contributions(work, workshop)]
    ]


def _places(work: Work, workshop: Workshop) -> dict[Source, Place]:
    roots = {stage.id: stage.root for stage in work.stages.of(workshop.id)}
    return {
        Source(SourceKind.CONTRIBUTION, each.id): Place(each.channel, roots[each.stage] or each.ts, each.ts)
        for each in work.contributions.of(workshop.id)
    }


def _draft(work: Work, workshop: Workshop, summary: Summary) -> Draft:
    cited = {source for finding in summary.lines for source in finding.evidence}
    unquoted = [each for each in read(work, workshop) if each.source not in cited and not wordless(each.words)]
    return Draft(CaseFile(work.cases.get(workshop.case), workshop), summary, len(unquoted))


def _answers(work: Work, workshop: Workshop) -> list[Words]:
    pack = work.house.packs.pack(workshop.pack)
    return [
        Words(
            source=Source(SourceKind.ANSWER, answer.id),
            prompt=answer.prompt,
            finds=FindingKind(pack.prompt(answer.prompt).finds),
            text=answer.words,
            author=answer.user,
            speaker=_role(workshop, answer.user),
            visibility=answer.visibility,
        )
        for answer in work.answers.of(workshop.id)
        if answer.pack == pack.id and pack.prompt(answer.prompt).is_summarised
    ]


def _silent_answers(work: Work, workshop: Workshop) -> list[Words]:
    """What was written in silence and revealed, under the heading of its stage.

    The round is a question of its own beside the stage's thread: who replies there under their role could have written
    an unattributed answer too.
    """
    stages = {rounds.of_stage(each).pack: each for each in work.stages.of(workshop.id) if each.finds != "nothing"}
    return [
        Words(
            source=Source(SourceKind.ANSWER, answer.id),
            prompt=answer.pack,
            finds=FindingKind(stages[answer.pack].finds),
            text=answer.words,
            author=answer.user,
            speaker=_role(workshop, answer.user),
            visibility=answer.visibility,
        )
        for answer in work.answers.of(workshop.id)
        if answer.pack in stages
    ]


def _contributions(work: Work, workshop: Workshop) -> list[Words]:
    stages = {stage.id: stage for stage in work.stages.of(workshop.id) if stage.finds != "nothing"}
    return [
        Words(
            source=Source(SourceKind.CONTRIBUTION, each.id),
            prompt=stages[each.stage].name,
            finds=FindingKind(stages[each.stage].finds),
            text=each.words,
            author=each.user,
            speaker=_role(workshop, each.user),
            visibility=each.visibility,
            said_at=float(each.ts),
        )
        for each in work.contributions.of(workshop.id)
        if each.words and each.stage in stages
    ]


def _role(workshop: Workshop, user: UserId) -> str:
    participant = workshop.participant(user)
    return participant.role if participant else ""


def _run_by(work: Work, by: UserId, summary_id: SummaryId) -> tuple[Summary, Workshop]:
    summary = work.summaries.get(summary_id)
    return summary, work.workshops.get(summary.workshop).run_by(by)
