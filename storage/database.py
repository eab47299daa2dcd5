"""The store: runs use cases in units of work, away from the event loop, on SQLite or PostgreSQL."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot import work as ports
from bot.clock import Clock, utc_now
from bot.house import House
from bot.workshop.ids import InstallationId
from storage.aliases import Registers
from storage.engines import database_url, engine_for
from storage.pool import Pool
from storage.vault import Vault
from storage.words import Keyring, check, rewrap
from storage.work import Shared, Work
from storage.writer import Closed, Task, Writer

P = ParamSpec("P")
T = TypeVar("T")

CONNECTIONS = 10
LOOK_SECONDS = 2.0
REWRAPPED_AT_ONCE = 500

log = logging.getLogger(__name__)


class Database:
    """Implements ``bot.work.Store``. The database at *url* must have been migrated.

    Each unit of work gets one moment from *clock*, and what is set for everybody in *house*.
    """

    def __init__(
        self,
        url: str,
        vault: Vault,
        clock: Clock = utc_now,
        *,
        house: House | None = None,
        connections: int = CONNECTIONS,
    ) -> None:
        self._keyring = Keyring(vault)
        self._clock = clock
        self._shared = Shared(self._keyring, Registers(), house or House())
        if database_url(url).drivername == "sqlite":
            log.info("storage on SQLite %s", sqlite3.sqlite_version)
            self._runner: Writer | Pool = Writer(engine_for(url))
        else:
            log.info("storage on PostgreSQL, %d connections", connections)
            self._runner = Pool(engine_for(url, connections=connections), connections)

    async def run(
        self,
        installation: InstallationId,
        use_case: Callable[Concatenate[ports.Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """What *use_case* returns, once it is committed. It may be tried again, so it must do nothing but this work."""
        return await asyncio.wrap_future(self._submit(installation, use_case, *args, **kwargs))

    async def everywhere(
        self, use_case: Callable[Concatenate[ports.Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return await asyncio.wrap_future(self._submit(None, use_case, *args, **kwargs))

    def transact(
        self,
        installation: InstallationId | None,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """The same for those who have no event loop; ``None`` for every installation."""
        return self._submit(installation, use_case, *args, **kwargs).result()

    async def install(
        self,
        installation: InstallationId,
        *,
        enterprise_id: str | None,
        team_id: str,
        bot_user_id: str,
        now: datetime,
    ) -> None:
        """Make sure that the installation exists; everything else that is stored belongs to one."""

        def install(work: Work) -> None:
            work.installations.install(enterprise_id, team_id, bot_user_id, now)

        await asyncio.wrap_future(self._submit(installation, install))

    async def reachable(self) -> bool:
        """Whether the database answers within a moment."""

        def ask(connection: Connection) -> tuple[None, Callable[[], None]]:
            connection.exec_driver_sql("SELECT 1")
            return None, nothing

        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await asyncio.wrap_future(self._runner.submit(ask))
        except (SQLAlchemyError, TimeoutError, Closed):
            return False
        return True

    def check_keys(self) -> None:
        """Raise ``CannotOpen`` if words that are stored could not be read with the keys that we were given."""

        def check_all(connection: Connection) -> tuple[None, Callable[[], None]]:
            check(connection, self._keyring.vault)
            return None, nothing

        self._runner.submit(check_all).result()

    def rewrap(self) -> int:
        """Seal every data key with the current master key; afterwards no data key needs the earlier ones."""

        def some(connection: Connection) -> tuple[int, Callable[[], None]]:
            return rewrap(connection, self._keyring.vault, REWRAPPED_AT_ONCE), nothing

        total = 0
        while done := self._runner.submit(some).result():
            total += done
        return total

    def close(self) -> None:
        """Wait for the work that was submitted, and close every connection."""
        self._runner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _submit(
        self,
        installation: InstallationId | None,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "Future[T]":
        def task(connection: Connection) -> tuple[T, Callable[[], None]]:
            work = Work(connection, installation, self._shared, self._clock())
            return use_case(work, *args, **kwargs), work.committed

        job: Task[T] = task
        return self._runner.submit(job)


def nothing() -> None:
    """There is nothing to do after the commit."""
