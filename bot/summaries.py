"""Drafting what the group found: asked for by somebody, made outside any transaction, kept as a version."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from bot import cases, letters, material
from bot.synthesis.draft import Deed, Draft, Room
from bot.synthesis.gate import Grounded
from bot.synthesis.heard import InConfidence
from bot.synthesis.summary import Finding, Made, Summary, SummaryState, changes, newest_out
from bot.work import Store, Work
from bot.workshop.ids import FindingId, InstallationId, SummaryId, WorkshopId
from bot.workshop.session import Meeting
from bot.workshop.summary import Source
from bot.workshop.workshop import Phase, Workshop

AT_ONCE = 5
REST = timedelta(seconds=30)
AFTERWARDS = (Phase.AGREEING, Phase.FOLLOWING_UP, Phase.CLOSED)
"""When there is a summary, or one can be proposed."""


class Drafting(Protocol):
    """Whoever makes drafts: ``draft`` for everybody, which has been checked, and ``put_together`` for one reader alone.

    ``expect`` tells that something may be wanted soon.
    """

    def expect(self) -> None: ...
    async def draft(self, room: Room) -> Grounded[Draft]: ...
    async def put_together(self, listening: InConfidence) -> Draft: ...


async def draft_requested(store: Store, drafting: Drafting) -> int:
    """Draft what was asked for; gives how many drafts were made."""
    requests = await store.everywhere(lambda work: work.summaries.requested(work.now, AT_ONCE))
    for installation, workshop, asked in requests:
        await _draft(store, drafting, installation, workshop, asked)
    return len(requests)


async def draft_at_once(store: Store, drafting: Drafting, installation: InstallationId, workshop: WorkshopId) -> None:
    """The same for one workshop, if a draft was asked for there."""
    asked = await store.run(installation, lambda work: work.summaries.awaited(workshop))
    if asked is not None:
        await _draft(store, drafting, installation, workshop, asked)


async def _draft(
    store: Store, drafting: Drafting, installation: InstallationId, workshop: WorkshopId, asked: int
) -> None:
    """Outside any transaction: it may take its time."""
    room = await store.run(installation, material.room, workshop)
    await store.run(installation, keep_draft, workshop, asked, await drafting.draft(room))


def keep_draft(work: Work, workshop_id: WorkshopId, asked: int, checked: Grounded[Draft]) -> Summary | None:
    """Store a draft and tell the facilitator.

    Not one whose words were changed while it was made (it was asked for again), and not one that says what people have
    read already. On the same words it takes the place of the draft that the facilitator has before them.
    """
    workshop = work.workshops.get(workshop_id)
    if not work.summaries.drafted(workshop_id, asked) or workshop.phase not in AFTERWARDS:
        return None
    draft = checked.it
    versions = work.summaries.of(workshop_id)
    newest = versions[-1] if versions else None
    if newest is not None and newest.state is SummaryState.DRAFT and newest.editions == draft.editions:
        return _again(work, workshop, newest, checked)
    made = Summary(
        id=SummaryId(0),
        workshop=workshop_id,
        version=len(versions) + 1,
        state=SummaryState.DRAFT,
        drafted_at=work.now,
        findings=(*map(Finding, draft.lines), *_still_left_out(newest, draft)),
        made=Made.of(checked),
        editions=draft.editions,
    )
    if newest is not None and newest.state.is_out and not _proposes(newest, made):
        return None
    return _add(work, workshop, versions, made)


def proposed(work: Work, workshop: Workshop, made: Summary) -> Summary:
    """Keep a version that the facilitator asked for."""
    return _add(work, workshop, work.summaries.of(workshop.id), made)


def words_changed(work: Work, workshop: Workshop | Meeting, sources: Sequence[Source]) -> None:
    """Words were changed or taken back: they leave every version but what stands published, and a new draft is made.

    A line that was left out is seen anew once its words have changed.
    """
    if workshop.phase not in AFTERWARDS:
        return
    if sources:
        _forget(work, workshop.id, sources)
    for number, decision in work.decisions.of(workshop.id):
        if decision.deed is Deed.DROPPED and not set(sources).isdisjoint(decision.sources):
            work.decisions.drop(number)
    work.summaries.request(workshop.id, work.now)


def _forget(work: Work, workshop: WorkshopId, changed: Sequence[Source]) -> None:
    """Each version as it is now that others wait for it, the newest first: so publishing one holds them, too."""
    versions = [work.summaries.get(each.id) for each in reversed(work.summaries.of(workshop))]
    still = {source: words for source, words in material.still_said(work, workshop).items() if source not in changed}
    for version in versions:
        shorter = version.still_saying(still)
        if shorter != version:
            work.summaries.save(shorter)


def tags_changed(work: Work, workshop: Workshop) -> None:
    """Tags were settled or left out while a draft is looked at: a new one is made when the hand has come to rest."""
    if workshop.phase is Phase.AGREEING:
        work.summaries.request(workshop.id, work.now + REST)


def _again(work: Work, workshop: Workshop, newest: Summary, checked: Grounded[Draft]) -> Summary:
    again = replace(newest.with_lines(checked.it.lines), made=Made.of(checked))
    work.summaries.save(again)
    work.letters.refresh(letters.summary_draft(workshop, again, work.now))
    return again


def _add(work: Work, workshop: Workshop, earlier: Sequence[Summary], made: Summary) -> Summary:
    added = work.summaries.add(made)
    work.letters.write(letters.summary_draft(workshop, added, work.now))
    for each in earlier:
        if each.state is SummaryState.DRAFT:
            work.letters.refresh(letters.summary_draft(workshop, each, work.now))
    cases.noted(work, workshop)
    return added


def _proposes(standing: Summary, made: Summary) -> bool:
    """Whether a version says anything else than the one that stands; what was withdrawn is not proposed again."""
    return standing.state is SummaryState.PUBLISHED and bool(changes(standing, made))


def _still_left_out(newest: Summary | None, draft: Draft) -> tuple[Finding, ...]:
    """What the facilitator left out of the version before, while all its words are there as they were."""
    if newest is None:
        return ()
    same = {*newest.editions} & {*draft.editions}
    known = {each.source for each in same}
    return tuple(replace(each, id=FindingId(0)) for each in newest.left_out if known.issuperset(each.evidence))


def standing(work: Work, workshop: WorkshopId) -> Summary | None:
    """The version that people have read last."""
    return newest_out(work.summaries.of(workshop))
