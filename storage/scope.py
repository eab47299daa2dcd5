"""What one unit of work may touch: a connection, an installation (or every one), and the keys of its cases."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, CursorResult, Executable, Row, Table, true

from bot.workshop.case import NoCaseHere
from bot.workshop.ids import CaseId, InstallationId, WorkshopId
from storage.vault import Vault
from storage.words import CaseWords, Words


class NoInstallation(RuntimeError):
    """Work for every installation at once asked for something that belongs to a single one."""


class Scope:
    """Handed to every gateway. What needs an installation fails without one, rather than finding everybody's rows."""

    def __init__(self, connection: Connection, installation: InstallationId | None, vault: Vault, words: Words) -> None:
        self.connection = connection
        self.dialect = connection.dialect.name
        self._installation = installation
        self._vault = vault
        self._words = words

    @property
    def installation(self) -> InstallationId:
        if self._installation is None:
            raise NoInstallation("this unit of work looks after every installation; it has none of its own")
        return self._installation

    def of(self, table: Table) -> ColumnElement[bool]:
        """The rows of *table* that belong to this installation."""
        return table.c.installation == self.installation

    def reach(self, table: Table) -> ColumnElement[bool]:
        """The same, or everybody's in work for every installation: only for what is documented to reach that far."""
        return true() if self._installation is None else self.of(table)

    def reaching(self) -> tuple[bool, dict[str, str]]:
        """The same for statements that are kept: whether it is everybody, and else the parameter ``mine``."""
        return (True, {}) if self._installation is None else (False, {"mine": self._installation})

    def execute(self, statement: Executable) -> CursorResult[Any]:
        return self.connection.execute(statement)

    def one(self, statement: Executable) -> Row[Any]:
        """The one row of a ``get``."""
        row = self.connection.execute(statement).one_or_none()
        if row is None:
            raise NoCaseHere
        return row

    def words_of_case(self, case: CaseId) -> CaseWords:
        return self._words.of_case(self.installation, case)

    def words_of(self, workshop: WorkshopId) -> CaseWords:
        return self._words.of_workshop(self.installation, workshop)

    def begin_words(self, case: CaseId) -> CaseWords:
        return self._words.begin(self.installation, case)

    def erase_words(self, case: CaseId) -> None:
        self._words.erase(self.installation, case)

    def seal(self, body: Mapping[str, object], *bound: str) -> bytes:
        """Seal what belongs to no case yet, with the master key."""
        plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        return self._vault.seal(plain, self.installation, *bound)

    def open(self, sealed: bytes, installation: str, *bound: str) -> dict[str, object]:
        body: dict[str, object] = json.loads(self._vault.open(sealed, installation, *bound))
        return body
