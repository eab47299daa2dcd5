"""Alias registers, risks, the audit log; deputies, contacts and the time after the session."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.add_column(sa.Column("after", sa.Text, nullable=False, server_default=""))
        workshops.add_column(sa.Column("visibility", sa.Text, nullable=False, server_default="named_role"))
        workshops.add_column(sa.Column("deputy", sa.Text))
        workshops.add_column(sa.Column("safeguarding", sa.LargeBinary))
        workshops.add_column(sa.Column("contacts", sa.Text, nullable=False, server_default=""))
        workshops.add_column(sa.Column("ended_at", MOMENT))
        workshops.add_column(sa.Column("register", sa.BigInteger, nullable=False, server_default="0"))
    with op.batch_alter_table("answers") as answers:
        answers.add_column(sa.Column("kept_because", sa.LargeBinary))
        answers.add_column(sa.Column("risk", sa.Boolean))
    _table(
        "aliases",
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("pseudonym", sa.LargeBinary, nullable=False),
        sa.Column("first_alone", sa.Boolean, nullable=False),
        sa.Column("surname_alone", sa.Boolean, nullable=False),
        sa.Column("added_by", sa.Text, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        _inside_workshop("aliases"),
    )
    op.create_index("ix_aliases_installation_workshop", "aliases", ["installation", "workshop"])
    _table(
        "risks",
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("raised_by", sa.Text, nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("look_at", MOMENT),
        sa.Column("seen_by", sa.Text),
        sa.Column("seen_at", MOMENT),
        _inside_workshop("risks"),
    )
    op.create_index("ix_risks_installation_workshop", "risks", ["installation", "workshop"])
    waiting = sa.text("look_at IS NOT NULL")
    op.create_index("ix_risks_looked_at", "risks", ["look_at"], postgresql_where=waiting, sqlite_where=waiting)
    _table(
        "audit",
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("deed", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger),
        sa.Column("subject", sa.BigInteger),
    )
    op.create_index("ix_audit_installation_workshop_id", "audit", ["installation", "workshop", "id"])


def downgrade() -> None:
    for table in ("audit", "risks", "aliases"):
        op.drop_table(table)
    with op.batch_alter_table("answers") as answers:
        for column in ("risk", "kept_because"):
            answers.drop_column(column)
    with op.batch_alter_table("workshops") as workshops:
        for column in ("register", "ended_at", "contacts", "safeguarding", "deputy", "visibility", "after"):
            workshops.drop_column(column)


def _table(name: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    """A table of numbered rows, each of one installation."""
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False, autoincrement=True),
        *columns,
        sa.Column("installation", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("installation", "id", name=f"uq_{name}_installation_id"),
        sa.ForeignKeyConstraint(["installation"], ["installations.id"], name=f"fk_{name}_installation_installations"),
        sqlite_autoincrement=True,
    )


def _inside_workshop(name: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        ["installation", "workshop"],
        ["workshops.installation", "workshops.id"],
        name=f"fk_{name}_installation_workshop_workshops",
    )
