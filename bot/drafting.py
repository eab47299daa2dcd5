"""Drafting apart from the bot: a process of its own, begun ahead, that may be slow, large or dead without harm."""

import asyncio
import os
from asyncio.subprocess import Process
from contextlib import suppress
from dataclasses import dataclass, field

import structlog
from pydantic import ValidationError

from bot import processes
from bot.synthesis import by_terms
from bot.synthesis.asking import LENGTH, READY, frame, request
from bot.synthesis.draft import Draft, Room
from bot.synthesis.gate import Grounded, ground
from bot.synthesis.heard import InConfidence, Listening, hear
from bot.synthesis.weights import Weights
from bot.synthesis.written import read

log = structlog.get_logger(__name__)

WORKER = "bot.synthesis.worker"
BY_MEANING = "bot.synthesis.worker_by_meaning"

PATIENCE_SECONDS = 60.0
"""For one draft of the largest room on a busy machine, the start of the process with it."""

SLOWER_BY_MEANING = 5
"""How much longer one that reads by meaning may take."""

BEHIND_OTHERS = 5
"""How far back it stands where processors are scarce: whoever speaks in a session comes before the draft of another."""

TRIES = 2


class _Died(Exception):
    """The process ended, said nothing in time, or said what is no draft."""


@dataclass
class Drafter:
    """Drafts one room after the other. ``expect`` may be called ahead; a process that died is started again.

    With *weights* it reads by meaning too. Where that fails again and again it goes on without, until the bot is
    started again.
    """

    worker: str = WORKER
    patience: float = PATIENCE_SECONDS
    weights: Weights | None = None
    _process: Process | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _expecting: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The process that drafts, while there is one."""
        return self._process.pid if self._process else None

    def expect(self) -> None:
        """Have the process load what it needs. Nobody has to wait for it."""
        if self._expecting is None:
            self._expecting = asyncio.create_task(self.start())

    async def start(self) -> None:
        """Where it cannot be started now, whoever asks for a draft tries again."""
        async with self._turn:
            with suppress(OSError):
                await self._started()

    async def draft(self, room: Room) -> Grounded[Draft]:
        """What *room* found, checked: by the process, or plainer by the bot itself where that cannot run."""
        hearing = await asyncio.to_thread(hear, room)
        found = await self._proposed(hearing)
        return await asyncio.to_thread(ground, found, hearing)

    async def put_together(self, listening: InConfidence) -> Draft:
        """What the engine makes of words for one reader; nobody else will read it, so no gate looks at it."""
        return await self._proposed(listening)

    async def stop(self) -> None:
        if self._expecting is not None:
            await self._expecting
        async with self._turn:
            await self._ended()

    async def _proposed(self, listening: Listening) -> Draft:
        async with self._turn:
            found = await self._tried(listening)
            if found is None and self.weights is not None:
                log.warning("drafting without meaning")
                self.weights = None
                found = await self._tried(listening)
        return await asyncio.to_thread(by_terms.draft, listening) if found is None else found

    async def _tried(self, listening: Listening) -> Draft | None:
        for _ in range(TRIES):
            found = await self._answered(listening)
            if found is not None:
                return found
        return None

    async def _answered(self, listening: Listening) -> Draft | None:
        """The draft, or ``None`` once the process has failed and is gone."""
        found = None
        try:
            patience = self.patience if self.weights is None else SLOWER_BY_MEANING * self.patience
            found = await asyncio.wait_for(self._asked(listening), patience)
        except (_Died, OSError, EOFError, TimeoutError) as error:
            log.warning("drafting failed", why=type(error).__name__, heard=len(listening.heard))
        finally:
            # Also where nobody waits any more: what it says next would be the answer to an earlier question.
            if found is None:
                await self._ended()
        return found

    async def _asked(self, listening: Listening) -> Draft:
        process = await self._started()
        if process.stdin is None or process.stdout is None or await _next_frame(process.stdout) != READY:
            raise _Died
        process.stdin.write(frame(request(listening)))
        await process.stdin.drain()
        try:
            return read(await _next_frame(process.stdout))
        except ValidationError as error:
            raise _Died from error

    async def _started(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await self._begun()
            with suppress(ProcessLookupError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, BEHIND_OTHERS)
        return self._process

    async def _begun(self) -> Process:
        if self.weights is None:
            return await processes.started(self.worker)
        told = (str(self.weights.folder), self.weights.model_sha256, self.weights.tokenizer_sha256)
        return await processes.started(BY_MEANING, told=told)

    async def _ended(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await processes.ended(process)


async def _next_frame(stream: asyncio.StreamReader) -> bytes:
    (length,) = LENGTH.unpack(await stream.readexactly(LENGTH.size))
    return await stream.readexactly(length)
