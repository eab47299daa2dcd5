"""Capture: the replies of participants in the threads of a session, as events tell of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from bot import letters, risks, summaries
from bot.privacy import Checked, lookout
from bot.work import Work
from bot.workshop.ids import ChannelId, ContributionId, MessageTs, UserId, WorkshopId
from bot.workshop.session import Answered, Contribution, Meeting, Place, Stage, Unheard, Where, answered, open_stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Phase
from prompts.kindness import kinder
from prompts.phrasings import asking


class NotYet(Exception):
    """This reply cannot be placed yet: the thread it answers is still on its way into the store."""


@dataclass(frozen=True)
class Reply:
    """A reply in a thread as Slack last told of it. ``words`` is ``None`` when it was deleted.

    ``revision`` is Slack's time of what was told: the message itself, its edit, or its deletion. ``with_file`` says
    that there is a file beside the words, or instead of them; ``from_elsewhere`` that its author belongs to another
    workspace. ``answers`` is the message that it has a link to, or else the person whom it mentions.
    """

    channel: ChannelId
    thread: MessageTs
    ts: MessageTs
    user: UserId
    words: str | None
    revision: MessageTs
    with_file: bool = False
    from_elsewhere: bool = False
    answers: Answered = None

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


def kept_reply(payload: Mapping[str, object]) -> Reply:
    """A reply as it was, from where it waited."""
    words = payload["words"]
    return Reply(
        channel=ChannelId(str(payload["channel"])),
        thread=MessageTs(str(payload["thread"])),
        ts=MessageTs(str(payload["ts"])),
        user=UserId(str(payload["user"])),
        words=None if words is None else str(words),
        revision=MessageTs(str(payload["revision"])),
        with_file=bool(payload.get("with_file")),
        from_elsewhere=bool(payload.get("from_elsewhere")),
        answers=answered(payload.get("answers")),
    )


@dataclass(frozen=True)
class Taken:
    """A reply that belongs in the record, with what is stored of it. ``asks`` where it sounds like a risk."""

    meeting: Meeting
    stage: Stage
    reply: Reply
    looked_at: Checked | None
    asks: bool

    @property
    def is_plain(self) -> bool:
        """Whether nothing that may be stored already has a bearing on what comes of it."""
        return not self.asks and self.reply.revision == self.reply.ts and self.meeting.phase not in summaries.AFTERWARDS

    @property
    def hinted_at(self) -> bool:
        """Whether its author is shown another way to say it."""
        wanted = self.meeting.kind_wording and self.is_plain
        return wanted and self.looked_at is not None and kinder(self.looked_at.words) is not None

    @property
    def where(self) -> Where:
        return self.reply.channel, self.reply.ts

    @property
    def contribution(self) -> Contribution:
        return Contribution(
            id=ContributionId(0),
            workshop=self.meeting.id,
            stage=self.stage.id,
            channel=self.reply.channel,
            ts=self.reply.ts,
            user=self.reply.user,
            words=self.looked_at.words if self.looked_at else None,
            revision=self.reply.revision,
            answers=self.reply.answers,
        )


def hear(work: Work, reply: Reply) -> WorkshopId | None:
    """Keep, change or erase what a participant said in a stage's thread; gives the workshop where something changed.

    Raises ``NotYet`` while a stage of this room has no root in the store: the reply may belong to that one. The same
    where its thread is known from another channel: this may be the next id of that one.
    """
    taken = _take(work, reply, work.stages.meeting(reply.channel, reply.thread, reply.user))
    return taken.meeting.id if taken and _keep(work, taken) else None


def hear_together(work: Work, replies: Sequence[Reply]) -> list[WorkshopId | None]:
    """The same for several at once, with one statement where one for each of them would do."""
    meetings = work.stages.meetings({(each.channel, each.thread, each.user) for each in replies})
    taken = [_take(work, each, meetings.get((each.channel, each.thread, each.user))) for each in replies]
    plain = {each.where: each for each in taken if each and each.is_plain}
    stored = work.contributions.put_all([each.contribution for each in plain.values()])

    def changed(each: Taken) -> bool:
        if plain.get(each.where) is not each:
            return _keep(work, each)
        if each.where in stored:
            _follow(work, each, None)
        return each.where in stored

    return [each.meeting.id if each and changed(each) else None for each in taken]


def _take(work: Work, reply: Reply, meeting: Meeting | None) -> Taken | None:
    """What of *reply* belongs in the record. Its author is told where it does not, and it may be held."""
    if meeting is None:
        return _take_elsewhere(work, reply)
    if meeting.stage is None and any(each.root is None for each in work.stages.of(meeting.id)):
        raise NotYet
    if meeting.stage is None:
        return None
    if not meeting.takes_part:
        _from_others(work, meeting, meeting.stage, reply)
        return None
    why = meeting.stage.unheard_at(reply.said_at)
    if why is not None:
        _tell_unheard(work, meeting.stage, reply, why)
        return None
    if reply.with_file:
        work.letters.write(letters.no_files(meeting.id, reply.user, reply.place, work.now))
    if reply.is_file_alone:
        return None
    looked_at = lookout(work, meeting).checked(reply.words) if reply.words is not None else None
    return Taken(meeting, meeting.stage, reply, looked_at, asks=looked_at is not None and bool(asking(looked_at.words)))


def beside(work: Work, user: UserId, place: Place) -> None:
    """A participant wrote in the channel itself while a question is open in its thread: tell them where it belongs."""
    meeting = work.stages.meeting(place.channel, place.thread, user)
    if meeting is None or meeting.phase is not Phase.LIVE or not meeting.takes_part or meeting.runs:
        return
    stage = open_stage(work.stages.of(meeting.id))
    said_at = datetime.fromtimestamp(float(place.ts), UTC)
    if stage is not None and stage.heard_at(said_at):
        work.letters.write(letters.not_kept(stage, user, place, Unheard.BESIDE, work.now))


def _take_elsewhere(work: Work, reply: Reply) -> Taken | None:
    """Take the reply under the id that its channel has now; Slack may tell of both ids in any order."""
    channel = work.channels.now(reply.channel)
    if channel != reply.channel:
        moved = replace(reply, channel=channel)
        return _take(work, moved, work.stages.meeting(channel, moved.thread, moved.user))
    if work.stages.has_thread(reply.thread):
        raise NotYet
    return None


def _from_others(work: Work, meeting: Meeting, stage: Stage, reply: Reply) -> None:
    """Hold what a visitor says until they have joined, and tell whoever runs the session that theirs is not kept."""
    if _may_join(meeting, stage, reply):
        _hold(work, meeting, reply)
    elif meeting.runs and meeting.phase is Phase.LIVE and stage.heard_at(reply.said_at):
        _tell_unheard(work, stage, reply, Unheard.LEADING)


def _tell_unheard(work: Work, stage: Stage, reply: Reply, why: Unheard) -> None:
    """Its author is told once; taking a reply back that was not kept is nobody's news."""
    if reply.words is not None:
        work.letters.write(letters.not_kept(stage, reply.user, reply.place, why, work.now))


def _keep(work: Work, taken: Taken) -> bool:
    before = None if taken.is_plain else work.contributions.at(*taken.where)
    changed = work.contributions.put(taken.contribution)
    if changed:
        _follow(work, taken, before)
    return changed


def _follow(work: Work, taken: Taken, before: Contribution | None) -> None:
    """What comes of a change, whose place held *before*."""
    reply = taken.reply
    if taken.looked_at and taken.looked_at.found:
        _tell_author(work, taken.meeting, reply, taken.looked_at.found)
    if before is not None and asking(before.words or ""):
        risks.overtaken(work, before, reply.place)
    if taken.asks:
        _ask_about_risk(work, reply, before)
    if taken.hinted_at:
        work.letters.write(letters.kinder(taken.stage, reply.user, reply.place, work.now))
    if taken.meeting.phase in summaries.AFTERWARDS:
        known = [Source(SourceKind.CONTRIBUTION, before.id)] if before else []
        summaries.words_changed(work, taken.meeting, known)


def _ask_about_risk(work: Work, reply: Reply, before: Contribution | None) -> None:
    said = work.contributions.at(reply.channel, reply.ts)
    if said is not None:
        risks.ask_of_reply(work, said, before, reply.place)


def _tell_author(work: Work, meeting: Meeting, reply: Reply, found: Mapping[str, int]) -> None:
    """What is kept is masked; Slack still shows what was written, and only its author can change that."""
    work.letters.write(
        letters.masked(meeting.id, reply.user, reply.place, revision=reply.revision, found=found, now=work.now)
    )


def at_the_door(workshop: WorkshopId, user: UserId | None = None, ts: MessageTs | None = None) -> str:
    """What the ids of held replies begin with: those of a workshop, of a visitor, or every edition of one."""
    return "".join(f"{each}:" for each in ("held", workshop, user, ts) if each is not None)


def those_who_said_no(workshop: WorkshopId) -> str:
    return f"no:{workshop}:"


def said_no(workshop: WorkshopId, user: UserId) -> str:
    """The id of the mark that somebody does not want to take part."""
    return f"{those_who_said_no(workshop)}{user}"


def _may_join(meeting: Meeting, stage: Stage, reply: Reply) -> bool:
    """Whether its author is asked to take part: somebody of this workspace, about words that would be kept."""
    visitor = not meeting.runs and not reply.from_elsewhere and meeting.phase is Phase.LIVE
    return visitor and stage.heard_at(reply.said_at) and not reply.is_file_alone


def _hold(work: Work, meeting: Meeting, reply: Reply) -> None:
    """Seal the words of a visitor until they have said whether they take part; they are in no record before.

    Editions are held side by side: which is the last one is known when they are kept. Once one is taken back, only
    that is held, so that a late copy does not bring it back.
    """
    if work.drafts.get(said_no(meeting.id, reply.user), reply.user) is not None:
        return
    editions = at_the_door(meeting.id, reply.user, reply.ts)
    if any(each["words"] is None for each in work.drafts.of(reply.user, editions)):
        return
    if reply.words is None:
        work.drafts.drop_all(editions)
    words = lookout(work, meeting).checked(reply.words).words if reply.words else reply.words
    body = asdict(reply.place) | {"words": words, "revision": reply.revision, "answers": reply.answers}
    work.drafts.put(f"{editions}{reply.revision}", reply.user, body, work.now)
    if words:
        for letter in letters.join(meeting.id, reply.user, reply.place, work.now):
            work.letters.write(letter)
