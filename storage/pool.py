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


class Pool:
    """Runs each task in a transaction of its own."""

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
            except DBAPIError as error:
                if not crossed(error):
                    raise
            time.sleep(PAUSE * attempt)  # the other one has waited longer and goes first
        return self._once(task)

    def _once(self, task: Task[T]) -> T:
        committed: Callable[[], None]
        with self._engine.begin() as connection:
            result, committed = task(connection)
        committed()
        return result


def crossed(error: DBAPIError) -> bool:
    cause: Any = error.orig
    return getattr(cause, "sqlstate", None) in CROSSED
