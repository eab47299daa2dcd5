"""Structured logs: ids, stages and counts; never anyone's words, never a token."""

import logging
import re
import sys
from typing import Any

import structlog

SECRET = re.compile(
    r"(?:xox[a-z](?:\.xox[a-z])?-|xapp-|xwfp-)[\w%-]+|ticket=[\w%-]+|(?<=/o/)[\w-]{40,}|hooks\.slack(?:-gov)?\.com/[\w/.%-]+"
)


def configure(level: str, form: str) -> None:
    """Send every log line, ours and the libraries', through the same processors to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer, redact],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # At DEBUG these print whole payloads; at INFO they say little that an operator needs.
    for noisy in ("slack_bolt", "slack_sdk", "websockets", "aiohttp", "apscheduler", "alembic", "asyncio", "uvicorn"):
        logging.getLogger(noisy).setLevel(max(logging.getLevelName(level), logging.WARNING))


def redact(_logger: Any, _method: str, line: Any) -> str:
    """Take tokens and tickets out of the finished line, however deep in what was logged they stood."""
    return SECRET.sub("[secret]", line)
