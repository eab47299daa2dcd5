from bot.sandbox import Channel, Person, Sandbox

from .scenes import Rehearsal, error_of


async def test_a_shared_channel_says_so_and_so_does_the_end_of_it(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("channel_shared", "channel_unshared", "member_joined_channel", "member_left_channel", "message")
    dana = slack.stranger("Dana Wolfe", workspace="North County")
    slack.trouble.offer(room, dana)
    offered = (await bot.client.conversations_info(channel=room.id))["channel"]
    slack.trouble.share(room, dana)
    await anna.invites(dana, room)
    shared = (await bot.client.conversations_info(channel=room.id))["channel"]
    slack.trouble.unshare(room, dana)
    ended = (await bot.client.conversations_info(channel=room.id))["channel"]
    await slack.settled()

    team = dana.account.team.id
    assert (offered["is_ext_shared"], offered["is_pending_ext_shared"]) == (False, True)
    assert offered["pending_connected_team_ids"] == [team]
    assert (shared["is_ext_shared"], shared["is_shared"], shared["pending_shared"]) == (True, True, [])
    assert (ended["is_ext_shared"], ended["is_shared"]) == (False, False)
    kinds = {event["type"]: event for event in bot.events}
    assert kinds["channel_shared"]["connected_team_id"] == team
    assert kinds["channel_unshared"]["previously_connected_team_id"] == team
    assert kinds["member_left_channel"]["user"] == dana.id


async def test_other_workspaces_of_an_organisation_are_not_another_organisation(
    slack: Sandbox, bot: Rehearsal, room: Channel
) -> None:
    slack.trouble.open_to_organisation(room)

    info = (await bot.client.conversations_info(channel=room.id))["channel"]
    assert (info["is_org_shared"], info["is_shared"], info["is_ext_shared"]) == (True, True, False)


async def test_a_channel_that_begins_to_be_shared_has_another_id(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("channel_id_changed", "message")
    said = await anna.says("Before", room)
    former = slack.trouble.give_new_id(room)
    await anna.replies(said, "After")
    await slack.settled()

    changed, after = bot.events[-2:]
    assert (changed["old_channel_id"], changed["new_channel_id"]) == (former, room.id)
    assert (after["channel"], after["thread_ts"]) == (room.id, said.ts)
    assert await error_of(bot.client.conversations_info(channel=former)) == "channel_not_found"
    assert len((await bot.client.conversations_replies(channel=room.id, ts=said.ts))["messages"]) == 2


async def test_a_channel_that_is_made_public_says_so_itself(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    bot.hears("message")
    slack.trouble.convert(room, public=True)
    await slack.settled()

    assert bot.events[-1]["subtype"] == "channel_convert_to_public"
    assert not (await bot.client.conversations_info(channel=room.id))["channel"]["is_private"]


async def test_a_deleted_channel_is_not_found(slack: Sandbox, bot: Rehearsal, room: Channel) -> None:
    bot.hears("group_deleted")
    slack.trouble.delete(room)
    await slack.settled()

    assert [event["channel"] for event in bot.events] == [room.id]
    assert await error_of(bot.client.conversations_info(channel=room.id)) == "channel_not_found"


async def test_the_bot_hears_that_it_was_shown_out(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    bot.hears("group_left", "member_left_channel")
    slack.trouble.remove_bot(room)
    await slack.settled()

    kinds = {event["type"]: event for event in bot.events}
    assert kinds["group_left"] == kinds["group_left"] | {"channel": room.id, "actor_id": anna.id}
    assert kinds["member_left_channel"]["user"] == slack.bot_user_id
