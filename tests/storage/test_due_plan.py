"""What tells whether anything is due reads no table through, however long the outbox has become."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from storage.database import Database
from storage.tables import LetterRow, table
from tests.storage.examples import HERE
from tests.storage.test_tenancy import fill
from tests.stories.conftest import sql

LETTERS = 10_000
COPIED = ", ".join(each.name for each in table(LetterRow).columns if each.name not in {"id", "key"})
MANY = f"""
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {LETTERS})
    INSERT INTO letters (key, {COPIED}) SELECT key || n, {COPIED} FROM letters, numbers
"""  # noqa: S608 - our own names
HALF_ARE_SENT = "UPDATE letters SET state = 'sent' WHERE id % 2 = 0"
THE_REST_WAIT = "UPDATE letters SET not_before = '2099-01-01' WHERE state = 'waiting'"
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}
BY_THEIR_INDEX = re.compile(r"(?:Scan using|SEARCH letters USING (?:COVERING )?INDEX) ix_letters_waiting\b")
ONE_BY_ONE = re.compile(r"Seq Scan on letters|Bitmap Heap Scan on letters|SCAN letters")


def test_a_long_outbox_is_not_read_through_where_nothing_in_it_is_due(store: Database, database_url: str) -> None:
    """A planner that knows of half the letters that they wait, and of half that their time has come, expects many."""
    store.transact(HERE, fill)
    for each in (MANY, HALF_ARE_SENT, THE_REST_WAIT, "ANALYZE"):
        sql(database_url, each)

    with explained(database_url) as plans:
        store.transact(None, lambda work: work.anything_due())

    [plan] = plans
    assert BY_THEIR_INDEX.search(plan)
    assert not ONE_BY_ONE.search(plan)


@contextmanager
def explained(url: str) -> Iterator[list[str]]:
    """How the database goes about each question about letters that is put to it meanwhile."""
    plans: list[str] = []
    prefix = EXPLAIN[url.partition(":")[0].partition("+")[0]]

    def explain(_: Any, cursor: Any, statement: str, parameters: Any, *__: Any) -> None:
        if "letters.not_before" in statement:
            cursor.execute(prefix + statement, parameters)
            plans.append("\n".join(str(row[-1]) for row in cursor.fetchall()))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
