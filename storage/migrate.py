"""Brings a database to the newest form of its tables; the only place that imports alembic, which is slow to."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from storage.engines import CannotReach, database_url, engine_for

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 5_220_076
"""PostgreSQL's name, one among all its advisory locks, for "somebody is migrating"."""

PATIENCE = 60_000
"""Milliseconds that SQLite waits while another process migrates: that takes longer than any other transaction."""


def migrate(url: str, revision: str = "head") -> None:
    """Upgrade the database at *url*, whole or not at all. Several processes may do so at once; one does the work.

    Raises ``CannotReach`` where there is no database to upgrade.
    """
    engine = engine_for(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _be_patient)
    try:
        with engine.begin() as connection:
            migrate_on(connection, revision)
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise CannotReach(f"{database_url(url).render_as_string(hide_password=True)}: {reason}") from error
    finally:
        engine.dispose()


def migrate_on(connection: Connection, revision: str = "head") -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(url: str) -> str | None:
    """The revision that the database stands at; ``None`` before the first migration."""
    engine: Engine = engine_for(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def _be_patient(connection: Any, _record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
