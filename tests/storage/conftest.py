"""A store with two workspaces in it."""

import pytest

from storage.database import Database
from tests.storage.examples import settle_in


@pytest.fixture
def store(database: Database) -> Database:
    settle_in(database)
    return database
