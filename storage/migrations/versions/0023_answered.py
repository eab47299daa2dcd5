"""What a reply says that it answers."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contributions", sa.Column("answers", sa.Text))


def downgrade() -> None:
    op.drop_column("contributions", "answers")
