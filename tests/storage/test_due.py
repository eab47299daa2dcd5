"""One question tells whether anything is due, so that no list has to be asked while nothing is."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from storage.database import Database
from storage.tables import Base
from storage.work import Work
from tests.storage.examples import HERE, later
from tests.storage.test_tenancy import fill
from tests.stories.conftest import sql

SOON = later(days=400)
LISTS: dict[str, Callable[[Work], Sequence[Any]]] = {
    "actions": lambda work: work.actions.due(SOON, 10),
    "checkpoints": lambda work: work.checkpoints.due(SOON, 10),
    "digests": lambda work: work.digests.due(SOON, 10),
    "draft_requests": lambda work: work.summaries.requested(SOON, 10),
    "gaps": lambda work: work.gaps.due(SOON, 10),
    "inbox": lambda work: work.inbox.kept(SOON, 10),
    "letters": lambda work: work.letters.claim(SOON, until=SOON, limit=10),
    "people": lambda work: work.people.unknown(10),
    "reflections": lambda work: work.reflections.due(SOON, 10),
    "risks": lambda work: work.risks.due(SOON, 10),
    "workshops": lambda work: work.workshops.due(SOON, 10),
}
EMPTIED = {
    "draft_requests": "DELETE FROM draft_requests",
    "inbox": "UPDATE inbox SET try_at = NULL",
    "letters": "UPDATE letters SET state = 'sent'",
    "people": "UPDATE people SET asked = (1 = 1)",
}


def emptied(url: str, *but: str) -> None:
    """Take everything off every list but these."""
    for name in LISTS.keys() - set(but):
        sql(url, EMPTIED.get(name, f"UPDATE {name} SET look_at = NULL"))  # noqa: S608 - our own names


@pytest.mark.parametrize("name", LISTS)
def test_what_is_on_any_list_is_seen_at_a_glance(store: Database, database_url: str, name: str) -> None:
    store.transact(HERE, fill)
    emptied(database_url, name)

    def look(work: Work) -> tuple[bool, bool]:
        return bool(LISTS[name](work)), anything_due(work)

    assert store.transact(None, look) == (True, True)


def test_where_every_list_is_empty_nothing_is_due(store: Database, database_url: str) -> None:
    store.transact(HERE, fill)
    emptied(database_url)

    assert store.transact(None, lambda work: [name for name, each in LISTS.items() if each(work)]) == []
    assert not store.transact(None, anything_due)


def test_whatever_is_looked_at_at_its_time_is_one_of_the_lists() -> None:
    looked_at = {name for name, each in Base.metadata.tables.items() if "look_at" in each.columns}

    assert looked_at | EMPTIED.keys() == LISTS.keys()


def anything_due(work: Work) -> bool:
    work.now = SOON
    return work.anything_due()
