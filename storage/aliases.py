"""The alias register of each workshop: real names, sealed, and what stands for them."""

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.workshop.ids import AliasId, InstallationId, UserId, WorkshopId
from bot.workshop.privacy import Alias, AliasRegister
from storage.scope import Scope
from storage.tables import AliasRow, table
from storage.words import SECONDS_KEPT

MOST_REGISTERS = 64

aliases = table(AliasRow)


class Registers:
    """The registers that this process has used lately, shared by its threads: to make one costs more than to use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[InstallationId, WorkshopId], tuple[int, float, AliasRegister]] = OrderedDict()

    def get(self, place: tuple[InstallationId, WorkshopId], edition: int) -> AliasRegister | None:
        with self._lock:
            kept = self._kept.get(place)
            return kept[2] if kept and kept[0] == edition and time.monotonic() < kept[1] else None

    def keep(self, place: tuple[InstallationId, WorkshopId], edition: int, register: AliasRegister) -> None:
        with self._lock:
            self._kept[place] = (edition, time.monotonic() + SECONDS_KEPT, register)
            self._kept.move_to_end(place)
            while len(self._kept) > MOST_REGISTERS:
                self._kept.popitem(last=False)


class Aliases:
    """Implements ``bot.work.Aliases``."""

    def __init__(self, scope: Scope, registers: Registers) -> None:
        self._scope = scope
        self._registers = registers

    def register(self, workshop: WorkshopId, edition: int) -> AliasRegister:
        place = self._scope.installation, workshop
        kept = self._registers.get(place, edition)
        if kept is None:
            kept = AliasRegister(tuple(alias for _, alias in self.of(workshop)))
            self._registers.keep(place, edition, kept)
        return kept

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
