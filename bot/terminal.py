"""What the commands of `lcat` share: tables, and what they say where something is wrong, in words and no trace."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console, RenderableType

from bot import settings
from bot.app import CannotStart
from bot.settings import Settings, SettingsError


def settings_in_words() -> Settings:
    try:
        return settings.read()
    except SettingsError as error:
        stop(f"These settings need your attention:\n\n{error}\n\nREADME.md has the whole list.")


@contextmanager
def in_words() -> Iterator[None]:
    """What keeps us from starting is for an administrator to read, and no stack trace."""
    try:
        yield
    except CannotStart as error:
        stop(str(error))


def show(what: RenderableType) -> None:
    """Tables and the like, plain where nobody's terminal reads colours."""
    parts = Console().render(what)
    text = "".join(part.style.render(part.text) if part.style else part.text for part in parts)
    typer.echo(text.rstrip("\n"))


def stop(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(code=1)
