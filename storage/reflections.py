"""Who has begun and who has sent a reflection, and who has read the privacy notice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from bot.workshop.ids import InstallationId, UserId, WorkshopId
from bot.workshop.reflection import Reflection
from storage.scope import Scope
from storage.tables import AcknowledgementRow, AnswerRow, ReflectionRow, table
from storage.upsert import insert_new, insert_or_replace

reflections, answers = table(ReflectionRow), table(AnswerRow)
acknowledgements = table(AcknowledgementRow)
KEY = ("workshop", "user", "pack")


class Reflections:
    """Implements ``bot.work.Reflections``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, workshop: WorkshopId, user: UserId, pack: str) -> Reflection | None:
        this = reflections.c.workshop == workshop, reflections.c.user == user, reflections.c.pack == pack
        row = self._scope.execute(select(reflections).where(self._scope.of(reflections), *this)).one_or_none()
        if row is None:
            return None
        return Reflection(
            workshop,
            user,
            pack,
            row.sent_at,
            row.look_at,
            planned=row.planned,
            reminded=row.reminded,
            declined=row.declined,
        )

    def put(self, reflection: Reflection) -> None:
        self._scope.words_of(reflection.workshop)  # raises unless the workshop is ours
        row = {
            "installation": self._scope.installation,
            "workshop": reflection.workshop,
            "user": reflection.user,
            "pack": reflection.pack,
            "sent_at": reflection.sent_at,
            "look_at": reflection.look_at,
            "planned": reflection.planned,
            "reminded": reflection.reminded,
            "declined": reflection.declined,
        }
        insert_or_replace(self._scope.connection, reflections, [row], KEY)

    def drop(self, workshop: WorkshopId, user: UserId, pack: str) -> None:
        for rows in (answers, reflections):
            this = rows.c.workshop == workshop, rows.c.user == user, rows.c.pack == pack
            self._scope.execute(delete(rows).where(self._scope.of(rows), *this))

    def declined(self, workshop: WorkshopId, pack: str) -> int:
        """How many have said that they cannot do this one."""
        these = reflections.c.workshop == workshop, reflections.c.pack == pack
        there = self._scope.of(reflections), *these, reflections.c.declined
        return int(self._scope.execute(select(func.count()).select_from(reflections).where(*there)).scalar_one())

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, WorkshopId, UserId, str]]:
        waiting = select(reflections).where(self._scope.reach(reflections), reflections.c.look_at <= now)
        first = waiting.order_by(reflections.c.look_at, reflections.c.workshop, reflections.c.user).limit(limit)
        return [
            (InstallationId(row.installation), WorkshopId(row.workshop), UserId(row.user), row.pack)
            for row in self._scope.execute(first)
        ]

    def acknowledge(self, user: UserId, notice: str, now: datetime) -> None:
        row = {"installation": self._scope.installation, "user": user, "notice": notice, "at": now}
        insert_new(self._scope.connection, acknowledgements, row, ("installation", "user", "notice"))

    def acknowledged(self, user: UserId) -> Sequence[str]:
        theirs = select(acknowledgements).where(self._scope.of(acknowledgements), acknowledgements.c.user == user)
        return [row.notice for row in self._scope.execute(theirs.order_by(acknowledgements.c.at))]
