"""A live session: stages in order, each one a thread, and the contributions made in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.workshop.agenda import Listening
from bot.workshop.ids import ChannelId, ContributionId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Phase, Visibility


class Unheard(StrEnum):
    """Why what was said in a stage's thread, or beside it, is not kept."""

    PAUSED = "paused"
    SILENT = "silent"
    CLOSED = "closed"
    BESIDE = "beside"  # in the channel itself
    LEADING = "leading"  # by somebody who runs the session and does not take part in it


class NoStageOpen(Refusal):
    """Between two stages there is nothing to lengthen, to pause or to reveal."""

    key = "refusal-no-stage-open"


class RevealedAlready(Refusal):
    """A stage is written in silence once; what was revealed cannot be taken back."""

    key = "refusal-revealed-already"


class NotSilent(Refusal):
    """Nobody writes in silence just now, so there is nothing to reveal."""

    key = "refusal-not-silent"


@dataclass(frozen=True)
class Stage:
    """One question of the agenda, asked in a thread of its own.

    ``root`` is the thread's first message, unknown until Slack has accepted it. ``minutes`` is how long it is meant to
    take, with what was added. ``pauses`` are stretches in which nothing is kept; the last may have no end yet.
    ``silenced_at`` is when a stage that had been listening became a silent one.
    """

    id: StageId
    workshop: WorkshopId
    position: int
    name: str
    opened_at: datetime
    closed_at: datetime | None = None
    root: MessageTs | None = None
    minutes: int = 0
    listens: Listening = Listening.OPEN
    finds: str = "theme"
    question: str = ""
    pauses: tuple[tuple[datetime, datetime | None], ...] = ()
    revealed_at: datetime | None = None
    silenced_at: datetime | None = None

    @property
    def listening(self) -> bool:
        return self.closed_at is None

    @property
    def paused(self) -> bool:
        return self.listening and bool(self.pauses) and self.pauses[-1][1] is None

    @property
    def silent(self) -> bool:
        """Whether people write each for themselves, because nothing has been revealed yet."""
        return self.listens is Listening.SILENT and self.revealed_at is None

    @property
    def silence_over(self) -> bool:
        """Whether there was a silent round, and nobody can write in it any more."""
        return self.listens is Listening.SILENT and not (self.listening and self.silent)

    @property
    def half_at(self) -> datetime:
        return self.opened_at + timedelta(minutes=self.minutes) / 2

    @property
    def ends_at(self) -> datetime:
        return self.opened_at + timedelta(minutes=self.minutes)

    def heard_at(self, said_at: datetime) -> bool:
        """Whether words said at that moment belong to this stage, however late they reach us."""
        return self.unheard_at(said_at) is None

    def unheard_at(self, said_at: datetime) -> Unheard | None:
        """Why words said at that moment do not belong to this stage; ``None`` where they do."""
        if self.closed_at is not None and said_at > self.closed_at:
            return Unheard.CLOSED
        if any(begun < said_at and (ended is None or said_at < ended) for begun, ended in self.pauses):
            return Unheard.PAUSED
        return Unheard.SILENT if self._in_silence(said_at) else None

    def _in_silence(self, said_at: datetime) -> bool:
        if self.listens is not Listening.SILENT or (self.silenced_at is not None and said_at < self.silenced_at):
            return False
        return self.revealed_at is None or said_at < self.revealed_at

    def closed(self, at: datetime) -> "Stage":
        return self if self.closed_at else replace(self.resumed(at), closed_at=at)

    def rooted_at(self, root: MessageTs) -> "Stage":
        return replace(self, root=root)

    def longer(self, minutes: int) -> "Stage":
        return replace(self, minutes=self.minutes + minutes)

    def pause(self, at: datetime) -> "Stage":
        return self if self.paused or not self.listening else replace(self, pauses=(*self.pauses, (at, None)))

    def resumed(self, at: datetime) -> "Stage":
        if not self.paused:
            return self
        return replace(self, pauses=(*self.pauses[:-1], (self.pauses[-1][0], at)))

    def silence(self, at: datetime) -> "Stage":
        """From now on everybody writes for themselves; what was said before stays. Raises ``RevealedAlready``."""
        if self.revealed_at:
            raise RevealedAlready
        return self if self.silent else replace(self.resumed(at), listens=Listening.SILENT, silenced_at=at)

    def revealed(self, at: datetime) -> "Stage":
        """From now on the thread listens. Raises ``RevealedAlready`` or ``NotSilent``."""
        if self.revealed_at:
            raise RevealedAlready
        if not self.silent:
            raise NotSilent
        return replace(self.resumed(at), revealed_at=at)


@dataclass(frozen=True)
class Meeting:
    """Where a message was said: the workshop of its channel, and the stage of its thread if it is one of ours.

    ``register`` is the edition of the workshop's alias register. ``takes_part`` says whether the author is a
    participant, ``runs`` whether they are its facilitator or deputy. With ``kind_wording``
    authors are shown another way to ask.
    """

    id: WorkshopId
    phase: Phase
    register: int
    stage: Stage | None
    takes_part: bool
    runs: bool = False
    kind_wording: bool = False

    def hears(self, said_at: datetime) -> bool:
        """Whether words said at that moment by this person in this thread are kept."""
        return self.stage is not None and self.takes_part and self.stage.heard_at(said_at)


@dataclass(frozen=True)
class Contribution:
    """A reply in a stage's thread, as its author last left it.

    ``words`` is ``None`` once the author has taken them back: the place is kept, so that a late copy of the same
    message cannot bring them back. ``revision`` is Slack's time of the latest edit, so that edits apply in their order.
    ``risk`` is what its author said when asked whether it is about a risk to somebody now, ``None`` where they were not
    asked or have not said.
    ``scribe`` is who wrote it down where it was spoken; ``user`` is empty then if nobody in particular said it.
    ``answers`` is what it says that it answers: another message, the latest of somebody, or nothing in particular.
    """

    id: ContributionId
    workshop: WorkshopId
    stage: StageId
    channel: ChannelId
    ts: MessageTs
    user: UserId
    words: str | None
    revision: MessageTs
    visibility: Visibility = Visibility.NAMED_ROLE
    risk: bool | None = None
    scribe: UserId | None = None
    answers: "Answered" = None


@dataclass(frozen=True)
class Place:
    """Where a reply stands in Slack, for those who are in the channel."""

    channel: ChannelId
    thread: MessageTs
    ts: MessageTs


Answered: TypeAlias = MessageTs | UserId | None
"""What a reply says that it answers."""


def answered(kept: object) -> Answered:
    """It as it was, from where it was kept: Slack's times have a point in them, and the ids of people have none."""
    if not kept:
        return None
    return MessageTs(str(kept)) if "." in str(kept) else UserId(str(kept))


Where = tuple[ChannelId, MessageTs]
"""A message, as Slack knows it."""

InThread = tuple[ChannelId, MessageTs, UserId]
"""Somebody in a thread: the channel, the message that the thread hangs on, and who."""


def open_stage(stages: Sequence[Stage]) -> Stage | None:
    return next((stage for stage in stages if stage.listening), None)
