"""Evidence that an action is done, checkpoints, and what people see at them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
LOOKED_AT = sa.text("look_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("actions") as actions:
        actions.add_column(sa.Column("evidence", sa.LargeBinary))
        actions.add_column(sa.Column("settled_at", MOMENT))
    op.create_table(
        "checkpoints",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("asked_at", MOMENT),
        sa.Column("everybody", sa.Boolean, nullable=False),
        sa.Column("look_at", MOMENT),
        sa.PrimaryKeyConstraint("installation", "workshop", name="pk_checkpoints"),
        _owned("checkpoints"),
        _inside("checkpoints", "workshop", "workshops"),
    )
    op.create_table(
        "sightings",
        sa.Column("installation", sa.Text, nullable=False),
        sa.Column("action", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("effect", sa.Text),
        sa.Column("match", sa.Text),
        sa.Column("level", sa.LargeBinary, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("installation", "action", "number", "by", name="pk_sightings"),
        _owned("sightings"),
        _inside("sightings", "workshop", "workshops"),
        _inside("sightings", "action", "actions"),
    )
    op.create_index("ix_sightings_installation_workshop", "sightings", ["installation", "workshop"])
    op.create_index(
        "ix_checkpoints_looked_at",
        "checkpoints",
        ["look_at", "workshop"],
        postgresql_where=LOOKED_AT,
        sqlite_where=LOOKED_AT,
    )


def downgrade() -> None:
    for table in ("sightings", "checkpoints"):
        op.drop_table(table)
    with op.batch_alter_table("actions") as actions:
        actions.drop_column("settled_at")
        actions.drop_column("evidence")


def _owned(name: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(["installation"], ["installations.id"], name=f"fk_{name}_installation_installations")


def _inside(name: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        ["installation", column],
        [f"{parent}.installation", f"{parent}.id"],
        name=f"fk_{name}_installation_{column}_{parent}",
    )
