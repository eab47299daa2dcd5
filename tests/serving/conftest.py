"""What tests of the served bot may ask for."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.demo.theatre import MANIFEST
from bot.sandbox import Sandbox
from tests.databases import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of either kind in which nothing was made yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.sqlite3'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    with server.empty() as url:
        yield url


@pytest.fixture
async def slack() -> AsyncIterator[Sandbox]:
    """Slack by the real clock, as the served bot has it; an event that nobody is there to hear is soon given up."""
    async with Sandbox.running(manifest=MANIFEST, retry_after=(0, 0.1, 0.1)) as running:
        yield running
