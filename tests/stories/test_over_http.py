"""The same bot where Slack reaches it over HTTP: a session, and what is turned away at the door."""

import io
import json
import time
from typing import Any

import aiohttp

from bot.sandbox.requests import JSON, signed
from bot.workshop.workshop import Phase
from handlers.http import Door, Listening
from tests.databases import free_port
from tests.stories.conftest import Log
from tests.stories.office import over_http

LIFE = "What does life look like"
SECRET_WORDS = "He sleeps at his aunt's"
LARGE = 2 * 1024 * 1024


async def test_a_whole_session_over_http(sqlite_url: str) -> None:
    async with over_http(sqlite_url) as (case, _):
        await case.opens(afterwards="None")
        first = await case.starts()
        anna = case.person("Anna Nurse")
        case.slack.trouble.deliver_twice(2)
        said = await anna.replies(first, "He sleps at his aunt's.")
        await anna.edits(said, "He sleeps at his aunt's.")
        await case.settles()
        second = await case.moves_on()
        case.slack.trouble.hold_events()
        await anna.replies(second, "Before the move.")
        await anna.replies(second, "After it.")
        case.slack.trouble.release_events(order="reversed")
        await case.settles()
        await case.closes()
        await case.publishes()

        assert [words for _, _, words in case.kept] == ["He sleeps at his aunt's.", "Before the move.", "After it."]
        assert case.phase is Phase.FOLLOWING_UP
        assert case.slack.connections == 0
        assert case.slack.unanswered == []
        assert case.slack.refusals == []


async def test_what_slack_has_not_signed_is_turned_away_and_its_words_are_in_no_log(sqlite_url: str, log: Log) -> None:
    async with over_http(sqlite_url) as (case, address), aiohttp.ClientSession() as stranger:
        await case.opens()
        stage = await case.starts()
        event = json.dumps(_reply(case.slack.team_id, case.room.id, case.person("Anna Nurse").id, stage.ts)).encode()
        secret, now = case.slack.signing_secret, int(time.time())

        async def posts(body: bytes, headers: dict[str, str]) -> int:
            url = f"{address}/slack/events"
            sent = io.BytesIO(body)
            async with stranger.post(url, data=sent, headers={"Content-Type": JSON, **headers}) as answer:
                assert SECRET_WORDS not in await answer.text()
                return answer.status

        assert await posts(event, {}) == 401
        assert await posts(event, signed("another secret", event)) == 401
        assert await posts(event + b" ", signed(secret, event)) == 401
        assert await posts(event, signed(secret, event, at=now - 600)) == 401
        assert await posts(b"{", signed(secret, b"{")) == 400
        assert await posts(b"\xff", signed(secret, b"\xff")) == 400
        assert await posts(b"[" * 100_000, {}) == 400
        assert await posts(b" " * LARGE, signed(secret, b" " * LARGE)) == 413
        async with stranger.get(f"{address}/slack/events") as answer:
            assert answer.status == 404
        assert case.kept == []

        assert await posts(event, signed(secret, event)) == 200
        assert [words for _, _, words in case.kept] == [f"{SECRET_WORDS}."]
    for word in (SECRET_WORDS, secret, "Traceback"):
        assert word not in log()


async def test_a_page_says_whether_the_bot_can_work_and_nothing_else(sqlite_url: str) -> None:
    async with over_http(sqlite_url) as (case, address), aiohttp.ClientSession() as probe:
        async with probe.get(f"{address}/healthz") as answer:
            assert (answer.status, await answer.text()) == (200, "ok")
        lost = Listening(Door(case.bot.app, _no_database), "127.0.0.1", port := free_port())
        await lost.connect_async()
        async with probe.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, await answer.text()) == (503, "unreachable")
        await lost.close_async()


async def _no_database() -> bool:
    return False


def _reply(team: str, channel: str, user: str, thread: str) -> dict[str, Any]:
    event = {
        "type": "message",
        "channel": channel,
        "channel_type": "group",
        "user": user,
        "text": f"{SECRET_WORDS}.",
        "ts": f"{float(thread) + 1:.6f}",
        "thread_ts": thread,
    }
    return {"team_id": team, "api_app_id": "A1", "type": "event_callback", "event_id": "Ev0STRANGER", "event": event}
