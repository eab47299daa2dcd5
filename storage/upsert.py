"""``INSERT .. ON CONFLICT``, which SQLite and PostgreSQL both understand and SQLAlchemy spells once for each.

The statements are made once and kept: making one costs several times what running it does.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, column, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

Insert = postgresql.Insert | sqlite.Insert


def insert(dialect: str, table: Table) -> Insert:
    """An insert into *table* that has ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_all(dialect: str, table: Table, columns: Sequence[str]) -> Insert:
    """The same for any number of rows, whose values of *columns* are ``given``.

    PostgreSQL takes a list for each column: a statement that grows with the rows would be read anew each time.
    """
    if dialect == "sqlite":
        return sqlite.insert(table)
    lists = [bindparam(name, type_=postgresql.ARRAY(table.c[name].type)) for name in columns]
    rows = func.unnest(*lists).table_valued(*(column(name, table.c[name].type) for name in columns))
    return postgresql.insert(table).from_select(list(columns), select(rows.render_derived(name="given")))


def given(dialect: str, rows: Sequence[Mapping[str, Any]]) -> Any:
    """The parameters of ``insert_all``."""
    return rows if dialect == "sqlite" else {name: [row[name] for row in rows] for name in rows[0]}


def insert_new(connection: Connection, table: Table, values: Mapping[str, Any], key: tuple[str, ...]) -> bool:
    """Store *values* unless there is a row with this *key*; says whether it was stored."""
    statement = _ignoring(connection.dialect.name, table, key)
    return connection.execute(statement, values).first() is not None


def insert_or_replace(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], key: tuple[str, ...]
) -> None:
    """Store *rows*; where there is one with the same *key*, its other columns take the new values."""
    if rows:
        changed = tuple(column for column in rows[0] if column not in key)
        connection.execute(_replacing(connection.dialect.name, table, key, changed), rows)


@cache
def _ignoring(dialect: str, table: Table, key: tuple[str, ...]) -> ReturningInsert[Any]:
    # What is returned says whether it was stored: the count of rows is lost where SQLAlchemy asks for the new id.
    return insert(dialect, table).on_conflict_do_nothing(index_elements=key).returning(table.c[key[0]])


@cache
def _replacing(dialect: str, table: Table, key: tuple[str, ...], changed: tuple[str, ...]) -> Insert:
    statement = insert(dialect, table)
    new = {column: statement.excluded[column] for column in changed}
    return statement.on_conflict_do_update(index_elements=key, set_=new)
