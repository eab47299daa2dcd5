"""What it costs to keep a reply: our bot beside a Bolt app that does nothing, in the same process and the same run.

Run it with `make bench-capture`. Machines are noisy: read the ratios, not the numbers.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.demo.theatre import theatre
from storage.migrate import migrate
from tests.databases import postgres
from tests.stories.office import LONDON, Office

EVENTS = 2000
AT_ONCE = 16
ROUNDS = 3

Dispatch = Callable[[dict[str, Any]], Awaitable[int]]


@dataclass(frozen=True)
class Measured:
    """One series: events a second, milliseconds from event to answer, CPU microseconds an event."""

    rate: float
    p50: float
    p99: float
    cpu: float


async def series(dispatch: Dispatch, events: list[dict[str, Any]]) -> Measured:
    """Dispatch *events*, ``AT_ONCE`` at a time."""
    waits: list[float] = []
    queue = iter(events)

    async def one_after_the_other() -> None:
        for event in queue:
            began = time.perf_counter()
            assert await dispatch(event) == 200
            waits.append(time.perf_counter() - began)

    cpu, wall = time.process_time(), time.perf_counter()
    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    cuts = statistics.quantiles(waits, n=100)
    return Measured(len(events) / wall, cuts[49] * 1e3, cuts[98] * 1e3, cpu / len(events) * 1e6)


def dispatching(app: AsyncApp) -> Dispatch:
    async def dispatch(event: dict[str, Any]) -> int:
        return int((await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=event))).status)

    return dispatch


def bare() -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id="T1", bot_user_id="U0", bot_id="B0", bot_token="xoxb-nothing"
        )

    app = AsyncApp(authorize=authorize, process_before_response=True)

    @app.event("message")
    async def nothing() -> None:
        return

    return app


def replies(office: Office, thread: str, people: list[str], start: int, count: int) -> list[dict[str, Any]]:
    """Replies in a thread, each with a time of its own."""
    second = float(thread)
    return [
        {
            "token": "t",
            "team_id": office.slack.team_id,
            "api_app_id": "A1",
            "type": "event_callback",
            "event_id": f"Ev{start + number:010d}",
            "event": {
                "type": "message",
                "channel": office.room.id,
                "channel_type": "group",
                "user": people[number % len(people)],
                "text": "He was seen at the college on Monday and nobody told the ward until the week after.",
                "ts": f"{second + 1 + (start + number) / 1000:.6f}",
                "thread_ts": thread,
            },
        }
        for number in range(count)
    ]


async def measured(url: str) -> dict[str, Measured]:
    """The median of each series over alternating rounds."""
    async with theatre(url, datetime(2026, 3, 10, 9, 30, tzinfo=LONDON)) as stage:
        office = Office(stage)
        fern, *people = (office.person(f"Person {number}") for number in range(9))
        await office.opens_a_case(fern, [(each, f"Agency {each.name}", "Nurse") for each in people])
        await fern.runs("/case start", office.room)
        await office.settles()
        thread = office.message(people[0], "What does life look like").ts
        ours, nothing = dispatching(stage.bot.app), dispatching(bare())
        rounds: dict[str, list[Measured]] = {"bare Bolt": [], "kept": [], "duplicate": []}
        for number in range(ROUNDS):
            events = replies(office, thread, [each.id for each in people], number * EVENTS, EVENTS)
            rounds["bare Bolt"].append(await series(nothing, events))
            rounds["kept"].append(await series(ours, events))
            rounds["duplicate"].append(await series(ours, events))
    return {name: sorted(each, key=lambda one: one.rate)[len(each) // 2] for name, each in rounds.items()}


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder, postgres() as server, server.migrated() as address:
        file = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        migrate(file)
        yield {"SQLite, FULL": file, "PostgreSQL, fsync off": address}


def main() -> None:
    table = Table(title=f"{EVENTS} replies, {AT_ONCE} at once, median of {ROUNDS} alternating rounds, in process")
    for heading in ("", "events/s", "of bare Bolt", "p50 ms", "p99 ms", "CPU us", "CPU x bare"):
        table.add_column(heading, justify="right" if heading else "left")
    with databases() as urls:
        for name, url in urls.items():
            found = asyncio.run(measured(url))
            base = found["bare Bolt"]
            for what, each in found.items():
                figures = (each.rate, each.rate / base.rate, each.p50, each.p99, each.cpu, each.cpu / base.cpu)
                shapes = ("{:,.0f}", "{:.2f}", "{:.2f}", "{:.1f}", "{:.0f}", "{:.1f}")
                table.add_row(
                    f"{name}: {what}", *(form.format(figure) for form, figure in zip(shapes, figures, strict=True))
                )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
