"""A case with its workshop: giving it a room, moving it on, and finding it again."""

from dataclasses import dataclass, replace

from bot import letters, plans
from bot.synthesis.summary import SummaryState
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.case import Case, NoCaseHere, WhichCase
from bot.workshop.ids import CaseId, ChannelId, UserId, WorkshopId
from bot.workshop.record import Update, differences
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import OPEN, Phase, Workshop


class RoomNotReady(Refusal):
    """The channel is still being made."""

    key = "refusal-room-not-ready"


class NotYours(Refusal):
    """Said alike of a case that exists and of one that does not."""

    key = "refusal-not-yours"


class RoomTaken(Refusal):
    """A case has one channel, and a channel one case."""

    key = "refusal-room-taken"


LONGEST_REFERENCE = 40


@dataclass(frozen=True)
class CaseFile:
    """A case with its workshop."""

    case: Case
    workshop: Workshop


def housed(work: Work, case_id: CaseId, channel: ChannelId) -> None:
    """The case's channel exists now: put up the card there, and the desk before the facilitator."""
    case = work.cases.get(case_id).housed_in(channel)
    work.cases.save(case)
    workshop = work.workshops.on_case(case.id)
    work.letters.refresh(letters.case_card(workshop, channel, work.now))
    work.letters.refresh(letters.desk(workshop, work.now))
    _tell_deputy(work, workshop)


def take_over(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """The deputy takes the facilitator's place, who is the deputy from then on and can take it back in the same way."""
    workshop = work.workshops.get(workshop_id).seen_by(by).during(*OPEN)
    changed = workshop.taken_over(by)
    if changed == workshop:
        return CaseFile(work.cases.get(workshop.case), workshop)
    work.workshops.save(changed)
    work.audit.record(Entry(work.now, by, Deed.TAKEN_OVER, workshop.id))
    _records_for_outsiders(work, by, workshop)
    drafts = work.summaries.of(workshop.id)
    if drafts and drafts[-1].state is SummaryState.DRAFT:
        work.letters.refresh(letters.summary_draft(changed, drafts[-1], work.now))
    return moved(work, changed)


def _records_for_outsiders(work: Work, by: UserId, before: Workshop) -> None:
    """What the facilitator answers for, because its owner has no Slack, goes with the place."""
    for action in work.actions.of(before.id):
        if action.outsider and action.owner == before.facilitator:
            after = replace(action, owner=by)
            told = Update(action.id, by, work.now, action.state, action.state, changes=differences(action, after))
            work.actions.save(after, told)


def house(work: Work, by: UserId, workshop_id: WorkshopId, channel: ChannelId, gone: ChannelId | None) -> CaseFile:
    """Use *channel*, which must be private, for a case that has no channel yet, or whose channel is *gone*."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    may_house(work, workshop, channel, gone)
    housed(work, workshop.case, channel)
    for each in work.workshops.all_on_case(workshop.case):
        _show_plan(work, each, channel)
    return CaseFile(work.cases.get(workshop.case), workshop)


def may_house(work: Work, workshop: Workshop, channel: ChannelId, gone: ChannelId | None) -> None:
    """Raise ``RoomTaken`` where the case has a channel that is not *gone*, or *channel* has a case.

    A session that runs has its threads in the old one: it has to be closed first.
    """
    if work.cases.get(workshop.case).channel not in {None, gone} or work.cases.in_channel(channel) is not None:
        raise RoomTaken
    if gone is not None:
        work.workshops.on_case(workshop.case).during(*(phase for phase in Phase if phase is not Phase.LIVE))


def close(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Close the workshop. Its open actions go on being followed; its plan takes no more."""
    workshop = work.workshops.get(workshop_id).close(by)
    work.workshops.save(workshop)
    _show_plan(work, workshop, room_of(work, workshop))
    return moved(work, workshop)


def find(work: Work, by: UserId, *, channel: ChannelId | None = None, named: str = "") -> CaseFile:
    """The case that *by* means: the one named, the one whose channel this is, or the only one they run or are in.

    Raises ``NoCaseHere`` for a case that they have no part in, just as for one that does not exist.
    """
    files = of_person(work, by)
    if named:
        mine = next((each for each in files if each.case.reference == named.upper()), None)
        if mine is None:
            raise NotYours(reference=named.upper()[:LONGEST_REFERENCE])
        return mine
    here = [each for each in files if channel and each.case.channel == channel]
    if here:
        return here[0]
    if channel and work.cases.in_channel(channel) is not None:
        # A room of others: here no command may fall on the one case that *by* runs elsewhere.
        raise NoCaseHere
    running = [each for each in files if each.workshop.phase in OPEN]
    return _only([each for each in running if each.workshop.facilitator == by] or running, files)


def room_of(work: Work, workshop: Workshop) -> ChannelId:
    """The channel of the workshop's case. Raises ``RoomNotReady`` while there is none."""
    channel = work.cases.get(workshop.case).channel
    if channel is None:
        raise RoomNotReady
    return channel


def of_person(work: Work, user: UserId) -> list[CaseFile]:
    """Every workshop that *user* runs or takes part in with its case, newest first."""
    workshops = work.workshops.with_person(user)
    return [CaseFile(work.cases.get(workshop.case), workshop) for workshop in reversed(workshops)]


def on_workshop(work: Work, workshop_id: WorkshopId, by: UserId) -> CaseFile:
    """The case of a workshop that *by* has a part in."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    return CaseFile(work.cases.get(workshop.case), workshop)


def moved(work: Work, workshop: Workshop) -> CaseFile:
    """The workshop stands somewhere else now: bring its card and desk up to date, and give its case."""
    file = noted(work, workshop)
    if file.case.channel:
        work.letters.refresh(letters.case_card(workshop, file.case.channel, work.now))
        _tell_deputy(work, workshop)
    return file


def noted(work: Work, workshop: Workshop) -> CaseFile:
    """Something happened that the facilitator wants to see: bring the desk up to date, and give the case."""
    case = work.cases.get(workshop.case)
    if case.channel:
        work.letters.refresh(letters.desk(workshop, work.now))
    return CaseFile(case, workshop)


def _show_plan(work: Work, workshop: Workshop, channel: ChannelId) -> None:
    """Bring its plan up to date where there is one, or have it stand in the channel that the case has now."""
    plan = letters.plan(workshop, channel, work.now)
    if plan.standing and work.letters.post(plan.standing):
        plans.refresh(work, workshop, channel)


def _tell_deputy(work: Work, workshop: Workshop) -> None:
    """The deputy has a desk of their own, from which they can take over."""
    if workshop.deputy:
        work.letters.refresh(letters.deputys_desk(workshop, workshop.deputy, work.now))


def _only(fitting: list[CaseFile], known: list[CaseFile]) -> CaseFile:
    if len(fitting) == 1:
        return fitting[0]
    several = dict.fromkeys(each.case.reference for each in fitting or known)
    if several:
        raise WhichCase(references=", ".join(several))
    raise NoCaseHere
