"""What the app asked for when it was installed: scopes, events, commands and shortcuts of `manifest.yml`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import yaml


@dataclass(frozen=True)
class Command:
    """A slash command the app has registered."""

    name: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    """A shortcut the app has registered; `kind` is `message` or `global`."""

    name: str
    callback_id: str
    kind: str


@dataclass(frozen=True)
class Manifest:
    """The part of an app manifest that decides what Slack will do for the app."""

    name: str
    bot_name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: dict[str, Command]
    shortcuts: tuple[Shortcut, ...]
    home_tab: bool
    messages_tab: bool

    @classmethod
    def read(cls, path: Path) -> Self:
        return cls.of(yaml.safe_load(path.read_text(encoding="utf-8")))

    @classmethod
    def of(cls, document: dict[str, Any]) -> Self:
        features = document.get("features", {})
        home = features.get("app_home", {})
        subscriptions = document.get("settings", {}).get("event_subscriptions", {})
        commands = [
            Command(each["command"], bool(each.get("should_escape"))) for each in features.get("slash_commands", [])
        ]
        return cls(
            name=document["display_information"]["name"],
            bot_name=features.get("bot_user", {}).get("display_name", "bot"),
            scopes=frozenset(document.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
            events=frozenset(subscriptions.get("bot_events", [])),
            commands={command.name: command for command in commands},
            shortcuts=tuple(
                Shortcut(each["name"], each["callback_id"], each["type"]) for each in features.get("shortcuts", [])
            ),
            home_tab=bool(home.get("home_tab_enabled")),
            messages_tab=bool(home.get("messages_tab_enabled")),
        )

    def shortcut(self, name: str, kind: str) -> Shortcut | None:
        return next((each for each in self.shortcuts if (each.name, each.kind) == (name, kind)), None)
