"""Whether anything at all waits for its time: one question in place of one for each list."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, bindparam, exists, not_, or_, select, true

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
    def there(of: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return exists().where(true() if everywhere else of.c.installation == bindparam("mine"), *conditions)

    letters, inbox, requests, people = (table(each) for each in (LetterRow, InboxRow, DraftRequestRow, PersonRow))
    return select(
        or_(
            there(letters, *claimable(letters)),
            there(inbox, inbox.c.try_at <= NOW),
            there(requests, requests.c.requested_at <= NOW),
            there(people, not_(people.c.asked)),
            *(there(each, each.c.look_at <= NOW) for each in LOOKED_AT),
        )
    )
