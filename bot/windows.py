"""Windows that are open before what they show is made: it is made outside any transaction, and put into them."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

import structlog

from bot import brief, reviews, so_far
from bot.brief import BriefFile
from bot.outbox import TryLater, Undeliverable
from bot.reviews import Review
from bot.so_far import SoFar
from bot.summaries import Drafting
from bot.work import Store
from bot.workshop.ids import InstallationId, UserId, WorkshopId
from bot.workshop.refusal import Refusal

log = structlog.get_logger(__name__)

MOST_TRIES = 5
"""Sweeps in which Slack may be too busy; then whoever waits presses again."""

Shown = SoFar | Review | BriefFile


class Sight(Enum):
    """What somebody waits to see."""

    BRIEF = "brief"
    SO_FAR = "so_far"
    REVIEW = "review"


@dataclass(frozen=True)
class Wanted:
    """Somebody's window that waits, and the page that they want to see in it.

    ``made`` is what it shows, where Slack was too busy to take it.
    """

    sight: Sight
    installation: InstallationId
    user: UserId
    workshop: WorkshopId
    window: str
    page: int = 0
    made: Shown | None = None
    tries: int = 1


class Screen(Protocol):
    """Slack, as this needs it. May raise ``Undeliverable`` (the window has been closed) or ``TryLater``."""

    async def show(self, installation: InstallationId, window: str, shown: Shown, page: int) -> None: ...


@dataclass
class Windows:
    """Windows that wait. Kept in memory: after a stop they are pressed for again."""

    store: Store
    screen: Screen
    drafting: Drafting
    _waiting: list[Wanted] = field(default_factory=list)

    def want(self, wanted: Wanted) -> None:
        self._waiting.append(wanted)

    async def fill(self) -> int:
        """Show what waits; gives how many windows there were. One that breaks keeps no other waiting."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            try:
                await self._show(each)
            except (Refusal, Undeliverable) as why:
                log.info("window_left", why=type(why).__name__)
            except Exception:
                log.exception("window_broken", workshop=each.workshop)
        return len(waiting)

    async def _show(self, wanted: Wanted) -> None:
        shown = wanted.made or await self._made(wanted)
        try:
            await self.screen.show(wanted.installation, wanted.window, shown, wanted.page)
        except TryLater as busy:
            if wanted.tries < MOST_TRIES:
                self.want(replace(wanted, made=shown, tries=wanted.tries + 1))
            else:
                log.info("window_left", why=busy.reason)

    async def _made(self, wanted: Wanted) -> Shown:
        where = wanted.installation, wanted.user, wanted.workshop
        match wanted.sight:
            case Sight.BRIEF:
                return await brief.made(self.store, self.drafting, *where)
            case Sight.SO_FAR:
                return await so_far.made(self.store, self.drafting, *where)
            case Sight.REVIEW:
                return await reviews.made_again(self.store, self.drafting, *where)
