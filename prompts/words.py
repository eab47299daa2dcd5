"""Everything the bot says, from the Fluent files in ``prompts/messages``, strict about its blanks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.types import fluent_date
from fluent.syntax import FluentParser, ast

FOLDER = Path(__file__).parent / "messages"
LOCALES = {"en": "en-GB"}
"""Languages by the folder that holds their words, with the locale that writes their dates and numbers."""

LONG = 1000
PLACE = re.compile("\ue000([a-z_]+)\ue001")


class MissingWords(Exception):
    """The code asked for a message that is not there, or left one of its blanks empty."""


@dataclass(frozen=True)
class Markup:
    """Text that is Slack markup already (a mention, a link, escaped words); anything else is escaped."""

    text: str


Fact = str | int | date | Markup


class _Passage(str):
    """Somebody's words, whole: Fluent measures what it puts into a blank, and refuses more than 2,500 characters."""

    __slots__ = ()

    def __len__(self) -> int:
        return 1


class Words:
    """What the bot says, in one language."""

    def __init__(self, language: str, resources: Iterable[ast.Resource]) -> None:
        self.language = language
        # Isolation marks would show as boxes in Slack's notifications.
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        for resource in resources:
            self._bundle.add_resource(resource)

    def plain(self, key: str, **facts: Fact) -> str:
        """The message for places that show text as it is: titles, labels, buttons."""
        return self._format(key, {name: _typed(fact) for name, fact in facts.items()})

    def rich(self, key: str, **facts: Fact) -> str:
        """The message for places that read Slack's markup; people's words in it cannot mention or link."""
        return self._format(key, {name: _typed(_escaped(fact)) for name, fact in facts.items()})

    def _format(self, key: str, facts: dict[str, object]) -> str:
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise MissingWords(f"{self.language}: no message {key!r}")
        # Fluent refuses what is as long as people write, so that is put in afterwards.
        long = {name: fact for name, fact in facts.items() if isinstance(fact, str) and len(fact) > LONG}
        text, errors = self._bundle.format_pattern(pattern, facts | {name: _place(name) for name in long})
        if errors:
            raise MissingWords(f"{self.language}: {key!r}: {errors[0]}")
        return PLACE.sub(lambda place: long.get(place[1], place[0]), str(text))


@cache
def words(language: str = "en") -> Words:
    """The words of a language. Raises ``MissingWords`` where a file holds something that is not Fluent."""
    return Words(language, [_resource(path) for path in sorted((FOLDER / language).glob("*.ftl"))])


def escape(text: str) -> str:
    """*text* so that Slack shows it and obeys nothing in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mention(user: str) -> Markup:
    return Markup(f"<@{user}>")


def keys(language: str) -> frozenset[str]:
    """Every message key of a language."""
    bodies = [_resource(path).body for path in (FOLDER / language).glob("*.ftl")]
    return frozenset(entry.id.name for body in bodies for entry in body if isinstance(entry, ast.Message))


def _resource(path: Path) -> ast.Resource:
    resource = FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8"))
    junk = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    if junk:
        raise MissingWords(f"{path.name}: not Fluent: {(junk[0].content or '').strip()[:80]}")
    return resource


def _place(name: str) -> str:
    return f"\ue000{name}\ue001"


def _escaped(fact: Fact) -> Fact:
    return escape(fact) if isinstance(fact, str) else fact


def _typed(fact: Fact) -> object:
    if isinstance(fact, date):
        return fluent_date(fact, dateStyle="long")
    text = fact.text if isinstance(fact, Markup) else fact
    return _Passage(text) if isinstance(text, str) else text
