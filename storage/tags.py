"""Tags of replies, and the reactions that stand for them; what is said in a missed opportunity's parts is sealed."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.sql.dml import Insert

from bot.workshop.ids import ChannelId, ContributionId, MessageTs, TagId, UserId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import NO_PARTS, Mark, Parts, Tag, Tagged, TagKind, TagState
from storage.scope import Scope
from storage.tables import ContributionRow, MarkRow, TagRow, table
from storage.types import slack_order
from storage.upsert import insert

tags, marks, contributions = table(TagRow), table(MarkRow), table(ContributionRow)
MARKED_ONCE = ["installation", "channel", "ts", "user", "reaction"]
CHANGING = ("kind", "there", "settles", "revision", "revision_order")


class Tags:
    """Implements ``bot.work.Tags``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, tag: Tag) -> Tag:
        number = self._scope.execute(tags.insert().values(**self._row(tag)).returning(tags.c.id)).scalar_one()
        return replace(tag, id=TagId(number))

    def of(self, workshop: WorkshopId) -> Sequence[Tag]:
        there = self._scope.of(tags), tags.c.workshop == workshop
        return [self._read(row) for row in self._scope.execute(select(tags).where(*there).order_by(tags.c.id))]

    def drop(self, tag: TagId) -> None:
        self._scope.execute(delete(tags).where(self._scope.of(tags), tags.c.id == tag))

    def mark(self, mark: Mark) -> bool:
        self._scope.words_of(mark.workshop)  # raises unless the workshop is ours
        row = asdict(mark) | {
            "installation": self._scope.installation,
            "kind": mark.kind.value,
            "revision_order": slack_order(mark.revision),
        }
        return self._scope.connection.execute(latest_wins(self._scope.dialect), row).first() is not None

    def marks(self, workshop: WorkshopId) -> Sequence[tuple[ContributionId, Mark]]:
        same = [marks.c[column] == contributions.c[column] for column in ("installation", "channel", "ts", "workshop")]
        there = self._scope.of(marks), marks.c.workshop == workshop, marks.c.there, contributions.c.words.is_not(None)
        found = select(marks, contributions.c.id.label("said")).where(*same, *there)
        rows = self._scope.execute(found.order_by(contributions.c.said_order, marks.c.revision_order))
        return [(ContributionId(row.said), _mark(row)) for row in rows]

    def _read(self, row: Row[Any]) -> Tag:
        workshop = WorkshopId(row.workshop)
        kind = SourceKind.CONTRIBUTION if row.answer is None else SourceKind.ANSWER
        words = self._scope.words_of(workshop)
        return Tag(
            id=TagId(row.id),
            workshop=workshop,
            source=Source(kind, row.contribution if row.answer is None else row.answer),
            what=Tagged(TagKind(row.kind), row.factor),
            by=UserId(row.by),
            at=row.at,
            parts=Parts(**json.loads(words.open(row.parts, "parts"))) if row.parts else NO_PARTS,
            state=TagState(row.state),
        )

    def _row(self, tag: Tag) -> dict[str, Any]:
        words = self._scope.words_of(tag.workshop)
        reply = tag.source.kind is SourceKind.CONTRIBUTION
        return {
            "installation": self._scope.installation,
            "workshop": tag.workshop,
            "contribution": tag.source.id if reply else None,
            "answer": None if reply else tag.source.id,
            "kind": tag.what.kind.value,
            "factor": tag.what.factor,
            "by": tag.by,
            "at": tag.at,
            "parts": words.seal(json.dumps(asdict(tag.parts)), "parts") if tag.parts != NO_PARTS else None,
            "state": tag.state.value,
        }


def pass_on(scope: Scope, contribution: int, to: int) -> None:
    """What was said of one reply is said of the other."""
    theirs = scope.of(tags), tags.c.contribution == contribution
    scope.execute(update(tags).where(*theirs).values(contribution=to))


def forget(scope: Scope, contribution: int, channel: ChannelId, ts: MessageTs) -> None:
    """Erase what was said of a reply that was taken back, and the reactions on it."""
    scope.execute(delete(tags).where(scope.of(tags), tags.c.contribution == contribution))
    scope.execute(delete(marks).where(scope.of(marks), marks.c.channel == channel, marks.c.ts == ts))


@cache
def latest_wins(dialect: str) -> Insert:
    """Of two at the same moment the one that takes it away; nothing is given back where nothing was written."""
    statement = insert(dialect, marks)
    new, stored = statement.excluded, marks.c
    later = new["revision_order"] > stored.revision_order
    ends = (new["revision_order"] == stored.revision_order) & stored.there & ~new["there"]
    return statement.on_conflict_do_update(
        index_elements=MARKED_ONCE, set_={column: new[column] for column in CHANGING}, where=later | ends
    ).returning(marks.c.channel)


def _mark(row: Row[Any]) -> Mark:
    return Mark(
        workshop=WorkshopId(row.workshop),
        channel=ChannelId(row.channel),
        ts=MessageTs(row.ts),
        user=UserId(row.user),
        reaction=row.reaction,
        kind=TagKind(row.kind),
        there=row.there,
        settles=row.settles,
        revision=MessageTs(row.revision),
    )
