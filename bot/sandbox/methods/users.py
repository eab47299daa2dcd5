"""People: users.info and users.conversations."""

from bot.sandbox import wire
from bot.sandbox.methods.arguments import listed, page, required, yes
from bot.sandbox.platform import Platform
from bot.sandbox.state import Channel, Json

TYPES = {"channel": "public_channel", "group": "private_channel", "im": "im"}
SCOPES = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}


def info(slack: Platform, arguments: Json) -> Json:
    (user,) = required(arguments, "user")
    person = wire.user(slack.world.account(user))
    if not yes(arguments, "include_locale"):
        person.pop("locale", None)
    return {"user": person}


def conversations(slack: Platform, arguments: Json) -> Json:
    """Where somebody is a member (the app itself, unless a person is named), as far as the app can see it."""
    world = slack.world
    user = str(arguments.get("user") or world.bot.id)
    world.account(user)
    types = listed(arguments.get("types") or "public_channel")

    def wanted(channel: Channel) -> bool:
        hidden = channel.private and not world.bot_is_in(channel)
        skipped = channel.archived and yes(arguments, "exclude_archived")
        scoped = SCOPES[channel.kind] in world.scopes
        return user in channel.members and TYPES[channel.kind] in types and scoped and not hidden and not skipped

    items, cursor = page([each for each in world.channels.values() if wanted(each)], arguments)
    channels = [wire.conversation(world, channel) for channel in items]
    return {"channels": channels, "response_metadata": {"next_cursor": cursor}}
