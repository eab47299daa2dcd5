"""The safety of the place: a case's channel is looked at before anything is kept there, and watched while it is."""

from dataclasses import replace
from enum import StrEnum
from typing import Protocol

import structlog

from bot import cases, letters, sessions, summaries
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import ChannelId, InstallationId, UserId, WorkshopId
from bot.workshop.room import Doubt, Flaw, Room, RoomUnsound
from bot.workshop.session import open_stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import News, Phase, Workshop

log = structlog.get_logger(__name__)


class Inspector(Protocol):
    """Slack's word on channels."""

    async def look(self, installation: InstallationId, channel: ChannelId) -> Room: ...


class Step(StrEnum):
    """What cannot be done in a channel that nobody has looked at."""

    HOUSE = "house"
    START = "start"
    RESUME = "resume"


ACCEPTED = {
    Doubt.SHARED: Deed.ROOM_SHARED,
    Doubt.OFFERED: Deed.ROOM_SHARED,
    Doubt.ORGANISATION: Deed.ROOM_SPREAD,
    Doubt.UNSEEN: Deed.ROOM_UNSEEN,
}


NEWS = {Flaw.ARCHIVED: News.ARCHIVED, Flaw.GONE: News.REMOVED, Flaw.PUBLIC: News.OPENED}


def until_now(work: Work, by: UserId, workshop_id: WorkshopId) -> ChannelId | None:
    """The channel that the case has, for whoever wants to give it another."""
    return work.cases.get(work.workshops.get(workshop_id).run_by(by).case).channel


def about_to(
    work: Work, by: UserId, workshop_id: WorkshopId, step: Step, *, here: ChannelId | None, gone: ChannelId | None
) -> ChannelId | None:
    """The channel that has to be looked at before *step*, ``None`` where none has; *here* is where it was asked for.

    *gone* is the channel that the case had, where Slack says that this app is in it no more.
    """
    workshop = work.workshops.get(workshop_id)
    match step:
        case Step.HOUSE:
            if here is None:
                raise RoomUnsound(why=Flaw.PUBLIC)
            cases.may_house(work, workshop.run_by(by), here, gone)
            return here
        case Step.START:
            return cases.room_of(work, workshop.start(by))
        case Step.RESUME:
            interrupted = workshop.run_by(by).during(Phase.LIVE).interrupted
            return cases.room_of(work, workshop) if interrupted else None


def enter(
    work: Work,
    by: UserId,
    workshop_id: WorkshopId,
    step: Step,
    *,
    seen: tuple[ChannelId, Room] | None,
    accepted: Doubt | None,
    gone: ChannelId | None = None,
) -> CaseFile:
    """Do *step* in the channel that was looked at.

    Raises ``RoomUnsound``, or ``RoomDoubtful`` where the facilitator has not *accepted* what is doubtful about it.
    """
    if seen is None:
        return sessions.resume(work, by, workshop_id)
    channel, room = seen
    if step is Step.HOUSE and room.doubt is Doubt.UNSEEN:
        raise RoomUnsound(why="unseen")
    room.check(accepted)
    file = _do(work, by, workshop_id, step, channel=channel, gone=gone)
    if room.doubt is not None:
        work.audit.record(Entry(work.now, by, ACCEPTED[room.doubt], workshop_id))
    attendance = room.attendance(file.workshop)
    if attendance.absent or attendance.others:
        work.letters.write(letters.attendance(file.workshop, attendance, work.now))
    return file


def heard(work: Work, event_id: str, channel: ChannelId, news: News) -> None:
    """Something happened to a channel. Where a session runs in it, what makes it unsafe stops the keeping."""
    if not work.inbox.accept(event_id, work.now):
        return
    case = work.cases.in_channel(channel)
    if case is None:
        return
    workshop = work.workshops.on_case(case.id)
    if workshop.phase is not Phase.LIVE:
        return  # it is looked at again when a session starts
    if news.interrupts:
        _stop(work, workshop, news)
    elif workshop.interrupted is not None:
        _tell(work, workshop, news)


def moved(work: Work, former: ChannelId, channel: ChannelId) -> bool:
    """A channel has another id from now on; gives whether it is one of ours. What else names it is brought along then.

    That is another unit of work: what is being kept under the former id has ended before it begins.
    """
    case = work.cases.in_channel(former)
    if case is None:
        return False
    if case.channel == former:
        work.channels.move(former, channel, work.now)
    return True


def brought_along(work: Work, event_id: str, former: ChannelId, channel: ChannelId) -> None:
    """Slack does this as somebody begins to share a channel with another organisation."""
    case = work.cases.in_channel(channel)
    if case is None or not work.inbox.accept(event_id, work.now):
        return
    for each in work.workshops.all_on_case(case.id):
        work.workshops.get(each.id)  # held: nothing is kept meanwhile
    for reply in work.channels.bring(former, channel):
        kept_in = work.workshops.get(reply.workshop)
        summaries.words_changed(work, kept_in, [Source(SourceKind.CONTRIBUTION, reply.id)])
    workshop = work.workshops.on_case(case.id)
    if workshop.phase is Phase.LIVE:
        _stop(work, workshop, News.OFFERED)
    cases.noted(work, workshop)


def looked_at(work: Work, workshop_id: WorkshopId, room: Room) -> None:
    """What happened to the channel while nobody could tell us counts as if it happened now."""
    workshop = work.workshops.get(workshop_id)
    if workshop.phase is not Phase.LIVE:
        return
    if room.flaw is not None:
        _stop(work, workshop, NEWS[room.flaw])
    elif room.doubt is Doubt.SHARED and not any(each.deed is Deed.ROOM_SHARED for each in work.audit.of(workshop_id)):
        _stop(work, workshop, News.SHARED)


def uninstalled(work: Work) -> None:
    """The app was taken out of the workspace: nobody can be told, and nothing is kept until somebody has looked."""
    for installation, workshop_id in work.workshops.in_phase(Phase.LIVE):
        workshop = work.workshops.get(workshop_id)
        if workshop.interrupted is None:
            _interrupt(work, workshop, News.UNINSTALLED)
            log.warning("session_interrupted", installation=installation, workshop=workshop_id)


def _do(
    work: Work, by: UserId, workshop_id: WorkshopId, step: Step, *, channel: ChannelId, gone: ChannelId | None
) -> CaseFile:
    match step:
        case Step.HOUSE:
            return cases.house(work, by, workshop_id, channel, gone)
        case Step.START:
            return sessions.start(work, by, workshop_id)
        case Step.RESUME:
            workshop = work.workshops.get(workshop_id)
            work.workshops.save(replace(workshop, interrupted=None))
            sessions.interruption_over(work, workshop)
            return sessions.resume(work, by, workshop_id)


def _stop(work: Work, workshop: Workshop, news: News) -> None:
    """Keep nothing from now on, and tell the facilitator once."""
    if workshop.interrupted is None:
        _interrupt(work, workshop, news)
        _tell(work, workshop, news)


def _tell(work: Work, workshop: Workshop, news: News) -> None:
    since = sessions.paused_since(work, workshop)
    work.letters.write(letters.interrupted(workshop, workshop.facilitator, news, since=since, now=work.now))


def _interrupt(work: Work, workshop: Workshop, news: News) -> None:
    interrupted = replace(workshop, interrupted=news)
    work.workshops.save(interrupted)
    stage = open_stage(work.stages.of(workshop.id))
    if stage is not None:
        work.stages.save(stage.pause(work.now))
        if news in {News.SHARED, News.OFFERED, News.OPENED}:  # in the others nothing can be written any more
            work.letters.refresh(letters.stage_card(stage, cases.room_of(work, workshop), work.now))
    if news is not News.UNINSTALLED:
        cases.noted(work, interrupted)
