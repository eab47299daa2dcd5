from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.sandbox import Channel, Person, Sandbox

from .scenes import Rehearsal, actions, button, section


async def test_a_response_url_works_five_times(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.command("/case"))
    await anna.runs("/case", room)
    answer = AsyncWebhookClient(bodies[0]["response_url"])

    statuses = [(await answer.send(text=f"part {number}")).status_code for number in range(6)]

    assert statuses == [200] * 5 + [404]
    assert [message.text for message in anna.sees(room)] == [f"part {number}" for number in range(5)]
    assert ben.sees(room) == []
    assert slack.refusals == []


async def test_a_response_url_gets_too_old(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    bodies = bot.answers(bot.app.command("/case"))
    await anna.runs("/case", room)
    slack.trouble.expire_response_urls()

    answer = await AsyncWebhookClient(bodies[0]["response_url"]).send(text="late")

    assert answer.status_code == 404
    assert "expired_url" in answer.body


async def test_a_response_url_may_speak_to_all(bot: Rehearsal, anna: Person, ben: Person, room: Channel) -> None:
    bodies = bot.answers(bot.app.command("/case"))
    await anna.runs("/case", room)

    await AsyncWebhookClient(bodies[0]["response_url"]).send(text="All", response_type="in_channel")

    assert [message.text for message in ben.sees(room)] == ["All"]


async def test_a_whisper_is_replaced_and_deleted_through_its_own_click(
    bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.action("mask"))
    blocks = [section("That looks like a phone number."), actions(button("Mask it", "mask"))]
    await bot.client.chat_postEphemeral(channel=room.id, user=anna.id, text="Look", blocks=blocks)
    await anna.clicks("Mask it")
    assert bodies[0]["container"]["is_ephemeral"] is True
    assert "message" not in bodies[0]
    answer = AsyncWebhookClient(bodies[0]["response_url"])

    await answer.send(text="Masked.", replace_original=True)
    assert [message.text for message in anna.sees(room)] == ["Masked."]

    await answer.send(delete_original=True)
    assert anna.sees(room) == []


async def test_a_bad_answer_is_refused_and_on_record(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.command("/case"))
    await anna.runs("/case", room)

    answer = await AsyncWebhookClient(bodies[0]["response_url"]).send(text="a", blocks=[section("x" * 3_001)])

    assert answer.status_code == 400
    assert [refusal.where for refusal in slack.refusals] == ["response_url"]
