"""Looking at everything whose moment has come, one unit of work for each."""

from collections.abc import Callable, Sequence
from typing import Any

import structlog

from bot.work import Store, Work
from bot.workshop.ids import InstallationId

log = structlog.get_logger(__name__)


async def look_at_each(
    store: Store,
    find: Callable[[Work], Sequence[tuple[InstallationId, *tuple[Any, ...]]]],
    look: Callable[..., object],
    look_later: Callable[..., object],
) -> int:
    """Call *look* with a unit of work and each thing that *find* gives; gives how many there were.

    One that breaks is put off with *look_later*, and does not keep the others from their turn.
    """
    due = await store.everywhere(find)
    for installation, *what in due:
        try:
            await store.run(installation, look, *what)
        except Exception:
            log.exception("look_broken", of=look.__name__, what=what)
            await store.run(installation, look_later, *what)
    return len(due)
