"""Engines for the two databases, each set up so that an answered event is on the disk."""

from typing import Any

from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url

BUSY_TIMEOUT = 5000
"""Milliseconds that SQLite waits for another process."""

IDLE_TIMEOUT = 30_000
"""Milliseconds after which PostgreSQL ends a transaction that somebody has left open: it would slow every claim."""

SQLITE_SETTINGS = (
    f"PRAGMA busy_timeout={BUSY_TIMEOUT}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


class CannotReach(Exception):
    """There is no database at the address, or it does not let us in. The message holds no password."""


def database_url(url: str) -> URL:
    """``sqlite:///path`` or ``postgresql://...`` as SQLAlchemy wants it."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "sqlite" and not parsed.database:
        raise ValueError("the database needs a file: sqlite:///path")
    if parsed.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise ValueError(f"the database is sqlite:///path or postgresql://..., not {parsed.drivername}")
    return parsed


def engine_for(url: str, *, connections: int = 1) -> Engine:
    """An engine with at most so many connections. What it runs never appears in its errors."""
    parsed = database_url(url)
    return sqlite_engine(parsed) if parsed.drivername == "sqlite" else postgresql_engine(parsed, connections)


def sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, hide_parameters=True, poolclass=NullPool)
    event.listen(engine, "connect", set_up_sqlite)
    event.listen(engine, "begin", begin_immediate)
    return engine


def postgresql_engine(url: URL, connections: int) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        connect_args={"options": f"-c idle_in_transaction_session_timeout={IDLE_TIMEOUT}"},
    )


def set_up_sqlite(connection: Any, _record: object) -> None:
    # The driver would begin transactions by its own rules, and too late for a read that is followed by a write.
    connection.isolation_level = None
    for setting in SQLITE_SETTINGS:
        connection.execute(setting)


def begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
