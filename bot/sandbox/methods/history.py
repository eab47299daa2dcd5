"""Reading back: conversations.history and conversations.replies."""

from decimal import Decimal

from bot.sandbox import wire
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import page, required, yes
from bot.sandbox.methods.places import check_scope, joined
from bot.sandbox.platform import Platform
from bot.sandbox.state import Channel, Json, Post
from bot.sandbox.world import World


def history(slack: Platform, arguments: Json) -> Json:
    """Newest first, without the replies in threads unless they were sent to the channel too."""
    channel = _readable(slack.world, arguments)
    visible = [post for post in _kept(slack.world, channel) if not post.is_reply or post.broadcast]
    chosen = [post for post in reversed(visible) if _between(post, arguments)]
    items, cursor = page(chosen, arguments)
    return _answer(slack.world, items, cursor, arguments) | {"pin_count": len(channel.pins)}


def replies(slack: Platform, arguments: Json) -> Json:
    """The root and then its replies, oldest first."""
    channel = _readable(slack.world, arguments)
    (ts,) = required(arguments, "ts")
    root = slack.world.find_post(channel.id, ts)
    if root is None or root.only_for is not None:
        raise SlackError("thread_not_found")
    thread = [post for post in slack.world.replies(root) if _between(post, arguments)]
    items, cursor = page([root, *thread], arguments, usual=1_000)
    return _answer(slack.world, items, cursor, arguments)


def _readable(world: World, arguments: Json) -> Channel:
    (place,) = required(arguments, "channel")
    channel = joined(world, place)
    check_scope(world, channel, "history")
    return channel


def _kept(world: World, channel: Channel) -> list[Post]:
    return [post for post in world.posts[channel.id] if not post.deleted and post.only_for is None]


def _between(post: Post, arguments: Json) -> bool:
    moment = Decimal(post.ts)
    oldest = Decimal(str(arguments.get("oldest") or "0"))
    latest = Decimal(str(arguments.get("latest") or "Infinity"))
    if yes(arguments, "inclusive"):
        return oldest <= moment <= latest
    return oldest < moment < latest


def _answer(world: World, posts: list[Post], cursor: str, arguments: Json) -> Json:
    with_metadata = yes(arguments, "include_all_metadata")
    answer: Json = {
        "messages": [wire.message(world, post, with_metadata=with_metadata) for post in posts],
        "has_more": bool(cursor),
    }
    if cursor:
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer
