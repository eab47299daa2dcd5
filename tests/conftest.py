"""What tests everywhere may ask for."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.clock import utc_now
from storage.database import Database
from storage.migrate import migrate
from storage.vault import Vault
from tests.databases import Postgres, hasty_folder, postgres


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it again and again for garbage takes 6 % of the stories' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def hasty_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for databases that need not survive a power cut: in memory, where each commit costs a twentieth."""
    with hasty_folder() as folder:
        yield folder or tmp_path_factory.mktemp("sqlite")


@pytest.fixture(scope="session")
def migrated_file(hasty_path: Path) -> Path:
    """A SQLite file at the newest revision, to copy."""
    file = hasty_path / "migrated.sqlite3"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


@pytest.fixture
def database_path(hasty_path: Path) -> Iterator[Path]:
    """The same for one test."""
    with TemporaryDirectory(dir=hasty_path) as folder:
        yield Path(folder)


@pytest.fixture
def sqlite_url(migrated_file: Path, database_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, database_path / 'lcat.sqlite3')}"


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> Iterator[str]:
    with postgres_server.migrated() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated database of either kind."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def vault() -> Vault:
    return Vault({"test": bytes(range(32))})


@pytest.fixture
def database(database_url: str, vault: Vault) -> Iterator[Database]:
    """A store on a fresh database of either kind, by the real clock."""
    with Database(database_url, vault, utc_now) as opened:
        yield opened
