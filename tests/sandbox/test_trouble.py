import asyncio

import aiohttp
import pytest
from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.sandbox import Channel, Person, Sandbox
from bot.sandbox.trouble import Reason

from .scenes import Json, Rehearsal, connected, error_of


async def test_an_event_may_come_twice_under_one_id(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    slack.trouble.deliver_twice()
    await anna.says("once", room)
    await anna.says("twice?", room)
    await slack.settled()

    assert sorted(bot.texts) == ["once", "once", "twice?"]
    assert len({body["event_id"] for body in bot.heard}) == 2


async def test_events_may_be_held_and_come_in_the_wrong_order(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    slack.trouble.hold_events()
    for words in ("one", "two", "three"):
        await anna.says(words, room)
    await slack.settled()
    assert bot.heard == []

    slack.trouble.release_events(order="reversed")
    await slack.settled()

    assert bot.texts == ["three", "two", "one"]
    assert bot.events[0]["ts"] > bot.events[2]["ts"]


async def test_held_events_may_come_in_any_order_or_not_at_all(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    slack.trouble.hold_events()
    for words in ("one", "two", "three"):
        await anna.says(words, room)

    slack.trouble.release_events(order=[2, 0])
    await slack.settled()

    assert bot.texts == ["three", "one"]


async def test_a_rate_limit_says_when_to_come_back(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    slack.trouble.rate_limit("chat.postMessage", times=2, retry_after=7)

    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            await bot.client.chat_postMessage(channel=room.id, text="x")
        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"] == "7"
        assert refused.value.response["error"] == "ratelimited"
    await bot.client.chat_postMessage(channel=room.id, text="at last")

    assert [message.text for message in anna.sees(room)] == ["at last"]


async def test_slack_may_be_broken_for_a_while(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    slack.trouble.fail("chat.postMessage", times=1, status=503)
    slack.trouble.refuse("chat.postMessage", "restricted_action")

    with pytest.raises(SlackApiError) as refused:
        await bot.client.chat_postMessage(channel=room.id, text="x")
    assert refused.value.response.status_code == 503
    assert await error_of(bot.client.chat_postMessage(channel=room.id, text="x")) == "restricted_action"
    assert anna.sees(room) == []


async def test_a_message_may_arrive_although_the_caller_sees_a_failure(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    slack.trouble.drop_answer()

    with pytest.raises(aiohttp.ClientError):
        await bot.client.chat_postMessage(channel=room.id, text="Did it arrive?")

    assert [message.text for message in anna.sees(room)] == ["Did it arrive?"]


async def test_an_answer_may_be_slow(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    held = slack.trouble.hold_calls("chat.postMessage")
    posting = asyncio.create_task(bot.client.chat_postMessage(channel=room.id, text="x"))
    await bot.client.auth_test()
    assert not posting.done()
    assert slack.messages(room) == []

    held.set()
    await posting

    assert [message.text for message in slack.messages(room)] == ["x"]


async def test_a_lost_connection_is_replaced_and_the_event_comes_again(
    hasty: Sandbox,
) -> None:
    anna = hasty.person("Anna Morris")
    room = hasty.channel("room", members=[anna])
    bot = Rehearsal(hasty)
    bot.hears("message")
    async with connected(hasty, bot):
        hasty.trouble.cut_connections()
        await anna.says("Can you hear me?", room)
        await hasty.settled()

    assert bot.texts == ["Can you hear me?"]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "link_disabled"])
async def test_a_disconnect_frame_makes_the_app_connect_anew(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel, reason: Reason
) -> None:
    bot.hears("message")
    await slack.trouble.disconnect(reason)
    await anna.says("Still there?", room)
    await slack.settled()

    assert bot.texts == ["Still there?"]
    assert len(slack.calls_of("apps.connections.open")) == 2


async def test_an_event_nobody_answers_is_sent_again_three_times(hasty: Sandbox) -> None:
    anna = hasty.person("Anna Morris")
    room = hasty.channel("room", members=[anna])
    bot = Rehearsal(hasty)
    async with connected(hasty, bot):
        await anna.says("Hello?", room)
        await hasty.settled()

    assert [(ack.attempt, ack.outcome) for ack in hasty.acks] == [
        (0, "unanswered"),
        (1, "unanswered"),
        (2, "unanswered"),
        (3, "unanswered"),
        (3, "given up"),
    ]


async def test_a_second_try_says_so_and_is_the_last_once_answered(hasty: Sandbox) -> None:
    anna = hasty.person("Anna Morris")
    room = hasty.channel("room", members=[anna])
    bot = Rehearsal(hasty)
    tries: list[dict[str, list[str]]] = []

    async def fail_once(request: object, body: Json) -> None:
        tries.append(request.headers)  # type: ignore[attr-defined]
        if len(tries) == 1:
            raise RuntimeError(body["event_id"])

    bot.app.event("message")(fail_once)
    bot.app.error(_leave_unanswered)
    async with connected(hasty, bot):
        await anna.says("Hello?", room)
        await hasty.settled()

    assert [headers.get("x-slack-retry-num") for headers in tries] == [["0"], ["1"]]
    assert tries[1]["x-slack-retry-reason"] == ["timeout"]


async def _leave_unanswered(error: Exception) -> BoltResponse:
    return BoltResponse(status=500, body=str(error))


async def test_a_revoked_token_opens_nothing_and_nothing_more_is_heard(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("tokens_revoked", "app_uninstalled", "message")
    await slack.settled()
    slack.trouble.revoke_token()
    await anna.says("Anybody there?", room)
    assert await error_of(bot.client.chat_postMessage(channel=room.id, text="x")) == "account_inactive"

    slack.trouble.restore_token()
    await bot.client.chat_postMessage(channel=room.id, text="Back again")
    assert "Anybody there?" not in bot.texts


async def test_a_room_may_be_archived_and_the_bot_shown_out(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    ts = (await bot.client.chat_postMessage(channel=room.id, text="x"))["ts"]

    slack.trouble.archive(room)
    assert await error_of(bot.client.chat_postMessage(channel=room.id, text="x")) == "is_archived"
    assert await error_of(bot.client.chat_update(channel=room.id, ts=ts, text="y")) == "is_inactive"
    slack.trouble.unarchive(room)
    slack.trouble.remove_bot(room)
    assert await error_of(bot.client.chat_update(channel=room.id, ts=ts, text="y")) == "channel_not_found"
    await anna.invites(slack.bot, room)
    await bot.client.chat_update(channel=room.id, ts=ts, text="y")
