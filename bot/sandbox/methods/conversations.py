"""Conversations: open a direct message, make a channel, invite, look, set the topic."""

import re

from bot.sandbox import limits, wire
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import listed, page, required, yes
from bot.sandbox.methods.places import check_scope, joined, missing_scope, reachable
from bot.sandbox.platform import Platform
from bot.sandbox.state import Account, Channel, Json
from bot.sandbox.world import World

NAME = re.compile(r"[^\W_A-Z](?:[^\W]|[-_])*")
CREATE_SCOPES = {True: ("groups:write",), False: ("channels:manage",)}


def open_direct(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    users = listed(arguments.get("users"))
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > limits.OPEN_USERS:
        raise SlackError("too_many_users")
    if len(users) > 1:
        raise missing_scope(world, "mpim:write")
    if "im:write" not in world.scopes:
        raise missing_scope(world, "im:write")
    account = _invitable(world, users[0])
    if account.is_bot:
        raise SlackError("cannot_dm_bot")
    if account.team != world.team:
        raise SlackError("user_not_visible")
    channel = world.direct(account.id)
    whole = wire.conversation(world, channel) if yes(arguments, "return_im") else {"id": channel.id}
    return {"channel": whole}


def create(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    private = yes(arguments, "is_private")
    if not world.scopes.intersection(CREATE_SCOPES[private]):
        raise missing_scope(world, CREATE_SCOPES[private][0])
    name = str(arguments.get("name") or "")
    _check_name(world, name)
    channel = world.add_channel(name, "group" if private else "channel", [world.bot.id])
    world.note(world.bot.id, "channel made", name, place=channel, subject=channel, audience=channel.members)
    return {"channel": wire.conversation(world, channel)}


def _check_name(world: World, name: str) -> None:
    if not name:
        raise SlackError("invalid_name_required")
    if len(name) > limits.CHANNEL_NAME:
        raise SlackError("invalid_name_maxlength")
    if name != name.lower() or not NAME.fullmatch(name):
        raise SlackError("invalid_name_specials")
    if any(channel.name == name for channel in world.channels.values() if not channel.is_direct):
        raise SlackError("name_taken")


def invite(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    place, users = required(arguments, "channel", "users")
    channel = joined(world, place)
    check_scope(world, channel, "manage" if channel.kind == "channel" else "write", "write.invites")
    if channel.archived:
        raise SlackError("is_archived")
    accounts = [_invitable(world, user) for user in listed(users)]
    if len(accounts) > limits.INVITE_USERS:
        raise SlackError("too_many_users")
    if world.bot in accounts:
        raise SlackError("cant_invite_self")
    new = [account for account in accounts if account.id not in channel.members]
    if not new:
        raise SlackError("already_in_channel")
    for account in new:
        slack.messages.join(channel, account.id, inviter=world.bot.id)
    return {"channel": wire.conversation(world, channel)}


def _invitable(world: World, user: str) -> Account:
    account = world.account(user)
    if account.deleted:
        raise SlackError("user_disabled")
    return account


def info(slack: Platform, arguments: Json) -> Json:
    channel = _readable(slack.world, arguments)
    return {"channel": wire.conversation(slack.world, channel)}


def members(slack: Platform, arguments: Json) -> Json:
    channel = _readable(slack.world, arguments)
    items, cursor = page(channel.members, arguments)
    return {"members": items, "response_metadata": {"next_cursor": cursor}}


def _readable(world: World, arguments: Json) -> Channel:
    (place,) = required(arguments, "channel")
    channel = reachable(world, place)
    check_scope(world, channel, "read")
    return channel


def set_topic(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    place, topic = required(arguments, "channel", "topic")
    channel = joined(world, place)
    check_scope(world, channel, "manage" if channel.kind == "channel" else "write", "write.topic")
    if channel.archived:
        raise SlackError("is_archived")
    if len(topic) > limits.TOPIC:
        raise SlackError("too_long")
    channel.topic = topic
    words = f"{world.bot.mention} set the channel topic: {topic}"
    slack.messages.post(
        channel, world.bot.id, words, bot=world.bot_wire(), subtype="channel_topic", extra={"topic": topic}
    )
    return {"channel": wire.conversation(world, channel)}
