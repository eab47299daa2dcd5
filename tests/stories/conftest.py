"""What stories may ask for."""

import io
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog
from sqlalchemy import text

from bot import logs
from storage.engines import engine_for

Log = Callable[[], str]


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """The log as an operator reads it, from the beginning of the story to the moment of asking."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    page = io.StringIO()
    logs.configure("INFO", "json")
    for handler in root.handlers:
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(page)
    yield page.getvalue
    structlog.reset_defaults()
    root.handlers = handlers
    root.setLevel(level)


def sql(url: str, statement: str, **values: object) -> None:
    """Change the database behind the bot's back."""
    engine = engine_for(url)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement), values)
    finally:
        engine.dispose()


def asked(url: str, question: str, **values: object) -> list[tuple[object, ...]]:
    """What the tables say, where no gateway would tell."""
    engine = engine_for(url)
    try:
        with engine.begin() as connection:
            return [tuple(row) for row in connection.execute(text(question), values)]
    finally:
        engine.dispose()
