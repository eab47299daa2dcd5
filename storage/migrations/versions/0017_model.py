"""Workshops in which a language model may propose lines of the summary."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.add_column(sa.Column("model", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.drop_column("model")
