"""What Slack tells of people, of whom it has still to be asked, and when they have said that they work."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import not_, select

from bot.workshop.ids import InstallationId, UserId
from bot.workshop.person import Own, Person
from bot.workshop.working_time import Leave
from storage.scope import Scope
from storage.tables import OwnHoursRow, PersonRow, table
from storage.upsert import insert, insert_or_replace

people, own_hours = table(PersonRow), table(OwnHoursRow)
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

    def own_hours(self, user: UserId) -> Own:
        there = select(own_hours).where(self._scope.of(own_hours), own_hours.c.user == user)
        row = self._scope.execute(there).one_or_none()
        if row is None:
            return Own()
        days = frozenset(int(day) for day in row.days.split(","))
        leave = tuple(_leave(each) for each in row.leave.split(",") if each)
        return Own(time.fromisoformat(row.opens), time.fromisoformat(row.closes), days, row.nation, leave)

    def works(self, user: UserId, own: Own) -> None:
        row = {
            "installation": self._scope.installation,
            "user": user,
            "opens": f"{own.opens:%H:%M}",
            "closes": f"{own.closes:%H:%M}",
            "days": ",".join(str(day) for day in sorted(own.days)),
            "nation": own.nation,
            "leave": ",".join(f"{each.first}/{each.last}" for each in own.leave),
        }
        insert_or_replace(self._scope.connection, own_hours, [row], KEY)

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


def _leave(stored: str) -> Leave:
    first, last = (date.fromisoformat(each) for each in stored.split("/"))
    return Leave(first, last)
