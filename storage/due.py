"""Whether anything at all waits for its time: one question in place of one for each list."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, FromClause, Select, bindparam, exists, not_, or_, select, true

from storage.letters import claimable
from storage.scope import Scope
from storage.tables import (
    ActionRow,
    CheckpointRow,
    DigestRow,
    DraftRequestRow,
    GapRow,
    InboxRow,
    LetterRow,
    PersonRow,
    ReflectionRow,
    RiskRow,
    WorkshopRow,
    table,
)

LOOKED_AT = [table(each) for each in (ActionRow, CheckpointRow, DigestRow, GapRow, ReflectionRow, RiskRow, WorkshopRow)]
NOW: ColumnElement[datetime] = bindparam("now")


def anything(scope: Scope, now: datetime) -> bool:
    """Whether a list of what is due would give anything, or a letter could go out if its lane is free."""
    everywhere, mine = scope.reaching()
    found = scope.connection.execute(_anything(everywhere), {"now": now} | mine)
    return bool(found.scalar_one())


@cache
def _anything(everywhere: bool) -> Select[Any]:  # noqa: FBT001 - the key of a cache
    def mine(of: FromClause) -> ColumnElement[bool]:
        return true() if everywhere else of.c.installation == bindparam("mine")

    def soonest(moment: Column[Any], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        """By the index of those moments: as a mere EXISTS, PostgreSQL may read a whole table for nothing."""
        first = select(moment).where(mine(moment.table), moment <= NOW, *conditions).order_by(moment).limit(1)
        return first.scalar_subquery().is_not(None)

    letters, inbox, requests, people = (table(each) for each in (LetterRow, InboxRow, DraftRequestRow, PersonRow))
    return select(
        or_(
            soonest(letters.c.not_before, *claimable(letters)),
            soonest(inbox.c.try_at),
            soonest(requests.c.requested_at),
            exists().where(mine(people), not_(people.c.asked)),
            *(soonest(each.c.look_at) for each in LOOKED_AT),
        )
    )
