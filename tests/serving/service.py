"""`lcat` as an administrator runs it: a process of its own, with settings from the environment."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

from sqlalchemy import Update, update

from bot.sandbox import Person, Sandbox
from bot.settings import new_key
from storage.engines import engine_for
from storage.tables import LaneRow, LetterRow, table
from tests.stories.office import LONDON, opens_a_case
from tests.stories.patience import SECONDS, until

Command = Literal["serve", "migrate", "key"]

LCAT = Path(sys.executable).with_name("lcat")
KEY = new_key()
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Ended:
    """How a command came out."""

    code: int
    said: str
    complained: str


@dataclass(frozen=True)
class Service:
    """A bot that is being served."""

    process: asyncio.subprocess.Process
    log: Path

    async def stops(self) -> int:
        """Ask it to stop, as a supervisor does; gives its exit code."""
        self.is_asked_to_stop()
        return await self.ends()

    def is_asked_to_stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def is_killed(self) -> None:
        self.process.kill()
        await self.ends()

    async def ends(self) -> int:
        return await asyncio.wait_for(self.process.wait(), SECONDS)


@asynccontextmanager
async def served(slack: Sandbox, url: str, folder: Path, **settings: str) -> AsyncIterator[Service]:
    """`lcat serve` on the database at *url*, connected to *slack*."""
    connections = len(slack.calls_of("apps.connections.open"))
    ready = partial(connected, slack, connections)
    async with _started(folder, environment(slack.api_url, url, **settings), ready) as service:
        yield service


@asynccontextmanager
async def served_over_http(
    slack: Sandbox, url: str, folder: Path, port: int, **settings: str
) -> AsyncIterator[Service]:
    """`lcat serve` on the database at *url*, listening on *port* for what *slack* signs."""
    way = {"LCAT_SLACK_APP_TOKEN": "", "LCAT_SLACK_SIGNING_SECRET": slack.signing_secret, "LCAT_HTTP_PORT": str(port)}
    async with _started(folder, environment(slack.api_url, url, **way, **settings), partial(listens, port)) as service:
        yield service


@asynccontextmanager
async def _started(folder: Path, settings: dict[str, str], ready: Callable[[], bool]) -> AsyncIterator[Service]:
    log = folder / "log"
    with log.open("ab") as page:
        process = await asyncio.create_subprocess_exec(
            LCAT, "serve", cwd=folder, env=settings, stdout=page, stderr=page
        )
    try:
        await until(lambda: ready() or process.returncode is not None)
        assert process.returncode is None, log.read_text()
        yield Service(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def lcat(folder: Path, command: Command, **settings: str) -> Ended:
    """What `lcat` says and how it ends, with these settings and no others."""
    process = await asyncio.create_subprocess_exec(
        LCAT,
        command,
        cwd=folder,
        env=bare() | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode is not None
    return Ended(process.returncode, said.decode(), complained.decode())


def environment(api_url: str, database_url: str, **others: str) -> dict[str, str]:
    """Everything that has to be set, and settings that save the test's time."""
    return (
        bare()
        | {
            "LCAT_SLACK_BOT_TOKEN": "xoxb-sandbox",
            "LCAT_SLACK_APP_TOKEN": "xapp-sandbox",
            "LCAT_SLACK_API_URL": api_url,
            "LCAT_DATABASE_URL": database_url,
            "LCAT_ENCRYPTION_KEYS": KEY,
            "LCAT_TICK_SECONDS": "0.1",
            "LCAT_SPACING_SECONDS": "0",
            "LCAT_LOG_FORMAT": "json",
        }
        | others
    )


def bare() -> dict[str, str]:
    """Nobody's own settings, and a terminal of a known width."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LCAT_")}
    return kept | {"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}


def connected(slack: Sandbox, before: int) -> bool:
    """Whether the bot has tried its token, asked for a way in, and come through it."""
    return slack.connections > 0 and len(slack.calls_of("apps.connections.open")) >= before + 2


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


async def has_a_case(slack: Sandbox, *names: str) -> tuple[Person, list[Person]]:
    """A facilitator with an open case, and its people."""
    fern, people = slack.person("Fern Facilitator"), [slack.person(name) for name in names]
    crew = [(person, f"Agency of {person.name}", "Practitioner") for person in people]
    await opens_a_case(fern, crew, held_on=datetime.now(LONDON).date())
    await until(lambda: "The case is open" in told(fern))
    return fern, people


async def sends_the_questions(fern: Person, url: str) -> None:
    """Whatever the time of day is: where people's working hours are over, the next morning comes at once."""
    await fern.clicks("Send the questions")
    passes(url, update(table(LetterRow)).where(table(LetterRow).c.state == "waiting").values(not_before=LONG_AGO))


def told(person: Person) -> str:
    return "\n".join(each.words for each in person.direct_messages)


def ages_leases(url: str) -> None:
    """Let a minute have passed since the letters in hand were claimed: nobody holds their lanes any more."""
    passes(url, update(table(LaneRow)).values(free_at=LONG_AGO))


def passes(url: str, change: Update) -> None:
    """Let time have passed, as far as the store knows."""
    engine = engine_for(url)
    try:
        with engine.begin() as connection:
            connection.execute(change)
    finally:
        engine.dispose()
