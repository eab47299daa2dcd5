"""Who has begun and who has sent a reflection, and who has read the privacy notice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.workshop.ids import UserId, WorkshopId
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
        return Reflection(workshop, user, pack, row.sent_at) if row else None

    def put(self, reflection: Reflection) -> None:
        self._scope.words_of(reflection.workshop)  # raises unless the workshop is ours
        row = {
            "installation": self._scope.installation,
            "workshop": reflection.workshop,
            "user": reflection.user,
            "pack": reflection.pack,
            "sent_at": reflection.sent_at,
        }
        insert_or_replace(self._scope.connection, reflections, [row], KEY)

    def drop(self, workshop: WorkshopId, user: UserId, pack: str) -> None:
        for rows in (answers, reflections):
            this = rows.c.workshop == workshop, rows.c.user == user, rows.c.pack == pack
            self._scope.execute(delete(rows).where(self._scope.of(rows), *this))

    def acknowledge(self, user: UserId, notice: str, now: datetime) -> None:
        row = {"installation": self._scope.installation, "user": user, "notice": notice, "at": now}
        insert_new(self._scope.connection, acknowledgements, row, ("installation", "user", "notice"))

    def acknowledged(self, user: UserId) -> Sequence[str]:
        theirs = select(acknowledgements).where(self._scope.of(acknowledgements), acknowledgements.c.user == user)
        return [row.notice for row in self._scope.execute(theirs.order_by(acknowledgements.c.at))]
