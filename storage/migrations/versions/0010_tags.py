"""Tags of replies, and the reactions that stand for them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "tags",
        sa.Column("id", KEY, nullable=False, autoincrement=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("contribution", sa.BigInteger),
        sa.Column("answer", sa.BigInteger),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("factor", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("parts", sa.LargeBinary),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("installation", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("installation", "id", name="uq_tags_installation_id"),
        _owned("tags"),
        _inside("tags", "workshop", "workshops"),
        _inside("tags", "contribution", "contributions", ondelete="CASCADE"),
        _inside("tags", "answer", "answers", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    for column in ("workshop", "contribution", "answer"):
        op.create_index(f"ix_tags_installation_{column}", "tags", ["installation", column])
    op.create_table(
        "marks",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("reaction", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("there", sa.Boolean, nullable=False),
        sa.Column("settles", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("revision_order", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("installation", "channel", "ts", "user", "reaction", name="pk_marks"),
        _owned("marks"),
        _inside("marks", "workshop", "workshops"),
    )
    op.create_index("ix_marks_installation_workshop", "marks", ["installation", "workshop"])


def downgrade() -> None:
    for table in ("marks", "tags"):
        op.drop_table(table)


def _owned(name: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(["installation"], ["installations.id"], name=f"fk_{name}_installation_installations")


def _inside(name: str, column: str, parent: str, ondelete: str | None = None) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        ["installation", column],
        [f"{parent}.installation", f"{parent}.id"],
        name=f"fk_{name}_installation_{column}_{parent}",
        ondelete=ondelete,
    )
