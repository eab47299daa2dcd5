"""What owners were told and when, what they and their workshops have set, and who decides what is blocked."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LOOKED_AT = sa.text("look_at IS NOT NULL")
COLUMNS: dict[str, Any] = {
    "heard_at": MOMENT,
    "snoozed_until": sa.Date(),
    "held_until": sa.Date(),
    "decider": sa.Text(),
    "vacated_at": MOMENT,
}


def upgrade() -> None:
    _looked_at("look_at", "id")
    with op.batch_alter_table("actions") as actions:
        for name, kind in COLUMNS.items():
            actions.add_column(sa.Column(name, kind))
        actions.add_column(sa.Column("snoozes", sa.BigInteger, nullable=False, server_default=sa.text("0")))
    with op.batch_alter_table("workshops") as workshops:
        workshops.add_column(sa.Column("ladder", sa.Text))
        workshops.add_column(sa.Column("nudges_openly", sa.Boolean, nullable=False, server_default=sa.true()))
    op.create_table(
        "nudges",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("action", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("rung", sa.Text, nullable=False),
        sa.Column("to", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("letter", sa.Text, nullable=False),
        sa.Column("asks", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("installation", "action", "due", "rung", "to", name="pk_nudges"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_nudges_installation_installations"),
        sa.ForeignKeyConstraint(
            ["installation", "action"], ["actions.installation", "actions.id"], name="fk_nudges_installation_actions"
        ),
    )
    op.create_index("ix_nudges_installation_letter", "nudges", ["installation", "letter"])
    op.create_table(
        "own_hours",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("opens", sa.Text, nullable=False),
        sa.Column("closes", sa.Text, nullable=False),
        sa.Column("days", sa.Text, nullable=False),
        sa.Column("nation", sa.Text),
        sa.Column("leave", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("installation", "user", name="pk_own_hours"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_own_hours_installation_installations"),
    )


def downgrade() -> None:
    op.drop_table("own_hours")
    op.drop_table("nudges")
    with op.batch_alter_table("workshops") as workshops:
        workshops.drop_column("nudges_openly")
        workshops.drop_column("ladder")
    with op.batch_alter_table("actions") as actions:
        actions.drop_column("snoozes")
        for name in reversed(COLUMNS):
            actions.drop_column(name)
    _looked_at("look_at")


def _looked_at(*columns: str) -> None:
    """The index that a sweep reads, over these columns."""
    op.drop_index("ix_actions_looked_at", "actions")
    op.create_index(
        "ix_actions_looked_at", "actions", list(columns), postgresql_where=LOOKED_AT, sqlite_where=LOOKED_AT
    )
