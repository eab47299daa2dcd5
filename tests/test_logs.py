"""Logs: ids, stages and counts; never a token, and the trace of what broke in full."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot import logs

SECRETS = [
    "xoxb-123-456-abcDEF",
    "xoxp-123-456-abcDEF",
    "xoxa-2-123-abcDEF",
    "xoxr-123-abcDEF",
    "xoxs-123-abcDEF",
    "xoxc-123-abcDEF",
    "xoxd-abcDEF",
    "xoxo-123-abcDEF",
    "xoxe.xoxb-1-abcDEF",
    "xoxe.xoxp-1-abcDEF",
    "xoxe-1-abcDEF",
    "xapp-1-A1-2-abcDEF",
    "xwfp-1-abcDEF",
    "wss://wss-primary.slack.com/link/?ticket=0a1b-abcDEF&app_id=1",
    f"https://lcat.example.org/o/{'abcDEF-_' * 8}",
    "https://hooks.slack.com/commands/T1/2/abcDEF",
]


class Lines(io.StringIO):
    """What was logged."""

    @property
    def text(self) -> str:
        return self.getvalue()

    @property
    def last(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.getvalue().splitlines()[-1])
        return found


@pytest.fixture(params=["json", "console"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """Logging in either form, put back afterwards as it was."""
    yield from logging_in(request.param, monkeypatch)


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    yield from logging_in("json", monkeypatch)


def logging_in(form: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in ("slack_bolt", "slack_sdk", "aiohttp", "asyncio")}
    lines = Lines()
    monkeypatch.setattr("sys.stderr", lines)
    logs.configure("INFO", form)
    yield lines
    root.handlers = handlers
    root.setLevel(level)
    for name, earlier in levels.items():
        logging.getLogger(name).setLevel(earlier)
    structlog.reset_defaults()


@pytest.mark.parametrize("secret", SECRETS)
def test_no_token_or_ticket_is_logged_however_it_gets_there(either: Lines, secret: str) -> None:
    log = structlog.get_logger("bot.test")

    log.info(f"connecting with {secret}", token=secret)  # noqa: G004
    log.warning("nested", headers={"Authorization": f"Bearer {secret}"}, details=[secret, (secret,)])
    log.error("object", error=ValueError(secret))
    logging.getLogger("bot.library").warning("failed: %s", secret)
    logging.getLogger("bot.library").warning("failed", extra={"url": secret})
    try:
        breaks(RuntimeError(secret))
    except RuntimeError:
        log.exception("broken")
        logging.getLogger("bot.library").exception("broken")

    assert "abcDEF" not in either.text
    assert "[secret]" in either.text
    assert either.text.count("broken") >= 2


def breaks(error: Exception) -> None:
    raise error


def breaks_on(cause: Exception) -> None:
    raise ValueError("no such stage") from cause


def test_what_is_no_secret_stays(collected: Lines) -> None:
    structlog.get_logger("bot.test").info("connected", installation="-/T1", case=7, seconds=0.5)

    assert collected.last["event"] == "connected"
    assert collected.last["installation"] == "-/T1"
    assert collected.last["case"] == 7
    assert collected.last["level"] == "info"
    assert collected.last["logger"] == "bot.test"
    assert collected.last["timestamp"].endswith("Z")


def test_what_broke_keeps_its_trace(collected: Lines) -> None:
    try:
        breaks(ValueError("no such stage"))
    except ValueError:
        structlog.get_logger("bot.test").exception("event_broken", reference="1a2b")

    assert collected.last["reference"] == "1a2b"
    assert collected.last["exception"].startswith("Traceback")
    assert "test_logs.py" in collected.last["exception"]
    assert collected.last["exception"].endswith("ValueError: no such stage")


def test_an_error_that_was_caught_earlier_keeps_its_trace_and_its_cause(collected: Lines) -> None:
    with pytest.raises(ValueError, match="no such stage") as caught:
        breaks_on(KeyError("agenda"))

    structlog.get_logger("bot.test").error("unexpected_error", exc_info=caught.value)

    assert "KeyError: 'agenda'" in collected.last["exception"]
    assert "ValueError: no such stage" in collected.last["exception"]


def test_libraries_keep_their_traces_too(collected: Lines) -> None:
    try:
        breaks(ValueError("deep inside"))
    except ValueError:
        logging.getLogger("some.library").exception("it failed for %s", "a reason")

    assert collected.last["event"] == "it failed for a reason"
    assert "ValueError: deep inside" in collected.last["exception"]


@pytest.mark.parametrize(
    "library", ["slack_bolt", "slack_sdk.web", "aiohttp.access", "websockets.client", "apscheduler"]
)
def test_libraries_that_chatter_are_heard_from_a_warning_on(collected: Lines, library: str) -> None:
    chatty = logging.getLogger(library)

    chatty.debug("a whole payload")
    chatty.info("a whole payload")
    chatty.warning("worth knowing")

    assert "payload" not in collected.text
    assert "worth knowing" in collected.text


def test_debugging_words_are_not_logged(collected: Lines) -> None:
    structlog.get_logger("bot.test").debug("people's words")

    assert collected.text == ""


def test_a_line_for_a_collector_is_one_line(collected: Lines) -> None:
    structlog.get_logger("bot.test").info("two\nlines", note="three\nmore")

    assert len(collected.text.splitlines()) == 1


def test_colours_are_for_terminals_only(either: Lines) -> None:
    structlog.get_logger("bot.test").info("connected")

    assert "\x1b" not in either.text
