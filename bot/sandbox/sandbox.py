"""A strict little Slack on loopback, for tests and for the demo."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import aiohttp

from bot.sandbox import limits
from bot.sandbox.delivery import Ack, Delivery
from bot.sandbox.events import Events
from bot.sandbox.gate import Gate
from bot.sandbox.journal import Entry, Journal
from bot.sandbox.manifest import Manifest
from bot.sandbox.messages import Messages
from bot.sandbox.modals import Modals
from bot.sandbox.people import Person
from bot.sandbox.platform import Platform
from bot.sandbox.requests import Requests
from bot.sandbox.responses import Responses
from bot.sandbox.screen import Message
from bot.sandbox.socket import Socket
from bot.sandbox.state import Account, Call, Channel, Json, Refusal, Team
from bot.sandbox.trouble import Trouble
from bot.sandbox.web import Web
from bot.sandbox.world import World

BOT_TOKEN = "xoxb-sandbox"  # noqa: S105  # opens nothing but the sandbox
APP_TOKEN = "xapp-sandbox"  # noqa: S105
SIGNING_SECRET = "00112233445566778899aabbccddeeff"  # noqa: S105
QUIET_SECONDS = 0.02
"""How long an app may think between its answer and what it does next, for all that can be seen from outside."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Sandbox:
    """One workspace with the app installed, its people, and everything that can go wrong."""

    def __init__(
        self,
        manifest: Manifest,
        now: Callable[[], datetime],
        *,
        bot_token: str = BOT_TOKEN,
        app_token: str = APP_TOKEN,
        ack_within: float = limits.ACK_SECONDS,
        retry_after: Sequence[float] = limits.RETRY_AFTER,
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self._quiet_seconds = quiet_seconds
        self.bot_token = bot_token
        self.app_token = app_token
        self.signing_secret = SIGNING_SECRET
        self._world = World(manifest, now)
        self._socket = Socket(self._world.app_id, ack_within)
        self._delivery = Delivery(self._socket, tuple(retry_after))
        self._ack_within = ack_within
        gate = Gate(self._delivery.tell)
        events = Events(self._world, gate.tell)
        messages = Messages(self._world, events)
        responses = Responses(self._world, messages)
        modals = Modals(self._world)
        self._platform = Platform(self._world, events, messages, modals, responses, self._delivery, self._socket)
        self.trouble = Trouble(self._world, events, messages, self._socket, gate, responses)
        self._web = Web(self._platform, self.trouble, bot_token, app_token)

    @classmethod
    @asynccontextmanager
    async def running(
        cls,
        *,
        manifest: Path,
        now: Callable[[], datetime] = utc_now,
        port: int = 0,
        bot_token: str = BOT_TOKEN,
        app_token: str = APP_TOKEN,
        ack_within: float = limits.ACK_SECONDS,
        retry_after: Sequence[float] = limits.RETRY_AFTER,
        quiet_seconds: float = QUIET_SECONDS,
    ) -> AsyncIterator[Self]:
        """Serve on 127.0.0.1 until the block ends."""
        slack = cls(
            Manifest.read(manifest),
            now,
            bot_token=bot_token,
            app_token=app_token,
            ack_within=ack_within,
            retry_after=retry_after,
            quiet_seconds=quiet_seconds,
        )
        await slack._web.start(port)  # its own part
        try:
            yield slack
        finally:
            await slack._delivery.close()
            await slack._socket.close()
            await slack._web.stop()

    @asynccontextmanager
    async def over_http(self, url: str) -> AsyncIterator[None]:
        """Send everything to this request URL until the block ends. Raises ``UrlNotVerified``."""
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            requests = Requests(url, self.signing_secret, session, self._ack_within)
            await requests.verify()
            self._delivery.way = requests
            try:
                yield
            finally:
                await self._delivery.close()
                self._delivery.way = self._socket

    async def deliver(self, event: Json) -> str:
        """Deliver a payload of one's own making, once; gives how it was answered."""
        outcome, _ = await self._delivery.way.attempt("events_api", event, 0, "")
        return outcome

    # Where the app connects, and who it is

    @property
    def api_url(self) -> str:
        return f"{self._world.address}/api/"

    @property
    def team_id(self) -> str:
        return self._world.team.id

    @property
    def app_id(self) -> str:
        return self._world.app_id

    @property
    def bot_id(self) -> str:
        return self._world.bot_id

    @property
    def bot_user_id(self) -> str:
        return self._world.bot.id

    @property
    def bot(self) -> Account:
        return self._world.bot

    @property
    def connections(self) -> int:
        return len([link for link in self._socket.links if link.usable])

    # The scene

    def person(self, name: str, *, timezone: str = "Europe/London", locale: str = "en-GB") -> Person:
        return Person(self._platform, self._world.add_account(name, timezone=timezone, locale=locale))

    def stranger(self, name: str, *, workspace: str = "Elsewhere", enterprise: str | None = None) -> Person:
        """Somebody from another workspace, for channels shared through Slack Connect."""
        stamps = self._world.stamps
        team = Team(stamps.id("T"), workspace, workspace.lower().replace(" ", "-"), enterprise)
        return Person(self._platform, self._world.add_account(name, team=team))

    def channel(
        self,
        name: str,
        *,
        members: Iterable[Person] = (),
        private: bool = False,
        with_bot: bool = True,
    ) -> Channel:
        """A channel that has been there before the story starts; nobody hears of it."""
        people = [person.id for person in members]
        creator = people[0] if people else self._world.bot.id
        kind = "group" if private else "channel"
        joined = [*people, self._world.bot.id] if with_bot else people
        return self._world.add_channel(name, kind, joined, creator)

    def find_channel(self, name: str) -> Channel:
        """A channel by its name, say one that the app has made."""
        return next(each for each in self._world.channels.values() if each.name == name)

    def channel_by_id(self, number: str) -> Channel:
        return self._world.channels[number]

    def messages(self, room: Channel) -> list[Message]:
        """Everything in a channel, replies and whispers too, as nobody sees it at once."""
        return [Message(self._world, post) for post in self._world.posts[room.id] if not post.deleted]

    # What happened

    async def settled(self, within: float = 10.0) -> None:
        """Wait until every envelope is answered or given up, every call answered, and nothing follows."""
        try:
            async with asyncio.timeout(within):
                while await self._stirs():
                    pass
        except TimeoutError:
            waiting = ", ".join(self._delivery.pending) or f"{self._web.in_flight} calls"
            raise TimeoutError(f"Not settled after {within} s; still under way: {waiting}") from None

    @property
    def _busy(self) -> bool:
        return bool(self._delivery.pending) or self._web.in_flight > 0

    async def _stirs(self) -> bool:
        """Whether anything is under way, or comes up in a quiet moment, such as a call after an ack."""
        before = len(self.calls), len(self.acks)
        await asyncio.sleep(self._quiet_seconds)
        return self._busy or before != (len(self.calls), len(self.acks))

    @property
    def calls(self) -> list[Call]:
        return self._world.calls

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self._world.calls if call.method == method]

    @property
    def acks(self) -> list[Ack]:
        return self._delivery.acks

    @property
    def unanswered(self) -> list[Ack]:
        return [ack for ack in self._delivery.acks if ack.outcome != "acked"]

    @property
    def refusals(self) -> list[Refusal]:
        """What a strict Slack would not have accepted; a good story ends with none."""
        return self._world.refusals

    @property
    def journal(self) -> Journal:
        return self._world.journal

    def listen(self, callback: Callable[[Entry], None]) -> None:
        """Hear of everything visible as it happens."""
        self._world.journal.listen(callback)
