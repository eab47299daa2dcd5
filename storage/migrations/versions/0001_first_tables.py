"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = (
    "installations",
    "cases",
    "counters",
    "drafts",
    "inbox",
    "lanes",
    "letters",
    "people",
    "posts",
    "data_keys",
    "workshops",
    "actions",
    "answers",
    "draft_requests",
    "participants",
    "stages",
    "summaries",
    "contributions",
    "findings",
    "updates",
    "evidence",
)


def inside(parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A reference to a row of the same installation."""
    return sa.ForeignKeyConstraint(["installation", column], [f"{parent}.installation", f"{parent}.id"])


def partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, postgresql_where=sa.text(where), sqlite_where=sa.text(where))


def upgrade() -> None:
    op.create_table(
        "installations",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("enterprise_id", sa.Text, nullable=True),
        sa.Column("team_id", sa.Text, nullable=False),
        sa.Column("bot_user_id", sa.Text, nullable=False),
        sa.Column("installed_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
    )
    op.create_table(
        "cases",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("pseudonym", sa.LargeBinary, nullable=False),
        sa.Column("purpose", sa.LargeBinary, nullable=False),
        sa.Column("opened_by", sa.Text, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("channel", sa.Text, nullable=True),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        sa.UniqueConstraint("installation", "id"),
        sa.UniqueConstraint("installation", "reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_installation_channel", "cases", ["installation", "channel"])
    op.create_table(
        "counters",
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), primary_key=True),
        sa.Column("year", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("number", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), primary_key=True),
        sa.Column("draft", sa.Text, primary_key=True),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
    )
    op.create_table(
        "inbox",
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), primary_key=True),
        sa.Column("event_id", sa.Text, primary_key=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=True),
        sa.Column("try_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.Text, nullable=True),
        sqlite_with_rowid=False,
    )
    partial_index("ix_inbox_kept", "inbox", ["try_at"], "try_at IS NOT NULL")
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])
    op.create_table(
        "lanes",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("free_at", MOMENT, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        sa.UniqueConstraint("installation", "lane"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "letters",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("subject", sa.BigInteger, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=True),
        sa.Column("under", sa.Text, nullable=True),
        sa.Column("edition", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("first_tried_at", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("channel", sa.Text, nullable=True),
        sa.Column("ts", sa.Text, nullable=True),
        sa.Column("reason", sa.Text, nullable=True),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        sa.UniqueConstraint("installation", "id"),
        sa.UniqueConstraint("installation", "key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letters_installation_standing_edition", "letters", ["installation", "standing", "edition"])
    partial_index("ix_letters_waiting", "letters", ["not_before", "id"], "state = 'waiting'")
    partial_index(
        "ix_letters_waiting_in_lane", "letters", ["installation", "lane", "not_before", "id"], "state = 'waiting'"
    )
    partial_index(
        "ix_letters_waiting_standing",
        "letters",
        ["installation", "standing"],
        "state = 'waiting' AND standing IS NOT NULL",
    )
    op.create_table(
        "people",
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), primary_key=True),
        sa.Column("user", sa.Text, primary_key=True),
        sa.Column("zone", sa.Text, nullable=True),
        sa.Column("deactivated", sa.Boolean, nullable=False),
        sa.Column("asked", sa.Boolean, nullable=False),
    )
    partial_index("ix_people_unknown", "people", ["installation", "user"], "NOT asked")
    op.create_table(
        "posts",
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), primary_key=True),
        sa.Column("standing", sa.Text, primary_key=True),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
    )
    op.create_table(
        "data_keys",
        sa.Column("case_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.Column("wrapped_by", sa.Text, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("cases", "case_id"),
    )
    op.create_table(
        "workshops",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("case_id", sa.BigInteger, nullable=False),
        sa.Column("facilitator", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("phase", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("agenda", sa.Text, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("cases", "case_id"),
        sa.UniqueConstraint("installation", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_workshops_installation_case_id", "workshops", ["installation", "case_id"])
    op.create_index("ix_workshops_installation_facilitator", "workshops", ["installation", "facilitator"])
    op.create_table(
        "actions",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("change", sa.LargeBinary, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("measure", sa.LargeBinary, nullable=False),
        sa.Column("proposed_by", sa.Text, nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("look_at", MOMENT, nullable=True),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
        sa.UniqueConstraint("installation", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_actions_installation_owner", "actions", ["installation", "owner"])
    op.create_index("ix_actions_installation_workshop", "actions", ["installation", "workshop"])
    partial_index("ix_actions_looked_at", "actions", ["look_at"], "look_at IS NOT NULL")
    op.create_table(
        "answers",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
        sa.UniqueConstraint("installation", "id"),
        sa.UniqueConstraint("installation", "workshop", "user", "pack", "prompt"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "draft_requests",
        sa.Column("workshop", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("requested_at", MOMENT, nullable=False),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
    )
    op.create_index("ix_draft_requests_requested_at", "draft_requests", ["requested_at"])
    op.create_table(
        "participants",
        sa.Column("workshop", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("user", sa.Text, primary_key=True),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("agency", sa.LargeBinary, nullable=False),
        sa.Column("role", sa.LargeBinary, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
    )
    op.create_index("ix_participants_installation_user", "participants", ["installation", "user"])
    op.create_table(
        "stages",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("root", sa.Text, nullable=True),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
        sa.UniqueConstraint("installation", "id"),
        sa.UniqueConstraint("installation", "workshop", "position"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stages_installation_root", "stages", ["installation", "root"])
    op.create_table(
        "summaries",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("drafted_at", MOMENT, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=True),
        sa.Column("approved_at", MOMENT, nullable=True),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("workshops", "workshop"),
        sa.UniqueConstraint("installation", "id"),
        sa.UniqueConstraint("installation", "workshop", "version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contributions",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("workshop", sa.BigInteger, nullable=False),
        sa.Column("stage", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
        sa.Column("said_order", sa.BigInteger, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=True),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("revision_order", sa.BigInteger, nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("stages", "stage"),
        inside("workshops", "workshop"),
        sa.UniqueConstraint("installation", "channel", "ts"),
        sa.UniqueConstraint("installation", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_contributions_installation_workshop_said_order", "contributions", ["installation", "workshop", "said_order"]
    )
    op.create_table(
        "findings",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("summary", sa.BigInteger, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("speaker", sa.LargeBinary, nullable=False),
        sa.Column("left_out", sa.Boolean, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("summaries", "summary"),
        sa.UniqueConstraint("installation", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_findings_installation_summary_position", "findings", ["installation", "summary", "position"])
    op.create_table(
        "updates",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("action", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("before", sa.Text, nullable=True),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("actions", "action"),
        sa.UniqueConstraint("installation", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_updates_installation_action", "updates", ["installation", "action"])
    op.create_table(
        "evidence",
        sa.Column("finding", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("source", sa.BigInteger, nullable=False),
        sa.Column("installation", sa.Text, sa.ForeignKey("installations.id"), nullable=False),
        inside("findings", "finding"),
    )
    op.create_index("ix_evidence_installation_kind_source", "evidence", ["installation", "kind", "source"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
