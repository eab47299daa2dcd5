"""Tickets of owners outside the workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "tickets",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("action", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("installation", "action", name="pk_tickets"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_tickets_installation_installations"),
        sa.ForeignKeyConstraint(
            ["installation", "action"],
            ["actions.installation", "actions.id"],
            name="fk_tickets_installation_action_actions",
        ),
    )


def downgrade() -> None:
    op.drop_table("tickets")
