"""What Slack's client makes of what somebody types, before the app gets to see it."""

import re

from bot.sandbox.state import Json
from bot.sandbox.wire import block_id
from bot.sandbox.world import World

MENTION = re.compile(r"<([@#])([UC][A-Z0-9]+)(?:\|[^>]*)?>")
LINK = re.compile(r"https?://[^\s<>|]+")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
EVERYONE = re.compile(r"(?<!\w)@(channel|here|everyone)\b")


def sent(world: World, text: str) -> str:
    """The text of a message: escaped, with mentions, links and addresses in angle brackets."""
    return "".join(_piece(world, piece) for piece in _split(with_mentions(world, text)))


def command_text(world: World, text: str, *, should_escape: bool) -> str:
    """The text after a command; names become ids only where the app asked for it."""
    if not should_escape:
        return _escape(text)
    return "".join(_piece(world, piece, named=True) for piece in _split(with_mentions(world, text)))


def with_mentions(world: World, text: str) -> str:
    """@Anna Morris and #team-room, chosen from the list that pops up, as Slack's own tokens."""
    for account in sorted(world.accounts.values(), key=lambda each: -len(each.name)):
        text = re.sub(rf"(?<!\w)@({re.escape(account.name)}|{re.escape(account.handle)})\b", account.mention, text)
    for channel in sorted(world.channels.values(), key=lambda each: -len(each.name)):
        if not channel.is_direct:
            text = re.sub(rf"(?<!\w)#{re.escape(channel.name)}\b", channel.mention, text)
    return text


def rich_text(world: World, text: str) -> list[Json]:
    """The rich_text block that comes with every typed message."""
    elements: list[Json] = []
    for piece in _split(with_mentions(world, text)):
        mention = MENTION.fullmatch(piece)
        if mention is None:
            elements.append({"type": "text", "text": piece})
        elif mention[1] == "@":
            elements.append({"type": "user", "user_id": mention[2]})
        else:
            elements.append({"type": "channel", "channel_id": mention[2]})
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": block_id(world), "elements": [section]}]


def _split(text: str) -> list[str]:
    """The text in pieces, with each mention a piece of its own."""
    pieces, end = [], 0
    for mention in MENTION.finditer(text):
        pieces += [text[end : mention.start()], mention[0]]
        end = mention.end()
    return [piece for piece in [*pieces, text[end:]] if piece]


def _piece(world: World, piece: str, *, named: bool = False) -> str:
    mention = MENTION.fullmatch(piece)
    known = mention is not None and mention[2] in world.accounts.keys() | world.channels.keys()
    if mention is None or not known:
        escaped = LINK.sub(lambda link: f"<{link[0]}>", _escape(piece))
        escaped = ADDRESS.sub(lambda address: f"<mailto:{address[0]}|{address[0]}>", escaped)
        return EVERYONE.sub(r"<!\1>", escaped)
    if not named:
        return f"<{mention[1]}{mention[2]}>"
    named_thing = world.accounts.get(mention[2])
    name = named_thing.handle if named_thing else world.channels[mention[2]].name
    return f"<{mention[1]}{mention[2]}|{name}>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
