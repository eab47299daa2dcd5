"""Risks that somebody has raised, and who has looked at them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.workshop.case import NoCaseHere
from bot.workshop.ids import InstallationId, RiskId, UserId, WorkshopId
from bot.workshop.risk import Risk
from storage.scope import Scope
from storage.tables import RiskRow, table

risks = table(RiskRow)


class Risks:
    """Implements ``bot.work.Risks``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, risk: Risk) -> Risk:
        words = self._scope.words_of(risk.workshop).seal(risk.words, "risk")
        row = state(risk) | {
            "installation": self._scope.installation,
            "workshop": risk.workshop,
            "raised_by": risk.raised_by or "",
            "raised_at": risk.raised_at,
            "words": words,
        }
        number = self._scope.execute(risks.insert().values(**row).returning(risks.c.id)).scalar_one()
        return replace(risk, id=RiskId(number))

    def get(self, risk: RiskId) -> Risk:
        this = select(risks).where(self._scope.of(risks), risks.c.id == risk)
        return self._risk(self._scope.one(this.with_for_update(key_share=True)))

    def of(self, workshop: WorkshopId) -> Sequence[Risk]:
        there = self._scope.of(risks), risks.c.workshop == workshop
        return [self._risk(row) for row in self._scope.execute(select(risks).where(*there).order_by(risks.c.id))]

    def save(self, risk: Risk) -> None:
        this = update(risks).where(self._scope.of(risks), risks.c.id == risk.id)
        if self._scope.execute(this.values(**state(risk))).rowcount != 1:
            raise NoCaseHere

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, RiskId]]:
        waiting = select(risks).where(self._scope.reach(risks), risks.c.look_at <= now)
        first = waiting.order_by(risks.c.look_at, risks.c.id).limit(limit)
        return [(InstallationId(row.installation), RiskId(row.id)) for row in self._scope.execute(first)]

    def _risk(self, row: Row[Any]) -> Risk:
        return Risk(
            id=RiskId(row.id),
            workshop=WorkshopId(row.workshop),
            raised_by=UserId(row.raised_by) if row.raised_by else None,
            raised_at=row.raised_at,
            words=self._scope.words_of(WorkshopId(row.workshop)).open(row.words, "risk"),
            asked=row.asked,
            look_at=row.look_at,
            seen_by=UserId(row.seen_by) if row.seen_by else None,
            seen_at=row.seen_at,
        )


def state(risk: Risk) -> dict[str, Any]:
    """What changes in the life of a risk; its words never do."""
    return {"asked": risk.asked, "look_at": risk.look_at, "seen_by": risk.seen_by, "seen_at": risk.seen_at}
