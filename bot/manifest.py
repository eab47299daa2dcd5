"""The app's manifest: as it stands for Socket Mode, or with an address for HTTP."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

HERE = Path(__file__)
PLACES = (HERE.with_name("manifest.yml"), HERE.parents[1] / "manifest.yml")
"""In an installed bot, and in a checkout."""

REQUESTS = "/slack/events"


class NoAddress(Exception):
    """Slack reaches an app only by https. The message says what to give instead."""


def text() -> str:
    return next(each for each in PLACES if each.exists()).read_text(encoding="utf-8")


def over_http(address: str) -> str:
    """The manifest with *address* wherever Slack asks for one. Raises ``NoAddress``."""
    url = request_url(address)
    manifest: dict[str, Any] = yaml.safe_load(text())
    for command in manifest["features"]["slash_commands"]:
        command["url"] = url
    settings = manifest["settings"]
    settings["event_subscriptions"] = {"request_url": url} | settings["event_subscriptions"]
    settings["interactivity"]["request_url"] = url
    settings["socket_mode_enabled"] = False
    return yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True, width=120)


def request_url(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.netloc or parts.query or parts.fragment:
        raise NoAddress("The address has to look like https://lcat.example.org, as Slack reaches it from outside.")
    return f"https://{parts.netloc}{parts.path.rstrip('/') or REQUESTS}"
