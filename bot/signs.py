"""A quiet sign on what is kept: a reaction on each reply, put there and taken away while nothing waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.behind import Behind
from bot.clock import Clock
from bot.outbox import TryLater, Undeliverable
from bot.work import Store, Work
from bot.workshop.ids import ChannelId, InstallationId, MessageTs, WorkshopId

log = structlog.get_logger(__name__)

AT_ONCE = 5
"""In one sweep: the letters come after."""

SPACING = timedelta(seconds=1.3)
"""Slack takes about fifty reactions a minute for a workspace."""

AHEAD = SPACING * AT_ONCE
REST = timedelta(seconds=30)

Spot = tuple[InstallationId, ChannelId, MessageTs]


class Signer(Protocol):
    """Slack, as the signs need it. May raise ``Undeliverable`` or ``TryLater``; what is so already is no mistake."""

    async def mark(self, installation: InstallationId, channel: ChannelId, ts: MessageTs, reaction: str) -> None: ...
    async def unmark(self, installation: InstallationId, channel: ChannelId, ts: MessageTs, reaction: str) -> None: ...


@dataclass
class Signs:
    """Which replies should carry the sign and which do. Kept in memory: after a start it is found out anew.

    Without a *reaction* nothing is ever done.
    """

    store: Store
    signer: Signer
    clock: Clock
    reaction: str = ""
    _behind: Behind = field(init=False)
    _wanted: dict[Spot, bool] = field(init=False, default_factory=dict)
    _shown: dict[Spot, bool] = field(init=False, default_factory=dict)
    _free_at: datetime | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._behind = Behind(self.store, "signs_broken")

    def heard(self, installation: InstallationId, workshop: WorkshopId) -> None:
        """Something was said, changed or taken back in this workshop's session."""
        if self.reaction:
            self._behind.heard(installation, workshop)

    async def put_up(self) -> int:
        """Bring some of them up to date; gives how many."""
        async for installation, kept in self._behind.each(_kept):
            self._look(installation, kept)
        done = 0
        while self._wanted and done < AT_ONCE and self._may():
            await self._show(next(iter(self._wanted)))
            done += 1
        return done

    def _look(self, installation: InstallationId, kept: Mapping[tuple[ChannelId, MessageTs], bool]) -> None:
        for (channel, ts), is_kept in kept.items():
            spot = installation, channel, ts
            if self._shown.get(spot) is not is_kept:
                self._wanted[spot] = is_kept

    def _may(self) -> bool:
        return self._free_at is None or self._free_at <= self.clock() + AHEAD

    async def _show(self, spot: Spot) -> None:
        wanted = self._wanted.pop(spot)
        now = self.clock()
        self._free_at = max(now, self._free_at or now) + SPACING
        act = self.signer.mark if wanted else self.signer.unmark
        try:
            await act(*spot, self.reaction)
            self._shown[spot] = wanted
        except TryLater as delay:
            self._wanted.setdefault(spot, wanted)
            self._free_at = now + AHEAD + (delay.after or REST)
        except Undeliverable as refusal:
            log.warning("sign_refused", reason=refusal.reason)
            self._shown[spot] = wanted


def _kept(work: Work, workshop: WorkshopId) -> Mapping[tuple[ChannelId, MessageTs], bool]:
    return work.contributions.places(workshop)
