"""What the group reads: approving a version and publishing it, correcting it, taking it back, or doing without."""

from bot import cases, letters, material, plans, summaries
from bot.cases import CaseFile
from bot.synthesis.heard import hear
from bot.synthesis.summary import Finding, NotPublished, Summary, SummaryState
from bot.synthesis.unsaid import left_of
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import SummaryId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Phase, Workshop


class DraftOnItsWay(Refusal):
    """What was decided or changed last is still to be worked in."""

    key = "refusal-draft-on-its-way"


class NewerDraft(Refusal):
    """Words changed while the draft was being read, and there is a newer one."""

    key = "refusal-newer-draft"


def publish(work: Work, by: UserId, summary_id: SummaryId) -> CaseFile:
    """Approve the draft as it stands and publish it to the channel, in the place of what stands there."""
    summary, workshop = _run_by(work, by, summary_id)
    # Somebody may have changed or taken back words since the form was opened.
    if work.summaries.of(workshop.id)[-1].id != summary.id:
        raise NewerDraft
    approved = summary.approve(by, work.now)
    if work.summaries.awaited(workshop.id) is not None:
        raise DraftOnItsWay
    before, read = _standing(work, workshop.id), summaries.standing(work, workshop.id)
    hearing = hear(material.room(work, workshop.id))
    shown = {source for each in approved.lines for source in each.quoted}
    work.summaries.save(approved.published(hearing.seen(shown), read))
    work.audit.record(Entry(work.now, by, Deed.SUMMARY_PUBLISHED, workshop.id, summary.id))
    following = workshop.follow_up(by) if workshop.phase is Phase.AGREEING else workshop
    work.workshops.save(following)
    work.letters.refresh(letters.summary_draft(following, summary, work.now))
    file = cases.moved(work, following)
    if file.case.channel:
        for letter in letters.summary(approved, file.case.channel, work.now):
            work.letters.write(letter)
        plans.refresh(work, following, file.case.channel)
    if before is not None:
        _end(work, file, before, before.corrected(by, work.now))
    return file


def go_on_without(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Follow up what was agreed although nothing is published; a draft can still be published later."""
    following = work.workshops.get(workshop_id).follow_up(by)
    work.workshops.save(following)
    work.audit.record(Entry(work.now, by, Deed.WENT_ON_WITHOUT, following.id))
    file = cases.moved(work, following)
    if file.case.channel:
        plans.refresh(work, following, file.case.channel)
    return file


def correct(work: Work, by: UserId, workshop_id: WorkshopId) -> Summary:
    """A draft of the next version, which begins as what people have read; the one that is there, if there is one."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(*summaries.AFTERWARDS)
    newest = work.summaries.of(workshop_id)[-1:]
    if newest and newest[0].state is SummaryState.DRAFT:
        return newest[0]
    before = summaries.standing(work, workshop_id)
    if before is None:
        raise NotPublished
    still = material.still_said(work, workshop_id)
    lines = tuple(Finding(line) for each in before.lines if (line := left_of(each.line, still)))
    made = Summary(
        id=SummaryId(0),
        workshop=workshop_id,
        version=newest[0].version + 1,
        state=SummaryState.DRAFT,
        drafted_at=work.now,
        findings=lines,
        made=before.made,
        editions=before.editions,
    )
    return summaries.proposed(work, workshop, made)


def withdraw(work: Work, by: UserId, summary_id: SummaryId) -> CaseFile:
    """Take what is published out of the channel: in its place stands that it was withdrawn."""
    summary, workshop = _run_by(work, by, summary_id)
    file = CaseFile(work.cases.get(workshop.case), workshop)
    _end(work, file, summary, summary.withdrawn(by, work.now))
    work.audit.record(Entry(work.now, by, Deed.SUMMARY_WITHDRAWN, workshop.id, summary.id))
    return file


def _end(work: Work, file: CaseFile, before: Summary, after: Summary) -> None:
    """Nobody reads it any more, so it keeps nothing that has been taken back."""
    work.summaries.save(after.still_saying(material.still_said(work, after.workshop)))
    if file.case.channel:
        for letter in letters.summary(before, file.case.channel, work.now):
            work.letters.refresh(letter)


def _standing(work: Work, workshop: WorkshopId) -> Summary | None:
    """What stands in the channel."""
    return next((each for each in work.summaries.of(workshop) if each.state is SummaryState.PUBLISHED), None)


def _run_by(work: Work, by: UserId, summary_id: SummaryId) -> tuple[Summary, Workshop]:
    summary = work.summaries.get(summary_id)
    return summary, work.workshops.get(summary.workshop).run_by(by)
