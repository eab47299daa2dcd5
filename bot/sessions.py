"""The live session: its stages one after the other, and the replies that are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot import cases, letters, reflections, summaries
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.agenda import Listening, Planned
from bot.workshop.ids import ChannelId, ContributionId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.session import Contribution, Meeting, Place, Stage, open_stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Phase, Workshop
from prompts.pack import Prompt


class MovedOn(Refusal):
    """The stage that was asked for is open already."""

    key = "refusal-moved-on"


class NoMoreStages(Refusal):
    """The last stage is open already; what comes next is closing the session."""

    key = "refusal-no-more-stages"


class NotYet(Exception):
    """This reply cannot be placed yet: the thread it answers is still on its way into the store."""


@dataclass(frozen=True)
class Reply:
    """A reply in a thread as Slack last told of it. ``words`` is ``None`` when it was deleted.

    ``revision`` is Slack's time of what was told: the message itself, its edit, or its deletion.
    """

    channel: ChannelId
    thread: MessageTs
    ts: MessageTs
    user: UserId
    words: str | None
    revision: MessageTs

    @property
    def said_at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)


def start(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Start the session with the agenda's first stage."""
    workshop = work.workshops.get(workshop_id).start(by)
    cases.room_of(work, workshop)
    agenda = work.house.packs.pack(workshop.agenda)
    _open_next(work, replace(workshop, upcoming=tuple(_planned(each) for each in agenda.prompts)), position=1)
    return cases.moved(work, workshop)


def next_stage(work: Work, by: UserId, workshop_id: WorkshopId, after: int | None = None) -> CaseFile:
    """Close the stage that listens and open the next one.

    *after* is the position of the stage that was seen when this was asked for, so that a second tap on the same button
    does not skip one. Raises ``MovedOn`` then.
    """
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE)
    stages = work.stages.of(workshop.id)
    if after is not None and len(stages) != after:
        raise MovedOn(number=len(stages))
    if not workshop.upcoming:
        raise NoMoreStages
    _close_open_stage(work, workshop)
    _open_next(work, workshop, position=len(stages) + 1)
    return cases.noted(work, workshop)


def close(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Close the session, ask for the draft of its summary, and ask people to look back when they have slept on it."""
    workshop = work.workshops.get(workshop_id).close_session(by, work.now)
    _close_open_stage(work, workshop)
    work.workshops.save(workshop)
    work.summaries.request(workshop.id, work.now)
    reflections.invite_afterwards(work, workshop)
    return cases.moved(work, workshop)


def hear(work: Work, reply: Reply) -> WorkshopId | None:
    """Keep, change or erase what a participant said in a stage's thread; gives the workshop where something changed.

    Raises ``NotYet`` while a stage of this room has no root in the store: the reply may belong to that one.
    """
    meeting = work.stages.meeting(reply.channel, reply.thread, reply.user)
    if meeting is None:
        return None
    if meeting.stage is None and any(each.root is None for each in work.stages.of(meeting.id)):
        raise NotYet
    if meeting.stage is None or not meeting.hears(reply.said_at):
        return None
    return meeting.id if _keep(work, meeting, meeting.stage, reply) else None


def _keep(work: Work, meeting: Meeting, stage: Stage, reply: Reply) -> bool:
    looked_at = lookout(work, meeting).checked(reply.words) if reply.words is not None else None
    before = work.contributions.at(reply.channel, reply.ts) if meeting.phase is Phase.AGREEING else None
    changed = work.contributions.put(
        Contribution(
            id=ContributionId(0),
            workshop=meeting.id,
            stage=stage.id,
            channel=reply.channel,
            ts=reply.ts,
            user=reply.user,
            words=looked_at.words if looked_at else None,
            revision=reply.revision,
        )
    )
    if changed and looked_at and looked_at.found:
        _tell_author(work, meeting, reply, looked_at.found)
    if changed and meeting.phase is Phase.AGREEING:
        known = [Source(SourceKind.CONTRIBUTION, before.id)] if before else []
        summaries.words_changed(work, meeting, known)
    return changed


def _tell_author(work: Work, meeting: Meeting, reply: Reply, found: Mapping[str, int]) -> None:
    """What is kept is masked; Slack still shows what was written, and only its author can change that."""
    place = Place(reply.channel, reply.thread, reply.ts)
    work.letters.write(
        letters.masked(meeting.id, reply.user, place, revision=reply.revision, found=found, now=work.now)
    )


def _planned(prompt: Prompt) -> Planned:
    return Planned(prompt.name, prompt.minutes, Listening(prompt.listens), prompt.finds)


def _open_next(work: Work, workshop: Workshop, *, position: int) -> None:
    following, *rest = workshop.upcoming
    work.workshops.save(replace(workshop, upcoming=tuple(rest)))
    stage = work.stages.add(
        Stage(
            StageId(0),
            workshop.id,
            position,
            following.name,
            work.now,
            minutes=following.minutes,
            listens=following.listens,
            finds=following.finds,
            question=following.question,
        )
    )
    work.letters.write(letters.stage_card(stage, cases.room_of(work, workshop), work.now))


def _close_open_stage(work: Work, workshop: Workshop) -> None:
    stage = open_stage(work.stages.of(workshop.id))
    if stage:
        work.stages.save(stage.closed(work.now))
        # Its card must not go on inviting replies.
        work.letters.refresh(letters.stage_card(stage, cases.room_of(work, workshop), work.now))
