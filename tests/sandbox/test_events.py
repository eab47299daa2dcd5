from bot.sandbox import Channel, Person, Sandbox

from .scenes import Rehearsal, connected


async def test_a_reply_comes_with_its_thread_and_escaped(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    bot.hears("message")
    root = await anna.says("What did we miss?", room)
    await ben.replies(root, f"<b>School & home</b> see {anna.mention} @channel https://x.example a@b.example")
    await slack.settled()

    body = bot.heard[1]
    event = body["event"]
    assert event["text"] == (
        f"&lt;b&gt;School &amp; home&lt;/b&gt; see <@{anna.id}> <!channel> "
        "<https://x.example> <mailto:a@b.example|a@b.example>"
    )
    assert (event["thread_ts"], event["parent_user_id"]) == (root.ts, anna.id)
    assert (event["channel_type"], event["channel"], event["team"]) == ("group", room.id, slack.team_id)
    assert body["event_id"].startswith("Ev")
    assert body["api_app_id"] == slack.app_id
    assert body["authorizations"][0]["user_id"] == slack.bot_user_id
    assert body["is_ext_shared_channel"] is False
    assert len({each["event_id"] for each in bot.heard}) == 2


async def test_an_edit_and_a_deletion_carry_what_was_there_before(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    message = await anna.says("first", room)
    await anna.edits(message, "second")
    await anna.deletes(message)
    await slack.settled()

    _, changed, deleted = sorted(bot.events, key=lambda event: float(event["event_ts"]))
    assert changed["subtype"] == "message_changed"
    assert changed["message"]["edited"]["user"] == anna.id
    assert (changed["message"]["text"], changed["previous_message"]["text"]) == ("second", "first")
    assert deleted["subtype"] == "message_deleted"
    assert (deleted["deleted_ts"], deleted["previous_message"]["text"]) == (message.ts, "second")


async def test_the_bots_own_update_is_a_change_but_not_an_edit(slack: Sandbox, room: Channel) -> None:
    bot = Rehearsal(slack, hears_itself=True)
    bot.hears("message")
    async with connected(slack, bot):
        ts = (await bot.client.chat_postMessage(channel=room.id, text="draft"))["ts"]
        await bot.client.chat_update(channel=room.id, ts=ts, text="final")
        await slack.settled()

    posted, changed = bot.events
    assert (posted["bot_id"], posted.get("subtype")) == (slack.bot_id, None)
    assert (changed["subtype"], changed["message"]["text"]) == ("message_changed", "final")
    assert "edited" not in changed["message"]


async def test_bolt_keeps_the_bots_own_messages_from_its_listeners(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    await bot.client.chat_postMessage(channel=room.id, text="mine")
    await anna.says("hers", room)
    await slack.settled()

    assert bot.texts == ["hers"]
    assert [ack.what for ack in slack.acks] == ["message", "message"]


async def test_a_broadcast_reply_brings_its_root_and_a_file_its_description(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    root = await anna.says("root", room)
    await anna.replies(root, "loud", broadcast=True)
    await anna.replies(root, "look", file=("genogram.png", b"picture"))
    await slack.settled()

    loud = next(event for event in bot.events if event.get("subtype") == "thread_broadcast")
    shared = next(event for event in bot.events if event.get("subtype") == "file_share")
    assert loud["root"]["ts"] == root.ts
    assert shared["files"][0]["name"] == "genogram.png"
    assert shared["thread_ts"] == root.ts


async def test_a_deleted_root_with_replies_is_reported_as_a_tombstone(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    root = await anna.says("root", room)
    await anna.replies(root, "reply")
    await anna.deletes(root)
    await slack.settled()

    changed = next(event for event in bot.events if event.get("subtype") == "message_changed")
    assert changed["message"]["subtype"] == "tombstone"
    assert changed["previous_message"]["text"] == "root"


async def test_the_app_hears_nothing_from_rooms_it_is_not_in(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    bot.hears("message", "member_joined_channel")
    elsewhere = slack.channel("elsewhere", members=[anna], with_bot=False)

    await anna.says("psst", elsewhere)
    await slack.settled()
    assert bot.heard == []

    await anna.invites(slack.bot, elsewhere)
    await anna.says("welcome", elsewhere)
    await slack.settled()
    assert bot.events[0]["type"] in {"message", "member_joined_channel"}
    assert "welcome" in bot.texts


async def test_the_app_hears_nothing_it_has_no_scope_for(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message", "reaction_added")
    slack.trouble.take_scope("reactions:read")
    message = await anna.says("hello", room)

    await anna.reacts("eyes", on=message)
    await slack.settled()

    assert bot.texts == ["hello"]


async def test_comings_and_goings_are_reported(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    bot.hears("member_joined_channel", "member_left_channel", "group_archive", "user_change", "message")
    carol = slack.person("Carol Hughes")

    await anna.invites(carol, room)
    await carol.leaves(room)
    slack.trouble.archive(room)
    slack.trouble.deactivate(carol)
    await slack.settled()

    kinds = {event["type"]: event for event in bot.events}
    assert kinds["member_joined_channel"]["inviter"] == anna.id
    assert kinds["member_left_channel"]["user"] == carol.id
    assert kinds["group_archive"]["channel"] == room.id
    assert kinds["user_change"]["user"]["deleted"] is True
    assert kinds["message"]["subtype"] == "channel_join"


async def test_opening_the_home_tab_and_the_messages_tab_are_told_apart(
    slack: Sandbox, bot: Rehearsal, anna: Person
) -> None:
    bot.hears("app_home_opened")
    await anna.opens_home()
    await anna.opens_messages_tab()
    await slack.settled()

    assert {event["tab"] for event in bot.events} == {"home", "messages"}
    assert bot.events[0]["user"] == anna.id


async def test_a_direct_message_to_the_bot_is_an_im_event(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    bot.hears("message")
    await anna.says("It is done")
    await slack.settled()

    assert bot.events[0]["channel_type"] == "im"
    assert bot.events[0]["channel"].startswith("D")


async def test_a_stranger_brings_their_own_workspace(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    bot.hears("message", "channel_shared")
    stranger = slack.stranger("Dana Wolfe", workspace="North County")
    shared = slack.channel("shared", members=[anna, stranger])

    await stranger.says("Hello from next door", shared)
    await slack.settled()

    [body] = bot.heard
    assert body["is_ext_shared_channel"] is True
    assert body["team_id"] == slack.team_id
    assert body["event"]["user_team"] == stranger.account.team.id != slack.team_id
    info = await bot.client.conversations_info(channel=shared.id)
    assert info["channel"]["is_ext_shared"] is True
