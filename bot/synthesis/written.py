"""A draft as bytes, for keeping and for passing between processes: the same draft is the same bytes."""

from functools import cache

from pydantic import TypeAdapter

from bot.synthesis.draft import Draft


def written(draft: Draft) -> bytes:
    return _drafts().dump_json(draft, exclude_defaults=True)


def read(kept: bytes) -> Draft:
    """The draft that was ``written``. Raises ``pydantic.ValidationError`` where the bytes are not one."""
    return _drafts().validate_json(kept)


@cache
def _drafts() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)
