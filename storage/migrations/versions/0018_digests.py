"""When workshops have the weekly digest of their plan."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LOOKED_AT = sa.text("look_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("weekday", sa.BigInteger),
        sa.Column("hour", sa.BigInteger, nullable=False),
        sa.Column("told_at", MOMENT),
        sa.Column("look_at", MOMENT),
        sa.PrimaryKeyConstraint("installation", "workshop", name="pk_digests"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name="fk_digests_installation_installations"),
        sa.ForeignKeyConstraint(
            ["installation", "workshop"],
            ["workshops.installation", "workshops.id"],
            name="fk_digests_installation_workshop_workshops",
        ),
    )
    op.create_index(
        "ix_digests_looked_at",
        "digests",
        ["look_at", "workshop"],
        postgresql_where=LOOKED_AT,
        sqlite_where=LOOKED_AT,
    )


def downgrade() -> None:
    op.drop_table("digests")
