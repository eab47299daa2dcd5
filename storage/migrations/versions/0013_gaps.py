"""When Slack could reach the bot last, and the gaps in running sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("installations") as installations:
        installations.add_column(sa.Column("reached_at", MOMENT))
    op.create_table(
        "gaps",
        sa.Column("id", KEY, nullable=False, autoincrement=True),
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=False),
        sa.Column("stage", sa.BigInteger, nullable=False),
        sa.Column("cursor", sa.Text, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("found", sa.BigInteger, nullable=False),
        sa.Column("refused", sa.Text, nullable=False),
        sa.Column("look_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_gaps"),
        sa.UniqueConstraint("installation", "id", name="uq_gaps_installation_id"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_gaps_installation_installations"),
        sa.ForeignKeyConstraint(
            ["installation", "workshop"],
            ["workshops.installation", "workshops.id"],
            name="fk_gaps_installation_workshop_workshops",
        ),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("look_at IS NOT NULL")
    op.create_index("ix_gaps_looked_at", "gaps", ["look_at"], postgresql_where=waiting, sqlite_where=waiting)


def downgrade() -> None:
    op.drop_table("gaps")
    with op.batch_alter_table("installations") as installations:
        installations.drop_column("reached_at")
