"""Capture: the replies of participants in the threads of a session, as events tell of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot import letters, summaries
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.ids import ChannelId, ContributionId, MessageTs, UserId, WorkshopId
from bot.workshop.session import Contribution, Meeting, Place, Stage, Unheard
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Phase


class NotYet(Exception):
    """This reply cannot be placed yet: the thread it answers is still on its way into the store."""


@dataclass(frozen=True)
class Reply:
    """A reply in a thread as Slack last told of it. ``words`` is ``None`` when it was deleted.

    ``revision`` is Slack's time of what was told: the message itself, its edit, or its deletion. ``with_file`` says
    that there is a file beside the words, or instead of them.
    """

    channel: ChannelId
    thread: MessageTs
    ts: MessageTs
    user: UserId
    words: str | None
    revision: MessageTs
    with_file: bool = False

    @property
    def place(self) -> Place:
        return Place(self.channel, self.thread, self.ts)

    @property
    def is_file_alone(self) -> bool:
        """Whether there were no words to it from the start."""
        return self.with_file and self.words == "" and self.revision == self.ts

    @property
    def said_at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)


def hear(work: Work, reply: Reply) -> WorkshopId | None:
    """Keep, change or erase what a participant said in a stage's thread; gives the workshop where something changed.

    Raises ``NotYet`` while a stage of this room has no root in the store: the reply may belong to that one.
    """
    meeting = work.stages.meeting(reply.channel, reply.thread, reply.user)
    if meeting is None:
        return None
    if meeting.stage is None and any(each.root is None for each in work.stages.of(meeting.id)):
        raise NotYet
    if meeting.stage is None or not meeting.takes_part:
        return None
    why = meeting.stage.unheard_at(reply.said_at)
    if why is not None:
        _tell_unheard(work, meeting.stage, reply, why)
        return None
    if reply.with_file:
        work.letters.write(letters.no_files(meeting.id, reply.user, reply.place, work.now))
    if reply.is_file_alone:
        return None
    return meeting.id if _keep(work, meeting, meeting.stage, reply) else None


def _tell_unheard(work: Work, stage: Stage, reply: Reply, why: Unheard) -> None:
    """Its author is told once; taking a reply back that was not kept is nobody's news."""
    if reply.words is not None:
        work.letters.write(letters.not_kept(stage, reply.user, reply.place, why, work.now))


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
    work.letters.write(
        letters.masked(meeting.id, reply.user, reply.place, revision=reply.revision, found=found, now=work.now)
    )
