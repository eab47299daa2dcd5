"""When to see whether a workshop's brief is due."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workshops", sa.Column("look_at", sa.DateTime(timezone=True)))
    waiting = sa.text("look_at IS NOT NULL")
    op.create_index("ix_workshops_looked_at", "workshops", ["look_at"], postgresql_where=waiting, sqlite_where=waiting)


def downgrade() -> None:
    op.drop_index("ix_workshops_looked_at", "workshops")
    with op.batch_alter_table("workshops") as workshops:
        workshops.drop_column("look_at")
