"""Reads arguments as Slack does: from the query, a form or JSON, with booleans and objects written as text."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox import limits
from bot.sandbox.errors import SlackError
from bot.sandbox.state import Json

OBJECTS = frozenset({"blocks", "attachments", "metadata", "view", "files"})


async def read_arguments(request: web.Request) -> Json:
    arguments: Json = dict(request.query)
    if request.content_type == "application/json":
        arguments |= _parsed("json", await request.text() or "{}")
    elif request.method == "POST":
        arguments |= dict(await request.post())
    for name in OBJECTS & arguments.keys():
        if isinstance(arguments[name], str):
            arguments[name] = _parsed(name, arguments[name])
    return {name: value for name, value in arguments.items() if value is not None}


def _parsed(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        error = "invalid_blocks_format" if name == "blocks" else "invalid_arguments"
        raise SlackError(error, problems=(f"{name} is not JSON",)) from None


def required(arguments: Json, *names: str) -> list[Any]:
    missing = [name for name in names if arguments.get(name) in {None, ""}] if _hashable(arguments, names) else []
    if missing:
        raise SlackError("invalid_arguments", problems=tuple(f"missing required field: {name}" for name in missing))
    return [arguments[name] for name in names]


def _hashable(arguments: Json, names: tuple[str, ...]) -> bool:
    return all(not isinstance(arguments.get(name), dict | list) for name in names)


def yes(arguments: Json, name: str) -> bool:
    return arguments.get(name) in {True, "true", "True", "1"}


def listed(value: Any) -> list[str]:
    """A list given as a list, or as text with commas."""
    items = value if isinstance(value, list) else str(value or "").split(",")
    return [str(item).strip() for item in items if str(item).strip()]


def page(items: list[Any], arguments: Json, *, usual: int = 100) -> tuple[list[Any], str]:
    """One page of the items and the cursor of the next, empty on the last."""
    limit = int(arguments.get("limit") or usual)
    if not 0 < limit <= limits.PAGE:
        raise SlackError("invalid_limit")
    start = _place(str(arguments.get("cursor") or ""))
    end = start + limit
    return items[start:end], f"next:{end}" if end < len(items) else ""


def _place(cursor: str) -> int:
    if not cursor:
        return 0
    word, _, place = cursor.partition(":")
    if word != "next" or not place.isdigit():
        raise SlackError("invalid_cursor")
    return int(place)
