"""Processes of their own for what is large, slow or strange: what they get to know, and one question to one of them."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Collection

PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR")
"""All that such a process gets to know of the bot's surroundings: no token and no key."""

NO_REPORTS = {"ORT_DISABLE_TELEMETRY": "1"}
"""Some builds of onnxruntime tell their maker that they run; what we bring cannot, and another shall not."""


async def started(module: str, also: Collection[str] = (), told: Collection[str] = ()) -> Process:
    """*module* as a process that is spoken to through pipes; *also* names what else it may know, *told* is said."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *told,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={name: os.environ[name] for name in (*PASSED_ON, *also) if name in os.environ} | NO_REPORTS,
    )


async def ended(process: Process) -> None:
    """See it gone, whatever it is doing."""
    if process.returncode is None:
        process.kill()
        await process.wait()


async def answered(module: str, question: bytes, within: float, also: Collection[str] = ()) -> bytes:
    """What a process of its own says to *question*. Raises ``TimeoutError`` after *within* seconds; then it is gone."""
    process = await started(module, also)
    try:
        said, _ = await asyncio.wait_for(process.communicate(question), within)
        return said
    finally:
        await ended(process)
