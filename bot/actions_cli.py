"""`lcat actions`: every action without a word of its case, or the record of one; words only where asked for."""

import csv
import getpass
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.app import opened
from bot.terminal import in_words, settings_in_words, show, stop
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.audit import Deed, Entry
from bot.workshop.case import WordsErased
from bot.workshop.ids import ActionId, UserId
from bot.workshop.record import Change, Line, Update

HEADINGS = ("case", "action", "level", "state", "strength", "owner", "due", "last change (UTC)")
WORDS = ("change", "measure", "today", "expected")
ERASED = "(erased)"
RECORD = ("at (UTC)", "by", "before", "after", "changed", "from", "to")
TELLS_NOTHING = {
    "level", "owner", "due", "strength", "reviews", "sponsor", "into", "finding", "factor",
    "snoozed_until", "held_until", "decider",
}  # fmt: skip
"""What of a record is ids, dates and names from a list: the rest is people's words."""

OfWorkshop = Annotated[str, typer.Option(help="Only of this case, by its reference: LC-2026-0001.")]
Open = Annotated[bool, typer.Option("--open", help="Only what an owner has taken on and not finished.")]
History = Annotated[int, typer.Option(help="The record of one action, by its number.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="As CSV, for a spreadsheet.")]
Said = Annotated[bool, typer.Option("--words", help="With what people wrote. The audit log notes who asked for it.")]

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def actions(
    *,
    workshop: OfWorkshop = "",
    open_only: Open = False,
    history: History = 0,
    as_csv: AsCsv = False,
    words: Said = False,
) -> None:
    """List actions by references, states, dates and ids, or show the record of one with --history."""
    chosen = settings_in_words()
    with in_words(), opened(chosen) as database:
        found = [
            each
            for each in database.transact(None, lambda work: work.actions.lines())
            if (not workshop or each.reference == workshop.upper())
            and (not open_only or each.state.is_open)
            and (not history or each.action == history)
        ]
        if history and not found:
            stop(f"There is no action {history}.")
        said = {each.action: database.transact(each.installation, _read, each.action) for each in found if words}
        if history:
            told = database.transact(found[0].installation, _updates, ActionId(history))
            if told is None:
                stop(
                    f"The words of {found[0].reference} have been erased, and the record of action {history} with them."
                    " Without --history its dates and states are still there."
                )
            _told(*_record(told, with_words=words), as_csv=as_csv)
        else:
            _told(*_listed(found, said, with_words=words), as_csv=as_csv)
            gone = sorted({each.reference for each in found if words and said[each.action] is None})
            if gone:
                typer.echo(f"Erased, so that nobody can read them any more: the words of {', '.join(gone)}.", err=True)


def _updates(work: Work, action: ActionId) -> Sequence[Update] | None:
    """``None`` where the words of its case have been erased."""
    with suppress(WordsErased):
        return work.actions.updates(action)
    return None


def _read(work: Work, action: ActionId) -> Action | None:
    """Its words, with the note that somebody has read them at the terminal; ``None`` where they have been erased."""
    try:
        found = work.actions.get(action)
    except WordsErased:
        return None
    by = UserId(f"terminal:{getpass.getuser()}")
    work.audit.record(Entry(work.now, by, Deed.ACTIONS_READ, found.workshop, action))
    return found


def _listed(
    found: Sequence[Line], said: Mapping[ActionId, Action | None], *, with_words: bool
) -> tuple[Sequence[str], list[Sequence[str]]]:
    rows = []
    for each in found:
        row = [
            each.reference,
            str(each.action),
            each.level,
            each.state,
            each.strength or "",
            f"outside, {each.owner}" if each.outside else each.owner or "",
            f"{each.due or ''}",
            f"{each.moved_at:%Y-%m-%d %H:%M}" if each.moved_at else "",
        ]
        if with_words:
            action = said[each.action]
            row += (
                [action.change, action.measure, action.baseline, action.expected] if action else [ERASED] * len(WORDS)
            )
        rows.append(row)
    return (*HEADINGS, *WORDS) if with_words else HEADINGS, list(rows)


def _record(told: Sequence[Update], *, with_words: bool) -> tuple[Sequence[str], list[Sequence[str]]]:
    """A row for each thing that changed; people's words are left out unless they were asked for."""
    rows: list[Sequence[str]] = []
    for each in told:
        who = "outside" if each.outside else each.by or "the bot"
        start = [f"{each.at:%Y-%m-%d %H:%M}", who, each.before or "", each.after]
        changes = [_changed(one, with_words=with_words) for one in each.changes] or [["", "", ""]]
        rows += [[*start, *change, *([each.words] if with_words else [])] for change in changes]
    return (*RECORD, "said") if with_words else RECORD, rows


def _changed(change: Change, *, with_words: bool) -> list[str]:
    shown = with_words or change.what in TELLS_NOTHING
    return [change.what, change.before, change.after] if shown else [change.what, "", ""]


def _told(headings: Sequence[str], rows: Iterable[Sequence[str]], *, as_csv: bool) -> None:
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(headings)
        writer.writerows([_harmless(each) for each in row] for row in rows)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    show(table)


def _harmless(cell: str) -> str:
    """A spreadsheet must not take what somebody wrote for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
