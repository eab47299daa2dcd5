"""The app under the sandbox: real Bolt over real sockets, and the blocks it shows."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.websockets import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Sandbox

Json = dict[str, Any]
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = MONDAY

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


class Rehearsal:
    """A small app that remembers what it heard and does what a test tells it to."""

    def __init__(self, slack: Sandbox, *, hears_itself: bool = False) -> None:
        self.client = AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        self.app = AsyncApp(
            client=self.client, process_before_response=True, ignoring_self_events_enabled=not hears_itself
        )
        self.heard: list[Json] = []

    def hears(self, *kinds: str) -> None:
        """Write down all events of these types."""

        async def write_down(body: Json) -> None:
            self.heard.append(body)

        for kind in kinds:
            self.app.event(kind)(write_down)

    def answers(self, register: Any, **answer: Any) -> list[Json]:
        """Acknowledge with *answer*, and give the list of what comes in."""
        seen: list[Json] = []

        async def acknowledge(ack: AsyncAck, body: Json) -> None:
            seen.append(body)
            await ack(**answer)

        register(acknowledge)
        return seen

    def opens(self, register: Any, view: Json) -> None:
        """Open *view* for whoever triggers it."""

        async def open_it(ack: AsyncAck, body: Json) -> None:
            await self.client.views_open(trigger_id=body["trigger_id"], view=view)
            await ack()

        register(open_it)

    @property
    def events(self) -> list[Json]:
        return [body["event"] for body in self.heard]

    @property
    def texts(self) -> list[str]:
        return [event.get("text", "") for event in self.events]


@asynccontextmanager
async def connected(slack: Sandbox, rehearsal: Rehearsal) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(rehearsal.app, slack.app_token, ping_interval=0.05)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def error_of(call: Awaitable[Any]) -> str:
    with pytest.raises(SlackApiError) as refused:
        await call
    return str(refused.value.response["error"])


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(label: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(label), "action_id": action_id, **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def option(label: str, value: str | None = None) -> Json:
    return {"text": plain(label), "value": value or label.lower()}


def asks(label: str, name: str, element: Json | None = None, **more: Any) -> Json:
    inside = {"type": "plain_text_input", "action_id": name, **(element or {})}
    return {"type": "input", "block_id": name, "label": plain(label), "element": inside, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Send"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}
