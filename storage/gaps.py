"""When Slack could reach us last, and the gaps in running sessions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.workshop.case import NoCaseHere
from bot.workshop.gap import Gap
from bot.workshop.ids import GapId, InstallationId, MessageTs, WorkshopId
from storage.scope import Scope
from storage.tables import GapRow, InstallationRow, table

gaps, installations = table(GapRow), table(InstallationRow)


class Gaps:
    """Implements ``bot.work.Gaps``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def reached(self, now: datetime) -> datetime | None:
        mine = installations.c.id == self._scope.installation
        last = select(installations.c.reached_at).where(mine).with_for_update(key_share=True)
        before: datetime | None = self._scope.execute(last).scalar_one_or_none()
        self._scope.execute(update(installations).where(mine).values(reached_at=now))
        return before

    def add(self, gap: Gap) -> Gap:
        row = state(gap) | {
            "installation": self._scope.installation,
            "workshop": gap.workshop,
            "began_at": gap.began_at,
            "ended_at": gap.ended_at,
        }
        number = self._scope.execute(gaps.insert().values(**row).returning(gaps.c.id)).scalar_one()
        return replace(gap, id=GapId(number))

    def get(self, gap: GapId) -> Gap:
        this = select(gaps).where(self._scope.of(gaps), gaps.c.id == gap)
        return read(self._scope.one(this.with_for_update(key_share=True)))

    def save(self, gap: Gap) -> None:
        this = update(gaps).where(self._scope.of(gaps), gaps.c.id == gap.id)
        if self._scope.execute(this.values(**state(gap))).rowcount != 1:
            raise NoCaseHere

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, GapId]]:
        waiting = select(gaps).where(self._scope.reach(gaps), gaps.c.look_at <= now)
        first = waiting.order_by(gaps.c.look_at, gaps.c.id).limit(limit)
        return [(InstallationId(row.installation), GapId(row.id)) for row in self._scope.execute(first)]


def read(row: Row[Any]) -> Gap:
    return Gap(
        id=GapId(row.id),
        workshop=WorkshopId(row.workshop),
        began_at=row.began_at,
        ended_at=row.ended_at,
        stage=row.stage,
        cursor=row.cursor,
        seen=MessageTs(row.seen),
        found=row.found,
        refused=row.refused,
        look_at=row.look_at,
    )


def state(gap: Gap) -> dict[str, Any]:
    """What changes while a gap is read."""
    return {
        "stage": gap.stage,
        "cursor": gap.cursor,
        "seen": gap.seen,
        "found": gap.found,
        "refused": gap.refused,
        "look_at": gap.look_at,
    }
