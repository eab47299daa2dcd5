"""Contributions that were spoken and written down by somebody else."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("contributions") as contributions:
        contributions.add_column(sa.Column("scribe", sa.Text))


def downgrade() -> None:
    with op.batch_alter_table("contributions") as contributions:
        contributions.drop_column("scribe")
