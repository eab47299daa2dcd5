"""PostgreSQL's workers: as many threads as connections, so that none waits for a connection while holding a thread."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from storage.writer import Closed, Task

T = TypeVar("T")

TRIES = 3
PAUSE = 0.02
CROSSED = {"40001", "40P01"}
"""Two transactions stood in each other's way (serialization failure, deadlock); one was undone and may try again."""


class _Gone(Exception):
    """The connection was lost before there was anything to commit."""


class Pool:
    """Runs each task in a transaction of its own.

    Connections are not tried before they are used, which would be a question to the server each time: a task whose
    connection turns out to be gone has another. One whose commit may have got through does not.
    """

    def __init__(self, engine: Engine, threads: int) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="storage")

    def submit(self, task: Task[T]) -> "Future[T]":
        try:
            return self._threads.submit(self._run, task)
        except RuntimeError as error:
            raise Closed("the store is closed") from error

    def close(self) -> None:
        """Wait for the work that was submitted, then end."""
        self._threads.shutdown(wait=True)
        self._engine.dispose()

    def _run(self, task: Task[T]) -> T:
        for attempt in range(1, TRIES):
            try:
                return self._once(task)
            except _Gone:
                continue  # and with it every other connection of that time
            except DBAPIError as error:
                if not crossed(error):
                    raise
            time.sleep(PAUSE * attempt)  # the other one has waited longer and goes first
        try:
            return self._once(task)
        except _Gone as gone:
            raise gone.__cause__ or gone from None

    def _once(self, task: Task[T]) -> T:
        committed: Callable[[], None]
        with self._engine.begin() as connection:
            try:
                result, committed = task(connection)
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise _Gone from error
                raise
        committed()
        return result


def crossed(error: DBAPIError) -> bool:
    cause: Any = error.orig
    return getattr(cause, "sqlstate", None) in CROSSED
