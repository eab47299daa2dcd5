"""What facilitators decided about the lines of their drafts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.synthesis.draft import Decision
from bot.workshop.ids import DecisionId, UserId, WorkshopId
from storage.lines import as_words, decision_of
from storage.scope import Scope
from storage.tables import DecisionRow, table

decisions = table(DecisionRow)


class Decisions:
    """Implements ``bot.work.Decisions``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, workshop: WorkshopId, decision: Decision, by: UserId, now: datetime) -> DecisionId:
        row = {
            "installation": self._scope.installation,
            "workshop": workshop,
            "by": by,
            "at": now,
            "body": self._scope.words_of(workshop).seal(as_words(decision), "decision"),
        }
        number = self._scope.execute(decisions.insert().values(**row).returning(decisions.c.id)).scalar_one()
        return DecisionId(number)

    def of(self, workshop: WorkshopId) -> Sequence[tuple[DecisionId, Decision]]:
        there = self._scope.of(decisions), decisions.c.workshop == workshop
        rows = self._scope.execute(select(decisions).where(*there).order_by(decisions.c.id)).all()
        words = self._scope.words_of(workshop) if rows else None
        return [(DecisionId(row.id), decision_of(words.open(row.body, "decision"))) for row in rows if words]

    def drop(self, decision: DecisionId) -> None:
        self._scope.execute(delete(decisions).where(self._scope.of(decisions), decisions.c.id == decision))
