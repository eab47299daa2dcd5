"""Cases that belong to one programme."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

IN_ONE = sa.text("programme_id IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("programme", sa.LargeBinary(), nullable=True))
        cases.add_column(sa.Column("programme_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_cases_programme",
        "cases",
        ["installation", "programme_id"],
        postgresql_where=IN_ONE,
        sqlite_where=IN_ONE,
    )


def downgrade() -> None:
    op.drop_index("ix_cases_programme", "cases")
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("programme_id")
        cases.drop_column("programme")
