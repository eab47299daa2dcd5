"""Over HTTP: the door for what Slack signs and for the page of owners outside; it is closed before we stop."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest
from slack_bolt.adapter.asgi.http_response import AsgiHttpResponse
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from handlers import outside
from handlers.outside import LARGEST_FORM, Outside, Said

EVENTS = "/slack/events"
HEALTH = "/healthz"
AT_ONCE = 64
"""Requests handled at the same time; others wait, and where that takes too long Slack sends them again."""

SEATS = 8
"""The same for the page, so that whoever asks for it in vain takes no place from Slack."""

LARGEST_BODY = 1024 * 1024
"""Slack takes forms up to 250 kB, and sends them back in an encoding of up to three times that."""

UNREAD = frozenset({408, 413})
BODY_SECONDS = 10.0
LAST_WORDS_SECONDS = 10
KEEP_ALIVE_SECONDS = 75
"""Longer than load balancers keep a connection that rests, so that it is they who end it."""

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]


class CannotListen(Exception):
    """The port is taken, or not ours to have. The message is the computer's reason."""


class TooLarge(Exception):
    """More than anything that Slack sends."""


class Door(AsyncSlackRequestHandler):
    """Bolt's ASGI application, with bounds on what it reads, and a page that says whether we can work.

    *page* is there where owners outside the workspace are written to.
    """

    def __init__(self, app: AsyncApp, reachable: Callable[[], Awaitable[bool]], page: Outside | None = None) -> None:
        super().__init__(app, EVENTS)
        self._reachable = reachable
        self._page = page
        self._places = asyncio.Semaphore(AT_ONCE)
        self._seats = asyncio.Semaphore(SEATS)

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        if self._page is not None and scope["path"].startswith(outside.PATH):
            said = await self._of_page(self._page, scope["method"], scope["path"].removeprefix(outside.PATH), receive)
            answer = AsgiHttpResponse(said.status, headers=_headers(said), body=said.html)
            await send(answer.get_response_start())
            await send(answer.get_response_body())
            return
        if (scope["method"], scope["path"]) != ("GET", HEALTH):
            await super().__call__(scope, receive, send)
            return
        well = await self._reachable()
        health = AsgiHttpResponse(200 if well else 503, body="ok" if well else "unreachable")
        await send(health.get_response_start())
        await send(health.get_response_body())

    async def _of_page(self, page: Outside, method: str, word: str, receive: Receive) -> Said:
        if method not in {"GET", "HEAD", "POST"}:
            return page.not_understood(405)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _body(receive, LARGEST_FORM) if method == "POST" else b""
        except TooLarge:
            return page.not_understood(413)
        except (TimeoutError, ConnectionError):
            return page.not_understood(408)
        async with self._seats:
            return await (page.takes(word, body) if method == "POST" else page.shows(word))

    async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse:
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _body(request.receive, LARGEST_BODY)
            asked = AsyncBoltRequest(body=body.decode(), query=request.query_string, headers=request.get_headers())
        except TooLarge:
            return _refused(413)
        except TimeoutError:
            return _refused(408)
        except (ValueError, RecursionError, ConnectionError):  # nothing that Slack sends, or nobody there any more
            return _refused(400)
        async with self._places:
            return await self.app.async_dispatch(asked)


async def _body(receive: Receive, most: int) -> bytes:
    body = bytearray()
    while True:
        part = await receive()
        if part["type"] != "http.request":
            raise ConnectionError
        body.extend(part.get("body", b""))
        if len(body) > most:
            raise TooLarge
        if not part.get("more_body", False):
            return bytes(body)


def _headers(said: Said) -> dict[str, Sequence[str]]:
    """Where the body was not read to its end, nothing can follow on the same connection."""
    unread = {"connection": "close"} if said.status in UNREAD else {}
    return {name: [value] for name, value in (outside.headers() | unread).items()}


def _refused(status: int) -> BoltResponse:
    return BoltResponse(status=status, headers={"connection": "close"})


class _Server(uvicorn.Server):
    """Leaves signals to us, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Listening:
    """A door that is open between ``connect_async`` and ``close_async``, named as Bolt names them for sockets."""

    def __init__(self, door: Door, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._server = _Server(
            uvicorn.Config(
                door,
                http="httptools",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=LAST_WORDS_SECONDS,
            )
        )
        self._serving: asyncio.Task[None] | None = None

    async def connect_async(self) -> None:
        """Raise ``CannotListen`` where the address cannot be had."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        try:
            at = socket.create_server((self._host, self._port), family=family)
        except OSError as error:
            raise CannotListen(error.strerror or type(error).__name__) from error
        self._serving = asyncio.create_task(self._server.serve(sockets=[at]))
        await self._server.listening.wait()

    async def link(self) -> str | None:
        """One name for as long as the door is open: whoever sends by HTTP tries again by themselves."""
        return "http" if self._serving is not None and not self._serving.done() else None

    async def close_async(self) -> None:
        """Take nothing more in, and finish what is being answered."""
        if self._serving is not None:
            self._server.should_exit = True
            await self._serving
