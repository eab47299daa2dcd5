"""Sending events as Slack does, many at once, and what that costs whoever takes them."""

import asyncio
import json
import os
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.sandbox.requests import JSON, signed

Event = dict[str, Any]
Send = Callable[[Event], Awaitable[None]]

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measured:
    """One series: events a second, milliseconds from event to answer, CPU microseconds an event."""

    rate: float
    p50: float
    p99: float
    cpu: float


async def series(senders: Sequence[Send], events: Sequence[Event], cpu_seconds: Callable[[], float]) -> Measured:
    """Send *events*, each of the *senders* one after the other."""
    waits: list[float] = []
    queue = iter(events)

    async def one_after_the_other(send: Send) -> None:
        for event in queue:
            began = time.perf_counter()
            await send(event)
            waits.append(time.perf_counter() - began)

    cpu, wall = cpu_seconds(), time.perf_counter()
    await asyncio.gather(*map(one_after_the_other, senders))
    wall, cpu = time.perf_counter() - wall, cpu_seconds() - cpu
    cuts = statistics.quantiles(waits, n=100)
    return Measured(len(events) / wall, cuts[49] * 1e3, cuts[98] * 1e3, cpu / len(events) * 1e6)


def median(found: Sequence[Measured]) -> Measured:
    return sorted(found, key=lambda each: each.rate)[len(found) // 2]


def cpu_seconds_of(pid: int) -> float:
    """What a process has used so far; none of its database's, where that is a process of its own."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def megabytes_of(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


class HttpLine:
    """One connection that is kept open. A client for everybody would be slower than what is measured."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, secret: str) -> None:
        self._reader, self._writer, self._secret = reader, writer, secret

    async def send(self, event: Event) -> None:
        body = json.dumps(event).encode()
        headers = {"Host": "127.0.0.1", "Content-Type": JSON, "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in (headers | signed(self._secret, body)).items())
        self._writer.write(f"POST /slack/events HTTP/1.1\r\n{head}\r\n".encode() + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200"), answer
        length = int(answer.lower().partition(b"content-length:")[2].split()[0])
        await self._reader.readexactly(length)


@asynccontextmanager
async def http_lines(port: int, secret: str, count: int) -> AsyncIterator[list[Send]]:
    opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
    try:
        yield [HttpLine(reader, writer, secret).send for reader, writer in opened]
    finally:
        for _, writer in opened:
            writer.close()
            await writer.wait_closed()
