"""Twenty sessions at once over HTTP and over Socket Mode: our bot as it is served, beside an empty listener."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import aliases
from bot.demo.theatre import MANIFEST, settings_for
from bot.sandbox import Channel, Sandbox
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import CaseId, ChannelId, MessageTs, StageId, UserId, WorkshopId, installation_id
from bot.workshop.privacy import Alias
from bot.workshop.session import Stage
from bot.workshop.workshop import Participant, Phase, Workshop
from storage.database import Database
from storage.vault import Vault
from tests.benchmarks.load import (
    Event,
    Measured,
    Send,
    cpu_seconds_of,
    http_lines,
    median,
    megabytes_of,
    series,
)
from tests.databases import free_port
from tests.serving.service import KEY, listens, served, served_over_http
from tests.stories.patience import until

SESSIONS, PEOPLE = 20, 8
AS_IN_A_ROOM = {"LCAT_TICK_SECONDS": "2", "LCAT_SPACING_SECONDS": "1.02", "LCAT_LOG_LEVEL": "WARNING"}
IDENTIFIER = "Ring me on 07700 900123 if you want the letter, I have a copy of it in my bag."
ONE_IN = 100
"""So many replies hold an identifier: it is masked, and its author is told."""

Found = dict[str, dict[str, Measured]]
"""By the way in, and by the name of the series."""

SAID = (
    "He was at the college on Monday, and nobody told the ward until the week after.",
    "Every one of us had a piece of it; the letters went to an address he had left in spring.",
    "The duty line took it down as information only, and so there was no strategy meeting.",
    "It made sense then: two services thought that the other one held the plan.",
    "What helped was that the housing officer rang the same afternoon, and stayed on the line.",
    "Rowan said it to the school nurse first. I wish that we had asked her about it together.",
    "Doedd neb yn gwybod pwy oedd yn dal y cynllun, ac roedd y teulu wedi blino ar ailadrodd.",
)


@dataclass(frozen=True)
class Thread:
    """Where one of the sessions takes its replies."""

    room: Channel
    root: str
    people: tuple[str, ...]


@dataclass
class Sessions:
    """Twenty sessions that are open; makes new replies for them, each in its turn."""

    team: str
    threads: list[Thread]
    _number: int = 0

    def replies(self, count: int) -> list[Event]:
        return [self._reply() for _ in range(count)]

    def _reply(self) -> Event:
        self._number += 1
        number = self._number
        thread = self.threads[number % SESSIONS]
        event = {
            "type": "message",
            "channel": thread.room.id,
            "channel_type": "group",
            "user": thread.people[number // SESSIONS % PEOPLE],
            "text": SAID[number % len(SAID)] if number % ONE_IN else IDENTIFIER,
            "ts": f"{float(thread.root) + 1 + number / 1000:.6f}",
            "thread_ts": thread.root,
        }
        return {
            "token": "t",
            "team_id": self.team,
            "api_app_id": "A1",
            "type": "event_callback",
            "event_id": f"Ev{number:010d}",
            "event": event,
        }


async def opened(slack: Sandbox, url: str) -> Sessions:
    """Sessions in the store as the bot would have them, in rooms that Slack knows."""
    here = installation_id(None, slack.team_id)
    vault = Vault(settings_for(slack, url, encryption_keys=KEY).key_ring)
    now = datetime.now(UTC)
    threads = []
    with Database(url, vault) as database:
        await database.install(here, enterprise_id=None, team_id=slack.team_id, bot_user_id=slack.bot_user_id, now=now)
        for number in range(1, SESSIONS + 1):
            people = [slack.person(f"Person {number} {each}") for each in range(PEOPLE + 1)]
            room = slack.channel(f"lc-{now.year}-{number:04d}", members=people, private=True)
            root = f"{now.timestamp() - 60:.3f}{number:03d}"
            crew = tuple(each.id for each in people)
            await database.run(here, _begin, room.id, root, crew)
            threads.append(Thread(room, root, crew[1:]))
    return Sessions(slack.team_id, threads)


def _begin(work: Work, room: str, root: str, people: tuple[str, ...]) -> None:
    fern, *crew = map(UserId, people)
    reference = f"LC-{work.now.year}-{work.cases.next_number(work.now.year):04d}"
    case = work.cases.add(
        Case(CaseId(0), work.installation, reference, "Rowan", "To understand.", fern, work.now, ChannelId(room))
    )
    together = tuple(Participant(each, f"Agency {each}", "Nurse") for each in crew)
    began = work.now - timedelta(minutes=1)
    workshop = work.workshops.add(
        Workshop(WorkshopId(0), work.installation, case.id, fern, work.now.date(), together, phase=Phase.LIVE)
    )
    stage = work.stages.add(Stage(StageId(0), workshop.id, 1, "picture", began))
    work.stages.save(stage.rooted_at(MessageTs(root)))
    aliases.add(work, fern, workshop.id, Alias("Jane Example", "Rowan"))


@dataclass(frozen=True)
class Side:
    """A bot that takes events: the ways to send them to it, and its process."""

    lines: Callable[[], AbstractAsyncContextManager[list[Send]]]
    pid: int

    async def takes(self, events: list[Event]) -> Measured:
        async with self.lines() as senders:
            return await series(senders, events, lambda: cpu_seconds_of(self.pid))


async def measured(url: str, events: int, rounds: int) -> Found:
    """By way, the median of each series over alternating rounds."""
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Sandbox.running(manifest=MANIFEST, ack_within=30) as slack,
            Sandbox.running(manifest=MANIFEST, ack_within=30) as other,
        ):
            sessions = await opened(slack, url)
            async with _over_http(slack, url, Path(folder)) as ours, _bare_over_http(slack) as bare:
                found["HTTP"] = await _compared(ours, bare, sessions, events, rounds)
            async with _over_socket(slack, url, Path(folder)) as ours, _bare_over_socket(other) as bare:
                found["Socket Mode"] = await _compared(ours, bare, sessions, events, rounds)
    return found


async def weighed(url: str, events: int) -> AsyncIterator[tuple[int, float, float]]:
    """Over HTTP, after each tenth of *events*: how many are kept, megabytes of the process, and how many a second."""
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox.running(manifest=MANIFEST) as slack:
            sessions = await opened(slack, url)
            async with _over_http(slack, url, Path(folder)) as ours:
                for tenth in range(1, 11):
                    took = await ours.takes(sessions.replies(events // 10))
                    yield tenth * (events // 10), megabytes_of(ours.pid), took.rate


async def _compared(ours: Side, bare: Side, sessions: Sessions, events: int, rounds: int) -> dict[str, Measured]:
    series_of: dict[str, list[Measured]] = {"bare Bolt": [], "kept": [], "again": []}
    for side in (ours, bare):
        await side.takes(sessions.replies(200))  # what is done only once is done now
    for _ in range(rounds):
        replies = sessions.replies(events)
        series_of["bare Bolt"].append(await bare.takes(replies))
        series_of["kept"].append(await ours.takes(replies))
        series_of["again"].append(await ours.takes(replies))
    return {name: median(each) for name, each in series_of.items()}


@asynccontextmanager
async def _over_http(slack: Sandbox, url: str, folder: Path) -> AsyncIterator[Side]:
    port = free_port()
    async with served_over_http(slack, url, folder, port, **AS_IN_A_ROOM) as bot:
        yield Side(partial(http_lines, port, slack.signing_secret, SESSIONS), bot.process.pid)


@asynccontextmanager
async def _bare_over_http(slack: Sandbox) -> AsyncIterator[Side]:
    port = free_port()
    async with _bare(slack.signing_secret, str(port), lambda: listens(port)) as pid:
        yield Side(partial(http_lines, port, slack.signing_secret, SESSIONS), pid)


@asynccontextmanager
async def _over_socket(slack: Sandbox, url: str, folder: Path) -> AsyncIterator[Side]:
    async with served(slack, url, folder, **AS_IN_A_ROOM) as bot:
        yield Side(partial(_by_socket, slack), bot.process.pid)


@asynccontextmanager
async def _bare_over_socket(slack: Sandbox) -> AsyncIterator[Side]:
    async with _bare(slack.api_url, slack.app_token, lambda: slack.connections > 0) as pid:
        yield Side(partial(_by_socket, slack), pid)


@asynccontextmanager
async def _by_socket(slack: Sandbox) -> AsyncIterator[list[Send]]:
    async def send(event: Event) -> None:
        assert await slack.deliver(event) == "acked"

    yield [send] * SESSIONS


@asynccontextmanager
async def _bare(first: str, second: str, ready: Callable[[], bool]) -> AsyncIterator[int]:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.benchmarks.bare", first, second)
    try:
        await until(ready)
        yield process.pid
    finally:
        process.kill()
        await process.wait()
