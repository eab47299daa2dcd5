"""`lcat packs`: which prompt packs there are, what is wrong with one, and how a practitioner would meet it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.terminal import show as show_it
from bot.terminal import stop
from prompts import packs
from prompts.pack import FollowUp, Pack, Prompt, in_language
from prompts.packs import PackError

app = typer.Typer(help="Prompt packs: the questions that people are asked.", no_args_is_help=True)

More = Annotated[Path | None, typer.Option("--folder", help="A folder with packs of your own.")]
InLanguage = Annotated[str, typer.Option("--language", help="en or cy.")]

ANSWERED = {
    "long_text": "in your own words",
    "choice": "choose one",
    "choices": "choose any number",
    "scale": "a number from 0 to 10",
    "date": "a date, or about when",
    "person": "somebody in the workshop",
}


@app.command(name="list")
def list_packs(folder: More = None) -> None:
    """List the packs that a workshop can use."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Pack", "Asked", "Questions"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Title")
    for each in _packs(folder):
        when = f"{each.moment}, {each.due}" if each.due else each.moment
        table.add_row(each.id, when, f"{len(each.prompts)} in {each.minutes} min", _title(each))
    show_it(table)


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(help="Where the packs are; without it, those that come with the app.")] = (
        packs.FOLDER
    ),
) -> None:
    """Say everything that has to change in the packs of a folder, by file and line."""
    wrong = packs.problems(folder)
    if wrong:
        stop("\n".join(wrong))
    typer.echo("Nothing to change: every pack can be used.")


@app.command()
def show(name: str, folder: More = None, language: InLanguage = "en") -> None:
    """Print the questions of a pack, as NAME@VERSION or just NAME for its newest version."""
    found = [each for each in _packs(folder) if name in {each.id, each.name}]
    if not found:
        stop(f"There is no pack called {name}. `lcat packs list` names them.")
    chosen = max(found, key=lambda each: each.version)
    show_it(Group(*_pages(chosen, language)))


def _pages(pack: Pack, language: str) -> Iterator[RenderableType]:
    about = f"{pack.id} · {pack.moment} · about {_minutes(pack.minutes)}"
    yield Panel(Text("\n".join(filter(None, [about, _note(pack)]))), title=Text(_title(pack, language)))
    for number, prompt in enumerate(pack.prompts, start=1):
        yield Padding(Group(*_asked(prompt, f"{number}.", language)), (1, 0, 0, 0))
        if prompt.follow_up is not None:
            condition = Text(_condition(prompt.follow_up, prompt, language), style="italic")
            yield Padding(Group(condition, *_asked(prompt.follow_up, "↳", language)), (1, 0, 0, 3))


def _asked(prompt: Prompt, mark: str, language: str) -> Iterator[RenderableType]:
    yield Text(f"{mark} {in_language(prompt.question, language)}", style="bold")
    below = [
        Text(in_language(prompt.help, language), style="dim"),
        *map(Text, _answers(prompt, language)),
        Text(f"{_minutes(prompt.minutes)} · {ANSWERED[prompt.kind]} · may be skipped"),
    ]
    yield Padding(Group(*below), (0, 0, 0, 3))


def _answers(prompt: Prompt, language: str) -> Iterator[str]:
    mark = "☐" if prompt.kind == "choices" else "○"
    yield from (f"{mark} {in_language(each.text, language)}" for each in prompt.options)
    if prompt.ends is not None:
        yield f"0 = {in_language(prompt.ends.low, language)}"
        yield f"10 = {in_language(prompt.ends.high, language)}"


def _condition(prompt: FollowUp, before: Prompt, language: str) -> str:
    when = prompt.when
    if when.chosen is not None:
        chosen = [f"“{in_language(before.option(name).text, language)}”" for name in when.chosen]
        return f"Only after {' or '.join(chosen)}:"
    if when.scale is not None:
        bounds = (("at least", when.scale.at_least), ("at most", when.scale.at_most))
        numbers = " and ".join(f"{words} {number}" for words, number in bounds if number is not None)
        return f"Only after a number of {numbers}:"
    return "Only if the question before was answered:"


def _note(pack: Pack) -> str:
    notes = []
    if pack.due:
        notes.append(f"{pack.due} after the session")
    if pack.private:
        notes.append("private")
    if pack.smallest_group:
        notes.append(f"shown from {pack.smallest_group} people")
    return ", ".join(notes)


def _title(pack: Pack, language: str = "en") -> str:
    return in_language(pack.title, language)


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"


def _packs(folder: Path | None) -> tuple[Pack, ...]:
    try:
        return packs.Library((folder,) if folder else ()).all()
    except PackError as error:
        stop(str(error))
