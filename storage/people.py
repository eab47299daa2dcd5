"""What Slack tells of people, and of whom it has still to be asked."""

from collections.abc import Sequence

from sqlalchemy import not_, select

from bot.workshop.ids import InstallationId, UserId
from bot.workshop.person import Person
from storage.scope import Scope
from storage.tables import PersonRow, table
from storage.upsert import insert, insert_or_replace

people = table(PersonRow)
KEY = ("installation", "user")


class People:
    """Implements ``bot.work.People``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, user: UserId) -> Person | None:
        row = self._scope.execute(select(people).where(self._scope.of(people), people.c.user == user)).one_or_none()
        return Person(UserId(row.user), row.zone, row.deactivated) if row else None

    def put(self, person: Person) -> None:
        row = {
            "installation": self._scope.installation,
            "user": person.user,
            "zone": person.zone,
            "deactivated": person.deactivated,
            "asked": True,
        }
        insert_or_replace(self._scope.connection, people, [row], KEY)

    def meet(self, users: Sequence[UserId]) -> None:
        """Remember to ask Slack about them, unless it was asked before."""
        rows = [
            {
                "installation": self._scope.installation,
                "user": user,
                "zone": None,
                "deactivated": False,
                "asked": False,
            }
            for user in sorted(set(users))
        ]
        if rows:
            met = insert(self._scope.dialect, people).on_conflict_do_nothing(index_elements=KEY)
            self._scope.connection.execute(met, rows)

    def unknown(self, limit: int) -> Sequence[tuple[InstallationId, UserId]]:
        unasked = select(people.c.installation, people.c.user).where(self._scope.reach(people), not_(people.c.asked))
        first = unasked.order_by(people.c.installation, people.c.user).limit(limit)
        return [(InstallationId(row.installation), UserId(row.user)) for row in self._scope.execute(first)]
