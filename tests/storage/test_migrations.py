"""The migrations lead to exactly the tables that the code declares."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from bot.workshop.gap import Gap
from bot.workshop.ids import GapId, MessageTs
from storage.database import Database
from storage.engines import engine_for
from storage.migrate import MIGRATIONS, migrate, revision_of
from storage.tables import Base
from storage.work import Work
from tests.databases import Postgres
from tests.storage.examples import HERE, a_gap, a_stage, open_stage


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty 100%.sqlite3'}"
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    with server.empty() as url:
        yield url


def test_what_is_migrated_is_what_is_declared(database_url: str) -> None:
    engine = engine_for(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()

    assert differences == []


def test_every_row_belongs_to_an_installation() -> None:
    owned = [table.name for table in Base.metadata.sorted_tables if "installation" in table.columns]

    assert [each.name for each in Base.metadata.sorted_tables if each.name not in owned] == ["installations"]


def test_a_database_says_where_it_stands(empty_url: str) -> None:
    before = revision_of(empty_url)
    migrate(empty_url)
    migrate(empty_url)

    assert (before, revision_of(empty_url)) == (None, "0024")


def test_several_processes_may_migrate_at_once(empty_url: str) -> None:
    program = "import sys; from storage.migrate import migrate; migrate(sys.argv[1])"
    processes = [subprocess.Popen([sys.executable, "-c", program, empty_url]) for _ in range(2)]

    assert [each.wait(60) for each in processes] == [0, 0]
    assert revision_of(empty_url) == "0024"


def test_a_migration_can_be_taken_back(empty_url: str) -> None:
    migrate(empty_url)
    take_back(empty_url, "base")

    assert revision_of(empty_url) is None
    migrate(empty_url)


def test_gaps_that_were_being_read_are_read_from_the_latest_thread_on(store: Database, database_url: str) -> None:
    workshop = store.transact(HERE, open_stage).workshop
    latest = store.transact(HERE, lambda work: work.stages.add(a_stage(workshop, position=7)))
    half_read = a_gap(workshop, stage=1, cursor="page-2", seen=MessageTs("200.000001"))
    for gap in (half_read, replace(half_read, look_at=None)):
        store.transact(HERE, partial(add, gap))

    take_back(database_url, "0023")
    assert gaps_in(store) == [(0, "", "0"), (1, "page-2", "200.000001")]
    migrate(database_url)
    assert gaps_in(store) == [(latest.position, "", "0"), (1, "page-2", "200.000001")]


def add(gap: Gap, work: Work) -> Gap:
    return work.gaps.add(gap)


def take_back(url: str, revision: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


def gaps_in(store: Database) -> list[tuple[int, str, str]]:
    found = store.transact(HERE, lambda work: [work.gaps.get(GapId(number)) for number in (1, 2)])
    return [(each.stage, each.cursor, each.seen) for each in found]
