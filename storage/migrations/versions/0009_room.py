"""What happened to the channel of a running session."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.add_column(sa.Column("interrupted", sa.Text))


def downgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.drop_column("interrupted")
