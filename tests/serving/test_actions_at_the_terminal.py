"""`lcat actions`: what an administrator may see of actions, and what is noted where they read people's words."""

import asyncio
import csv
import io
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.settings import new_key
from tests.serving.service import environment
from tests.stories.conftest import asked, sql
from tests.stories.office import agreed

KEY = new_key()
LETTERS = "=Letters reach the school nurse within two days"
NOWHERE = "http://127.0.0.1:9/api/"


@pytest.fixture(autouse=True)
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    level = root.level
    yield
    root.setLevel(level)


@pytest.fixture
def kept(sqlite_url: str) -> str:
    """A database with two actions, one of them taken on with a later date."""

    async def story() -> None:
        async with agreed(sqlite_url, encryption_keys=KEY) as case:
            ella, ben, dev = (case.person(name) for name in ("Ella Social", "Ben Housing", "Dev Police"))
            await case.proposes(ella, ben, LETTERS)
            await ben.clicks("Propose a change")
            ben.fills({"Another date": date(2026, 4, 30), "Why": "The new system comes at Easter."})
            await ben.submits()
            await case.settles()
            await case.fern.clicks("Agree")
            await case.proposes(ella, dev, "One form replaces three", level="Services")

    asyncio.run(story())
    return sqlite_url


def test_actions_are_listed_without_a_word_of_the_case(kept: str) -> None:
    shown = lcat("actions", url=kept)

    assert "LC-2026-0001  1       case     accepted  intermediate" in shown.stdout
    assert "2026-04-30" in shown.stdout
    assert "LC-2026-0001  2       service  proposed  stronger" in shown.stdout
    for word in ("Letters", "form", "Easter", "nurse", "last term"):
        assert word not in shown.stdout


def test_they_are_told_apart_by_case_and_by_what_is_open_and_go_into_a_spreadsheet(kept: str) -> None:
    rows = list(csv.DictReader(io.StringIO(lcat("actions", "--open", "--csv", url=kept).stdout)))

    assert [(each["case"], each["action"], each["state"]) for each in rows] == [("LC-2026-0001", "1", "accepted")]
    assert lcat("actions", "--workshop", "LC-2026-0009", "--csv", url=kept).stdout.count("\n") == 1


def test_a_record_tells_who_when_and_from_what_to_what(kept: str) -> None:
    record = list(csv.DictReader(io.StringIO(lcat("actions", "--history", "1", "--csv", url=kept).stdout)))

    assert [(each["before"], each["after"], each["changed"], each["from"], each["to"]) for each in record] == [
        ("", "proposed", "", "", ""),
        ("proposed", "proposed", "", "", ""),
        ("proposed", "accepted", "due", "2026-03-20", "2026-04-30"),
    ]
    assert len({each["by"] for each in record}) == 3
    missing = lcat("actions", "--history", "99", url=kept)
    assert (missing.exit_code, missing.stderr.strip()) == (1, "There is no action 99.")


def test_words_are_shown_where_they_are_asked_for_and_the_audit_log_knows(kept: str) -> None:
    listed = list(csv.DictReader(io.StringIO(lcat("actions", "--words", "--csv", url=kept).stdout)))
    record = lcat("actions", "--history", "1", "--words", "--csv", url=kept).stdout

    assert [each["change"] for each in listed] == [f"'{LETTERS}", "One form replaces three"]
    assert "The new system comes at Easter." in record
    assert deeds(kept) == ["actions_read"] * 3


def test_of_a_case_whose_words_were_erased_it_says_so(kept: str) -> None:
    sql(kept, "DELETE FROM data_keys")

    listed = lcat("actions", "--words", "--csv", url=kept)
    record = lcat("actions", "--history", "1", url=kept)

    assert {each["change"] for each in csv.DictReader(io.StringIO(listed.stdout))} == {"(erased)"}
    assert listed.stderr.strip().endswith("Erased, so that nobody can read them any more: the words of LC-2026-0001.")
    assert (listed.exit_code, record.exit_code) == (0, 1)
    assert "The words of LC-2026-0001 have been erased, and the record of action 1 with them." in record.stderr
    assert lcat("actions", "--history", "1", "--words", url=kept).stderr == record.stderr
    assert "2026-04-30" in lcat("actions", url=kept).stdout
    assert deeds(kept) == []


def deeds(url: str) -> list[str]:
    return [str(deed) for (deed,) in asked(url, "SELECT deed FROM audit WHERE \"by\" LIKE 'terminal:%'")]


def lcat(*words: str, url: str) -> Result:
    around = {**environment(NOWHERE, url, LCAT_ENCRYPTION_KEYS=KEY), "COLUMNS": "160", "TERM": "dumb"}
    return CliRunner().invoke(app, words, env=around)
