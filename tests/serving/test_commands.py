"""What `lcat` says to an administrator: what it can do, what it did, and in words what keeps it from starting."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.app import CannotStart, running
from bot.cli import app
from bot.demo.theatre import settings_for
from bot.sandbox import Sandbox
from bot.settings import new_key
from tests.serving.service import Command, environment, lcat
from tests.stories.conftest import asked
from tests.stories.office import office
from tests.synthesis.tiny_model import tiny_weights

NOWHERE = "http://127.0.0.1:9/api/"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody's own settings, and a log that is left as it was found."""
    monkeypatch.chdir(tmp_path)
    for name in [each for each in os.environ if each.startswith("LCAT_")]:
        monkeypatch.delenv(name)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    structlog.reset_defaults()
    root.handlers = handlers
    root.setLevel(level)


def test_help_names_every_command() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    for command in ("serve", "migrate", "key", "manifest"):
        assert command in shown.output


def test_a_new_key_is_one_that_it_takes_and_never_the_same(sqlite_url: str) -> None:
    keys = [run("key").stdout.strip() for _ in range(2)]
    assert len(set(keys)) == 2
    migrated = run("migrate", **environment(NOWHERE, sqlite_url, LCAT_ENCRYPTION_KEYS=",".join(keys[:1])))
    assert migrated.exit_code == 0


def test_the_manifest_is_the_one_for_sockets_or_has_the_address_that_is_given() -> None:
    assert "socket_mode_enabled: true" in run("manifest").stdout
    assert "https://lcat.example.org/slack/events" in run("manifest", "--url", "https://lcat.example.org").stdout

    wrong = run("manifest", "--url", "lcat.example.org")
    assert "https://lcat.example.org" in wrong.stderr
    speaks_plainly(wrong.exit_code, wrong.stdout, wrong.stderr)


def test_migrating_makes_the_tables_and_may_be_repeated(empty_url: str) -> None:
    for _ in range(2):
        ended = run("migrate", **environment(NOWHERE, empty_url))
        assert (ended.exit_code, ended.stdout) == (0, "The database is up to date.\n")
    assert asked(empty_url, "SELECT count(*) FROM cases") == [(0,)]


@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_every_wrong_setting_is_told_at_once(command: Command) -> None:
    wrong = {
        "LCAT_SLACK_BOT_TOKEN": "xapp-the-other-one",
        "LCAT_ENCRYPTION_KEYS": "k1:short",
        "LCAT_TIME_ZONE": "Europe/Cardif",
        "LCAT_LOG_LEVEL": "DEBUG",
        "LCAT_LOG_LEVLE": "INFO",
    }
    ended = run(command, **wrong)

    for name in (*wrong, "LCAT_SLACK_APP_TOKEN"):
        assert name in ended.stderr
    assert "the-other-one" not in ended.stderr
    speaks_plainly(ended.exit_code, ended.stdout, ended.stderr)


@pytest.mark.parametrize("command", ["serve", "migrate"])
@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://nobody:hush@127.0.0.1:9/lcat", "LCAT_DATABASE_URL: the database cannot be reached"),
        ("sqlite:////no/such/folder/lcat.sqlite3", "LCAT_DATABASE_URL: the database cannot be reached"),
    ],
)
def test_a_database_that_is_not_there_is_told_of_in_words(command: Command, url: str, words: str) -> None:
    ended = run(command, **environment(NOWHERE, url))

    assert words in ended.stderr
    speaks_plainly(ended.exit_code, ended.stdout, ended.stderr)


async def test_a_wrong_token_is_told_of_in_words(slack: Sandbox, sqlite_url: str, tmp_path: Path) -> None:
    settings = environment(slack.api_url, sqlite_url, LCAT_SLACK_BOT_TOKEN="xoxb-mistyped")
    ended = await lcat(tmp_path, "serve", **settings)

    assert ended.complained.startswith("Slack does not know LCAT_SLACK_BOT_TOKEN")
    speaks_plainly(ended.code, ended.said, ended.complained)
    assert slack.connections == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"slack_app_token": "xapp-mistyped"}, "Slack does not know LCAT_SLACK_APP_TOKEN"),
        ({"slack_api_url": NOWHERE}, "Slack cannot be reached at http://127.0.0.1:9/api/"),
    ],
)
async def test_what_slack_refuses_keeps_it_from_starting(
    slack: Sandbox, sqlite_url: str, wrong: dict[str, str], words: str
) -> None:
    with pytest.raises(CannotStart, match=words):
        async with running(settings_for(slack, sqlite_url, **wrong)):
            pass
    assert slack.connections == 0


async def test_weights_that_are_not_what_was_meant_keep_it_from_starting(
    slack: Sandbox, sqlite_url: str, tmp_path: Path
) -> None:
    weights = tiny_weights(tmp_path / "tiny")
    meant = {"semantic": weights.folder, "semantic_sha256": (weights.model_sha256, weights.tokenizer_sha256)}
    async with running(settings_for(slack, sqlite_url, **meant)):
        connected = slack.connections

    for wrong, words in [
        ({"semantic": weights.folder}, "LCAT_SEMANTIC: .*model.onnx is not the file that was meant"),
        ({"semantic": tmp_path / "nowhere"}, "LCAT_SEMANTIC: there is no onnx/model.onnx"),
    ]:
        with pytest.raises(CannotStart, match=words):
            async with running(settings_for(slack, sqlite_url, **wrong)):
                pass
    assert connected == 1
    assert slack.connections == 0


async def test_an_app_that_was_removed_from_the_workspace_is_told_of(slack: Sandbox, sqlite_url: str) -> None:
    slack.trouble.revoke_token()
    with pytest.raises(CannotStart, match="has been removed from the workspace"):
        async with running(settings_for(slack, sqlite_url)):
            pass


async def test_a_key_that_does_not_open_what_is_stored_keeps_it_from_starting(sqlite_url: str) -> None:
    async with office(sqlite_url, encryption_keys=new_key()) as case:
        await case.opens()
        slack, clock = case.slack, case.clock
        with pytest.raises(CannotStart, match="LCAT_ENCRYPTION_KEYS does not open what this database holds"):
            async with running(settings_for(slack, sqlite_url, encryption_keys=new_key()), clock):
                pass


def run(*words: str, **settings: str) -> Result:
    """`lcat` in this process: starting another takes seconds."""
    return CliRunner().invoke(app, words, env={**settings, "COLUMNS": "120", "TERM": "dumb"})


def speaks_plainly(code: int, said: str, complained: str) -> None:
    assert code == 1
    assert "Traceback" not in complained
    assert "hush" not in complained
    assert said == ""
