"""``INSERT .. ON CONFLICT``, which SQLite and PostgreSQL both understand and SQLAlchemy spells once for each."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = postgresql.Insert | sqlite.Insert


def insert(connection: Connection, table: Table) -> Insert:
    """An insert into *table* that has ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def insert_new(connection: Connection, table: Table, values: Mapping[str, Any], key: Sequence[str]) -> bool:
    """Store *values* unless there is a row with this *key*; says whether it was stored."""
    # SQLAlchemy does not promise a row count for inserts; a row that comes back has been stored.
    statement = insert(connection, table).values(**values).on_conflict_do_nothing(index_elements=key)
    return connection.execute(statement.returning(*(table.c[column] for column in key))).first() is not None


def insert_or_replace(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> None:
    """Store *rows*; where there is one with the same *key*, its other columns take the new values."""
    if not rows:
        return
    statement = insert(connection, table)
    changed = {column: statement.excluded[column] for column in rows[0] if column not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed), list(rows))
