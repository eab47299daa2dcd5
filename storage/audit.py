"""The audit log: written, read, never changed."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import UserId, WorkshopId
from storage.scope import Scope
from storage.tables import AuditRow, table

audit = table(AuditRow)


class Audit:
    """Implements ``bot.work.Audit``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def record(self, entry: Entry) -> None:
        row = {
            "installation": self._scope.installation,
            "at": entry.at,
            "by": entry.by,
            "deed": entry.deed.value,
            "workshop": entry.workshop,
            "subject": entry.subject,
        }
        self._scope.execute(audit.insert().values(**row))

    def of(self, workshop: WorkshopId) -> Sequence[Entry]:
        there = self._scope.of(audit), audit.c.workshop == workshop
        return [
            Entry(row.at, UserId(row.by) if row.by else None, Deed(row.deed), workshop, row.subject)
            for row in self._scope.execute(select(audit).where(*there).order_by(audit.c.id))
        ]
