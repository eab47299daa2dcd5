"""Channels to which Slack has given another id."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "moved_channels",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("former", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("installation", "former", name="pk_moved_channels"),
        sa.ForeignKeyConstraint(
            ["installation"], ["installations.id"], name="fk_moved_channels_installation_installations"
        ),
    )


def downgrade() -> None:
    op.drop_table("moved_channels")
