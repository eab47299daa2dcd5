"""What an action answers, how strong it is, who else is in it, and what exactly each change of it was."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS: dict[str, Any] = {
    "baseline": sa.LargeBinary(),
    "expected": sa.LargeBinary(),
    "finding": sa.BigInteger(),
    "factor": sa.Text(),
    "strength": sa.Text(),
    "strength_because": sa.LargeBinary(),
    "if_then": sa.LargeBinary(),
    "reviews": sa.Text(),
    "outsider": sa.LargeBinary(),
    "sponsor": sa.Text(),
    "asked_at": sa.DateTime(timezone=True),
    "returned_at": sa.DateTime(timezone=True),
    "offer": sa.LargeBinary(),
    "into": sa.BigInteger(),
}


def upgrade() -> None:
    with op.batch_alter_table("actions") as actions:
        for name, kind in COLUMNS.items():
            actions.add_column(sa.Column(name, kind))
    with op.batch_alter_table("updates") as updates:
        updates.add_column(sa.Column("changes", sa.LargeBinary))
        updates.add_column(sa.Column("outside", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("updates") as updates:
        for name in ("outside", "changes"):
            updates.drop_column(name)
    with op.batch_alter_table("actions") as actions:
        for name in reversed(COLUMNS):
            actions.drop_column(name)
