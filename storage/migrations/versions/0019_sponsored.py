"""Actions are found by their sponsor."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SPONSORED = sa.text("sponsor IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_actions_sponsored",
        "actions",
        ["installation", "sponsor"],
        postgresql_where=SPONSORED,
        sqlite_where=SPONSORED,
    )


def downgrade() -> None:
    op.drop_index("ix_actions_sponsored", "actions")
