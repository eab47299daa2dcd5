"""Replies in the threads of a session, whatever order their edits and deletions reach us in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, delete, exists, false, func, select, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.workshop.ids import ChannelId, ContributionId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.session import Contribution, Where, answered
from bot.workshop.workshop import Visibility
from storage import tags
from storage.moved import current
from storage.scope import Scope
from storage.tables import ContributionRow, table
from storage.types import slack_order
from storage.upsert import given, insert_all

contributions = table(ContributionRow)
NOTHING = b""
"""Words that were edited to nothing: there is nothing to seal, and other words may follow."""

WRITTEN = (
    "installation",
    "workshop",
    "stage",
    "channel",
    "ts",
    "said_order",
    "user",
    "words",
    "revision",
    "revision_order",
    "visibility",
    "scribe",
    "answers",
)
CHANGING = ("words", "revision", "revision_order", "visibility", "answers")


class Contributions:
    """Implements ``bot.work.Contributions``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def put(self, contribution: Contribution) -> bool:
        """Store it if it is later than what is there; a deletion counts whatever its revision.

        So an edit and a deletion leave the place empty, whichever of them reaches us first.
        """
        return bool(self.put_all([contribution]))

    def put_all(self, contributions: Sequence[Contribution]) -> frozenset[Where]:
        if not contributions:
            return frozenset()
        rows = [self._row(each) for each in contributions]
        stored = self._scope.connection.execute(latest_wins(self._scope.dialect), given(self._scope.dialect, rows))
        written = {(ChannelId(row.channel), MessageTs(row.ts)): row.id for row in stored}
        for each in contributions:
            number = written.get((each.channel, each.ts))
            if number is not None and each.words is None:
                tags.forget(self._scope, number, each.channel, each.ts)
        return frozenset(written)

    def add(self, contribution: Contribution) -> Contribution:
        row = self._row(contribution)
        number = self._scope.execute(contributions.insert().values(**row).returning(contributions.c.id)).scalar_one()
        return replace(contribution, id=ContributionId(number))

    def get(self, contribution: ContributionId) -> Contribution:
        this = self._scope.of(contributions), contributions.c.id == contribution
        return self._read(self._scope.one(select(contributions).where(*this)))

    def placed(self, contribution: ContributionId, ts: MessageTs) -> None:
        this = self._scope.of(contributions), contributions.c.id == contribution
        self._scope.execute(update(contributions).where(*this).values(ts=ts, said_order=slack_order(ts)))

    def at(self, channel: ChannelId, ts: MessageTs) -> Contribution | None:
        there = contributions.c.channel == channel, contributions.c.ts == ts
        row = self._scope.execute(select(contributions).where(self._scope.of(contributions), *there)).one_or_none()
        if row is None:
            channel_now = current(self._scope, channel)
            return self.at(channel_now, ts) if channel_now != channel else None
        return self._read(row)

    def bring(self, former: ChannelId, channel: ChannelId) -> Sequence[Contribution]:
        """Rename the channel; gives what was told of under both ids meanwhile: of that the later edition stands."""
        again = [self._read(row) for row in self._scope.execute(self._told_twice(former, channel))]
        before = {each.ts: found for each in again if (found := self.at(former, each.ts))}
        for each in again:
            tags.pass_on(self._scope, each.id, before[each.ts].id)
            this = self._scope.of(contributions), contributions.c.id == each.id
            self._scope.execute(delete(contributions).where(*this))
        there = self._scope.of(contributions), contributions.c.channel == former
        self._scope.execute(update(contributions).where(*there).values(channel=channel))
        self.put_all(again)
        for each in again:
            if each.risk is not None:
                self.about_risk(before[each.ts].id, risk=each.risk)
        return [replace(each, id=before[each.ts].id) for each in again]

    def of(self, workshop: WorkshopId) -> Sequence[Contribution]:
        there = self._scope.of(contributions), contributions.c.workshop == workshop
        said = select(contributions).where(*there).order_by(contributions.c.said_order, contributions.c.id)
        return [self._read(row) for row in self._scope.execute(said)]

    def count(self, workshop: WorkshopId) -> int:
        there = self._scope.of(contributions), contributions.c.workshop == workshop, contributions.c.words > NOTHING
        return int(self._scope.execute(select(func.count()).select_from(contributions).where(*there)).scalar_one())

    def reword(self, contribution: Contribution) -> None:
        this = self._scope.of(contributions), contributions.c.id == contribution.id, contributions.c.words.is_not(None)
        sealed = self._row(contribution)["words"]
        self._scope.execute(update(contributions).where(*this).values(words=sealed))

    def places(self, workshop: WorkshopId) -> Mapping[Where, bool]:
        there = self._scope.of(contributions), contributions.c.workshop == workshop
        kept = func.coalesce(contributions.c.words > NOTHING, false()).label("kept")
        said = select(contributions.c.channel, contributions.c.ts, kept).where(*there)
        rows = self._scope.execute(said.order_by(contributions.c.said_order, contributions.c.id))
        return {(ChannelId(row.channel), MessageTs(row.ts)): bool(row.kept) for row in rows}

    def about_risk(self, contribution: ContributionId, *, risk: bool | None) -> None:
        this = self._scope.of(contributions), contributions.c.id == contribution
        self._scope.execute(update(contributions).where(*this).values(risk=risk))

    def _told_twice(self, former: ChannelId, channel: ChannelId) -> Select[Any]:
        before = contributions.alias()
        same = [before.c[column] == contributions.c[column] for column in ("installation", "ts")]
        known = exists().where(before.c.channel == former, *same)
        return select(contributions).where(self._scope.of(contributions), contributions.c.channel == channel, known)

    def _read(self, row: Row[Any]) -> Contribution:
        workshop = WorkshopId(row.workshop)
        return Contribution(
            id=ContributionId(row.id),
            workshop=workshop,
            stage=StageId(row.stage),
            channel=ChannelId(row.channel),
            ts=MessageTs(row.ts),
            user=UserId(row.user),
            words=self._words(workshop, row.words),
            revision=MessageTs(row.revision),
            visibility=Visibility(row.visibility),
            risk=row.risk,
            scribe=UserId(row.scribe) if row.scribe else None,
            answers=answered(row.answers),
        )

    def _words(self, workshop: WorkshopId, sealed: bytes | None) -> str | None:
        if sealed is None:
            return None
        return self._scope.words_of(workshop).open(sealed, "contribution") if sealed else ""

    def _row(self, contribution: Contribution) -> dict[str, Any]:
        words = contribution.words
        key = self._scope.words_of(contribution.workshop)
        return {
            "installation": self._scope.installation,
            "workshop": contribution.workshop,
            "stage": contribution.stage,
            "channel": contribution.channel,
            "ts": contribution.ts,
            "said_order": slack_order(contribution.ts),
            "user": contribution.user,
            "words": key.seal(words, "contribution") if words else NOTHING if words == "" else None,
            "revision": contribution.revision,
            "revision_order": slack_order(contribution.revision),
            "visibility": contribution.visibility.value,
            "scribe": contribution.scribe,
            "answers": contribution.answers,
        }


@cache
def latest_wins(dialect: str) -> ReturningInsert[Any]:
    """Gives the id and the place of each row that it has written, and nothing where it has written none."""
    statement = insert_all(dialect, contributions, WRITTEN)
    new, stored = statement.excluded, contributions.c
    later = new["revision_order"] > stored.revision_order
    return statement.on_conflict_do_update(
        index_elements=["installation", "channel", "ts"],
        set_={column: new[column] for column in CHANGING},
        where=stored.words.is_not(None) & (new["words"].is_(None) | later),
    ).returning(stored.id, stored.channel, stored.ts)
