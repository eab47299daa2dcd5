"""What a sweep for nudges costs with ten thousand, a hundred thousand and a million open actions.

As many are due in each: a thousand, which is 0.1 % of a million. Run it with `make bench-sweep`. Machines are noisy:
read the ratios, not the numbers.
"""

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from bot import followup
from bot.workshop.action import ActionState
from bot.workshop.ids import ActionId, UserId, WorkshopId
from storage.database import Database
from storage.engines import engine_for
from storage.migrate import migrate
from storage.tables import ActionRow, table
from storage.vault import Vault
from storage.work import Work
from tests.databases import postgres
from tests.storage.examples import HERE, an_action, an_update, open_workshop, settle_in

SIZES = (10_000, 100_000, 1_000_000)
DUE = 1_000
OWNED = 10
"""Actions of one owner, one of whom at most has one that is due."""

TEMPLATES, TEMPLATE = 50, UserId("U-TEMPLATE")
NEVER = datetime(2999, 1, 1, tzinfo=UTC)
BEFORE, NOW = datetime(2026, 3, 18, 8, 0, tzinfo=UTC), datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
EMPTY, FIRST = "empty sweep", f"first {followup.AT_ONCE} of what is due"


@dataclass
class Dial:
    """A clock that is set by hand, back too."""

    at: datetime = BEFORE

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Filled:
    """A database with so many open actions, and how long each sweep of it took."""

    rows: int
    database: Database
    clock: Dial
    took: dict[str, list[float]] = field(default_factory=lambda: {EMPTY: [], FIRST: []})

    async def sweep(self, kind: str, at: datetime, times: int = 1) -> None:
        """The shortest of so many *times*: what else the machine does only ever makes one longer."""
        self.clock.at = at
        self.took[kind].append(min([await self._once(kind) for _ in range(times)]))

    async def _once(self, kind: str) -> float:
        begun = perf_counter()
        found = await followup.plan(self.database)
        took = perf_counter() - begun
        expected = followup.AT_ONCE if kind == FIRST else 0
        if found != expected:
            raise RuntimeError(f"{kind} with {self.rows} rows found {found} owners, not {expected}")
        return took


def main() -> None:
    asked = _asked()
    console = Console(width=120)
    with ExitStack() as stack:
        for name, urls in stack.enter_context(_databases()).items():
            filled = [stack.enter_context(_filled(url, rows)) for rows, url in urls.items()]
            asyncio.run(_measure(filled, asked.rounds))
            console.print(_table(name, filled))


async def _measure(filled: list[Filled], rounds: int) -> None:
    """Alternating, so that a slow moment of the machine meets every size; the first of each warms up."""
    for _ in range(rounds * 5 + 1):
        for each in filled:
            await each.sweep(EMPTY, BEFORE, times=10)
    for _ in range(rounds + 1):
        for each in filled:
            await each.sweep(FIRST, NOW)
    for each in filled:
        each.took = {kind: times[1:] for kind, times in each.took.items()}


@contextmanager
def _filled(url: str, rows: int) -> Iterator[Filled]:
    clock = Dial()
    with Database(url, Vault({"k1": b"k" * 32}), clock) as database:
        settle_in(database, HERE)
        templates = database.transact(HERE, _templates)
        _multiply(url, rows, templates)
        database.transact(HERE, lambda work: work.actions.look_at_all_again(TEMPLATE, NEVER))
        yield Filled(rows, database, clock)


def _templates(work: Work) -> list[ActionId]:
    """One action that is due, and others that are not yet."""
    workshop = open_workshop(work).id
    due = NOW.date()
    dates = [due, *(due + timedelta(days=40 + each) for each in range(TEMPLATES))]
    return [_template(work, workshop, each, is_due=each == due) for each in dates]


def _template(work: Work, workshop: WorkshopId, due: date, *, is_due: bool) -> ActionId:
    taken_on = {"state": ActionState.ACCEPTED, "accepted_at": NOW - timedelta(days=5)}
    action = work.actions.add(an_action(workshop, owner=TEMPLATE, due=due, **taken_on), an_update())
    soon, later = NOW - timedelta(hours=1), datetime.combine(due, NOW.timetz()) - timedelta(days=7)
    work.actions.look_again(action.id, soon if is_due else later)
    return action.id


def _multiply(url: str, rows: int, templates: list[ActionId]) -> None:
    """Copy the templates until there are *rows*, below the gateways."""
    copied = [column.name for column in table(ActionRow).columns if column.name not in {"id", "owner"}]
    names = ", ".join(f'"{each}"' for each in copied)
    values = ", ".join(f't."{each}"' for each in copied)
    copy = f"""
        INSERT INTO actions (owner, {names})
        WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < :rows)
        SELECT 'U' || CAST(i / {OWNED} AS TEXT), {values} FROM numbers JOIN actions t ON t.id =
        CASE WHEN i % :each = 0 THEN :due ELSE :first + i % {TEMPLATES} END
    """  # noqa: S608 - names of our own columns
    given = {"rows": rows, "each": rows // DUE, "due": templates[0], "first": templates[1]}
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(text(copy), given)
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


@contextmanager
def _databases() -> Iterator[Mapping[str, Mapping[int, str]]]:
    with tempfile.TemporaryDirectory() as folder, postgres() as server, ExitStack() as stack:
        files = {rows: f"sqlite:///{Path(folder) / f'{rows}.sqlite3'}" for rows in SIZES}
        for url in files.values():
            migrate(url)
        yield {"SQLite": files, "PostgreSQL": {rows: stack.enter_context(server.migrated()) for rows in SIZES}}


def _table(name: str, filled: list[Filled]) -> Table:
    shown = Table(title=f"{name}: {DUE:,} actions due, medians in ms")
    shown.add_column("")
    for each in filled:
        shown.add_column(f"{each.rows:,} open", justify="right")
    shown.add_column("largest / smallest", justify="right")
    for kind in (EMPTY, FIRST):
        medians = [statistics.median(each.took[kind]) * 1000 for each in filled]
        shown.add_row(kind, *(f"{each:.2f}" for each in medians), f"{max(medians) / min(medians):.2f}")
    return shown


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rounds", type=int, default=9, help="of which the median is shown; 19 at most")
    return reader.parse_args()


if __name__ == "__main__":
    main()
