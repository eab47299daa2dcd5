"""SQLite's one writer: a thread that commits whatever has gathered in the meantime with a single sync of the disk."""

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")

MOST_TOGETHER = 64
"""Jobs in one commit: enough to make a sync cheap, few enough that the first does not wait for the last."""

Task = Callable[[Connection], tuple[T, Callable[[], None]]]
"""Does its work and returns its result, with what is to be called once the work is committed."""


class Closed(RuntimeError):
    """The store was closed and takes no more work."""


@dataclass
class Job:
    """A task somebody waits for, and what came of it."""

    task: Task[Any]
    future: Future[Any] = field(default_factory=Future)
    result: Any = None
    committed: Callable[[], None] | None = None


class Writer:
    """Runs tasks one after the other on the one connection, each in a savepoint of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._write, name="storage-writer", daemon=True)
        self._thread.start()

    def submit(self, task: Task[T]) -> "Future[T]":
        """The future is resolved only after the commit."""
        job = Job(task)
        with self._lock:
            if self._closed:
                raise Closed("the store is closed")
            self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Wait for the work that was submitted, then end."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()
        self._engine.dispose()

    def _write(self) -> None:
        connection: Connection | None = None
        for batch in self._batches():
            try:
                connection = connection or self._engine.connect()
                commit_together(connection, batch)
            except BaseException as error:  # noqa: BLE001 - whoever waits has to hear of it, and the thread goes on
                for job in batch:
                    if not job.future.done():
                        job.future.set_exception(error)
                if connection:
                    connection.close()
                connection = None
        if connection:
            connection.close()

    def _batches(self) -> Iterator[list[Job]]:
        """What has gathered, without what nobody waits for any more, until the queue is closed."""
        last = False
        while not last:
            gathered = [self._jobs.get()]
            while len(gathered) < MOST_TOGETHER and not self._jobs.empty():
                gathered.append(self._jobs.get())
            last = None in gathered
            batch = [job for job in gathered if job and job.future.set_running_or_notify_cancel()]
            if batch:
                yield batch


def commit_together(connection: Connection, batch: list[Job]) -> None:
    """Run *batch* in one transaction. A job that fails undoes itself; if the commit fails, nothing was done at all."""
    failed: list[tuple[Job, BaseException]] = []
    with connection.begin():
        for job in batch:
            try:
                with savepoint(connection):
                    job.result, job.committed = job.task(connection)
            except BaseException as error:
                if not still_open(connection):
                    raise
                failed.append((job, error))
    for job, reason in failed:
        job.future.set_exception(reason)
    for job in batch:
        if job.committed:
            job.committed()
            job.future.set_result(job.result)


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Spoken to the driver directly: SQLAlchemy's own takes as long as the statement inside."""
    driver: Any = connection.connection.driver_connection
    driver.execute("SAVEPOINT job")
    try:
        yield
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK TO job")
            driver.execute("RELEASE job")
        raise
    driver.execute("RELEASE job")


def still_open(connection: Connection) -> bool:
    """A full disk or an input error makes SQLite undo the whole transaction: then every job of it has failed."""
    driver: Any = connection.connection.driver_connection
    return bool(driver.in_transaction)
