"""Everything that goes wrong with a real Slack, on request."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.events import Events
from bot.sandbox.gate import Gate
from bot.sandbox.messages import Messages
from bot.sandbox.people import Person
from bot.sandbox.responses import Responses
from bot.sandbox.screen import Message
from bot.sandbox.socket import Socket
from bot.sandbox.state import Channel
from bot.sandbox.world import World

Reason = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, before or after its answer."""

    status: int = 0
    retry_after: int = 0
    held: asyncio.Event | None = None
    drop_answer: bool = False
    error: str = ""


@dataclass
class Trouble:
    """Makes the sandbox misbehave; each method says how."""

    world: World
    events: Events
    messages: Messages
    socket: Socket
    gate: Gate
    responses: Responses
    revoked: str = ""
    _faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    # Events

    def deliver_twice(self, events: int = 1) -> None:
        """Deliver each of the next events twice, under the same event id."""
        self.gate.doubled = events

    def hold_events(self) -> None:
        """Keep events back until they are released."""
        self.gate.hold()

    def release_events(self, order: Literal["given", "reversed"] | Sequence[int] = "given") -> None:
        """Deliver what was held: as given, reversed, or by the places named (all others are lost)."""
        waiting = self.gate.take()
        if order == "reversed":
            waiting.reverse()
        elif not isinstance(order, str):
            waiting = [waiting[place] for place in order]
        for payload in waiting:
            self.gate.tell(payload)

    # Calls

    def rate_limit(self, method: str, *, times: int = 1, retry_after: int = 1) -> None:
        """Answer 429 with Retry-After, without doing anything."""
        self._add(method, Fault(status=429, retry_after=retry_after, error="ratelimited"), times)

    def fail(self, method: str, *, times: int = 1, status: int = 500) -> None:
        """Answer with a server error, without doing anything."""
        self._add(method, Fault(status=status, error="internal_error"), times)

    def refuse(self, method: str, error: str, *, times: int = 1) -> None:
        """Answer with one of Slack's own errors, without doing anything."""
        self._add(method, Fault(status=200, error=error), times)

    def drop_answer(self, method: str = "chat.postMessage", *, times: int = 1) -> None:
        """Do what was asked, then drop the connection: the caller sees a failure."""
        self._add(method, Fault(drop_answer=True), times)

    def hold_calls(self, method: str, *, times: int = 1) -> asyncio.Event:
        """Do what is asked, but only when the event that this gives is set."""
        held = asyncio.Event()
        self._add(method, Fault(held=held), times)
        return held

    def next_fault(self, method: str) -> Fault | None:
        waiting = self._faults[method]
        return waiting.popleft() if waiting else None

    # The connection

    def cut_connections(self) -> None:
        """Lose every socket without a closing frame."""
        self.socket.cut()

    async def disconnect(self, reason: Reason = "warning") -> None:
        """Send a disconnect frame on every connection."""
        await self.socket.disconnect(reason)

    # What the app was given

    def expire_triggers(self) -> None:
        self.world.triggers.expire_all()

    def expire_response_urls(self) -> None:
        self.responses.expire_all()

    def revoke_token(self, error: str = "account_inactive") -> None:
        """Uninstall the app: its token is answered with *error* from now on, and it hears nothing more."""
        self.events.uninstalled()
        self.revoked, self.gate.closed = error, True

    def restore_token(self) -> None:
        """Install the app again."""
        self.revoked, self.gate.closed = "", False

    def take_scope(self, scope: str) -> None:
        """Install the app without this scope."""
        self.world.scopes.discard(scope)

    # People and places

    def remove(self, message: Message) -> None:
        """Take a message of the bot's away, as whoever looks after a workspace can."""
        self.messages.remove(message.post)

    def archive(self, channel: Channel) -> None:
        self.events.channel("archive", channel, user=self._somebody(channel), is_moved=0)
        channel.archived = True

    def unarchive(self, channel: Channel) -> None:
        channel.archived = False
        self.events.channel("unarchive", channel, user=self._somebody(channel))

    def delete(self, channel: Channel) -> None:
        self.events.channel("deleted", channel, actor_id=self._somebody(channel))
        del self.world.channels[channel.id]

    def offer(self, channel: Channel, stranger: Person) -> None:
        """Offer a channel to the workspace of *stranger*, who need not answer."""
        channel.offered_to.append(stranger.account.team)

    def give_new_id(self, channel: Channel) -> str:
        """What Slack does as somebody begins to share a private channel; gives the id of before, which is not known."""
        former = channel.id
        channel.id = self.world.stamps.id("C")
        self.world.channels[channel.id] = self.world.channels.pop(former)
        self.world.posts[channel.id] = posts = self.world.posts.pop(former)
        for post in posts:
            post.channel = channel.id
        self.events.id_changed(channel, former)
        return former

    def convert(self, channel: Channel, *, public: bool) -> None:
        """Make a private channel public, or the other way round: Slack says so in the channel itself."""
        channel.kind = "channel" if public else "group"
        subtype = "channel_convert_to_public" if public else "channel_convert_to_private"
        words = f"made this channel *{'public' if public else 'private'}*."
        self.messages.post(channel, self._somebody(channel), words, subtype=subtype)

    def share(self, channel: Channel, stranger: Person) -> None:
        """Share a channel with the workspace of *stranger*: its people may come in from now on."""
        team = stranger.account.team
        channel.offered_to = [each for each in channel.offered_to if each != team]
        channel.shared_with.append(team)
        self.events.shared(channel, team.id)

    def unshare(self, channel: Channel, stranger: Person) -> None:
        """End that, and show the people of that workspace out."""
        team = stranger.account.team
        for user in [each for each in channel.members if self.world.accounts[each].team == team]:
            self.messages.leave(channel, user)
        channel.shared_with.remove(team)
        self.events.unshared(channel, team.id)

    def open_to_organisation(self, channel: Channel) -> None:
        """Let other workspaces of the same organisation into a channel."""
        channel.in_organisation = True

    def deactivate(self, person: Person) -> None:
        account = self.world.accounts[person.id]
        account.deleted, account.updated = True, self.world.stamps.seconds()
        self.events.user_changed(account)

    def remove_bot(self, channel: Channel) -> None:
        self.messages.leave(channel, self.world.bot.id)

    def _somebody(self, channel: Channel) -> str:
        """Who did it: a person of the channel, never the app."""
        return next((user for user in channel.members if user != self.world.bot.id), channel.creator)

    def _add(self, method: str, fault: Fault, times: int) -> None:
        self._faults[method].extend([fault] * times)
