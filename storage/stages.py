"""The stages of a live session."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select, update

from bot.workshop.case import NoCaseHere
from bot.workshop.ids import ChannelId, MessageTs, StageId, WorkshopId
from bot.workshop.session import Stage
from storage.scope import Scope
from storage.tables import CaseRow, StageRow, WorkshopRow, table

stages, workshops, cases = table(StageRow), table(WorkshopRow), table(CaseRow)


class Stages:
    """Implements ``bot.work.Stages``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, stage: Stage) -> Stage:
        row = facts(stage) | {"installation": self._scope.installation}
        number = self._scope.execute(stages.insert().values(**row).returning(stages.c.id)).scalar_one()
        return replace(stage, id=StageId(number))

    def get(self, stage: StageId) -> Stage:
        return read(self._scope.one(select(stages).where(self._scope.of(stages), stages.c.id == stage)))

    def of(self, workshop: WorkshopId) -> Sequence[Stage]:
        there = self._scope.of(stages), stages.c.workshop == workshop
        rows = self._scope.execute(select(stages).where(*there).order_by(stages.c.position))
        return [read(row) for row in rows]

    def at_root(self, channel: ChannelId, root: MessageTs) -> Stage | None:
        """The stage whose thread hangs on this message. A message's time is unique only within its channel."""
        here = {"mine": self._scope.installation, "root": root, "here": channel}
        row = self._scope.connection.execute(rooted(), here).first()
        return read(row) if row else None

    def save(self, stage: Stage) -> None:
        this = update(stages).where(self._scope.of(stages), stages.c.id == stage.id)
        if self._scope.execute(this.values(**facts(stage))).rowcount != 1:
            raise NoCaseHere


@cache
def rooted() -> Select[Any]:
    """Made once: it is asked for every reply."""
    rooms = stages.join(workshops, workshops.c.id == stages.c.workshop).join(cases, cases.c.id == workshops.c.case_id)
    here = cases.c.channel == bindparam("here"), stages.c.root == bindparam("root")
    return select(stages).select_from(rooms).where(stages.c.installation == bindparam("mine"), *here)


def read(row: Row[Any]) -> Stage:
    return Stage(
        id=StageId(row.id),
        workshop=WorkshopId(row.workshop),
        position=row.position,
        name=row.name,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        root=MessageTs(row.root) if row.root else None,
    )


def facts(stage: Stage) -> dict[str, Any]:
    return {
        "workshop": stage.workshop,
        "position": stage.position,
        "name": stage.name,
        "opened_at": stage.opened_at,
        "closed_at": stage.closed_at,
        "root": stage.root,
    }
