"""Delivering letters: each claimed by one replica, sent outside any transaction, and marked.

At least once, with duplicates made rare: a letter that was tried before is looked for in Slack by its key first.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot import cases, contents, followup, handovers, letters, outcomes, plans, risks, scribe, sessions
from bot.clock import Clock
from bot.contents import Content
from bot.contents.outside import Mail
from bot.contents.rooms import Room
from bot.work import Store, Work
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, ContributionId, InstallationId, StageId, SummaryId, UserId
from bot.workshop.letter import Claimed, Letter, LetterKind, Post

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
"""How long a claim holds: well over the ten seconds a request may take and the lag of Slack's history."""

AT_ONCE = 10
BACK_OFF = (
    timedelta(seconds=2),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
)
PLANNED = frozenset({LetterKind.NUDGE, LetterKind.ESCALATION})
"""What is meant for one day, and is planned anew where it could not be sent on it."""

MOST_ATTEMPTS = 40
"""About nine hours of trying; then the facilitator is told."""


class Undeliverable(Exception):
    """Nobody will ever take this message: the channel is archived, the person has left. ``reason`` is Slack's word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryLater(Exception):
    """Slack did not take it this time. ``after`` is how long it asked us to wait, if it did."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after


class Vanished(Exception):
    """The message that was to be updated has been deleted."""


@dataclass(frozen=True)
class Envelope:
    """Where a message goes and how it is known again. ``thread`` is the post that it answers."""

    installation: InstallationId
    lane: ChannelId | UserId
    key: str
    thread: Post | None = None


@dataclass(frozen=True)
class MadeRoom:
    """A private channel, and the people whom Slack did not let us bring in."""

    channel: ChannelId
    absent: tuple[UserId, ...]


class Messenger(Protocol):
    """Slack, as the outbox needs it. Every method may raise ``Undeliverable`` or ``TryLater``."""

    async def send(self, envelope: Envelope, content: Content) -> Post: ...

    async def update(self, envelope: Envelope, post: Post, content: Content) -> Post:
        """Raise ``Vanished`` where there is nothing to update."""
        ...

    async def find(self, envelope: Envelope, since: datetime) -> Post | None:
        """Our own message with that key, if Slack has one since then."""
        ...

    async def make_room(self, installation: InstallationId, case: Case, people: Sequence[UserId]) -> MadeRoom:
        """Give the private channel of *case* with *people* in it; called twice it gives the same one."""
        ...


class Mailer(Protocol):
    """E-mail, as the outbox needs it."""

    async def send(self, envelope: Envelope, mail: Mail) -> None:
        """Raise ``Undeliverable`` or ``TryLater``."""
        ...


@dataclass(frozen=True)
class Outbox:
    """``spacing`` is the rest of a lane between two messages: Slack takes about one a second in a channel."""

    store: Store
    messenger: Messenger
    clock: Clock
    spacing: timedelta
    mailer: Mailer | None = None

    async def deliver(self) -> int:
        """Send what is due; gives how many letters were dealt with. Safe to call at any time, from any replica."""
        dealt_with = 0
        while claimed := await self.store.everywhere(self._claim):
            await asyncio.gather(*(self._deal_with(each) for each in claimed))
            dealt_with += len(claimed)
        return dealt_with

    def _claim(self, work: Work) -> Sequence[Claimed]:
        return work.letters.claim(work.now, until=work.now + LEASE, limit=AT_ONCE)

    async def _deal_with(self, claimed: Claimed) -> None:
        try:
            await self._deliver(claimed)
        except TryLater as delay:
            await self._later(claimed, delay)
        except Undeliverable as refusal:
            await self._give_up(claimed, refusal.reason)
        except Exception:
            # A letter that we cannot even write must not stop the others; it is tried again, then reported.
            log.exception("letter_broken", letter=claimed.id, kind=claimed.letter.kind)
            await self._later(claimed, TryLater("our own mistake"))

    async def _deliver(self, claimed: Claimed) -> None:
        content, standing, under = await self.store.run(claimed.installation, _opened, claimed)
        if content is None:
            await self._drop(claimed, under)
            return
        if isinstance(content, Room):
            made = await self.messenger.make_room(claimed.installation, content.case, content.people)
            await self.store.run(claimed.installation, _housed, claimed, content, made)
            return
        if isinstance(content, Mail) and self.mailer is not None:
            await self.mailer.send(Envelope(claimed.installation, claimed.letter.lane, claimed.letter.key), content)
            await self.store.run(claimed.installation, _mailed, claimed)
            return
        post = await self._post(claimed, content, standing, under)
        await self.store.run(claimed.installation, _sent, claimed, post, self.spacing)
        log.info("letter_sent", letter=claimed.id, kind=claimed.letter.kind, attempts=claimed.attempts)

    async def _drop(self, claimed: Claimed, under: Post | None) -> None:
        """Nobody needs it any more; one that was planned for its day may have got through, and counts then."""
        found = await self._found(claimed, under) if claimed.letter.kind in PLANNED else None
        if found is not None:
            await self.store.run(claimed.installation, _sent, claimed, found, self.spacing)
            return
        await self.store.run(claimed.installation, _moot, claimed)

    async def _found(self, claimed: Claimed, under: Post | None) -> Post | None:
        """What an earlier attempt has posted, if it reached Slack."""
        if claimed.attempts == 1:
            return None
        envelope = Envelope(claimed.installation, claimed.letter.lane, claimed.letter.key, under)
        return await self.messenger.find(envelope, claimed.first_tried_at)

    async def _post(self, claimed: Claimed, content: Content, standing: Post | None, under: Post | None) -> Post:
        envelope = Envelope(claimed.installation, claimed.letter.lane, claimed.letter.key, under)
        if standing is not None:
            try:
                return await self.messenger.update(envelope, standing, content)
            except Vanished:
                log.info("standing_message_gone", letter=claimed.id)
                left = await self.store.run(claimed.installation, _left_by, claimed, standing)
                envelope = replace(envelope, thread=under or left)
        return await self._found(claimed, envelope.thread) or await self.messenger.send(envelope, content)

    async def _give_up(self, claimed: Claimed, reason: str) -> None:
        """Stop trying, pass on what somebody has to read, and tell the facilitator.

        A letter too broken to be read is at least not tried for ever.
        """
        log.warning("letter_failed", letter=claimed.id, kind=claimed.letter.kind, reason=reason)
        await self.store.run(claimed.installation, _failed, claimed, reason)
        try:
            await self.store.run(claimed.installation, risks.undelivered, claimed.letter)
            await self.store.run(claimed.installation, handovers.undelivered, claimed.letter, reason)
            await self.store.run(claimed.installation, tell, claimed)
        except Exception:
            log.exception("letter_broken", letter=claimed.id, kind=claimed.letter.kind)

    async def _later(self, claimed: Claimed, delay: TryLater) -> None:
        if claimed.attempts >= MOST_ATTEMPTS:
            await self._give_up(claimed, delay.reason)
            return
        rest = delay.after or BACK_OFF[min(claimed.attempts, len(BACK_OFF)) - 1]
        log.warning("letter_later", letter=claimed.id, reason=delay.reason, seconds=rest.total_seconds())
        await self.store.run(claimed.installation, _put_off, claimed, self.clock() + rest, delay.reason)


def tell(work: Work, claimed: Claimed) -> None:
    """Let the facilitator know, once, that somebody did not get something."""
    facilitator = contents.facilitator_of(work, claimed.letter)
    if facilitator is not None:
        work.letters.write(letters.not_delivered(claimed.id, claimed.letter, facilitator, work.now))


def _failed(work: Work, claimed: Claimed, reason: str) -> None:
    work.letters.failed(claimed.id, reason, work.now)


def _opened(work: Work, claimed: Claimed) -> tuple[Content | None, Post | None, Post | None]:
    """The content, the post to update if there is one, and the post in whose thread it goes."""
    letter = claimed.letter
    under = work.letters.post(letter.under) if letter.under else None
    return contents.of(work, letter), _there(work, letter), under


def _there(work: Work, letter: Letter) -> Post | None:
    """The message that *letter* brings up to date; one in a channel that the case had before is left behind."""
    post = work.letters.post(letter.standing) if letter.standing else None
    moved = post is not None and not letter.lane.startswith(letters.PERSON) and post.channel != letter.lane
    left_behind = letter.kind is LetterKind.PLAN and not plans.stands(work, letter)
    return None if moved or left_behind else post


def _left_by(work: Work, claimed: Claimed, gone: Post) -> Post | None:
    """The thread that goes on although its first message is gone: the next one is put there."""
    if claimed.letter.kind is not LetterKind.STAGE_CARD:
        return None
    root = sessions.answered_thread(work, StageId(claimed.letter.subject))
    return Post(gone.channel, root) if root else None


def _moot(work: Work, claimed: Claimed) -> None:
    if claimed.letter.kind in PLANNED:
        followup.untimely(work, claimed.letter)
    work.letters.moot(claimed.id, work.now)


def _housed(work: Work, claimed: Claimed, room: Room, made: MadeRoom) -> None:
    if work.cases.get(room.case.id).channel is None:  # nobody brought a channel of their own meanwhile
        cases.housed(work, room.case.id, made.channel)
    if made.absent:
        work.letters.write(letters.absent(claimed.letter, made.absent, work.now))
    work.letters.sent(claimed.id, None, now=work.now, lane_free_at=work.now)


def _mailed(work: Work, claimed: Claimed) -> None:
    work.letters.sent(claimed.id, None, now=work.now, lane_free_at=work.now)


def _sent(work: Work, claimed: Claimed, post: Post, spacing: timedelta) -> None:
    # What follows from it comes first, as whoever moves a workshop holds it before they touch its letters.
    if claimed.letter.kind is LetterKind.SUMMARY and claimed.letter.under is None:
        # It is there for all to read: now those whose words it rests on hear what became of them.
        outcomes.tell(work, SummaryId(claimed.letter.subject))
    if claimed.letter.kind is LetterKind.STAGE_CARD:
        sessions.rooted(work, StageId(claimed.letter.subject), post.ts)
    if claimed.letter.kind is LetterKind.SPOKEN:
        scribe.posted(work, ContributionId(claimed.letter.subject), post.ts)
    work.letters.sent(claimed.id, post, now=work.now, lane_free_at=work.now + spacing)
    if claimed.letter.kind is LetterKind.OWN_COPY:
        work.letters.write(letters.next_part(claimed.letter, work.now))


def _put_off(work: Work, claimed: Claimed, at: datetime, reason: str) -> None:
    work.letters.later(claimed.id, at=at, reason=reason)
