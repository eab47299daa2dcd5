"""What it costs to keep a reply, beside a Bolt app that does nothing: served, and inside one process.

Run it with `make bench-capture`. Machines are noisy: read the ratios, not the numbers.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from storage.migrate import migrate
from tests.benchmarks import capture_inside, capture_served
from tests.benchmarks.load import Measured
from tests.databases import DURABLE, postgres

SHAPES = ("{:,.0f}", "{:.2f}", "{:.1f}", "{:.1f}", "{:.0f}", "{:.1f}")


def main() -> None:
    asked = _asked()
    console = Console(width=120)
    if asked.memory:
        _watch_memory(console, asked.memory)
        return
    with databases() as urls:
        served = _table(f"{asked.events} replies to {capture_served.SESSIONS} sessions at once, as served")
        for name, url in urls["served"].items():
            found = asyncio.run(capture_served.measured(url, asked.events, asked.rounds))
            for way, series in found.items():
                _add(served, f"{name}, {way}", series)
        console.print(served)
        inside = _table(f"{asked.events} replies, {capture_inside.AT_ONCE} at once, inside one process")
        for name, url in urls["inside"].items():
            found_inside = asyncio.run(capture_inside.measured(url, asked.events, asked.rounds))
            _add(inside, name, found_inside)
            bare, commit, kept = (found_inside[each].cpu for each in ("bare Bolt", "commit alone", "kept"))
            console.print(
                f"{name}: CPU of a reply kept, less that of a commit: {(kept - commit) / bare:.1f} x bare Bolt"
            )
        console.print(inside)


def _watch_memory(console: Console, events: int) -> None:
    """A line for each tenth of *events*, as soon as it is known."""

    async def watch(url: str) -> None:
        async for kept, megabytes, rate in capture_served.weighed(url, events):
            console.print(f"{kept:>9,} replies kept: the bot has {megabytes:.0f} MB ({rate:,.0f} replies/s)")

    with tempfile.TemporaryDirectory() as folder:
        file = f"sqlite:///{Path(folder) / 'memory.sqlite3'}"
        migrate(file)
        asyncio.run(watch(file))


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--events", type=int, default=2000, help="in each series")
    reader.add_argument("--rounds", type=int, default=3, help="of which the median is shown")
    reader.add_argument("--memory", type=int, default=0, help="instead, keep so many, and see memory")
    return reader.parse_args()


@contextmanager
def databases() -> Iterator[dict[str, dict[str, str]]]:
    """Of each kind one for the served bots and one for inside; both write to the disk before they answer."""
    with (
        tempfile.TemporaryDirectory() as folder,
        postgres(DURABLE) as server,
        server.migrated() as first,
        server.migrated() as second,
    ):
        files = [f"sqlite:///{Path(folder) / name}.sqlite3" for name in ("served", "inside")]
        for file in files:
            migrate(file)
        yield {
            "served": {"SQLite": files[0], "PostgreSQL": first},
            "inside": {"SQLite": files[1], "PostgreSQL": second},
        }


def _table(title: str) -> Table:
    table = Table(title=title)
    for heading in ("", "events/s", "of bare Bolt", "p50 ms", "p99 ms", "CPU us", "CPU x bare"):
        table.add_column(heading, justify="right" if heading else "left")
    return table


def _add(table: Table, name: str, series: Mapping[str, Measured]) -> None:
    bare = series["bare Bolt"]
    for what, each in series.items():
        figures = (each.rate, each.rate / bare.rate, each.p50, each.p99, each.cpu, each.cpu / bare.cpu)
        table.add_row(f"{name}: {what}", *(form.format(one) for form, one in zip(SHAPES, figures, strict=True)))


if __name__ == "__main__":
    main()
