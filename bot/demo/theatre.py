"""The real bot and a sandbox of Slack in one place, with a clock that stories turn by hand."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import Bot, running
from bot.demo.clock import HandClock
from bot.sandbox import Sandbox
from bot.settings import Settings, new_key

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
QUIET_ROUNDS = 2
QUIET_SECONDS = 0.001
"""The bot answers when it has done all that it was asked, and what it does by itself is done by ``sweep``."""


@dataclass(frozen=True)
class Theatre:
    """Where stories are played, by the demo and by the tests."""

    slack: Sandbox
    bot: Bot
    clock: HandClock

    async def settles(self) -> None:
        """Let everything that was begun come to its end: payloads answered, letters sent, drafts made."""
        await settle(self.slack, self.bot, lambda seconds: self.clock.forward(seconds=seconds))


async def settle(slack: Sandbox, bot: Bot, wait: Callable[[float], object]) -> None:
    """The same for a story with a clock of its own; *wait* lets that many seconds pass."""
    quiet, done = 0, bot.workers.done
    while quiet < QUIET_ROUNDS:
        await slack.settled()
        wait(3)  # some letters rest for a moment before they go out
        await bot.workers.sweep()  # the bot, woken, may have swept in the meantime: that counts too
        quiet, done = quiet + 1 if bot.workers.done == done else 0, bot.workers.done
    await bot.pictures.rest()


@asynccontextmanager
async def theatre(database_url: str, at: datetime, **settings: Any) -> AsyncIterator[Theatre]:
    """The bot on a migrated database, connected to a new sandbox over a real socket."""
    clock = HandClock(at)
    async with (
        Sandbox.running(manifest=MANIFEST, now=clock, quiet_seconds=QUIET_SECONDS) as slack,
        running(settings_for(slack, database_url, **settings), clock) as bot,
    ):
        yield Theatre(slack, bot, clock)


def settings_for(slack: Sandbox, database_url: str, **others: Any) -> Settings:
    """Settings that point a bot at *slack*. Stories sweep by themselves, so that nothing depends on how fast we are."""
    return Settings.model_validate(
        {
            "slack_bot_token": slack.bot_token,
            "slack_app_token": slack.app_token,
            "slack_api_url": slack.api_url,
            "database_url": database_url,
            "encryption_keys": new_key(),
            "tick_seconds": 60,
            "spacing_seconds": 0,
            "pictures": False,
            **others,
        }
    )
