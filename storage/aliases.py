"""The alias register of each workshop: real names, sealed, and what stands for them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.workshop.ids import AliasId, UserId, WorkshopId
from bot.workshop.privacy import Alias
from storage.scope import Scope
from storage.tables import AliasRow, table

aliases = table(AliasRow)


class Aliases:
    """Implements ``bot.work.Aliases``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, workshop: WorkshopId, alias: Alias, by: UserId, now: datetime) -> AliasId:
        words = self._scope.words_of(workshop)
        row = {
            "installation": self._scope.installation,
            "workshop": workshop,
            "name": words.seal(alias.name, "alias"),
            "pseudonym": words.seal(alias.pseudonym, "alias_pseudonym"),
            "first_alone": alias.first_alone,
            "surname_alone": alias.surname_alone,
            "added_by": by,
            "added_at": now,
        }
        return AliasId(self._scope.execute(aliases.insert().values(**row).returning(aliases.c.id)).scalar_one())

    def of(self, workshop: WorkshopId) -> Sequence[tuple[AliasId, Alias]]:
        there = self._scope.of(aliases), aliases.c.workshop == workshop
        found = self._scope.execute(select(aliases).where(*there).order_by(aliases.c.id)).all()
        if not found:
            return []
        words = self._scope.words_of(workshop)
        return [
            (
                AliasId(row.id),
                Alias(
                    words.open(row.name, "alias"),
                    words.open(row.pseudonym, "alias_pseudonym"),
                    first_alone=row.first_alone,
                    surname_alone=row.surname_alone,
                ),
            )
            for row in found
        ]

    def drop(self, workshop: WorkshopId, alias: AliasId) -> None:
        this = self._scope.of(aliases), aliases.c.workshop == workshop, aliases.c.id == alias
        self._scope.execute(delete(aliases).where(*this))
