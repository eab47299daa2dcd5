"""What people have begun in a form and not sent yet."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from bot.workshop.ids import UserId
from storage.scope import Scope
from storage.tables import DraftRow, table
from storage.upsert import insert

drafts = table(DraftRow)


class SomebodyElses(LookupError):
    """A draft of this id was begun by another person."""


class Drafts:
    """Implements ``bot.work.Drafts``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def put(self, draft: str, user: UserId, body: Mapping[str, object], now: datetime) -> None:
        row = {
            "installation": self._scope.installation,
            "draft": draft,
            "user": user,
            "body": self._scope.seal(body, "drafts", draft, user),
            "changed_at": now,
        }
        statement = insert(self._scope.dialect, drafts).values(**row)
        new = statement.excluded
        stored = statement.on_conflict_do_update(
            index_elements=["installation", "draft"],
            set_={"body": new["body"], "changed_at": new["changed_at"]},
            where=drafts.c.user == new["user"],
        )
        if self._scope.execute(stored.returning(drafts.c.user)).first() is None:
            raise SomebodyElses("this draft belongs to somebody else")

    def get(self, draft: str, user: UserId) -> Mapping[str, object] | None:
        theirs = drafts.c.draft == draft, drafts.c.user == user
        row = self._scope.execute(select(drafts).where(self._scope.of(drafts), *theirs)).one_or_none()
        return self._scope.open(row.body, row.installation, "drafts", draft, user) if row else None

    def of(self, user: UserId, beginning: str) -> Sequence[Mapping[str, object]]:
        theirs = drafts.c.draft.startswith(beginning, autoescape=True), drafts.c.user == user
        rows = self._scope.execute(select(drafts).where(self._scope.of(drafts), *theirs).order_by(drafts.c.draft))
        return [self._scope.open(row.body, row.installation, "drafts", row.draft, user) for row in rows]

    def drop_all(self, beginning: str) -> None:
        these = drafts.c.draft.startswith(beginning, autoescape=True)
        self._scope.execute(delete(drafts).where(self._scope.of(drafts), these))

    def drop(self, draft: str) -> bool:
        """False where somebody else has dropped it meanwhile: of two who do so at once, one waits for the other."""
        return self._scope.execute(delete(drafts).where(self._scope.of(drafts), drafts.c.draft == draft)).rowcount == 1
