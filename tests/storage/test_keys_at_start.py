"""Whoever starts with the wrong keys hears of it at once, and not when somebody wants to read."""

import pytest

from bot.clock import utc_now
from storage.database import Database
from storage.vault import CannotOpen, Vault
from tests.storage.examples import HERE, a_case


async def test_a_missing_or_different_key_is_told_at_start(database_url: str) -> None:
    with Database(database_url, Vault({"one": bytes(32)}), utc_now) as first:
        await first.install(HERE, enterprise_id=None, team_id="T1", bot_user_id="U0", now=utc_now())
        await first.run(HERE, lambda work: work.cases.add(a_case()))
        first.check_keys()

    with Database(database_url, Vault({"two": bytes(32)}), utc_now) as other, pytest.raises(CannotOpen, match="'one'"):
        other.check_keys()
    with Database(database_url, Vault({"one": b"x" * 32}), utc_now) as same_name, pytest.raises(CannotOpen):
        same_name.check_keys()
    with Database(database_url, Vault({"two": b"y" * 32, "one": bytes(32)}), utc_now) as both:
        both.check_keys()
