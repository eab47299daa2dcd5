"""The outbox. Its lanes are rate limiter, order and lock in one, for any number of processes that deliver."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, exists, func, or_, select, true, update
from sqlalchemy.sql.dml import ReturningUpdate

from bot.workshop.ids import ChannelId, InstallationId, LetterId, MessageTs, UserId
from bot.workshop.letter import Claimed, Letter, LetterKind, Post
from storage.scope import Scope
from storage.tables import LaneRow, LetterRow, PostRow, table
from storage.upsert import insert_new, insert_or_replace

letters, lanes, posts = table(LetterRow), table(LaneRow), table(PostRow)
ALWAYS_FREE = datetime(1970, 1, 1, tzinfo=UTC)
"""A lane that nothing was sent in yet."""

WAITING, SENT, MOOT, FAILED = "waiting", "sent", "moot", "failed"
UNTRIED = (letters.c.state == WAITING, letters.c.attempts == 0)


class Letters:
    """Implements ``bot.work.Letters``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def write(self, letter: Letter) -> bool:
        return self._write(letter, letter.key, edition=0)

    def withdraw(self, keys: Sequence[str]) -> None:
        waiting = self._scope.of(letters), letters.c.key.in_(keys), letters.c.state == WAITING
        self._scope.execute(update(letters).where(*waiting).values(state=MOOT))

    def written(self, key: str) -> Letter | None:
        there = select(letters).where(self._scope.of(letters), letters.c.key == key)
        row = self._scope.execute(there).one_or_none()
        return read(row) if row else None

    def untried(self, key: str) -> bool:
        this = select(letters.c.id).where(self._scope.of(letters), letters.c.key == key, *UNTRIED).with_for_update()
        return self._scope.execute(this).first() is not None

    def refresh(self, letter: Letter) -> None:
        """Make sure that a letter waits which was not tried yet.

        It is held until this unit of work ends, so that it cannot be sent without these changes. One that was tried
        may already show the state of before, and gets a successor.
        """
        if letter.standing is None:
            raise ValueError("only a standing message can be brought up to date")
        tried = 0
        while True:
            last, unsent = self._editions(letter.standing)
            if unsent is not None:
                if self._held(unsent):
                    return
                continue
            # Two who ask at once have seen the same last edition and want the same key: one of them looks again.
            tried = max(last, tried) + 1
            if self._write(letter, f"{letter.key}@{tried}", edition=tried):
                return

    def hurry(self, lane: ChannelId | UserId, *, by: datetime) -> None:
        held = self._scope.of(lanes), lanes.c.lane == lane, lanes.c.free_at > by
        self._scope.execute(update(lanes).where(*held).values(free_at=by))

    def claim(self, now: datetime, *, until: datetime, limit: int) -> Sequence[Claimed]:
        """Lock free lanes in which something is due, take the first letter of each, hold the lanes of those.

        The letters are looked for under the lock, so after whatever others did before.
        """
        free = self._free_lanes(now, limit)
        if not free:
            return []
        taken = self._take_heads(free, now)
        hold = update(lanes).where(lanes.c.id.in_([free[lane_of(row)] for row in taken]))
        self._scope.execute(hold.values(free_at=until))
        first = sorted(taken, key=lambda row: (row.not_before, row.id))
        return [
            Claimed(LetterId(row.id), InstallationId(row.installation), read(row), row.attempts, row.first_tried_at)
            for row in first
        ]

    def sent(self, letter: LetterId, post: Post | None, *, now: datetime, lane_free_at: datetime) -> None:
        place = {"channel": post.channel, "ts": post.ts} if post else {}
        marked = self._mark(letter, lane_free_at, state=SENT, sent_at=now, **place)
        if marked and post and marked.standing:
            row = {"installation": marked.installation, "standing": marked.standing, **place}
            insert_or_replace(self._scope.connection, posts, [row], ("installation", "standing"))

    def moot(self, letter: LetterId, now: datetime) -> None:
        self._mark(letter, now, state=MOOT)

    def failed(self, letter: LetterId, reason: str, now: datetime) -> None:
        marked = self._mark(letter, now, state=FAILED, reason=reason)
        if marked and marked.standing and self.post(marked.standing) is None:
            # What was to stand under it would wait for ever.
            orphans = self._scope.reach(letters), letters.c.under == marked.standing, letters.c.state == WAITING
            self._scope.execute(update(letters).where(*orphans).values(state=FAILED, reason="nothing to stand under"))

    def later(self, letter: LetterId, *, at: datetime, reason: str) -> None:
        """It keeps its place: the whole lane waits with it."""
        self._mark(letter, at, reason=reason)

    def get(self, letter: LetterId) -> Letter:
        return read(self._scope.one(select(letters).where(self._scope.of(letters), letters.c.id == letter)))

    def post(self, standing: str) -> Post | None:
        there = select(posts).where(self._scope.of(posts), posts.c.standing == standing)
        row = self._scope.execute(there).one_or_none()
        return Post(ChannelId(row.channel), MessageTs(row.ts)) if row else None

    def waiting(self, due: datetime | None = None) -> int:
        by = true() if due is None else letters.c.not_before <= due
        unsent = select(func.count()).where(self._scope.reach(letters), letters.c.state == WAITING, by)
        return int(self._scope.execute(unsent).scalar_one())

    def _write(self, letter: Letter, key: str, *, edition: int) -> bool:
        lane = {"installation": self._scope.installation, "lane": letter.lane}
        free = {"free_at": ALWAYS_FREE}
        insert_new(self._scope.connection, lanes, lane | free, ("installation", "lane"))
        row = lane | {
            "key": key,
            "kind": letter.kind.value,
            "subject": letter.subject,
            "not_before": letter.not_before,
            "detail": letter.detail,
            "standing": letter.standing,
            "under": letter.under,
            "edition": edition,
            "state": WAITING,
            "attempts": 0,
        }
        return insert_new(self._scope.connection, letters, row, ("installation", "key"))

    def _editions(self, standing: str) -> tuple[int, int | None]:
        """The last edition of a standing message, and the letter that was not tried yet: both as of one moment."""
        there = self._scope.of(letters), letters.c.standing == standing
        last = select(func.coalesce(func.max(letters.c.edition), 0)).where(*there).scalar_subquery()
        unsent = select(func.min(letters.c.id)).where(*there, *UNTRIED).scalar_subquery()
        row = self._scope.execute(select(last.label("last"), unsent.label("unsent"))).one()
        return row.last, row.unsent

    def _held(self, letter: int) -> bool:
        this = select(letters.c.id).where(letters.c.id == letter, *UNTRIED).with_for_update()
        return self._scope.execute(this).first() is not None

    def _free_lanes(self, now: datetime, limit: int) -> dict[tuple[str, str], int]:
        everywhere, mine = self._scope.reaching()
        rows = self._scope.connection.execute(free_lanes(everywhere), {"now": now, "most": limit} | mine)
        return {lane_of(row): row.id for row in rows}

    def _take_heads(self, free: dict[tuple[str, str], int], now: datetime) -> Sequence[Row[Any]]:
        return self._scope.connection.execute(take_heads(), {"now": now, "lanes": list(free.values())}).all()

    def _mark(self, letter: LetterId, lane_free_at: datetime, **marks: Any) -> Row[Any] | None:
        """Mark a letter that still waits, and say when its lane is free again; somebody else's mark stands."""
        mine = self._scope.reach(letters), letters.c.id == letter, letters.c.state == WAITING
        columns = letters.c.installation, letters.c.lane, letters.c.standing
        row = self._scope.execute(update(letters).where(*mine).values(**marks).returning(*columns)).one_or_none()
        if row:
            lane = lanes.c.installation == row.installation, lanes.c.lane == row.lane
            self._scope.execute(update(lanes).where(*lane).values(free_at=lane_free_at))
        return row


@cache
def free_lanes(everywhere: bool) -> Select[Any]:  # noqa: FBT001 - the key of a cache
    """Locks them, and leaves out those that somebody else has locked."""
    mine = true() if everywhere else letters.c.installation == bindparam("mine")
    # Materialized: what is due is looked up by its date. Grouping at once would make SQLite walk all that waits.
    due = (
        select(letters.c.installation, letters.c.lane, letters.c.not_before)
        .where(mine, *claimable(letters))
        .cte("due")
        .prefix_with("MATERIALIZED", dialect="sqlite")
    )
    first = (
        select(due.c.installation, due.c.lane, func.min(due.c.not_before).label("due_since"))
        .group_by(due.c.installation, due.c.lane)
        .subquery("first")
    )
    same = (lanes.c.installation == first.c.installation) & (lanes.c.lane == first.c.lane)
    return (
        select(lanes.c.id, lanes.c.installation, lanes.c.lane)
        .select_from(first.join(lanes, same))
        .where(lanes.c.free_at <= bindparam("now"))
        .order_by(first.c.due_since, lanes.c.id)
        .limit(bindparam("most"))
        .with_for_update(of=lanes, skip_locked=True)
    )


@cache
def take_heads() -> ReturningUpdate[Any]:
    """Counts an attempt for the first letter of each lane, and gives them."""
    ahead = letters.alias("ahead")
    head = (
        select(ahead.c.id)
        .where(ahead.c.installation == lanes.c.installation, ahead.c.lane == lanes.c.lane)
        .where(*claimable(ahead))
        .order_by(ahead.c.not_before, ahead.c.id)
        .limit(1)
        .correlate(lanes)
        .scalar_subquery()
    )
    heads = select(head).select_from(lanes).where(lanes.c.id.in_(bindparam("lanes", expanding=True)))
    tried = func.coalesce(letters.c.first_tried_at, bindparam("now", type_=letters.c.first_tried_at.type))
    return (
        update(letters)
        .where(letters.c.id.in_(heads), letters.c.state == WAITING)
        .values(attempts=letters.c.attempts + 1, first_tried_at=tried)
        .returning(letters)
    )


def claimable(letter: Any) -> tuple[ColumnElement[bool], ...]:
    """Due, and with the message it belongs under already posted. One that waits for that holds nobody else up."""
    posted = exists().where(posts.c.installation == letter.c.installation, posts.c.standing == letter.c.under)
    return (
        letter.c.state == WAITING,
        letter.c.not_before <= bindparam("now"),
        or_(letter.c.under.is_(None), posted),
    )


def lane_of(row: Row[Any]) -> tuple[str, str]:
    return row.installation, row.lane


def read(row: Row[Any]) -> Letter:
    return Letter(
        key=row.key,
        kind=LetterKind(row.kind),
        lane=row.lane,
        subject=row.subject,
        not_before=row.not_before,
        detail=row.detail,
        standing=row.standing,
        under=row.under,
    )
