"""When workshops have their weekly digest."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from bot.workshop.digest import Digest
from bot.workshop.ids import InstallationId, WorkshopId
from storage.scope import Scope
from storage.tables import DigestRow, table
from storage.upsert import insert_or_replace

digests = table(DigestRow)


class Digests:
    """Implements ``bot.work.Digests``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, workshop: WorkshopId) -> Digest:
        there = select(digests).where(self._scope.of(digests), digests.c.workshop == workshop)
        row = self._scope.execute(there).one_or_none()
        return Digest(workshop, row.weekday, row.hour, row.told_at, row.look_at) if row else Digest(workshop)

    def put(self, digest: Digest) -> None:
        self._scope.words_of(digest.workshop)  # raises unless the workshop is ours
        row = {
            "installation": self._scope.installation,
            "workshop": digest.workshop,
            "weekday": digest.weekday,
            "hour": digest.hour,
            "told_at": digest.told_at,
            "look_at": digest.look_at,
        }
        insert_or_replace(self._scope.connection, digests, [row], ("installation", "workshop"))

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, WorkshopId]]:
        ripe = select(digests.c.installation, digests.c.workshop).where(
            self._scope.reach(digests), digests.c.look_at <= now
        )
        first = ripe.order_by(digests.c.look_at, digests.c.workshop).limit(limit)
        return [(InstallationId(row.installation), WorkshopId(row.workshop)) for row in self._scope.execute(first)]
