"""The process that drafts: apart from the bot, started ahead, and no harm where it dies."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.drafting import Drafter
from bot.synthesis import by_terms, by_vectors
from bot.synthesis.gate import ground
from bot.synthesis.heard import hear
from tests.synthesis.rooms import CASE, room

PROJECT = Path(__file__).parents[2]
ROOM = room(*CASE)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def drafter() -> AsyncIterator[Drafter]:
    one = Drafter()
    await one.start()
    yield one
    await one.stop()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_process_drafts_what_the_engine_drafts_time_and_again(drafter: Drafter) -> None:
    listening = hear(ROOM)

    for _ in range(2):
        assert await drafter.draft(ROOM) == ground(by_vectors.draft(listening), listening)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_process_that_was_killed_is_started_again(drafter: Drafter) -> None:
    before = (await drafter.draft(ROOM)).it
    assert drafter.pid is not None
    os.kill(drafter.pid, signal.SIGKILL)

    assert (await drafter.draft(ROOM)).it == before


@pytest.mark.asyncio(loop_scope="module")
async def test_nobody_s_answer_goes_to_the_next_who_asks(drafter: Drafter) -> None:
    asking = asyncio.create_task(drafter.draft(ROOM))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert (await drafter.draft(room())).it.lines == ()


@pytest.mark.parametrize(
    ("worker", "patience"),
    [("bot.no_such_worker", 20), ("this", 20), ("json.tool", 0.3)],
    ids=["is not there", "says something else", "says nothing"],
)
async def test_where_it_cannot_run_the_bot_drafts_more_plainly_itself(worker: str, patience: float) -> None:
    drafter = Drafter(worker, patience)
    listening = hear(ROOM)

    passed = await drafter.draft(ROOM)
    await drafter.stop()

    assert passed == ground(by_terms.draft(listening), listening)
    assert passed.it.plainer
    assert passed.refused == ()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_process_stands_back_where_processors_are_scarce(drafter: Drafter) -> None:
    await drafter.draft(ROOM)
    assert drafter.pid is not None

    assert os.getpriority(os.PRIO_PROCESS, drafter.pid) > os.getpriority(os.PRIO_PROCESS, 0)


async def test_the_process_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LCAT_ENCRYPTION_KEYS", "secret")
    drafter = Drafter()
    await drafter.start()

    known = await asyncio.to_thread(Path(f"/proc/{drafter.pid}/environ").read_bytes)
    await drafter.stop()

    assert b"PATH=" in known
    assert b"secret" not in known


def test_the_bot_itself_loads_nothing_of_what_is_large() -> None:
    program = "import sys, bot.app, bot.drafting; print({'sklearn', 'scipy', 'numpy', 'networkx'} & set(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded.stdout.strip() == "set()"
