"""The bot served over HTTP: stopped with work in hand, away for a while, and what keeps it from listening."""

import asyncio
import socket
from pathlib import Path

import pytest

from bot.app import CannotStart, running
from bot.demo.theatre import MANIFEST, settings_for
from bot.sandbox import Sandbox
from tests.databases import free_port
from tests.serving.service import has_a_case, listens, served_over_http
from tests.stories.conftest import asked
from tests.stories.patience import until

PATIENT = (0.0, *(0.2,) * 100)


async def test_stopped_it_finishes_what_it_has_in_hand_and_takes_nothing_more(
    slack: Sandbox, sqlite_url: str, tmp_path: Path
) -> None:
    port = free_port()
    async with served_over_http(slack, sqlite_url, tmp_path, port) as bot, slack.over_http(address(port)):
        fern, _ = await has_a_case(slack, "Anna Nurse")
        held = slack.trouble.hold_calls("views.open")
        opening = asyncio.create_task(fern.runs("/actions"))
        await until(lambda: slack._web.in_flight > 0)  # noqa: SLF001 - its own part: the form on its way
        stopping = asyncio.create_task(bot.stops())
        await until(lambda: not listens(port))
        assert not opening.done()
        held.set()
        await opening
        assert await stopping == 0

    log = bot.log.read_text()
    assert fern.has_form
    assert '"event": "stopped"' in log
    for word in ("Traceback", '"level": "error"', "Rowan"):
        assert word not in log
    assert slack.refusals == []


async def test_what_was_said_while_it_was_away_comes_again_and_is_kept_once(sqlite_url: str, tmp_path: Path) -> None:
    port = free_port()
    async with Sandbox.running(manifest=MANIFEST, retry_after=PATIENT) as slack:
        async with served_over_http(slack, sqlite_url, tmp_path, port) as bot, slack.over_http(address(port)):
            fern, [anna] = await has_a_case(slack, "Anna Nurse")
            room = slack.find_channel("lc-2026-0001")
            await fern.runs("/case start", room)
            await until(lambda: any("What does life look like" in each.words for each in anna.sees(room)))
            assert await bot.stops() == 0
            await anna.replies(anna.sees(room)[-1], "Nobody rang the ward back.")
            await until(lambda: any(ack.outcome == "no connection" for ack in slack.acks))
            async with served_over_http(slack, sqlite_url, tmp_path, port) as again:
                await slack.settled(within=20)
                assert asked(sqlite_url, "SELECT count(*) FROM contributions") == [(1,)]
                assert await again.stops() == 0
        assert "Traceback" not in again.log.read_text()
        assert slack.refusals == []


async def test_an_address_that_is_taken_keeps_it_from_starting(slack: Sandbox, sqlite_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = settings_for(
            slack, sqlite_url, slack_app_token=None, slack_signing_secret=slack.signing_secret, http_port=port
        )
        with pytest.raises(CannotStart, match=f"LCAT_HTTP_PORT: cannot listen on 127.0.0.1 port {port}"):
            async with running(settings):
                pass


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}/slack/events"
