"""Socket Mode: one-time tickets, up to ten connections, envelopes that wait for their answers."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import uuid4

from aiohttp import WSMsgType, web

from bot.sandbox import limits
from bot.sandbox.errors import SlackError
from bot.sandbox.state import Json

CLOSING_SECONDS = 1.0


@dataclass(eq=False)
class Link:
    """One open connection; after a disconnect frame it gets no more envelopes."""

    stream: web.WebSocketResponse
    request: web.Request
    leaving: bool = False

    @property
    def usable(self) -> bool:
        return not self.leaving and not self.stream.closed


@dataclass
class Socket:
    """All connections of the app: the way to it in Socket Mode."""

    reasons: ClassVar[Mapping[str, str]] = {"unanswered": "timeout", "no connection": "connection_failed"}

    app_id: str
    ack_within: float = limits.ACK_SECONDS
    links: list[Link] = field(default_factory=list)
    _tickets: set[str] = field(default_factory=set)
    _waiting: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)
    _linked: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: int = 0

    def ticket(self) -> str:
        """A way in, good for one connection."""
        if len([link for link in self.links if link.usable]) >= limits.CONNECTIONS:
            raise SlackError("too_many_websockets")
        ticket = uuid4().hex
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until either side ends it."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="This ticket has been used already.")
        self._tickets.remove(ticket)
        stream = web.WebSocketResponse(timeout=CLOSING_SECONDS)
        await stream.prepare(request)
        link = Link(stream, request)
        self.links.append(link)
        await stream.send_json(self._hello())
        self._linked.set()
        try:
            await self._listen(stream)
        finally:
            self.links.remove(link)
        return stream

    async def attempt(self, kind: str, payload: Json, attempt: int, reason: str) -> tuple[str, Json | None]:
        envelope_id = str(uuid4())
        self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        outcome = "no connection"
        try:
            async with asyncio.timeout(self.ack_within):
                link = await self._next_link()
                outcome = "unanswered"
                await link.stream.send_json(_envelope(envelope_id, kind, payload, attempt, reason))
                return "acked", await self._waiting[envelope_id]
        except (TimeoutError, ConnectionError):
            return outcome, None
        finally:
            del self._waiting[envelope_id]

    async def disconnect(self, reason: str) -> None:
        """Tell every connection to go, as Slack does before a restart."""
        for link in [each for each in self.links if each.usable]:
            link.leaving = True
            await link.stream.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
        self._linked.clear()

    def cut(self) -> None:
        """Lose every connection without a word."""
        for link in self.links:
            link.leaving = True
            if link.request.transport is not None:
                link.request.transport.abort()
        self._linked.clear()

    async def close(self) -> None:
        for link in list(self.links):
            await link.stream.close(code=1001)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.links),
            "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 3600},
            "connection_info": {"app_id": self.app_id},
        }

    async def _listen(self, stream: web.WebSocketResponse) -> None:
        async for frame in stream:
            if frame.type is WSMsgType.TEXT:
                answer = json.loads(frame.data)
                waiting = self._waiting.get(str(answer.get("envelope_id")))
                if waiting is not None and not waiting.done():
                    waiting.set_result(answer.get("payload"))

    async def _next_link(self) -> Link:
        """One of the open connections, whichever's turn it is; waits for one where there is none."""
        while not (usable := [link for link in self.links if link.usable]):
            self._linked.clear()
            await self._linked.wait()
        self._turn += 1
        return usable[self._turn % len(usable)]


def _envelope(envelope_id: str, kind: str, payload: Json, attempt: int, reason: str) -> dict[str, Any]:
    envelope = {
        "envelope_id": envelope_id,
        "payload": payload,
        "type": kind,
        "accepts_response_payload": kind != "events_api",
    }
    if kind == "events_api":
        envelope |= {"retry_attempt": attempt, "retry_reason": reason}
    return envelope
