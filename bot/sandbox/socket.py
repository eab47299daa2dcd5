"""Socket Mode: one-time tickets, up to ten connections, envelopes that are acknowledged or sent again."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

from bot.sandbox import limits
from bot.sandbox.errors import OperationTimeout, SlackError
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


@dataclass(frozen=True)
class Ack:
    """How one envelope was answered: `acked`, `unanswered`, `no connection` or `given up`."""

    kind: str
    what: str
    attempt: int
    outcome: str
    payload: Json | None = None


@dataclass
class Socket:
    """All connections of the app, and what is on its way to it."""

    app_id: str
    ack_within: float = limits.ACK_SECONDS
    retry_after: tuple[float, ...] = limits.RETRY_AFTER
    links: list[Link] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)
    _tickets: set[str] = field(default_factory=set)
    _waiting: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)
    _deliveries: dict[asyncio.Task[None], str] = field(default_factory=dict)
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

    def tell(self, payload: Json) -> None:
        """Deliver an event in the background, again and again as Slack would."""
        task = asyncio.get_running_loop().create_task(self._deliver(payload))
        self._deliveries[task] = str(payload["event"]["type"])
        task.add_done_callback(lambda done: self._deliveries.pop(done, None))

    async def ask(self, kind: str, payload: Json) -> Json | None:
        """Deliver a command or an interaction, once, and wait for what the app answers."""
        what = str(payload.get("command") or payload.get("type"))
        outcome, answer = await self._attempt(kind, payload, 0, "")
        self.acks.append(Ack(kind, what, 0, outcome, answer))
        if outcome != "acked":
            raise OperationTimeout(f"operation_timeout: {what} was not answered in {self.ack_within} s ({outcome})")
        return answer

    @property
    def pending(self) -> list[str]:
        """What is still on its way to the app."""
        return [*self._deliveries.values(), *("an answer" for _ in self._waiting)]

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
        for task in list(self._deliveries):
            task.cancel()
        await asyncio.gather(*self._deliveries, return_exceptions=True)
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

    async def _deliver(self, payload: Json) -> None:
        what, reason = str(payload["event"]["type"]), ""
        for attempt, pause in enumerate((0.0, *self.retry_after)):
            await asyncio.sleep(pause)
            outcome, answer = await self._attempt("events_api", payload, attempt, reason)
            self.acks.append(Ack("events_api", what, attempt, outcome, answer))
            if outcome == "acked":
                return
            reason = "timeout" if outcome == "unanswered" else "connection_failed"
        self.acks.append(Ack("events_api", what, len(self.retry_after), "given up"))

    async def _attempt(self, kind: str, payload: Json, attempt: int, reason: str) -> tuple[str, Json | None]:
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
