"""Reflections that are written step by step and then sent; privacy notices that were read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "reflections",
        sa.Column("workshop", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("look_at", MOMENT),
        sa.Column("planned", sa.Boolean, nullable=False),
        sa.Column("reminded", sa.BigInteger, nullable=False),
        sa.Column("declined", sa.Boolean, nullable=False),
        sa.Column("installation", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop", "user", "pack", name="pk_reflections"),
        sa.ForeignKeyConstraint(
            ["installation", "workshop"],
            ["workshops.installation", "workshops.id"],
            name="fk_reflections_installation_workshop_workshops",
        ),
        sa.ForeignKeyConstraint(
            ["installation"], ["installations.id"], name="fk_reflections_installation_installations"
        ),
    )
    op.create_index(
        "ix_reflections_looked_at",
        "reflections",
        ["look_at"],
        postgresql_where=sa.text("look_at IS NOT NULL"),
        sqlite_where=sa.text("look_at IS NOT NULL"),
    )
    op.create_table(
        "acknowledgements",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("notice", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("installation", "user", "notice", name="pk_acknowledgements"),
        sa.ForeignKeyConstraint(
            ["installation"], ["installations.id"], name="fk_acknowledgements_installation_installations"
        ),
    )
    # Until now an answer was there for others as soon as it was stored.
    op.execute(
        'INSERT INTO reflections (installation, workshop, "user", pack, sent_at, planned, reminded, declined) '
        'SELECT installation, workshop, "user", pack, max(answered_at), true, 0, false FROM answers '
        'GROUP BY installation, workshop, "user", pack'
    )


def downgrade() -> None:
    op.drop_table("acknowledgements")
    op.drop_table("reflections")
