"""A connection that is lost or renewed costs nobody an answer, and nobody's words."""

import asyncio

import pytest

from bot.app import running
from bot.demo.theatre import settings_for
from bot.sandbox.trouble import Reason
from bot.settings import new_key
from tests.stories.office import Office, session
from tests.stories.patience import until

LIFE = "What does life look like"


async def test_a_lost_connection_is_made_anew_and_nothing_said_meanwhile_is_lost(database_url: str) -> None:
    async with session(database_url, ping_seconds=0.2) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.cut_connections()
        said = await anna.replies(stage, "Said while nobody listend.")
        await anna.edits(said, "Said while nobody listened.")
        await until(lambda: case.slack.connections == 1)
        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        assert "on its way" in shown.words
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "Said while nobody listened.")]
        assert len(case.posted("Where could it have gone another way")) == 1
        assert [ack.outcome for ack in case.slack.unanswered if ack.outcome == "given up"] == []
        assert case.slack.refusals == []


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_a_connection_that_slack_renews_is_followed(sqlite_url: str, reason: Reason) -> None:
    async with session(sqlite_url, ping_seconds=0.2) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        await asyncio.gather(
            case.slack.trouble.disconnect(reason),
            anna.replies(stage, "Said in the very moment."),
        )
        await until(lambda: case.slack.connections == 1)
        await anna.replies(stage, "Said after.")
        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        await case.settles()

        assert sorted(words or "" for _, _, words in case.kept) == ["Said after.", "Said in the very moment."]
        assert case.slack.refusals == []


async def test_a_connection_that_is_lost_again_and_again_comes_back_each_time(sqlite_url: str) -> None:
    async with session(sqlite_url, ping_seconds=0.1) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        for number in range(4):
            case.slack.trouble.cut_connections()
            await anna.replies(stage, f"Thought number {number}.")
            await until(lambda: case.slack.connections == 1)
        await case.settles()

        assert [words for _, _, words in case.kept] == [f"Thought number {number}." for number in range(4)]
        assert case.slack.refusals == []


async def test_of_two_connections_one_may_be_lost_at_any_time(postgres_url: str) -> None:
    key = new_key()
    async with session(postgres_url, ping_seconds=0.2, encryption_keys=key) as case:
        settings = settings_for(case.slack, postgres_url, encryption_keys=key)
        async with running(settings, case.clock, ping_seconds=0.2):
            assert case.slack.connections == 2
            anna = case.person("Anna Nurse")
            stage = case.message(anna, LIFE)
            case.slack.trouble.deliver_twice(6)
            for number in range(3):
                await anna.replies(stage, f"Before the cut, number {number}.")
            await case.slack.settled()
            case.slack.trouble.cut_connections()
            for number in range(3):
                await anna.replies(stage, f"After the cut, number {number}.")
            await until(lambda: case.slack.connections == 2)
            await case.slack.settled()

        # The other has stopped; this one goes on alone.
        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        assert "on its way" in shown.words
        await case.settles()
        assert words_kept(case) == sorted(
            f"{when} the cut, number {number}." for when in ("After", "Before") for number in range(3)
        )
        assert case.slack.refusals == []


def words_kept(case: Office) -> list[str]:
    return sorted(words or "" for _, _, words in case.kept)
