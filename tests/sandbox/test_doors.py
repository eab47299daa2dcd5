"""How the app gets in: tokens, scopes, tickets and connections."""

from pathlib import Path

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Person, Sandbox

from .scenes import Rehearsal, connected, error_of, section

OWN_MANIFEST = Path(__file__).parents[2] / "manifest.yml"


async def test_only_the_right_token_opens_a_method(slack: Sandbox) -> None:
    def client(token: str) -> AsyncWebClient:
        return AsyncWebClient(token, base_url=slack.api_url)

    assert (await client(slack.bot_token).auth_test())["user_id"] == slack.bot_user_id
    assert await error_of(client("xoxb-other").auth_test()) == "invalid_auth"
    assert await error_of(client("").auth_test()) == "not_authed"
    assert await error_of(client(slack.app_token).auth_test()) == "not_allowed_token_type"
    opening = client(slack.bot_token).apps_connections_open(app_token=slack.bot_token)
    assert await error_of(opening) == "not_allowed_token_type"


async def test_an_unknown_method_is_on_record(slack: Sandbox, bot: Rehearsal) -> None:
    assert await error_of(bot.client.api_call("chat.shout")) == "unknown_method"
    assert [refusal.where for refusal in slack.refusals] == ["chat.shout"]


async def test_a_missing_scope_is_named(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    slack.trouble.take_scope("chat:write")

    with pytest.raises(SlackApiError) as refused:
        await bot.client.chat_postMessage(channel=room.id, text="x")

    assert refused.value.response["error"] == "missing_scope"
    assert refused.value.response["needed"] == "chat:write"
    assert "groups:read" in refused.value.response["provided"]


async def test_reading_needs_the_scope_for_that_kind_of_channel(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    slack.trouble.take_scope("groups:history")
    slack.trouble.take_scope("groups:read")

    assert await error_of(bot.client.conversations_history(channel=room.id)) == "missing_scope"
    assert await error_of(bot.client.conversations_info(channel=room.id)) == "missing_scope"


async def test_the_products_own_manifest_can_be_rehearsed() -> None:
    async with Sandbox.running(manifest=OWN_MANIFEST) as slack:
        bot = Rehearsal(slack)
        async with connected(slack, bot):
            anna = slack.person("Anna Morris")
            await bot.client.chat_postMessage(channel=anna.id, text="Hello")

        assert [message.text for message in anna.direct_messages] == ["Hello"]


async def test_a_ticket_lets_in_one_connection(slack: Sandbox) -> None:
    client = AsyncWebClient(base_url=slack.api_url)
    url = (await client.apps_connections_open(app_token=slack.app_token))["url"]

    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url) as stream:
            hello = await stream.receive_json()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)

    assert hello["type"] == "hello"
    assert hello["num_connections"] == 1
    assert hello["debug_info"]["approximate_connection_time"] > 0


async def test_each_envelope_goes_to_one_of_the_connections(slack: Sandbox, anna: Person, room: Channel) -> None:
    first, second = Rehearsal(slack), Rehearsal(slack)
    first.hears("message")
    second.hears("message")
    async with connected(slack, first), connected(slack, second):
        assert slack.connections == 2
        for number in range(4):
            await anna.says(str(number), room)
        await slack.settled()

    assert sorted(first.texts + second.texts) == ["0", "1", "2", "3"]
    assert first.heard
    assert second.heard


async def test_ten_connections_are_enough(slack: Sandbox) -> None:
    client = AsyncWebClient(base_url=slack.api_url)
    async with aiohttp.ClientSession() as session:
        streams = []
        for _ in range(10):
            url = (await client.apps_connections_open(app_token=slack.app_token))["url"]
            streams.append(await session.ws_connect(url))
            await streams[-1].receive_json()

        refused = client.apps_connections_open(app_token=slack.app_token)
        assert await error_of(refused) == "too_many_websockets"
        for stream in streams:
            await stream.close()


async def test_channels_are_made_named_and_filled_as_on_slack(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person
) -> None:
    create, invite = bot.client.conversations_create, bot.client.conversations_invite
    made = (await create(name="lc-2026-0007", is_private=True))["channel"]

    await invite(channel=made["id"], users=[anna.id, ben.id])
    await bot.client.conversations_setTopic(channel=made["id"], topic="LC-2026-0007")

    room = slack.find_channel("lc-2026-0007")
    assert room.private
    assert anna.id in room.members
    assert room.topic == "LC-2026-0007"
    members = await bot.client.conversations_members(channel=made["id"])
    assert members["members"] == [slack.bot_user_id, anna.id, ben.id]
    mine = await bot.client.users_conversations(types="private_channel")
    assert [channel["id"] for channel in mine["channels"]] == [made["id"]]
    assert await error_of(create(name="lc-2026-0007")) == "name_taken"
    assert await error_of(create(name="Upper Case")) == "invalid_name_specials"
    assert await error_of(create(name="x" * 81)) == "invalid_name_maxlength"
    assert await error_of(create(name="")) == "invalid_name_required"
    assert await error_of(invite(channel=made["id"], users=anna.id)) == "already_in_channel"
    assert await error_of(invite(channel=made["id"], users="U0NOBODY")) == "user_not_found"


async def test_people_are_described_with_their_language_when_asked(bot: Rehearsal, anna: Person) -> None:
    plain = (await bot.client.users_info(user=anna.id))["user"]
    whole = (await bot.client.users_info(user=anna.id, include_locale=True))["user"]

    assert (plain["tz"], plain["profile"]["display_name"]) == ("Europe/London", "Anna Morris")
    assert "locale" not in plain
    assert whole["locale"] == "cy-GB"


async def test_everything_visible_is_told_in_order(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    told: list[str] = []
    slack.listen(lambda entry: told.append(f"{entry.who}: {entry.kind}: {entry.words}"))

    root = await anna.says("What happened?", room)
    await ben.replies(root, "We did not ask.")
    await bot.client.chat_postEphemeral(channel=room.id, user=ben.id, text="Noted", blocks=[section("Noted.")])
    await anna.reacts("eyes", on=root)

    assert told == [
        "Anna Morris: message: What happened?",
        "Ben Carter: reply: We did not ask.",
        "rehearsal: ephemeral: Noted.",
        "Anna Morris: reaction: :eyes:",
    ]
    whisper = slack.journal.of_kind("ephemeral")[0]
    assert (whisper.audience, whisper.place) == (("Ben Carter",), "team-room")
    assert [call.method for call in slack.calls_of("chat.postEphemeral")] == ["chat.postEphemeral"]
