"""What the author of a reply said when asked whether it is about a risk to somebody now."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contributions", sa.Column("risk", sa.Boolean))


def downgrade() -> None:
    with op.batch_alter_table("contributions") as contributions:
        contributions.drop_column("risk")
