"""Events by their id: each is taken in once, and what cannot be applied at once is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.workshop.ids import InstallationId
from storage.scope import Scope
from storage.tables import InboxRow, table
from storage.upsert import given, insert, insert_all

inbox = table(InboxRow)
KEY = ("installation", "event_id")
NEW = (*KEY, "received_at", "attempts")


class Inbox:
    """Implements ``bot.work.Inbox``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def accept(self, event_id: str, now: datetime) -> bool:
        return bool(self.accept_all([event_id], now))

    def accept_all(self, event_ids: list[str], now: datetime) -> frozenset[str]:
        dialect, installation = self._scope.dialect, self._scope.installation
        new = {"installation": installation, "received_at": now, "attempts": 0}
        rows = given(dialect, [new | {"event_id": each} for each in event_ids])
        return frozenset(self._scope.connection.execute(unseen(dialect), rows).scalars())

    def keep(self, event_id: str, payload: Mapping[str, object], *, try_at: datetime, reason: str) -> None:
        """Keep the event until it is applied, whether it was accepted before or that was undone with the attempt."""
        waits = {
            "payload": self._scope.seal(payload, "inbox", event_id),
            "try_at": try_at,
            "reason": reason,
        }
        first = {"installation": self._scope.installation, "event_id": event_id, "received_at": try_at, "attempts": 1}
        kept = insert(self._scope.dialect, inbox).values(**first, **waits)
        again = waits | {"attempts": inbox.c.attempts + 1}
        self._scope.execute(kept.on_conflict_do_update(index_elements=KEY, set_=again))

    def kept(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, str, Mapping[str, object], int]]:
        due = select(inbox).where(self._scope.reach(inbox), inbox.c.try_at <= now)
        rows = self._scope.execute(due.order_by(inbox.c.try_at, inbox.c.event_id).limit(limit))
        return [
            (
                InstallationId(row.installation),
                row.event_id,
                self._scope.open(row.payload, row.installation, "inbox", row.event_id),
                row.attempts,
            )
            for row in rows
        ]

    def applied(self, event_id: str) -> None:
        """Only its id is left, which stops another copy of the event."""
        this = update(inbox).where(self._scope.of(inbox), inbox.c.event_id == event_id)
        self._scope.execute(this.values(payload=None, try_at=None, reason=None))

    def purge(self, before: datetime, limit: int) -> int:
        """Forget up to *limit* events that were received before then and do not wait any more; says how many."""
        old = select(inbox.c.installation, inbox.c.event_id).where(
            self._scope.reach(inbox), inbox.c.received_at < before, inbox.c.try_at.is_(None)
        )
        some = old.order_by(inbox.c.received_at).limit(limit)
        gone = delete(inbox).where(tuple_(inbox.c.installation, inbox.c.event_id).in_(some))
        return self._scope.execute(gone).rowcount


@cache
def unseen(dialect: str) -> ReturningInsert[Any]:
    return insert_all(dialect, inbox, NEW).on_conflict_do_nothing(index_elements=KEY).returning(inbox.c.event_id)
