"""The checks every kind of Block Kit object shares, collected with the path to each place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import limits
from bot.sandbox.shapes import Shape
from bot.sandbox.state import Json


@dataclass(frozen=True)
class Problem:
    """One thing Slack would refuse; `error` is Slack's name for refusing it."""

    path: str
    words: str
    error: str = "invalid_blocks"

    def __str__(self) -> str:
        return f"{self.words} [json-pointer:{self.path}]"


@dataclass
class Findings:
    """What has been found so far in one message or view."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, words: str, error: str = "invalid_blocks") -> None:
        self.problems.append(Problem(path, words, error))

    def longest(self, path: str, value: Any, most: int) -> None:
        """Text that may be missing, but not longer than *most*."""
        if value is None:
            return
        if not isinstance(value, str):
            self.add(path, "must be a string")
        elif len(value) > most:
            self.add(path, f"must be at most {most} characters, is {len(value)}")

    def count(self, path: str, items: Any, least: int, most: int) -> list[Any]:
        if not isinstance(items, list):
            self.add(path, "must be a list")
            return []
        if not least <= len(items) <= most:
            self.add(path, f"must have {least} to {most} items, has {len(items)}")
        return items

    def keys(self, path: str, thing: Json, shape: Shape) -> None:
        for key in sorted(shape.required - thing.keys()):
            self.add(path, f"missing required field: {key}")
        for key in sorted(thing.keys() - shape.allowed):
            self.add(path, f"invalid additional property: {key}")

    def text(self, path: str, thing: Any, most: int, *, plain: bool = False) -> None:
        """A text object: plain_text or mrkdwn, never empty, never longer than *most*."""
        if not isinstance(thing, dict):
            self.add(path, "must be a text object")
            return
        kinds = {"plain_text"} if plain else {"plain_text", "mrkdwn"}
        if thing.get("type") not in kinds:
            self.add(path, f"must be {' or '.join(sorted(kinds))}, is {thing.get('type')!r}")
        extra = "emoji" if thing.get("type") == "plain_text" else "verbatim"
        for key in sorted(thing.keys() - {"type", "text", extra}):
            self.add(path, f"invalid additional property: {key}")
        words = thing.get("text")
        if not isinstance(words, str) or not words.strip():
            self.add(f"{path}/text", "must not be empty")
        else:
            self.longest(f"{path}/text", words, most)

    def flag(self, path: str, thing: Json, *names: str) -> None:
        for name in names:
            if name in thing and not isinstance(thing[name], bool):
                self.add(f"{path}/{name}", "must be true or false")

    def confirm(self, path: str, thing: Any) -> None:
        if not isinstance(thing, dict):
            self.add(path, "must be a confirmation dialog")
            return
        most = {
            "title": limits.CONFIRM_TITLE,
            "text": limits.CONFIRM_TEXT,
            "confirm": limits.CONFIRM_BUTTON,
            "deny": limits.CONFIRM_BUTTON,
        }
        for name, length in most.items():
            if name not in thing:
                self.add(path, f"missing required field: {name}")
            else:
                self.text(f"{path}/{name}", thing[name], length, plain=name != "text")
        if thing.get("style") not in {None, "primary", "danger"}:
            self.add(f"{path}/style", "must be primary or danger")


def numbered(path: str, items: list[Any]) -> Iterator[tuple[str, Any]]:
    """Each item with the path to it."""
    for place, item in enumerate(items):
        yield f"{path}/{place}", item
