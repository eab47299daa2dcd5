"""Stages that become silent while they are open."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("stages") as stages:
        stages.add_column(sa.Column("silenced_at", MOMENT))


def downgrade() -> None:
    with op.batch_alter_table("stages") as stages:
        stages.drop_column("silenced_at")
