from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import Channel, Person, Sandbox

from .scenes import Clock, Rehearsal, connected

MANIFEST = Path(__file__).with_name("manifest.yml")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def slack(clock: Clock) -> AsyncIterator[Sandbox]:
    async with Sandbox.running(manifest=MANIFEST, now=clock.now, retry_after=(0.0, 0.01, 0.01)) as running:
        yield running


@pytest.fixture
async def hasty(clock: Clock) -> AsyncIterator[Sandbox]:
    """A Slack that soon loses patience."""
    async with Sandbox.running(
        manifest=MANIFEST, now=clock.now, ack_within=0.1, retry_after=(0.0, 0.01, 0.02)
    ) as running:
        yield running


@pytest.fixture
async def bot(slack: Sandbox) -> AsyncIterator[Rehearsal]:
    rehearsal = Rehearsal(slack)
    async with connected(slack, rehearsal):
        yield rehearsal


@pytest.fixture
def anna(slack: Sandbox) -> Person:
    return slack.person("Anna Morris", locale="cy-GB")


@pytest.fixture
def ben(slack: Sandbox) -> Person:
    return slack.person("Ben Carter")


@pytest.fixture
def room(slack: Sandbox, anna: Person, ben: Person) -> Channel:
    return slack.channel("team-room", members=[anna, ben], private=True)
