"""The clock's tick. Nothing is remembered here: what is due stands in the database."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

TIDY_EVERY = timedelta(hours=1)


def ticking(every: timedelta, wake: Callable[[], None], tidy: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """A started scheduler that calls *wake* again and again; a late tick counts once and is never lost."""
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    scheduler.add_job(_async(wake), "interval", seconds=every.total_seconds(), id="tick")
    scheduler.add_job(tidy, "interval", seconds=TIDY_EVERY.total_seconds(), id="tidy")
    scheduler.start()
    return scheduler


def _async(wake: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    # A plain function would be run on another thread, where an asyncio event may not be set.
    async def tick() -> None:
        wake()

    return tick
