"""What a person can read in blocks."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.state import Json


def words_of(text: str, blocks: list[Json]) -> str:
    """All that can be read of a message: its blocks, or its text where it has none."""
    return "\n".join(readable(blocks)) if blocks else text


def readable(blocks: list[Json]) -> Iterator[str]:
    """Every piece of text in the blocks, in the order it stands on the screen."""
    for block in blocks:
        if block.get("type") == "rich_text":
            yield "".join(_rich(block))
        elif block.get("type") == "markdown":
            yield block["text"]
        else:
            yield from _texts({key: value for key, value in block.items() if key != "block_id"})


def label_of(element: Json) -> str:
    """What is written on a button, or in an empty menu."""
    text = element.get("text") or element.get("placeholder") or {}
    return str(text.get("text", ""))


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, list):
        for each in thing:
            yield from _texts(each)
    elif isinstance(thing, dict):
        if thing.get("type") == "rich_text":
            yield "".join(_rich(thing))
        elif isinstance(thing.get("text"), str):
            yield thing["text"]
        else:
            for key, value in thing.items():
                if key == "alt_text":
                    yield value
                elif key != "confirm":
                    yield from _texts(value)


def _rich(thing: Any) -> Iterator[str]:
    """The text of a rich_text block, one line for each of its parts."""
    for part in thing.get("elements", []):
        match part.get("type"):
            case "text":
                yield part["text"]
            case "user":
                yield f"<@{part['user_id']}>"
            case "link":
                yield part.get("text") or part["url"]
            case "emoji":
                yield f":{part['name']}:"
            case "rich_text_list":
                yield from (f"• {''.join(_rich(item))}\n" for item in part["elements"])
            case _:
                yield from _rich(part)
