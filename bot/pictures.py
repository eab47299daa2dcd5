"""A picture of how a plan stands, drawn in a process of its own: the bot neither loads nor waits for what draws it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import asdict, dataclass

import structlog

log = structlog.get_logger(__name__)

PROCESS = "bot.picture_process"
PATIENCE_SECONDS = 60.0

PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR")
"""All that the process gets to know of the bot's surroundings: no token and no key."""

PNG = b"\x89PNG"


@dataclass(frozen=True)
class Line:
    """One thing that is counted, week by week, with its name for the key."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Panel:
    """One level of a plan: ``bands`` add up to all of its actions, ``marks`` are some of them."""

    title: str
    bands: tuple[Line, ...]
    marks: tuple[Line, ...]


@dataclass(frozen=True)
class Picture:
    """Everything that stands in a picture; ``words`` says the same to whoever does not see it."""

    title: str
    weeks: tuple[str, ...]
    panels: tuple[Panel, ...]
    words: str


async def draw(picture: Picture) -> bytes | None:
    """*picture* as PNG, or ``None`` where it could not be drawn: the words beside it say the same."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        PROCESS,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
    )
    try:
        drawn, _ = await asyncio.wait_for(process.communicate(json.dumps(asdict(picture)).encode()), PATIENCE_SECONDS)
    except (OSError, TimeoutError) as error:
        log.warning("picture_not_drawn", why=type(error).__name__)
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return drawn if drawn.startswith(PNG) else None
