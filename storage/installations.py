"""The workspaces that have installed the app; every other row belongs to one of them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from bot.workshop.ids import InstallationId, UserId
from storage.scope import Scope
from storage.tables import InstallationRow, table
from storage.upsert import insert

installations = table(InstallationRow)


@dataclass(frozen=True)
class Installation:
    """A workspace, and who the bot is there. ``revoked_at`` is when it was taken away again.

    ``reached_at`` is when Slack could reach the bot last.
    """

    id: InstallationId
    enterprise_id: str | None
    team_id: str
    bot_user_id: UserId
    installed_at: datetime
    revoked_at: datetime | None = None
    reached_at: datetime | None = None


class Installations:
    """The installation of this unit of work."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def install(self, enterprise_id: str | None, team_id: str, bot_user_id: str, now: datetime) -> None:
        """Make sure that the installation exists and stands; *now* counts only the first time."""
        said = {"enterprise_id": enterprise_id, "team_id": team_id, "bot_user_id": bot_user_id, "revoked_at": None}
        first = {"id": self._scope.installation, "installed_at": now}
        row = insert(self._scope.dialect, installations).values(**first, **said)
        self._scope.execute(row.on_conflict_do_update(index_elements=["id"], set_=said))

    def get(self) -> Installation | None:
        mine = select(installations).where(installations.c.id == self._scope.installation)
        row = self._scope.execute(mine).one_or_none()
        return Installation(**row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's public name for it

    def revoke(self, now: datetime) -> None:
        mine = update(installations).where(installations.c.id == self._scope.installation)
        self._scope.execute(mine.values(revoked_at=now))
