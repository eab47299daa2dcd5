"""What alembic runs: the migrations on the connection it is given, or on ``LCAT_DATABASE_URL`` at a terminal."""

import os

from alembic import context
from sqlalchemy import Connection

from storage.engines import engine_for
from storage.tables import Base


def migrate(connection: Connection) -> None:
    # Our SQLite connections begin transactions themselves, so that a migration is whole or not at all there too.
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transactional_ddl=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    engine = engine_for(os.environ["LCAT_DATABASE_URL"])
    with engine.begin() as opened:
        migrate(opened)
    engine.dispose()
