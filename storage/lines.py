"""Lines of a draft and what belongs to them, as words that can be sealed."""

from functools import cache

from pydantic import TypeAdapter

from bot.synthesis.draft import Decision, Edition, Line, Seen
from bot.synthesis.summary import Made

Editions = tuple[Edition, ...]
SeenWords = tuple[Seen, ...]
Written = Line | Decision | Made | Editions | SeenWords


def as_words(written: Written) -> str:
    return _any().dump_json(written, exclude_defaults=True).decode()


def line_of(words: str) -> Line:
    return _lines().validate_json(words)


def decision_of(words: str) -> Decision:
    return _decisions().validate_json(words)


def made_of(words: str) -> Made:
    return _made().validate_json(words)


def editions_of(words: str) -> Editions:
    return _editions().validate_json(words)


def seen_of(words: str) -> SeenWords:
    return _seen().validate_json(words)


@cache
def _any() -> TypeAdapter[Written]:
    return TypeAdapter(Written)


@cache
def _lines() -> TypeAdapter[Line]:
    return TypeAdapter(Line)


@cache
def _decisions() -> TypeAdapter[Decision]:
    return TypeAdapter(Decision)


@cache
def _made() -> TypeAdapter[Made]:
    return TypeAdapter(Made)


@cache
def _editions() -> TypeAdapter[Editions]:
    return TypeAdapter(Editions)


@cache
def _seen() -> TypeAdapter[SeenWords]:
    return TypeAdapter(SeenWords)
