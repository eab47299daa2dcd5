import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox import Channel, NotAMember, Person, Sandbox

from .scenes import Clock, Rehearsal, button, error_of, section


async def test_everyone_in_the_room_reads_what_the_bot_posts(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    answer = await bot.client.chat_postMessage(
        channel=room.id,
        text="Ready?",
        blocks=[section("*Ready?*", accessory=button("Yes", "yes"))],
        metadata={"event_type": "letter", "event_payload": {"key": "ready:1"}},
    )
    [message] = anna.sees(room)

    assert (message.by, message.text, message.ts) == ("rehearsal", "Ready?", answer["ts"])
    assert message.words == "*Ready?*\nYes"
    assert message.labels == ["Yes"]
    assert message.metadata == {"event_type": "letter", "event_payload": {"key": "ready:1"}}
    assert answer["message"]["bot_id"] == slack.bot_id
    assert answer["message"]["user"] == slack.bot_user_id
    assert slack.refusals == []


async def test_an_outsider_reads_nothing_of_a_private_channel(slack: Sandbox, room: Channel) -> None:
    mallory = slack.person("Mallory Price")

    with pytest.raises(NotAMember):
        mallory.sees(room)
    with pytest.raises(NotAMember):
        await mallory.says("Let me in", room)


async def test_timestamps_rise_even_when_the_clock_stands_still_or_goes_back(
    clock: Clock, anna: Person, room: Channel
) -> None:
    first = await anna.says("one", room)
    second = await anna.says("two", room)
    clock.move(minutes=-5)
    third = await anna.says("three", room)
    clock.move(days=14)
    fourth = await anna.says("four", room)

    stamps = [float(message.ts) for message in (first, second, third, fourth)]
    assert stamps == sorted(set(stamps))
    assert fourth.ts.startswith(str(int(clock.now().timestamp())))


async def test_the_bot_may_only_change_and_delete_its_own_words(bot: Rehearsal, anna: Person, room: Channel) -> None:
    hers = await anna.says("mine", room)
    ts = (await bot.client.chat_postMessage(channel=room.id, text="draft"))["ts"]

    await bot.client.chat_update(channel=room.id, ts=ts, text="final")

    assert [message.text for message in anna.sees(room)] == ["mine", "final"]
    assert not anna.sees(room)[1].edited
    assert anna.sees(room)[1].versions == ["draft"]
    update, delete = bot.client.chat_update, bot.client.chat_delete
    assert await error_of(update(channel=room.id, ts=hers.ts, text="x")) == "cant_update_message"
    assert await error_of(delete(channel=room.id, ts=hers.ts)) == "cant_delete_message"
    assert await error_of(update(channel=room.id, ts="1.000001", text="x")) == "message_not_found"
    await delete(channel=room.id, ts=ts)
    assert [message.text for message in anna.sees(room)] == ["mine"]


async def test_an_update_says_what_becomes_of_the_blocks(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    answer = await bot.client.chat_postMessage(channel=room.id, text="Old", blocks=[section("Old")])
    at = {"channel": room.id, "ts": answer["ts"]}

    assert await error_of(bot.client.chat_update(text="New", **at)) == "invalid_arguments"
    await bot.client.chat_update(text="New", blocks=[], **at)

    assert [message.words for message in anna.sees(room)] == ["New"]
    assert [refusal.where for refusal in slack.refusals] == ["chat.update"]


async def test_the_bot_is_told_where_it_cannot_write(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    post = bot.client.chat_postMessage
    private = slack.channel("private", members=[anna], private=True, with_bot=False)
    public = slack.channel("public", members=[anna], with_bot=False)
    closed = slack.channel("closed", members=[anna])
    slack.trouble.archive(closed)

    assert await error_of(post(channel="C0NOWHERE", text="x")) == "channel_not_found"
    assert await error_of(post(channel=private.id, text="x")) == "channel_not_found"
    assert await error_of(post(channel=public.id, text="x")) == "not_in_channel"
    assert await error_of(post(channel=closed.id, text="x")) == "is_archived"
    slack.trouble.remove_bot(room)
    assert await error_of(post(channel=room.id, text="x")) == "channel_not_found"


async def test_threads_hang_on_roots_only(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    root = await anna.says("root", room)
    reply = await ben.replies(root, "reply")
    post = bot.client.chat_postMessage

    await post(channel=room.id, text="in the thread", thread_ts=root.ts)
    await post(channel=room.id, text="for all", thread_ts=root.ts, reply_broadcast=True)

    assert [message.text for message in anna.thread(root)] == ["reply", "in the thread", "for all"]
    assert [message.text for message in anna.sees(room)] == ["root", "for all"]
    assert await error_of(post(channel=room.id, text="x", thread_ts=reply.ts)) == "cannot_reply_to_message"
    assert await error_of(post(channel=room.id, text="x", thread_ts="1.000001")) == "thread_not_found"
    assert [refusal.error for refusal in slack.refusals] == ["cannot_reply_to_message"]


async def test_history_leaves_out_replies_and_replies_bring_the_root(
    bot: Rehearsal, anna: Person, room: Channel
) -> None:
    root = await anna.says("root", room)
    await anna.replies(root, "quiet")
    await anna.replies(root, "loud", broadcast=True)
    await bot.client.chat_postMessage(channel=room.id, text="later", metadata={"event_type": "k", "event_payload": {}})

    history = await bot.client.conversations_history(channel=room.id, include_all_metadata=True)
    thread = await bot.client.conversations_replies(channel=room.id, ts=root.ts)

    assert [message["text"] for message in history["messages"]] == ["later", "loud", "root"]
    assert history["messages"][0]["metadata"]["event_type"] == "k"
    assert history["messages"][2]["reply_count"] == 2
    assert [message["text"] for message in thread["messages"]] == ["root", "quiet", "loud"]
    assert thread["messages"][1]["parent_user_id"] == anna.id


async def test_long_histories_come_in_pages(bot: Rehearsal, anna: Person, room: Channel) -> None:
    for number in range(5):
        await anna.says(f"message {number}", room)

    texts: list[str] = []
    async for page in await bot.client.conversations_history(channel=room.id, limit=2):
        texts += [message["text"] for message in page["messages"]]

    assert texts == [f"message {number}" for number in (4, 3, 2, 1, 0)]
    assert await error_of(bot.client.conversations_history(channel=room.id, cursor="nonsense")) == "invalid_cursor"


async def test_a_direct_message_is_found_by_the_person_but_updated_by_its_channel(
    bot: Rehearsal, anna: Person, ben: Person
) -> None:
    answer = await bot.client.chat_postMessage(channel=anna.id, text="Due on Friday")
    opened = await bot.client.conversations_open(users=anna.id)

    assert answer["channel"] == opened["channel"]["id"]
    assert answer["channel"].startswith("D")
    assert anna.last_direct_message is not None
    assert anna.last_direct_message.text == "Due on Friday"
    assert ben.last_direct_message is None
    update = bot.client.chat_update
    assert await error_of(update(channel=anna.id, ts=answer["ts"], text="x")) == "channel_not_found"
    await update(channel=answer["channel"], ts=answer["ts"], text="Due on Monday")
    assert anna.last_direct_message.text == "Due on Monday"


async def test_nobody_writes_to_a_deactivated_account(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    slack.trouble.deactivate(anna)

    assert await error_of(bot.client.conversations_open(users=anna.id)) == "user_disabled"
    assert await error_of(bot.client.chat_postMessage(channel=anna.id, text="x")) == "user_disabled"
    assert await error_of(bot.client.conversations_open(users="U0NOBODY")) == "user_not_found"
    assert (await bot.client.users_info(user=anna.id))["user"]["deleted"] is True


async def test_a_whisper_is_seen_by_one_person(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    carol = slack.person("Carol Hughes")
    whisper = bot.client.chat_postEphemeral

    await whisper(channel=room.id, user=anna.id, text="Only you")

    assert [message.text for message in anna.sees(room)] == ["Only you"]
    assert anna.sees(room)[0].ephemeral
    assert ben.sees(room) == []
    assert (await bot.client.conversations_history(channel=room.id))["messages"] == []
    assert await error_of(whisper(channel=room.id, user=carol.id, text="x")) == "user_not_in_channel"


async def test_a_deleted_root_with_replies_leaves_a_tombstone(
    bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    root = await anna.says("root", room)
    await ben.replies(root, "reply")

    await anna.deletes(root)

    thread = await bot.client.conversations_replies(channel=room.id, ts=root.ts)
    assert [message.get("subtype") for message in thread["messages"]] == ["tombstone", None]
    assert root.deleted
    assert [message.text for message in ben.thread(root)] == ["reply"]


async def test_a_refused_message_says_why_and_is_on_record(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    with pytest.raises(SlackApiError) as refused:
        await bot.client.chat_postMessage(channel=room.id, text="x", blocks=[section("x" * 3_001)])

    assert refused.value.response["error"] == "invalid_blocks"
    [words] = refused.value.response["response_metadata"]["messages"]
    assert words == "[ERROR] must be at most 3000 characters, is 3001 [json-pointer:/blocks/0/text/text]"
    [refusal] = slack.refusals
    assert (refusal.where, refusal.error) == ("chat.postMessage", "invalid_blocks")
    assert slack.messages(room) == []


async def test_reactions_and_pins_are_put_once(bot: Rehearsal, anna: Person, room: Channel) -> None:
    message = await anna.says("A point", room)
    at = {"channel": room.id, "timestamp": message.ts}

    await bot.client.reactions_add(name="eyes", **at)
    await anna.reacts("eyes", on=message)
    await bot.client.pins_add(**at)

    assert message.reactions == {"eyes": ["rehearsal", "Anna Morris"]}
    assert message.pinned
    assert await error_of(bot.client.reactions_add(name="eyes", **at)) == "already_reacted"
    assert await error_of(bot.client.pins_add(**at)) == "already_pinned"
    await bot.client.reactions_remove(name="eyes", **at)
    await bot.client.pins_remove(**at)
    assert message.reactions == {"eyes": ["Anna Morris"]}
    assert await error_of(bot.client.reactions_remove(name="eyes", **at)) == "no_reaction"
    assert await error_of(bot.client.pins_remove(**at)) == "no_pin"


async def test_a_file_of_the_bot_arrives_in_the_channel(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    await bot.client.files_upload_v2(
        channel=room.id, filename="plan.md", content="# Plan", title="Plan", initial_comment="Here"
    )

    [message] = anna.sees(room)
    assert (message.text, message.files) == ("Here", ["plan.md"])
    assert slack.refusals == []
