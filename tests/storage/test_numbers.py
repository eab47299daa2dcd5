"""No two cases ever have the same reference."""

import asyncio

import pytest

from storage.database import Database
from storage.vault import Vault
from storage.work import Work
from tests.storage.examples import HERE, THERE, settle_in


def number_of(work: Work, year: int = 2026) -> int:
    return work.cases.next_number(year)


def test_each_year_and_each_installation_counts_from_one(store: Database) -> None:
    asked = [(HERE, 2026), (HERE, 2026), (THERE, 2026), (HERE, 2027)]

    assert [store.transact(where, number_of, year) for where, year in asked] == [1, 2, 1, 1]


async def test_two_processes_never_give_the_same_number(database_url: str, vault: Vault) -> None:
    with Database(database_url, vault) as one, Database(database_url, vault) as two:
        await asyncio.to_thread(settle_in, one)
        stores = [one, two] * 20
        given = await asyncio.gather(*(store.run(HERE, lambda work: work.cases.next_number(2026)) for store in stores))

    assert sorted(given) == list(range(1, 41))


def test_a_number_that_was_not_used_is_given_again(store: Database) -> None:
    def give_up(work: Work) -> None:
        work.cases.next_number(2026)
        raise LookupError

    with pytest.raises(LookupError):
        store.transact(HERE, give_up)

    assert store.transact(HERE, lambda work: work.cases.next_number(2026)) == 1
