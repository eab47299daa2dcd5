"""Whole lines of summaries, what the facilitator decided about them, and how a published version ended.

What earlier versions found stays where it is, as nobody can open it here; it is read as lines.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("summaries") as summaries:
        summaries.add_column(sa.Column("made", sa.Text, nullable=False, server_default="{}"))
        summaries.add_column(sa.Column("editions", sa.LargeBinary))
        summaries.add_column(sa.Column("seen", sa.LargeBinary))
        summaries.add_column(sa.Column("ended_by", sa.Text))
        summaries.add_column(sa.Column("ended_at", MOMENT))
    op.add_column("findings", sa.Column("line", sa.LargeBinary))
    op.create_table(
        "decisions",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("installation", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_decisions_installation_installations"),
        sa.ForeignKeyConstraint(
            ["installation", "workshop"],
            ["workshops.installation", "workshops.id"],
            name="fk_decisions_installation_workshop_workshops",
        ),
        sa.UniqueConstraint("installation", "id", name="uq_decisions_installation_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_installation_workshop_id", "decisions", ["installation", "workshop", "id"])


def downgrade() -> None:
    """Whole lines cannot be told in the words of before: drafts and summaries made since are gone."""
    op.drop_table("decisions")
    op.execute("DELETE FROM evidence WHERE finding IN (SELECT id FROM findings WHERE line IS NOT NULL)")
    op.execute("DELETE FROM findings WHERE line IS NOT NULL")
    with op.batch_alter_table("findings", table_kwargs={"sqlite_autoincrement": True}) as findings:
        findings.drop_column("line")
    with op.batch_alter_table("summaries", table_kwargs={"sqlite_autoincrement": True}) as summaries:
        for column in ("ended_at", "ended_by", "seen", "editions", "made"):
            summaries.drop_column(column)
