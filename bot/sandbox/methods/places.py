"""Which conversations the app can reach, and with Slack's words for when it cannot."""

from bot.sandbox.errors import SlackError
from bot.sandbox.state import Account, Channel, Post
from bot.sandbox.world import World

PLURALS = {"channel": "channels", "group": "groups", "im": "im"}


def reachable(world: World, channel_id: str) -> Channel:
    """A conversation the app can see: any public channel, and what it is a member of."""
    channel = world.channels.get(channel_id)
    if channel is None or (channel.private and not world.bot_is_in(channel)):
        raise SlackError("channel_not_found")
    return channel


def joined(world: World, channel_id: str) -> Channel:
    channel = reachable(world, channel_id)
    if not world.bot_is_in(channel):
        raise SlackError("not_in_channel")
    return channel


def writable(world: World, channel_id: str) -> Channel:
    """Where the app may post; a person's id stands for the direct message with them."""
    if channel_id.startswith("U"):
        channel = world.direct(_addressee(world, channel_id).id)
    else:
        channel = joined(world, channel_id)
    if channel.archived:
        raise SlackError("is_archived")
    if channel.is_direct:
        _check_direct(world, channel)
    return channel


def _addressee(world: World, user: str) -> Account:
    account = world.accounts.get(user)
    if account is None or account.team != world.team:
        raise SlackError("channel_not_found")
    return account


def _check_direct(world: World, channel: Channel) -> None:
    if not world.manifest.messages_tab:
        raise SlackError("messages_tab_disabled")
    if any(world.accounts[user].deleted for user in channel.members):
        raise SlackError("user_disabled")


def check_scope(world: World, channel: Channel, *rights: str) -> None:
    """Conversation methods need the scope for the kind of conversation, not just any of them."""
    plural = PLURALS[channel.kind]
    needed = [f"{plural}:{right}" for right in rights]
    if not world.scopes.intersection(needed):
        raise missing_scope(world, needed[0])


def missing_scope(world: World, needed: str) -> SlackError:
    provided = ",".join(sorted(world.scopes))
    world.refuse("scopes", "missing_scope", (f"needed {needed}, provided {provided}",))
    return SlackError("missing_scope", needed=needed, provided=provided)


def existing(world: World, channel: Channel, ts: str) -> Post:
    post = world.find_post(channel.id, ts)
    if post is None or post.only_for is not None or post.tombstone:
        raise SlackError("message_not_found")
    return post


def thread_root(world: World, channel: Channel, thread_ts: str | None) -> Post | None:
    """The message a thread hangs on; a reply's own ts is never one."""
    if not thread_ts:
        return None
    root = world.find_post(channel.id, str(thread_ts))
    if root is None or root.only_for is not None:
        raise SlackError("thread_not_found")
    if root.is_reply:
        world.refuse("thread_ts", "cannot_reply_to_message", ("thread_ts is the ts of a reply, not of a root",))
        raise SlackError("cannot_reply_to_message")
    return root
