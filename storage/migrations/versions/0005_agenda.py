"""Stages that keep their minutes, their way of listening and their pauses; agendas that can be changed on the spot."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("workshops") as workshops:
        workshops.add_column(sa.Column("upcoming", sa.LargeBinary))
        workshops.add_column(sa.Column("timekeeping", sa.Boolean, nullable=False, server_default=sa.true()))
    with op.batch_alter_table("stages") as stages:
        stages.add_column(sa.Column("minutes", sa.BigInteger, nullable=False, server_default="0"))
        stages.add_column(sa.Column("listens", sa.Text, nullable=False, server_default="open"))
        stages.add_column(sa.Column("finds", sa.Text, nullable=False, server_default="theme"))
        stages.add_column(sa.Column("question", sa.LargeBinary))
        stages.add_column(sa.Column("pauses", sa.Text, nullable=False, server_default=""))
        stages.add_column(sa.Column("revealed_at", MOMENT))
    # Until now the first agenda was the only one there was.
    for name, finds in (("sense", "missed_opportunity"), ("strengths", "strength")):
        op.execute(sa.text("UPDATE stages SET finds = :finds WHERE name = :name").bindparams(finds=finds, name=name))


def downgrade() -> None:
    with op.batch_alter_table("stages") as stages:
        for column in ("revealed_at", "pauses", "question", "finds", "listens", "minutes"):
            stages.drop_column(column)
    with op.batch_alter_table("workshops") as workshops:
        workshops.drop_column("timekeeping")
        workshops.drop_column("upcoming")
