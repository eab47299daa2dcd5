"""The Socket Mode connection: opened with a clear word if it cannot be, closed without cutting an answer short."""

import asyncio
from typing import cast

import structlog
from slack_bolt.adapter.socket_mode.websockets import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.websockets import SocketModeClient

log = structlog.get_logger(__name__)

AT_ONCE = 64
"""Payloads handled at the same time; Bolt starts one task for each, without end, if nobody holds it back."""

LAST_WORDS_SECONDS = 10.0
PING_SECONDS = 5.0


class Connection(AsyncSocketModeHandler):
    """A connection that knows what it is still answering.

    The ``websockets`` client asks for a new address each time it reconnects, and opens the new socket before it closes
    the old one; the default client does neither.
    """

    def __init__(self, app: AsyncApp, app_token: str, ping_seconds: float = PING_SECONDS) -> None:
        super().__init__(app, app_token, ping_interval=ping_seconds)
        self._closing = False
        self._answering: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(AT_ONCE)

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        if self._closing:
            return  # not acknowledged, so Slack gives it to another connection, or to us when we are back
        task = cast("asyncio.Task[None]", asyncio.current_task())  # the client has started one for this payload alone
        self._answering.add(task)
        try:
            async with self._places:
                await super().handle(client, req)
        finally:
            self._answering.discard(task)

    async def link(self) -> str | None:
        """The name of the connection that Slack reaches us over, ``None`` while there is none."""
        return await self.client.session_id() if await self.client.is_connected() else None

    async def close_async(self) -> None:
        """Take nothing more in, finish what is being answered, then close."""
        self._closing = True
        if self._answering:
            _, cut_short = await asyncio.wait(set(self._answering), timeout=LAST_WORDS_SECONDS)
            if cut_short:
                log.warning("answers_cut_short", count=len(cut_short))
        if self.client.message_receiver is not None:
            # Otherwise it reports the closing of the socket, which is ours, as an error.
            self.client.message_receiver.cancel()
        await super().close_async()  # type: ignore[no-untyped-call]
