"""The tables. Every row belongs to one installation, and can refer only to rows of the same one."""

from datetime import date, datetime
from typing import Any, ClassVar, cast

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from storage.types import BigKey, UtcDateTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """What all tables share: how their constraints are named, and what a Python type becomes."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        bytes: LargeBinary(),
        int: BigInteger(),
        datetime: UtcDateTime(),
    }


def table(row: type[Base]) -> Table:
    """The table behind *row*: statements over it cost about a third less than over mapped attributes."""
    return cast("Table", row.__table__)


def inside(parent: str, column: str, *, ends_with_it: bool = False) -> ForeignKeyConstraint:
    """*column* refers to a row of *parent* in the same installation, which may take this one along when it goes."""
    there = [f"{parent}.installation", f"{parent}.id"]
    return ForeignKeyConstraint(["installation", column], there, ondelete="CASCADE" if ends_with_it else None)


def numbered(*extra: Any) -> tuple[Any, ...]:
    """The arguments of a table with an ``id`` that is never used twice and that others may refer to."""
    return (UniqueConstraint("installation", "id"), *extra, {"sqlite_autoincrement": True})


def looked_at(name: str, *then: str) -> Index:
    """The index over the moments at which somebody is to look at a row of *name* again; most rows have none."""
    has_one = text("look_at IS NOT NULL")
    return Index(f"ix_{name}_looked_at", "look_at", *then, postgresql_where=has_one, sqlite_where=has_one)


class Owned:
    """A row of one installation."""

    @declared_attr
    def installation(self) -> Mapped[str]:
        return mapped_column(ForeignKey("installations.id"))


class Numbered(Owned):
    """A row of one installation that has a number."""

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, sort_order=-1)


class InstallationRow(Base):
    """A workspace, or a workspace of an enterprise, that has installed the app."""

    __tablename__ = "installations"

    id: Mapped[str] = mapped_column(primary_key=True)
    enterprise_id: Mapped[str | None]
    team_id: Mapped[str]
    bot_user_id: Mapped[str]
    installed_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    reached_at: Mapped[datetime | None]


class CounterRow(Owned, Base):
    """The last case number that was given out in a year."""

    __tablename__ = "counters"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


class CaseRow(Numbered, Base):
    """``pseudonym``, ``purpose`` and the name of its ``programme`` are sealed.

    ``programme_id`` is the number of the case that began the programme, which may be gone.
    """

    __tablename__ = "cases"
    __table_args__ = numbered(
        UniqueConstraint("installation", "reference"),
        Index(None, "installation", "channel"),
        Index(
            "ix_cases_programme",
            "installation",
            "programme_id",
            postgresql_where=text("programme_id IS NOT NULL"),
            sqlite_where=text("programme_id IS NOT NULL"),
        ),
    )

    reference: Mapped[str]
    pseudonym: Mapped[bytes]
    purpose: Mapped[bytes]
    opened_by: Mapped[str]
    opened_at: Mapped[datetime]
    channel: Mapped[str | None]
    programme: Mapped[bytes | None]
    programme_id: Mapped[int | None]


class DataKeyRow(Owned, Base):
    """The key that seals the words of one case, itself sealed by a master key. Without this row they are noise."""

    __tablename__ = "data_keys"
    __table_args__ = (inside("cases", "case_id"),)

    case_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes]
    wrapped_by: Mapped[str]


class WorkshopRow(Numbered, Base):
    """One cycle on a case.

    ``after`` are ids of packs and ``contacts`` of people, with commas; ``safeguarding``, whom to ring, is sealed;
    ``register`` counts the changes of its alias register; ``look_at`` is when to see whether the brief is due;
    ``ladder`` is NULL where the house's is climbed.
    """

    __tablename__ = "workshops"
    __table_args__ = numbered(
        inside("cases", "case_id"),
        Index(None, "installation", "case_id"),
        Index(None, "installation", "facilitator"),
        looked_at("workshops"),
    )

    case_id: Mapped[int]
    facilitator: Mapped[str]
    held_on: Mapped[date]
    phase: Mapped[str]
    pack: Mapped[str]
    agenda: Mapped[str]
    after: Mapped[str]
    visibility: Mapped[str]
    deputy: Mapped[str | None]
    safeguarding: Mapped[bytes | None]
    contacts: Mapped[str]
    ended_at: Mapped[datetime | None]
    register: Mapped[int]
    look_at: Mapped[datetime | None]
    upcoming: Mapped[bytes | None]
    timekeeping: Mapped[bool]
    kind_wording: Mapped[bool]
    model: Mapped[str]
    interrupted: Mapped[str | None]
    ladder: Mapped[str | None]
    nudges_openly: Mapped[bool]


class ParticipantRow(Owned, Base):
    """A person in a workshop; ``agency`` and ``role`` are sealed."""

    __tablename__ = "participants"
    __table_args__ = (inside("workshops", "workshop"), Index(None, "installation", "user"))

    workshop: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    agency: Mapped[bytes]
    role: Mapped[bytes]


class AnswerRow(Numbered, Base):
    """A private answer; ``words`` are sealed, and so is the reason for which an identifier was kept in them.

    ``risk`` is what its author said when asked whether it is about a risk to somebody now.
    """

    __tablename__ = "answers"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        UniqueConstraint("installation", "workshop", "user", "pack", "prompt"),
    )

    workshop: Mapped[int]
    user: Mapped[str]
    pack: Mapped[str]
    prompt: Mapped[str]
    words: Mapped[bytes]
    visibility: Mapped[str]
    answered_at: Mapped[datetime]
    kept_because: Mapped[bytes | None]
    risk: Mapped[bool | None]


class ReflectionRow(Owned, Base):
    """What one person makes of one pack: begun when there is a row, for others to read once it has been sent."""

    __tablename__ = "reflections"
    __table_args__ = (
        inside("workshops", "workshop"),
        looked_at("reflections"),
    )

    workshop: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user: Mapped[str] = mapped_column(primary_key=True)
    pack: Mapped[str] = mapped_column(primary_key=True)
    sent_at: Mapped[datetime | None]
    look_at: Mapped[datetime | None]
    planned: Mapped[bool]
    reminded: Mapped[int]
    declined: Mapped[bool]


class AcknowledgementRow(Owned, Base):
    """Which version of the privacy notice somebody has read, and when they first said so."""

    __tablename__ = "acknowledgements"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    user: Mapped[str] = mapped_column(primary_key=True)
    notice: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class AliasRow(Numbered, Base):
    """A real name that a workshop knows and the pseudonym that stands for it, both sealed."""

    __tablename__ = "aliases"
    __table_args__ = numbered(inside("workshops", "workshop"), Index(None, "installation", "workshop"))

    workshop: Mapped[int]
    name: Mapped[bytes]
    pseudonym: Mapped[bytes]
    first_alone: Mapped[bool]
    surname_alone: Mapped[bool]
    added_by: Mapped[str]
    added_at: Mapped[datetime]


class RiskRow(Numbered, Base):
    """What somebody said is about a risk to a person now; ``words`` are sealed, ``look_at`` is when to ask the next.

    ``asked`` counts the contacts that have been asked after the facilitator and the deputy.
    """

    __tablename__ = "risks"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        Index(None, "installation", "workshop"),
        looked_at("risks"),
    )

    workshop: Mapped[int]
    raised_by: Mapped[str]
    raised_at: Mapped[datetime]
    words: Mapped[bytes]
    asked: Mapped[int]
    look_at: Mapped[datetime | None]
    seen_by: Mapped[str | None]
    seen_at: Mapped[datetime | None]


class AuditRow(Numbered, Base):
    """What somebody did with confidential words, by ids: never the words. ``subject`` is the number of the thing."""

    __tablename__ = "audit"
    __table_args__ = numbered(Index(None, "installation", "workshop", "id"))

    at: Mapped[datetime]
    by: Mapped[str | None]
    deed: Mapped[str]
    workshop: Mapped[int | None]
    subject: Mapped[int | None]


class StageRow(Numbered, Base):
    """One question of a live session; one that was added on the spot is sealed. ``pauses`` are moments, in pairs."""

    __tablename__ = "stages"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        UniqueConstraint("installation", "workshop", "position"),
        Index(None, "installation", "root"),
    )

    workshop: Mapped[int]
    position: Mapped[int]
    name: Mapped[str]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    root: Mapped[str | None]
    minutes: Mapped[int]
    listens: Mapped[str]
    finds: Mapped[str]
    question: Mapped[bytes | None]
    pauses: Mapped[str]
    revealed_at: Mapped[datetime | None]
    silenced_at: Mapped[datetime | None]


class GapRow(Numbered, Base):
    """A stretch of a session in which Slack could not reach us, and how far its threads have been read since."""

    __tablename__ = "gaps"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        looked_at("gaps"),
    )

    workshop: Mapped[int]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    stage: Mapped[int]
    cursor: Mapped[str]
    seen: Mapped[str]
    found: Mapped[int]
    refused: Mapped[str]
    look_at: Mapped[datetime | None]


class ContributionRow(Numbered, Base):
    """A reply in a thread; ``words`` are sealed, and NULL once taken back. The orders are Slack's times as numbers.

    ``risk`` is what its author said when asked whether it is about a risk to somebody now. ``answers`` is Slack's time
    of the message that it answers, or the person.
    """

    __tablename__ = "contributions"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        inside("stages", "stage"),
        UniqueConstraint("installation", "channel", "ts"),
        Index(None, "installation", "workshop", "said_order"),
    )

    workshop: Mapped[int]
    stage: Mapped[int]
    channel: Mapped[str]
    ts: Mapped[str]
    said_order: Mapped[int]
    user: Mapped[str]
    words: Mapped[bytes | None]
    revision: Mapped[str]
    revision_order: Mapped[int]
    visibility: Mapped[str]
    risk: Mapped[bool | None]
    scribe: Mapped[str | None]
    answers: Mapped[str | None]


class TagRow(Numbered, Base):
    """What somebody said that a reply is, and whether it is settled; the ``parts`` of a missed opportunity are sealed.

    The reply is a ``contribution``, or an ``answer`` that was written in silence.
    """

    __tablename__ = "tags"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        inside("contributions", "contribution", ends_with_it=True),
        inside("answers", "answer", ends_with_it=True),
        Index(None, "installation", "workshop"),
        Index(None, "installation", "contribution"),
        Index(None, "installation", "answer"),
    )

    workshop: Mapped[int]
    contribution: Mapped[int | None]
    answer: Mapped[int | None]
    kind: Mapped[str]
    factor: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    parts: Mapped[bytes | None]
    state: Mapped[str]


class MarkRow(Owned, Base):
    """A reaction that stands for a tag, by the message that it is on: that may be known before the reply is."""

    __tablename__ = "marks"
    __table_args__ = (inside("workshops", "workshop"), Index(None, "installation", "workshop"))

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    ts: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(primary_key=True)
    reaction: Mapped[str] = mapped_column(primary_key=True)
    workshop: Mapped[int]
    kind: Mapped[str]
    there: Mapped[bool]
    settles: Mapped[bool]
    revision: Mapped[str]
    revision_order: Mapped[int]


class SummaryRow(Numbered, Base):
    """A version of what a workshop found; ``editions`` and ``seen``, what it was made from and showed, are sealed.

    ``made`` is how its draft came about, as JSON without words.
    """

    __tablename__ = "summaries"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        UniqueConstraint("installation", "workshop", "version"),
    )

    workshop: Mapped[int]
    version: Mapped[int]
    state: Mapped[str]
    drafted_at: Mapped[datetime]
    approved_by: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    made: Mapped[str]
    editions: Mapped[bytes | None]
    seen: Mapped[bytes | None]
    ended_by: Mapped[str | None]
    ended_at: Mapped[datetime | None]


class FindingRow(Numbered, Base):
    """One line of a summary, sealed. What was drafted before there were whole lines is ``words`` with a ``speaker``."""

    __tablename__ = "findings"
    __table_args__ = numbered(inside("summaries", "summary"), Index(None, "installation", "summary", "position"))

    summary: Mapped[int]
    position: Mapped[int]
    kind: Mapped[str]
    words: Mapped[bytes]
    speaker: Mapped[bytes]
    left_out: Mapped[bool]
    line: Mapped[bytes | None]


class EvidenceRow(Owned, Base):
    """One answer or contribution that a finding rests on."""

    __tablename__ = "evidence"
    __table_args__ = (inside("findings", "finding"), Index(None, "installation", "kind", "source"))

    finding: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    source: Mapped[int]


class DecisionRow(Numbered, Base):
    """What the facilitator decided about a line of a draft; ``body`` is sealed."""

    __tablename__ = "decisions"
    __table_args__ = numbered(inside("workshops", "workshop"), Index(None, "installation", "workshop", "id"))

    workshop: Mapped[int]
    by: Mapped[str]
    at: Mapped[datetime]
    body: Mapped[bytes]


class DraftRequestRow(Owned, Base):
    """A workshop that waits for the draft of its summary; ``asked`` counts how often since the last one was made."""

    __tablename__ = "draft_requests"
    __table_args__ = (inside("workshops", "workshop"), Index(None, "requested_at"))

    workshop: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    requested_at: Mapped[datetime]
    asked: Mapped[int]


class ActionRow(Numbered, Base):
    """An action; everything that people wrote is sealed, and so is who has it outside the workspace.

    A draft may have an empty ``owner``, and a date at the end of all days for none. ``finding`` is not held fast: an
    unpublished one may go, and nothing of it stays here. ``reviews`` are dates with commas, ``look_at`` is when a nudge
    could be due or an unanswered proposal goes back.
    """

    __tablename__ = "actions"
    __table_args__ = numbered(
        inside("workshops", "workshop"),
        Index(None, "installation", "workshop"),
        Index(None, "installation", "owner"),
        Index(
            "ix_actions_sponsored",
            "installation",
            "sponsor",
            postgresql_where=text("sponsor IS NOT NULL"),
            sqlite_where=text("sponsor IS NOT NULL"),
        ),
        looked_at("actions", "id"),
    )

    workshop: Mapped[int]
    level: Mapped[str]
    change: Mapped[bytes]
    owner: Mapped[str]
    due: Mapped[date]
    measure: Mapped[bytes]
    proposed_by: Mapped[str]
    proposed_at: Mapped[datetime]
    state: Mapped[str]
    accepted_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    look_at: Mapped[datetime | None]
    baseline: Mapped[bytes | None]
    expected: Mapped[bytes | None]
    finding: Mapped[int | None]
    factor: Mapped[str | None]
    strength: Mapped[str | None]
    strength_because: Mapped[bytes | None]
    if_then: Mapped[bytes | None]
    reviews: Mapped[str | None]
    outsider: Mapped[bytes | None]
    sponsor: Mapped[str | None]
    asked_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    offer: Mapped[bytes | None]
    into: Mapped[int | None]
    evidence: Mapped[bytes | None]
    settled_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    snoozed_until: Mapped[date | None]
    snoozes: Mapped[int]
    held_until: Mapped[date | None]
    decider: Mapped[str | None]
    vacated_at: Mapped[datetime | None]


class NudgeRow(Owned, Base):
    """That somebody was told of an action, because of which rung for which due date, and in which letter."""

    __tablename__ = "nudges"
    __table_args__ = (inside("actions", "action"), Index(None, "installation", "letter"))

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    action: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    due: Mapped[date] = mapped_column(primary_key=True)
    rung: Mapped[str] = mapped_column(primary_key=True)
    to: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    letter: Mapped[str]
    asks: Mapped[bool]


class TicketRow(Owned, Base):
    """The newest ticket of an action for its owner outside; ``number`` counts how many there were."""

    __tablename__ = "tickets"
    __table_args__ = (inside("actions", "action"),)

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    action: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    until: Mapped[datetime]
    used_at: Mapped[datetime | None]


class CheckpointRow(Owned, Base):
    """Which checkpoint a workshop has come to; ``look_at`` is when to see what is to be asked."""

    __tablename__ = "checkpoints"
    __table_args__ = (
        inside("workshops", "workshop"),
        looked_at("checkpoints", "workshop"),
    )

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    workshop: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    asked_at: Mapped[datetime | None]
    everybody: Mapped[bool]
    look_at: Mapped[datetime | None]


class SightingRow(Owned, Base):
    """What somebody sees of an action at a checkpoint; ``level`` and ``words`` are sealed."""

    __tablename__ = "sightings"
    __table_args__ = (
        inside("workshops", "workshop"),
        inside("actions", "action"),
        Index(None, "installation", "workshop"),
    )

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    action: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    by: Mapped[str] = mapped_column(primary_key=True)
    workshop: Mapped[int]
    at: Mapped[datetime]
    effect: Mapped[str | None]
    match: Mapped[str | None]
    level: Mapped[bytes]
    words: Mapped[bytes]


class DigestRow(Owned, Base):
    """On which weekday and at which hour a workshop has its digest, what the last one told of, and when the next is."""

    __tablename__ = "digests"
    __table_args__ = (
        inside("workshops", "workshop"),
        looked_at("digests", "workshop"),
    )

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    workshop: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    weekday: Mapped[int | None]
    hour: Mapped[int]
    told_at: Mapped[datetime | None]
    look_at: Mapped[datetime | None]


class UpdateRow(Numbered, Base):
    """What was said about an action and what changed, both sealed; ``by`` is empty where it was the bot."""

    __tablename__ = "updates"
    __table_args__ = numbered(inside("actions", "action"), Index(None, "installation", "action"))

    action: Mapped[int]
    by: Mapped[str]
    at: Mapped[datetime]
    before: Mapped[str | None]
    after: Mapped[str]
    words: Mapped[bytes]
    changes: Mapped[bytes | None]
    outside: Mapped[bool]


class LetterRow(Numbered, Base):
    """The outbox. ``edition`` counts how often a standing message was to be brought up to date."""

    __tablename__ = "letters"
    __table_args__ = numbered(
        UniqueConstraint("installation", "key"),
        Index(None, "installation", "standing", "edition"),
        Index(
            "ix_letters_waiting",
            "not_before",
            "id",
            postgresql_where=text("state = 'waiting'"),
            sqlite_where=text("state = 'waiting'"),
        ),
        Index(
            "ix_letters_waiting_standing",
            "installation",
            "standing",
            postgresql_where=text("state = 'waiting' AND standing IS NOT NULL"),
            sqlite_where=text("state = 'waiting' AND standing IS NOT NULL"),
        ),
        Index(
            "ix_letters_waiting_in_lane",
            "installation",
            "lane",
            "not_before",
            "id",
            postgresql_where=text("state = 'waiting'"),
            sqlite_where=text("state = 'waiting'"),
        ),
    )

    key: Mapped[str]
    kind: Mapped[str]
    lane: Mapped[str]
    subject: Mapped[int]
    not_before: Mapped[datetime]
    detail: Mapped[str]
    standing: Mapped[str | None]
    under: Mapped[str | None]
    edition: Mapped[int]
    state: Mapped[str]
    attempts: Mapped[int]
    first_tried_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    channel: Mapped[str | None]
    ts: Mapped[str | None]
    reason: Mapped[str | None]


class LaneRow(Numbered, Base):
    """A channel or a person that letters go to: rate limiter, order and lock in one."""

    __tablename__ = "lanes"
    __table_args__ = (UniqueConstraint("installation", "lane"), {"sqlite_autoincrement": True})

    lane: Mapped[str]
    free_at: Mapped[datetime]


class PostRow(Owned, Base):
    """Where a standing message stands in Slack."""

    __tablename__ = "posts"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    standing: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    ts: Mapped[str]


class MovedChannelRow(Owned, Base):
    """A channel that has another id now: Slack may still tell of the former one, and old buttons name it."""

    __tablename__ = "moved_channels"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    former: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    moved_at: Mapped[datetime]


class InboxRow(Owned, Base):
    """An event that was taken in; with a sealed ``payload`` for as long as it waits to be applied."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_kept",
            "try_at",
            postgresql_where=text("try_at IS NOT NULL"),
            sqlite_where=text("try_at IS NOT NULL"),
        ),
        Index(None, "received_at"),
        {"sqlite_with_rowid": False},
    )

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    event_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    payload: Mapped[bytes | None]
    try_at: Mapped[datetime | None]
    attempts: Mapped[int]
    reason: Mapped[str | None]


class DraftRow(Owned, Base):
    """What somebody has begun in a form; ``body`` is sealed."""

    __tablename__ = "drafts"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    draft: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str]
    body: Mapped[bytes]
    changed_at: Mapped[datetime]


class PersonRow(Owned, Base):
    """What Slack tells of a person; ``asked`` once it was asked."""

    __tablename__ = "people"
    __table_args__ = (
        Index(
            "ix_people_unknown",
            "installation",
            "user",
            postgresql_where=text("NOT asked"),
            sqlite_where=text("NOT asked"),
        ),
    )

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    user: Mapped[str] = mapped_column(primary_key=True)
    zone: Mapped[str | None]
    deactivated: Mapped[bool]
    asked: Mapped[bool]


class OwnHoursRow(Owned, Base):
    """When somebody has said that they work: times of day, weekdays and pairs of dates, each with commas."""

    __tablename__ = "own_hours"

    installation: Mapped[str] = mapped_column(ForeignKey("installations.id"), primary_key=True)
    user: Mapped[str] = mapped_column(primary_key=True)
    opens: Mapped[str]
    closes: Mapped[str]
    days: Mapped[str]
    nation: Mapped[str | None]
    leave: Mapped[str]
