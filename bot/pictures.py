"""A picture of how a plan stands, drawn in a process of its own: the bot neither loads nor waits for what draws it."""

import json
from dataclasses import asdict, dataclass

import structlog

from bot.processes import answered

log = structlog.get_logger(__name__)

PROCESS = "bot.picture_process"
PATIENCE_SECONDS = 60.0

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
    try:
        drawn = await answered(PROCESS, json.dumps(asdict(picture)).encode(), PATIENCE_SECONDS)
    except (OSError, TimeoutError) as error:
        log.warning("picture_not_drawn", why=type(error).__name__)
        return None
    return drawn if drawn.startswith(PNG) else None
