"""Cases, the numbers in their references, and the key of their words."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select, update

from bot.workshop.case import Case, Programme
from bot.workshop.ids import CaseId, ChannelId, InstallationId, UserId
from storage.moved import current
from storage.scope import Scope
from storage.tables import CaseRow, CounterRow, table
from storage.upsert import insert
from storage.words import CaseWords

cases, counters = table(CaseRow), table(CounterRow)


class Cases:
    """Implements ``bot.work.Cases``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def next_number(self, year: int) -> int:
        """A number that nobody else is given; the counter's row is held until the unit of work ends."""
        first = {"installation": self._scope.installation, "year": year, "number": 1}
        statement = insert(self._scope.dialect, counters).values(**first)
        counted = statement.on_conflict_do_update(
            index_elements=["installation", "year"], set_={"number": counters.c.number + 1}
        ).returning(counters.c.number)
        return int(self._scope.execute(counted).scalar_one())

    def add(self, case: Case) -> Case:
        """Store *case* and make its key. The words are bound to the id, so they follow once there is one."""
        row = facts(case) | {"installation": self._scope.installation, "pseudonym": b"", "purpose": b""}
        number = self._scope.execute(cases.insert().values(**row).returning(cases.c.id)).scalar_one()
        stored = replace(case, id=CaseId(number), installation=self._scope.installation)
        if stored.programme:
            stored = stored.part_of(stored.programme)
        words = self._scope.begin_words(stored.id)
        self._scope.execute(self._row(stored.id).values(**facts(stored), **sealed(stored, words)))
        return stored

    def get(self, case: CaseId) -> Case:
        return self._case(self._scope.one(select(cases).where(self._scope.of(cases), cases.c.id == case)))

    def in_channel(self, channel: ChannelId) -> Case | None:
        """The case that the channel is for; the latest where it has served several."""
        there = select(cases).where(self._scope.of(cases), cases.c.channel == channel)
        row = self._scope.execute(there.order_by(cases.c.id.desc()).limit(1)).first()
        if row is None:
            channel_now = current(self._scope, channel)
            return self.in_channel(channel_now) if channel_now != channel else None
        return self._case(row)

    def save(self, case: Case) -> None:
        words = self._scope.words_of_case(case.id)
        self._scope.execute(self._row(case.id).values(**facts(case), **sealed(case, words)))

    def erase_words(self, case: CaseId) -> None:
        """Make every word of the case unreadable, in the tables and in all copies of them."""
        self.get(case)
        self._scope.erase_words(case)

    def _row(self, case: CaseId) -> Any:
        return update(cases).where(self._scope.of(cases), cases.c.id == case)

    def _case(self, row: Row[Any]) -> Case:
        words = self._scope.words_of_case(CaseId(row.id))
        return Case(
            id=CaseId(row.id),
            installation=InstallationId(row.installation),
            reference=row.reference,
            pseudonym=words.open(row.pseudonym, "pseudonym"),
            purpose=words.open(row.purpose, "purpose"),
            opened_by=UserId(row.opened_by),
            opened_at=row.opened_at,
            channel=ChannelId(row.channel) if row.channel else None,
            programme=self._programme(row, words),
        )

    def _programme(self, row: Row[Any], words: CaseWords) -> Programme | None:
        if row.programme is None:
            return None
        return Programme(CaseId(row.programme_id), words.open(row.programme, "programme"))


def facts(case: Case) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "opened_by": case.opened_by,
        "opened_at": case.opened_at,
        "channel": case.channel,
        "programme_id": case.programme.id if case.programme else None,
    }


def sealed(case: Case, words: CaseWords) -> dict[str, bytes | None]:
    return {
        "pseudonym": words.seal(case.pseudonym, "pseudonym"),
        "purpose": words.seal(case.purpose, "purpose"),
        "programme": words.seal(case.programme.name, "programme") if case.programme else None,
    }
