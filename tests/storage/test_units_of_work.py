"""A unit of work is committed whole, or not at all, and nobody hears of it before."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot import work as ports
from bot.workshop.ids import WorkshopId
from storage.database import Database, nothing
from storage.engines import database_url as parsed
from storage.engines import engine_for
from storage.pool import Pool
from storage.scope import NoInstallation
from storage.vault import Vault
from storage.work import Work
from storage.writer import MOST_TOGETHER, Closed, Writer
from tests.storage.examples import HERE, NOW, a_letter, a_stage, open_workshop, settle_in
from tests.stories.conftest import asked


class Slip(Exception):
    """Something a use case did not expect."""


def write(work: ports.Work, number: int, *, slip: bool = False) -> int:
    work.letters.write(a_letter(f"letter-{number}"))
    if slip:
        raise Slip
    return number


async def test_each_gets_its_own_result(store: Database) -> None:
    results = await asyncio.gather(*(store.run(HERE, write, number) for number in range(150)))

    assert results == list(range(150))
    assert await store.run(HERE, lambda work: work.letters.waiting()) == 150


async def test_one_that_fails_among_many_undoes_only_itself(store: Database) -> None:
    work = [store.run(HERE, write, number, slip=number % 10 == 3) for number in range(100)]
    results = await asyncio.gather(*work, return_exceptions=True)

    assert [number for number, each in enumerate(results) if isinstance(each, Slip)] == list(range(3, 100, 10))
    assert await store.run(HERE, lambda work: work.letters.waiting()) == 90


async def test_a_broken_statement_undoes_only_its_own_work(store: Database) -> None:
    def break_off(work: ports.Work) -> None:
        work.letters.write(a_letter("never"))
        work.stages.add(a_stage(WorkshopId(99)))

    results = await asyncio.gather(
        store.run(HERE, write, 1), store.run(HERE, break_off), store.run(HERE, write, 2), return_exceptions=True
    )

    assert (results[0], results[2]) == (1, 2)
    assert isinstance(results[1], IntegrityError)
    assert await store.run(HERE, lambda work: work.letters.waiting()) == 2


async def test_no_word_appears_in_an_error(store: Database) -> None:
    with pytest.raises(IntegrityError) as caught:
        await store.run(HERE, lambda work: work.stages.add(a_stage(WorkshopId(99), name="her-secret-name")))

    assert "her-secret-name" not in str(caught.value)


async def test_everywhere_belongs_to_no_installation(store: Database) -> None:
    with pytest.raises(NoInstallation):
        await store.everywhere(lambda work: work.installation)
    with pytest.raises(NoInstallation):
        await store.everywhere(lambda work: work.letters.write(a_letter("whose")))

    assert await store.run(HERE, lambda work: work.installation) == HERE


async def test_a_unit_of_work_has_one_moment(database_url: str, vault: Vault) -> None:
    with Database(database_url, vault, lambda: NOW) as store:
        assert await store.run(HERE, lambda work: work.now) == NOW


async def test_installing_makes_room_for_everything_else(database: Database) -> None:
    await database.install(HERE, enterprise_id=None, team_id="T", bot_user_id="U-BOT", now=NOW)

    assert await database.run(HERE, write, 1) == 1


async def test_nobody_waiting_any_more_does_not_disturb_the_others(store: Database) -> None:
    stop, started = threading.Event(), threading.Event()

    def linger(work: ports.Work) -> None:
        started.set()
        stop.wait(10)
        write(work, 0)

    slow = asyncio.create_task(store.run(HERE, linger))
    await asyncio.to_thread(started.wait, 10)
    slow.cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow
    stop.set()

    assert await store.run(HERE, write, 1) == 1
    assert await store.run(HERE, lambda work: work.letters.waiting()) == 2


async def test_closing_waits_for_the_work_in_hand(database_url: str, vault: Vault) -> None:
    store = Database(database_url, vault)
    settle_in(store)
    work = [asyncio.ensure_future(store.run(HERE, write, number)) for number in range(100)]
    await asyncio.sleep(0)

    store.close()

    assert await asyncio.gather(*work) == list(range(100))
    with pytest.raises(Closed):
        await store.run(HERE, write, 100)
    store.close()


def test_two_that_stand_in_each_others_way_both_get_through(postgres_url: str, vault: Vault) -> None:
    both = threading.Barrier(2)
    tries: list[str] = []

    def cross(work: Work, first: WorkshopId, second: WorkshopId) -> None:
        tries.append("try")
        work.workshops.get(first)
        if len(tries) <= 2:
            both.wait(10)
        work.workshops.get(second)

    with Database(postgres_url, vault) as store, ThreadPoolExecutor(2) as threads:
        settle_in(store)
        one, two = (store.transact(HERE, open_workshop).id for _ in range(2))
        waiting = [
            threads.submit(lambda: store.transact(HERE, cross, one, two)),
            threads.submit(lambda: store.transact(HERE, cross, two, one)),
        ]
        for each in waiting:
            each.result(30)

    assert len(tries) > 2


def test_other_refusals_of_the_database_are_not_tried_again(postgres_url: str) -> None:
    tries = []

    def divide(connection: Connection) -> Any:
        tries.append("try")
        connection.exec_driver_sql("SELECT 1 / 0")

    pool = Pool(engine_for(postgres_url), 1)
    with pytest.raises(DBAPIError):
        pool.submit(divide).result()
    pool.close()

    assert len(tries) == 1


def test_work_whose_connection_is_gone_has_another(postgres_url: str) -> None:
    def ask(connection: Connection) -> tuple[int, Callable[[], None]]:
        return backend(connection), nothing

    pool = Pool(engine_for(postgres_url, connections=3), 1)
    first = pool.submit(ask).result()
    end(postgres_url, first)
    second = pool.submit(ask).result()
    pool.close()

    assert second != first


def test_work_whose_commit_may_have_got_through_is_not_done_twice(postgres_url: str) -> None:
    tries = []

    def lose_it(connection: Connection) -> tuple[None, Callable[[], None]]:
        tries.append("try")
        end(postgres_url, backend(connection))
        return None, nothing

    pool = Pool(engine_for(postgres_url), 1)
    with pytest.raises(DBAPIError):
        pool.submit(lose_it).result()
    pool.close()

    assert len(tries) == 1


def test_where_no_connection_lasts_the_work_is_given_up(postgres_url: str) -> None:
    tries = []

    def lose_it(connection: Connection) -> Any:
        tries.append("try")
        end(postgres_url, backend(connection))
        return backend(connection), nothing

    pool = Pool(engine_for(postgres_url), 1)
    with pytest.raises(DBAPIError):
        pool.submit(lose_it).result()
    pool.close()

    assert len(tries) == 3


def backend(connection: Connection) -> int:
    """The process of the server that is at the other end."""
    number: int = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return number


def end(url: str, process: int) -> None:
    """As a restart of the server does. Waits until it is gone."""
    there = "SELECT count(*) FROM pg_stat_activity WHERE pid = :process"
    asked(url, "SELECT pg_terminate_backend(:process, 10000)", process=process)
    assert asked(url, there, process=process) == [(0,)]


def test_postgres_ends_transactions_that_were_left_open(postgres_url: str) -> None:
    engine = engine_for(postgres_url)
    with engine.connect() as connection:
        kept = connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one()
    engine.dispose()

    assert kept == "30s"


def held(writer: Writer) -> tuple[Callable[[], None], "Future[Any]"]:
    """Keep the writer busy, so that what comes next gathers behind it."""
    go, begun = threading.Event(), threading.Event()

    def wait(_: Connection) -> tuple[None, Callable[[], None]]:
        begun.set()
        go.wait(10)
        return None, lambda: None

    future = writer.submit(wait)
    begun.wait(10)
    return go.set, future


def insert(number: int) -> Callable[[Connection], tuple[int, Callable[[], None]]]:
    def task(connection: Connection) -> tuple[int, Callable[[], None]]:
        connection.exec_driver_sql("INSERT INTO numbers VALUES (?)", (number,))
        return number, lambda: None

    return task


def counted(url: str) -> int:
    engine = engine_for(url)
    with engine.connect() as connection:
        found: int = connection.exec_driver_sql("SELECT count(*) FROM numbers").scalar_one()
    engine.dispose()
    return found


def test_what_gathers_is_committed_together_and_heard_of_afterwards(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    heard: list[bool] = []
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE numbers (number INTEGER)")
    waiting: list[Future[Any]] = []
    event.listen(engine, "commit", lambda _: heard.append(any(each.done() for each in waiting[-1:])))
    writer = Writer(engine)
    go, _ = held(writer)

    waiting.extend(writer.submit(insert(number)) for number in range(MOST_TOGETHER))
    go()
    results = [each.result(10) for each in waiting]
    writer.close()

    assert results == list(range(MOST_TOGETHER))
    assert heard == [False, False]
    assert counted(sqlite_url) == MOST_TOGETHER


def test_if_the_commit_fails_everybody_hears_of_it_and_the_writer_goes_on(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE numbers (number INTEGER)")
        connection.exec_driver_sql("CREATE TABLE parents (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(
            "CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)"
        )
    writer = Writer(engine)

    def orphan(connection: Connection) -> tuple[None, Callable[[], None]]:
        connection.exec_driver_sql("INSERT INTO children VALUES (1)")
        return None, lambda: None

    go, first = held(writer)
    together: list[Future[Any]] = [writer.submit(insert(1)), writer.submit(orphan), writer.submit(insert(2))]
    go()
    first.result(10)
    for each in together:
        with pytest.raises(IntegrityError):
            each.result(10)
    after = writer.submit(insert(3)).result(10)
    writer.close()

    assert after == 3
    assert counted(sqlite_url) == 1


def test_if_the_transaction_is_gone_everybody_in_it_hears_of_it(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE numbers (number INTEGER)")
    writer = Writer(engine)

    def lose_all(connection: Connection) -> tuple[None, Callable[[], None]]:
        connection.exec_driver_sql("INSERT OR ROLLBACK INTO alembic_version VALUES (NULL)")
        return None, lambda: None

    go, _ = held(writer)
    together: list[Future[Any]] = [writer.submit(insert(1)), writer.submit(lose_all), writer.submit(insert(2))]
    go()
    for each in together:
        with pytest.raises(DBAPIError):
            each.result(10)
    assert writer.submit(insert(3)).result(10) == 3
    writer.close()

    assert counted(sqlite_url) == 1


def test_work_that_nobody_waits_for_is_not_begun(sqlite_url: str) -> None:
    writer = Writer(engine_for(sqlite_url))
    go, _ = held(writer)
    dropped = writer.submit(insert(1))

    assert dropped.cancel()
    go()
    writer.close()


def test_a_database_that_cannot_be_opened_says_so_to_whoever_asks() -> None:
    writer = Writer(engine_for("sqlite:////no/such/folder/lcat.sqlite3"))

    for _ in range(2):
        with pytest.raises(OperationalError):
            writer.submit(insert(1)).result(10)
    writer.close()


def test_sqlite_syncs_every_commit_and_minds_its_references(sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    engine.dispose()

    assert found == ["wal", 2, 1, 5000]


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "mysql://x/y"])
def test_a_database_that_we_cannot_use_is_refused_in_words(url: str) -> None:
    with pytest.raises(ValueError, match="the database"):
        parsed(url)


@pytest.mark.parametrize("url", ["postgres://a@b/c", "postgresql://a@b/c", "postgresql+psycopg://a@b/c"])
def test_every_way_to_write_a_postgres_address_means_the_same(url: str) -> None:
    assert parsed(url).render_as_string() == "postgresql+psycopg://a@b/c"
