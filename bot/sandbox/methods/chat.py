"""Messages of the app: post, update, delete, whisper, link."""

from bot.sandbox import wire
from bot.sandbox.blockkit import lint_message
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import required, yes
from bot.sandbox.methods.places import existing, joined, missing_scope, reachable, thread_root, writable
from bot.sandbox.platform import Platform
from bot.sandbox.state import Json
from bot.sandbox.world import World

DISGUISES = ("username", "icon_emoji", "icon_url")


def post_message(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    (place,) = required(arguments, "channel")
    if any(name in arguments for name in DISGUISES) and "chat:write.customize" not in world.scopes:
        raise missing_scope(world, "chat:write.customize")
    channel = writable(world, place)
    _check(world, "chat.postMessage", arguments)
    root = thread_root(world, channel, arguments.get("thread_ts"))
    broadcast = root is not None and yes(arguments, "reply_broadcast")
    post = slack.messages.post(
        channel,
        world.bot.id,
        _text(arguments),
        blocks=_blocks(world, arguments),
        bot=world.bot_wire(),
        thread_ts=root.ts if root else None,
        broadcast=broadcast,
        subtype="thread_broadcast" if broadcast else None,
        metadata=arguments.get("metadata"),
    )
    return {"channel": channel.id, "ts": post.ts, "message": wire.message(world, post, with_metadata=True)}


def update(slack: Platform, arguments: Json) -> Json:
    """Replace a message; Slack's pages disagree on what leaving out `blocks` does, so here it is a mistake."""
    world = slack.world
    place, ts = required(arguments, "channel", "ts")
    channel = reachable(world, place)
    post = existing(world, channel, ts)
    if post.user != world.bot.id:
        raise SlackError("cant_update_message")
    if channel.archived:
        raise SlackError("is_inactive")
    if post.blocks and "blocks" not in arguments:
        words = "the message has blocks: give new ones, or an empty list to remove them"
        world.refuse("chat.update", "invalid_arguments", (words,))
        raise SlackError("invalid_arguments", problems=(words,))
    _check(world, "chat.update", arguments)
    if "metadata" in arguments:
        post.metadata = arguments["metadata"] or None
    slack.messages.change(post, _text(arguments), _blocks(world, arguments), by_hand=False)
    return {"channel": channel.id, "ts": ts, "text": post.text, "message": wire.message(world, post)}


def delete(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    place, ts = required(arguments, "channel", "ts")
    channel = reachable(world, place)
    post = existing(world, channel, ts)
    if post.user != world.bot.id:
        raise SlackError("cant_delete_message")
    slack.messages.remove(post)
    return {"channel": channel.id, "ts": ts}


def post_ephemeral(slack: Platform, arguments: Json) -> Json:
    world = slack.world
    place, user = required(arguments, "channel", "user")
    channel = joined(world, place)
    if channel.archived:
        raise SlackError("is_archived")
    if user not in channel.members:
        raise SlackError("user_not_in_channel")
    _check(world, "chat.postEphemeral", arguments)
    root = thread_root(world, channel, arguments.get("thread_ts"))
    blocks, thread = _blocks(world, arguments), root.ts if root else None
    post = slack.messages.whisper(channel, user, _text(arguments), blocks, thread_ts=thread)
    return {"message_ts": post.ts}


def get_permalink(slack: Platform, arguments: Json) -> Json:
    place, ts = required(arguments, "channel", "message_ts")
    channel = reachable(slack.world, place)
    existing(slack.world, channel, ts)
    link = f"https://{slack.world.team.domain}.slack.example/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


def _check(world: World, method: str, arguments: Json) -> None:
    problems = lint_message(arguments)
    if problems:
        words = tuple(map(str, problems))
        world.refuse(method, problems[0].error, words)
        raise SlackError(problems[0].error, problems=words)


def _text(arguments: Json) -> str:
    return str(arguments.get("text") or arguments.get("markdown_text") or "")


def _blocks(world: World, arguments: Json) -> list[Json]:
    return wire.dress(world, arguments.get("blocks") or [])
