"""What was put into which letter about which action."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, select

from bot.workshop.ids import ActionId, UserId
from bot.workshop.nudge import Nudge
from storage.scope import Scope
from storage.tables import NudgeRow, table
from storage.upsert import insert_or_replace

nudges = table(NudgeRow)
KEY = ("installation", "action", "due", "rung", "to")


class Nudges:
    """Implements ``bot.work.Nudges``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def record(self, told: Sequence[Nudge]) -> None:
        rows = [
            {
                "installation": self._scope.installation,
                "action": each.action,
                "due": each.due,
                "rung": each.rung,
                "to": each.to,
                "at": each.at,
                "letter": each.letter,
                "asks": each.asks,
            }
            for each in told
        ]
        insert_or_replace(self._scope.connection, nudges, rows, KEY)

    def of(self, actions: Sequence[ActionId]) -> Mapping[ActionId, Sequence[Nudge]]:
        there = select(nudges).where(self._scope.of(nudges), nudges.c.action.in_(actions))
        found: defaultdict[ActionId, list[Nudge]] = defaultdict(list)
        for row in self._scope.execute(there.order_by(nudges.c.at, nudges.c.rung)):
            found[ActionId(row.action)].append(_read(row))
        return found

    def in_letter(self, key: str) -> Sequence[Nudge]:
        there = select(nudges).where(self._scope.of(nudges), nudges.c.letter == key)
        return [_read(row) for row in self._scope.execute(there.order_by(nudges.c.due, nudges.c.action))]

    def release(self, key: str) -> None:
        self._scope.execute(delete(nudges).where(self._scope.of(nudges), nudges.c.letter == key))


def _read(row: Row[Any]) -> Nudge:
    return Nudge(ActionId(row.action), row.due, row.rung, UserId(row.to), row.at, row.letter, row.asks)
