"""Gaps that are being read are read anew, from the latest thread: it used to be the first that came first."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

AGAIN = "UPDATE gaps SET stage = {stage}, cursor = '', seen = '0' WHERE look_at IS NOT NULL"
LATEST = """(
    SELECT coalesce(max(stages.position), 0) FROM stages
    WHERE stages.installation = gaps.installation AND stages.workshop = gaps.workshop
)"""


def upgrade() -> None:
    op.execute(AGAIN.format(stage=LATEST))


def downgrade() -> None:
    op.execute(AGAIN.format(stage=0))
