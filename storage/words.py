"""The data keys: one random key per case, which seals its words and is itself sealed by the master key."""

import os
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.workshop.case import NoCaseHere, WordsErased
from bot.workshop.ids import CaseId, InstallationId, WorkshopId
from storage.tables import CaseRow, DataKeyRow, WorkshopRow, table
from storage.vault import KEY_LENGTH, Cipher, Vault

MOST_KEYS = 256
SECONDS_KEPT = 60.0
"""How long a process trusts a key it has read: the longest that an erasure by another process goes unnoticed."""

cases, workshops, data_keys = table(CaseRow), table(WorkshopRow), table(DataKeyRow)


@dataclass(frozen=True)
class CaseWords:
    """Seals and opens the words of one case."""

    installation: InstallationId
    case: CaseId
    cipher: Cipher

    def seal(self, words: str, column: str) -> bytes:
        return self.cipher.seal(words.encode(), self.installation, str(self.case), column)

    def open(self, sealed: bytes, column: str) -> str:
        return self.cipher.open(sealed, self.installation, str(self.case), column).decode()


Place = tuple[str, str, int]
"""Where words belong: installation, ``case`` or ``workshop``, and its id."""


class Keyring:
    """The data keys that this process has read lately, shared by its threads."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._lock = threading.Lock()
        self._kept: OrderedDict[Place, tuple[float, CaseWords]] = OrderedDict()

    def get(self, place: Place) -> CaseWords | None:
        with self._lock:
            kept = self._kept.get(place)
            if kept is None or kept[0] < time.monotonic():
                return None
            self._kept.move_to_end(place)
            return kept[1]

    def keep(self, place: Place, words: CaseWords) -> None:
        with self._lock:
            self._kept[place] = (time.monotonic() + SECONDS_KEPT, words)
            self._kept.move_to_end(place)
            while len(self._kept) > MOST_KEYS:
                self._kept.popitem(last=False)

    def drop(self, installation: InstallationId, case: CaseId) -> None:
        with self._lock:
            for place, (_, words) in list(self._kept.items()):
                if (words.installation, words.case) == (installation, case):
                    del self._kept[place]

    def unwrap(self, installation: InstallationId, case: CaseId, wrapped: bytes) -> CaseWords:
        key = self.vault.open(wrapped, installation, str(case), "data_keys")
        return CaseWords(installation, case, Cipher("", key))


class Words:
    """The data keys as one unit of work sees them; what it reads is shared only once it has been committed."""

    def __init__(self, connection: Connection, keyring: Keyring) -> None:
        self._connection = connection
        self._keyring = keyring
        self._here: dict[Place, CaseWords] = {}
        self._erased: set[tuple[InstallationId, CaseId]] = set()

    def begin(self, installation: InstallationId, case: CaseId) -> CaseWords:
        """Make the key of a new case."""
        key = os.urandom(KEY_LENGTH)
        wrapped = self._keyring.vault.seal(key, installation, str(case), "data_keys")
        row = {"installation": installation, "case_id": case, "wrapped": wrapped}
        self._connection.execute(data_keys.insert().values(**row, wrapped_by=self._keyring.vault.current))
        words = CaseWords(installation, case, Cipher("", key))
        self._here[installation, "case", case] = words
        return words

    def of_case(self, installation: InstallationId, case: CaseId) -> CaseWords:
        return self._of((installation, "case", case))

    def of_workshop(self, installation: InstallationId, workshop: WorkshopId) -> CaseWords:
        return self._of((installation, "workshop", workshop))

    def erase(self, installation: InstallationId, case: CaseId) -> None:
        """Take the key away: from now on nobody reads the words of this case, wherever a copy of them may be."""
        mine = data_keys.c.installation == installation
        self._connection.execute(delete(data_keys).where(mine, data_keys.c.case_id == case))
        self._here.clear()
        self._keyring.drop(installation, case)
        self._erased.add((installation, case))

    def committed(self) -> None:
        """Share with later units of work what this one has read, and forget what it has erased."""
        for place, words in self._here.items():
            self._keyring.keep(place, words)
        for installation, case in self._erased:
            self._keyring.drop(installation, case)

    def _of(self, place: Place) -> CaseWords:
        words = self._here.get(place) or (None if self._erased else self._keyring.get(place))
        if words is None:
            words = self._here[place] = self._read(place)
        return words

    def _read(self, place: Place) -> CaseWords:
        row = self._find(place)
        if row is None:
            raise NoCaseHere
        if row.wrapped is None:
            raise WordsErased(f"the words of case {row.id} have been erased")
        return self._keyring.unwrap(InstallationId(place[0]), CaseId(row.id), row.wrapped)

    def _find(self, place: Place) -> Any:
        """The row with the case and its key; the key is ``None`` where it was erased."""
        installation, kind, number = place
        key = data_keys.c.case_id == cases.c.id
        found = select(cases.c.id, data_keys.c.wrapped).where(cases.c.installation == installation)
        if kind == "case":
            found = found.select_from(cases.outerjoin(data_keys, key)).where(cases.c.id == number)
        else:
            joined = cases.join(workshops, workshops.c.case_id == cases.c.id).outerjoin(data_keys, key)
            found = found.select_from(joined).where(workshops.c.id == number)
        return self._connection.execute(found).one_or_none()


def check(connection: Connection, vault: Vault) -> None:
    """Raise ``CannotOpen`` unless *vault* opens what each of the master keys in use has sealed; one try for each."""
    newest = select(func.max(data_keys.c.case_id)).group_by(data_keys.c.wrapped_by)
    for row in connection.execute(select(data_keys).where(data_keys.c.case_id.in_(newest))):
        vault.open(row.wrapped, row.installation, str(row.case_id), "data_keys")


def rewrap(connection: Connection, vault: Vault, limit: int = 500) -> int:
    """Seal up to *limit* data keys again, with the current master key; says how many. Zero means that all are."""
    old = (
        select(data_keys)
        .where(data_keys.c.wrapped_by != vault.current)
        .order_by(data_keys.c.case_id)
        .limit(limit)
        .with_for_update()
    )
    stale = connection.execute(old).all()
    for row in stale:
        bound = (row.installation, str(row.case_id), "data_keys")
        again = vault.seal(vault.open(row.wrapped, *bound), *bound)
        this = update(data_keys).where(data_keys.c.case_id == row.case_id)
        connection.execute(this.values(wrapped=again, wrapped_by=vault.current))
    return len(stale)
