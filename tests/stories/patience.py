"""Waiting for what other processes and sockets do: on a condition, with an end."""

import asyncio
from collections.abc import Callable

SECONDS = 60


async def until(true: Callable[[], bool]) -> None:
    """Raise ``TimeoutError`` where it does not become so."""
    async with asyncio.timeout(SECONDS):
        while not true():  # noqa: ASYNC110 - nobody tells us when a process or a socket has changed
            await asyncio.sleep(0.02)
