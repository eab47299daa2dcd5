"""The sandbox over HTTP: signed as Slack signs, sent again as Slack sends again."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_sdk.signature import SignatureVerifier

from bot.sandbox import Channel, OperationTimeout, Person, Sandbox
from bot.sandbox.requests import UrlNotVerified


@dataclass
class Listener:
    """An app that verifies what it hears by Slack's own code, and answers with the statuses it is given."""

    slack: Sandbox
    statuses: list[int] = field(default_factory=list)
    answer: str = ""
    heard: list[tuple[Mapping[str, str], str]] = field(default_factory=list)

    async def hear(self, request: web.Request) -> web.Response:
        body = await request.text()
        assert SignatureVerifier(self.slack.signing_secret).is_valid_request(body, dict(request.headers))
        if "url_verification" in body:
            return web.json_response({"challenge": (await request.json())["challenge"]})
        self.heard.append((request.headers, body))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200, text=self.answer)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post("/slack/events", self.hear)
        async with TestServer(app) as server:
            yield str(server.make_url("/slack/events"))


async def test_an_event_that_is_refused_comes_again_and_says_why(slack: Sandbox, anna: Person, room: Channel) -> None:
    app = Listener(slack, statuses=[500, 404])
    async with app.listening() as url, slack.over_http(url):
        await anna.says("Can you hear me?", room)
        await slack.settled()

    again = [(each.get("X-Slack-Retry-Num"), each.get("X-Slack-Retry-Reason")) for each, _ in app.heard]
    assert again == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert len({body for _, body in app.heard}) == 1
    assert [(ack.attempt, ack.outcome) for ack in slack.acks] == [(0, "refused"), (1, "refused"), (2, "acked")]


async def test_a_command_is_a_form_and_is_sent_once(slack: Sandbox, anna: Person, room: Channel) -> None:
    app = Listener(slack, statuses=[200, 500], answer="Here you are.")
    async with app.listening() as url, slack.over_http(url):
        shown = await anna.runs("/case list", room)
        assert shown is not None
        assert shown.words == "Here you are."
        with pytest.raises(OperationTimeout):
            await anna.runs("/case list", room)

    assert [headers["Content-Type"] for headers, _ in app.heard] == ["application/x-www-form-urlencoded"] * 2
    assert "command=%2Fcase&text=list" in app.heard[0][1]


async def test_an_address_that_does_not_give_the_challenge_back_is_not_taken(slack: Sandbox) -> None:
    async def deaf(_request: web.Request) -> web.Response:
        return web.Response(text="hello")

    app = web.Application()
    app.router.add_post("/slack/events", deaf)
    async with TestServer(app) as server:
        with pytest.raises(UrlNotVerified):
            async with slack.over_http(str(server.make_url("/slack/events"))):
                pass
