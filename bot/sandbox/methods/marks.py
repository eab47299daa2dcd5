"""What is put on messages and channels: reactions, pins, bookmarks."""

import re

from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import required
from bot.sandbox.methods.places import existing, joined
from bot.sandbox.platform import Platform
from bot.sandbox.state import Channel, Json, Post

EMOJI = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def reactions_add(slack: Platform, arguments: Json) -> Json:
    post, name = _reaction(slack, arguments)
    if slack.world.bot.id in post.reactions.get(name, []):
        raise SlackError("already_reacted")
    slack.messages.react(post, slack.world.bot.id, name, add=True)
    return {}


def reactions_remove(slack: Platform, arguments: Json) -> Json:
    post, name = _reaction(slack, arguments)
    if slack.world.bot.id not in post.reactions.get(name, []):
        raise SlackError("no_reaction")
    slack.messages.react(post, slack.world.bot.id, name, add=False)
    return {}


def _reaction(slack: Platform, arguments: Json) -> tuple[Post, str]:
    name, _, post = (*required(arguments, "name"), *_target(slack, arguments))
    if not EMOJI.fullmatch(name):
        raise SlackError("invalid_name")
    return post, name


def pins_add(slack: Platform, arguments: Json) -> Json:
    channel, post = _target(slack, arguments)
    if post.ts in channel.pins:
        raise SlackError("already_pinned")
    channel.pins.append(post.ts)
    _note(slack, channel, post, "pin")
    return {}


def pins_remove(slack: Platform, arguments: Json) -> Json:
    channel, post = _target(slack, arguments)
    if post.ts not in channel.pins:
        raise SlackError("no_pin")
    channel.pins.remove(post.ts)
    _note(slack, channel, post, "pin taken away")
    return {}


def bookmarks_add(slack: Platform, arguments: Json) -> Json:
    place, title, kind = required(arguments, "channel_id", "title", "type")
    channel = joined(slack.world, place)
    if kind != "link" or not str(arguments.get("link", "")).startswith(("http://", "https://")):
        raise SlackError("invalid_link")
    link = arguments["link"]
    bookmark = {"id": slack.world.stamps.id("Bk"), "channel_id": channel.id, "title": title, "link": link}
    channel.bookmarks.append(bookmark | {"type": kind})
    return {"bookmark": bookmark | {"type": kind}}


def _target(slack: Platform, arguments: Json) -> tuple[Channel, Post]:
    place, ts = required(arguments, "channel", "timestamp")
    channel = joined(slack.world, place)
    if channel.archived:
        raise SlackError("is_archived")
    return channel, existing(slack.world, channel, ts)


def _note(slack: Platform, channel: Channel, post: Post, kind: str) -> None:
    bot = slack.world.bot.id
    slack.world.note(bot, kind, post.text, place=channel, subject=post, audience=channel.members)
