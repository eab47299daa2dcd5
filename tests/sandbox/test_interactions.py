import pytest
from slack_bolt.async_app import AsyncAck

from bot.sandbox import AnswerRefused, Channel, NotAMember, NothingSays, NotPossible, Person, Sandbox

from .scenes import Json, Rehearsal, actions, asks, button, modal, option, section


async def test_a_command_carries_all_its_fields(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    [escaped] = [bot.answers(bot.app.command("/case"))]
    await anna.runs("/case add @Ben Carter to #team-room & tell <them>", room)

    body = escaped[0]
    assert body["text"] == (f"add <@{ben.id}|ben.carter> to <#{room.id}|team-room> &amp; tell &lt;them&gt;")
    assert (body["command"], body["user_id"], body["channel_id"]) == ("/case", anna.id, room.id)
    assert (body["channel_name"], body["team_id"]) == ("privategroup", slack.team_id)
    assert body["trigger_id"]
    assert body["response_url"].startswith("http://127.0.0.1:")


async def test_a_command_that_did_not_ask_for_escaping_gets_names_as_typed(
    bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.command("/plain"))
    await anna.runs("/plain @Ben Carter", room)

    assert bodies[0]["text"] == "@Ben Carter"


async def test_what_a_command_answers_is_for_the_person_alone(
    bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    bot.answers(bot.app.command("/case"), text="You have no cases.")
    shown = await anna.runs("/case", room)

    assert shown is not None
    assert shown.text == "You have no cases."
    assert anna.sees(room) == [shown]
    assert ben.sees(room) == []


async def test_a_command_may_answer_to_the_whole_channel(
    bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    bot.answers(bot.app.command("/case"), text="We begin.", response_type="in_channel")
    await anna.runs("/case start", room)

    assert [message.text for message in ben.sees(room)] == ["We begin."]


async def test_a_command_answer_is_linted_too(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    bot.answers(bot.app.command("/case"), blocks=[section("a")], text="")

    with pytest.raises(AnswerRefused, match="meaning in text"):
        await anna.runs("/case", room)
    assert [refusal.error for refusal in slack.refusals] == ["no_text"]


async def test_nobody_runs_what_is_not_in_the_manifest(anna: Person, room: Channel, slack: Sandbox) -> None:
    with pytest.raises(NotPossible, match="/cases is not a command"):
        await anna.runs("/cases open", room)
    with pytest.raises(NotPossible, match="no message shortcut called 'Open a case'"):
        await anna.uses("Open a case", on=await anna.says("x", room))
    with pytest.raises(NotAMember):
        await slack.person("Mallory Price").runs("/case", room)


async def test_a_message_shortcut_brings_the_message(bot: Rehearsal, anna: Person, ben: Person, room: Channel) -> None:
    bodies = bot.answers(bot.app.shortcut("action:from_message"))
    root = await ben.says("root", room)
    reply = await ben.replies(root, "We should call the school")
    await anna.uses("Make this an action", on=reply)

    [body] = bodies
    assert body["type"] == "message_action"
    assert body["message"]["text"] == "We should call the school"
    assert body["message"]["thread_ts"] == root.ts
    assert (body["message_ts"], body["user"]["id"]) == (reply.ts, anna.id)


async def test_a_button_in_a_message_says_who_clicked_what_where(bot: Rehearsal, anna: Person, room: Channel) -> None:
    bodies = bot.answers(bot.app.action("accept"))
    await bot.client.chat_postMessage(
        channel=room.id,
        text="An action for you",
        blocks=[actions(button("Accept", "accept", value="42"), block_id="answer")],
    )
    await anna.clicks("Accept")

    [body] = bodies
    [action] = body["actions"]
    assert (action["value"], action["block_id"], action["action_id"]) == ("42", "answer", "accept")
    assert float(action["action_ts"])
    assert body["container"]["message_ts"] == body["message"]["ts"]
    assert body["message"]["blocks"][0]["block_id"] == "answer"
    assert (body["channel"]["id"], body["channel"]["name"]) == (room.id, "privategroup")
    assert body["response_url"]


async def test_buttons_that_say_the_same_are_told_apart_by_what_is_near(
    bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.action("update"))
    blocks: list[Json] = [
        section("Call the school", accessory=button("Update", "update", value="1")),
        section("Write to housing", accessory=button("Update", "update", value="2")),
    ]
    await bot.client.chat_postMessage(channel=room.id, text="Plan", blocks=blocks)

    with pytest.raises(NothingSays, match="2 buttons say 'Update'"):
        await anna.clicks("Update")
    await anna.clicks("Update", near="housing")

    assert bodies[0]["actions"][0]["value"] == "2"


async def test_a_label_that_is_not_there_is_answered_with_those_that_are(
    bot: Rehearsal, anna: Person, room: Channel
) -> None:
    await bot.client.chat_postMessage(
        channel=room.id, text="x", blocks=[actions(button("Accept", "a"), button("Decline", "d"))]
    )

    with pytest.raises(NothingSays, match=r"Nothing says 'Maybe'. There are: Accept, Decline"):
        await anna.clicks("Maybe")


async def test_menus_report_their_choice_at_once(bot: Rehearsal, anna: Person, room: Channel) -> None:
    more = bot.answers(bot.app.action("more"))
    level = bot.answers(bot.app.action("level"))
    overflow = {"type": "overflow", "action_id": "more", "options": [option("Hand over"), option("Drop")]}
    menu = {
        "type": "static_select",
        "action_id": "level",
        "options": [option("Case"), option("Service")],
    }
    blocks = [section("Call the school", accessory=overflow), section("*Level:*", accessory=menu)]
    await bot.client.chat_postMessage(channel=room.id, text="x", blocks=blocks)

    await anna.clicks("Hand over")
    await anna.chooses("Level", "Service")

    assert more[0]["actions"][0]["selected_option"]["value"] == "hand over"
    assert level[0]["actions"][0]["selected_option"]["value"] == "service"
    [state] = level[0]["state"]["values"].values()
    assert state["level"]["selected_option"]["value"] == "service"


async def test_an_input_reports_only_where_it_is_told_to(bot: Rehearsal, anna: Person, room: Channel) -> None:
    seen = bot.answers(bot.app.action("unit"))
    units = {"type": "static_select", "options": [option("Ward"), option("Clinic")]}
    form = modal(asks("Unit", "unit", units, dispatch_action=True), asks("Name", "name"))
    bot.opens(bot.app.command("/case"), form)
    await anna.runs("/case open", room)

    await anna.chooses("Unit", "Clinic")
    with pytest.raises(NotPossible, match=r"use fills\(\)"):
        await anna.chooses("Name", "Rowan")

    assert seen[0]["view"]["state"]["values"]["unit"]["unit"]["selected_option"]["value"] == "clinic"


async def test_a_stranger_clicks_with_their_own_workspace(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    bodies = bot.answers(bot.app.action("accept"))
    stranger = slack.stranger("Dana Wolfe")
    shared = slack.channel("shared", members=[anna, stranger])
    await bot.client.chat_postMessage(channel=shared.id, text="x", blocks=[actions(button("Accept", "accept"))])

    await stranger.clicks("Accept")

    assert bodies[0]["user"]["team_id"] == stranger.account.team.id
    assert bodies[0]["team"]["id"] == slack.team_id
    with pytest.raises(NotPossible, match="another workspace"):
        await stranger.runs("/case", shared)


async def test_a_click_may_open_a_form(bot: Rehearsal, anna: Person, room: Channel) -> None:
    async def ask_why(ack: AsyncAck, body: Json) -> None:
        await ack()
        await bot.client.views_open(trigger_id=body["trigger_id"], view=modal(asks("Why?", "why")))

    bot.app.action("decline")(ask_why)
    await bot.client.chat_postMessage(channel=room.id, text="x", blocks=[actions(button("Decline", "decline"))])
    await anna.clicks("Decline")

    assert anna.form is not None
    assert anna.form.labels == ["Why?"]
