"""The app's manifest: what Slack takes, what the code answers, and not one scope more than the code needs."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient

from bot import manifest
from handlers.dispatch import EVENTS, ROUTES
from handlers.views import ids

PROJECT = Path(__file__).parents[1]
TEXT = (PROJECT / "manifest.yml").read_text(encoding="utf-8")
MANIFEST: dict[str, Any] = yaml.safe_load(TEXT)
FEATURES: dict[str, Any] = MANIFEST["features"]
SETTINGS: dict[str, Any] = MANIFEST["settings"]
SCOPES: list[str] = MANIFEST["oauth_config"]["scopes"]["bot"]

KEYS = {
    "": {"_metadata", "display_information", "features", "oauth_config", "settings"},
    "_metadata": {"major_version", "minor_version"},
    "display_information": {"name", "description", "long_description", "background_color"},
    "features": {"app_home", "bot_user", "shortcuts", "slash_commands"},
    "features.app_home": {"home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"},
    "features.bot_user": {"display_name", "always_online"},
    "features.shortcuts": {"name", "type", "callback_id", "description"},
    "features.slash_commands": {"command", "description", "usage_hint", "should_escape"},
    "oauth_config": {"scopes"},
    "oauth_config.scopes": {"bot", "bot_optional"},
    "settings": {
        "event_subscriptions",
        "interactivity",
        "org_deploy_enabled",
        "socket_mode_enabled",
        "token_rotation_enabled",
    },
    "settings.event_subscriptions": {"bot_events"},
    "settings.interactivity": {"is_enabled"},
}
"""Slack refuses a manifest with a key that it does not know; a Socket Mode app has no use for addresses."""

METHOD_SCOPES: Mapping[str, set[str]] = {
    "apps.connections.open": set(),  # of the app-level token, not of the bot
    "auth.test": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "files.upload_v2": {"files:write"},
    "conversations.create": {"groups:write"},
    "conversations.history": {"groups:history", "im:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.members": {"channels:read", "groups:read"},
    "conversations.invite": {"groups:write"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"groups:history"},
    "pins.add": {"pins:write"},
    "pins.remove": {"pins:write"},
    "reactions.add": {"reactions:write"},
    "reactions.remove": {"reactions:write"},
    "users.conversations": {"groups:read"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
"""What Slack asks for each method, for the kinds of conversations we call it on: private channels and direct messages;
of the channel in which somebody types a command we have to ask first what it is."""

EVENT_SCOPES: Mapping[str, set[str]] = {
    "app_home_opened": set(),
    "app_uninstalled": set(),
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_id_changed": {"channels:read", "groups:read"},
    "channel_left": {"channels:read"},
    "channel_shared": {"channels:read", "groups:read"},
    "channel_unarchive": {"channels:read"},
    "channel_unshared": {"channels:read", "groups:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "group_unarchive": {"groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "member_joined_channel": {"groups:read"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
    "reaction_added": {"reactions:read"},
    "reaction_removed": {"reactions:read"},
    "user_change": {"users:read"},
}


def sections(document: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping of the manifest with the path to it."""
    if isinstance(document, dict):
        yield path, document
        for key, value in document.items():
            yield from sections(value, f"{path}.{key}".removeprefix("."))
    elif isinstance(document, list):
        for each in document:
            yield from sections(each, path)


def methods_called(source: str) -> set[str]:
    """The Web API methods that a module calls, or takes up to call: ``client.chat_update``."""
    named = {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).rpartition(".")[2] == "client"
    }
    return {_method(name) for name in named if hasattr(AsyncWebClient, name) and "_" in name}


def _method(name: str) -> str:
    """``chat_postMessage`` as Slack calls it: ``chat.postMessage``."""
    return "apps.connections.open" if name == "apps_connections_open" else name.replace("_", ".", 1)


def methods() -> set[str]:
    files = [*(PROJECT / "handlers").rglob("*.py"), PROJECT / "bot" / "app.py"]
    return set().union(*(methods_called(file.read_text(encoding="utf-8")) for file in files))


def test_slack_knows_every_key_of_the_manifest() -> None:
    unknown = {
        f"{path}.{key}" for path, section in sections(MANIFEST) for key in section.keys() - KEYS.get(path, set())
    }

    assert unknown == set()


def test_it_is_a_socket_mode_app_and_asks_for_no_address() -> None:
    assert SETTINGS["socket_mode_enabled"] is True
    assert SETTINGS["interactivity"]["is_enabled"] is True
    assert "url" not in re.sub(r"#.*", "", TEXT)
    assert MANIFEST["_metadata"]["major_version"] == 2


def test_for_http_it_has_the_address_wherever_slack_asks_for_one_and_is_else_the_same() -> None:
    changed: dict[str, Any] = yaml.safe_load(manifest.over_http("https://lcat.example.org/"))
    url = "https://lcat.example.org/slack/events"

    assert [command.pop("url") for command in changed["features"]["slash_commands"]] == [url] * len(
        FEATURES["slash_commands"]
    )
    assert changed["settings"]["event_subscriptions"].pop("request_url") == url
    assert changed["settings"]["interactivity"].pop("request_url") == url
    assert changed["settings"].pop("socket_mode_enabled") is False
    assert changed["settings"] | {"socket_mode_enabled": True} == SETTINGS
    assert {**changed, "settings": SETTINGS} == MANIFEST


@pytest.mark.parametrize("address", ["lcat.example.org", "http://lcat.example.org", "https://", "https://a.org?x=1"])
def test_an_address_that_slack_would_not_take_is_told_of(address: str) -> None:
    with pytest.raises(manifest.NoAddress, match=r"https://lcat\.example\.org"):
        manifest.over_http(address)


def test_tokens_do_not_rotate_as_they_could_never_stop_to() -> None:
    assert SETTINGS["token_rotation_enabled"] is False


def test_people_can_read_and_answer_its_direct_messages_and_find_its_page() -> None:
    assert FEATURES["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_its_names_have_the_lengths_that_slack_takes() -> None:
    display = MANIFEST["display_information"]

    assert 1 <= len(display["name"]) <= 35
    assert 1 <= len(display["description"]) <= 140
    assert 175 <= len(display.get("long_description", "-" * 175)) <= 4000
    assert re.fullmatch(r"[a-z0-9._-]{1,80}", FEATURES["bot_user"]["display_name"])
    assert re.fullmatch(r"#[0-9a-f]{6}", display["background_color"])


@pytest.mark.parametrize("command", FEATURES["slash_commands"], ids=lambda command: command["command"])
def test_a_command_has_what_slack_asks_for(command: dict[str, Any]) -> None:
    assert re.fullmatch(r"/[a-z0-9_-]{1,31}", command["command"])
    assert 1 <= len(command["description"]) <= 2000
    assert len(command.get("usage_hint", "")) <= 1000
    assert command["should_escape"] is True


@pytest.mark.parametrize("shortcut", FEATURES["shortcuts"], ids=lambda shortcut: shortcut["name"])
def test_a_shortcut_has_what_slack_asks_for(shortcut: dict[str, Any]) -> None:
    assert 1 <= len(shortcut["name"]) <= 24
    assert 1 <= len(shortcut["description"]) <= 150
    assert 1 <= len(shortcut["callback_id"]) <= 255
    assert shortcut["type"] in {"global", "message"}


def test_there_are_no_more_commands_shortcuts_and_events_than_slack_takes() -> None:
    assert 1 <= len(FEATURES["slash_commands"]) <= 50
    for kind in ("global", "message"):
        assert len([each for each in FEATURES["shortcuts"] if each["type"] == kind]) <= 5
    assert len(SETTINGS["event_subscriptions"]["bot_events"]) <= 100


def test_every_command_is_answered_and_every_answer_can_be_asked_for() -> None:
    offered = [each["command"] for each in FEATURES["slash_commands"]]

    assert sorted(offered) == sorted({command.split()[0] for command in ROUTES.commands})
    assert all(command in ROUTES.commands for command in offered)


def test_every_hint_of_a_command_is_a_word_that_it_knows() -> None:
    for each in FEATURES["slash_commands"]:
        hints = [word.strip() for word in each.get("usage_hint", "").split("·") if word.strip()]
        assert [hint for hint in hints if f"{each['command']} {hint}" not in ROUTES.commands] == []


def test_every_shortcut_is_answered_and_every_answer_can_be_asked_for() -> None:
    offered = [each["callback_id"] for each in FEATURES["shortcuts"]]

    assert sorted(offered) == sorted(ROUTES.shortcuts)
    assert {each["callback_id"]: each["type"] for each in FEATURES["shortcuts"]} == {
        ids.CASE_OPEN: "global",
        ids.ACTION_FROM_MESSAGE: "message",
        ids.TAG_ASK: "message",
        ids.WITHDRAWAL_ASK: "message",
    }


def test_every_event_is_answered_and_every_answer_can_be_asked_for() -> None:
    subscribed = SETTINGS["event_subscriptions"]["bot_events"]

    assert len(subscribed) == len(set(subscribed))
    assert {event.partition(".")[0] for event in subscribed} == set(EVENTS)


def test_every_method_and_event_is_in_the_tables_of_what_they_need() -> None:
    assert methods() - METHOD_SCOPES.keys() == set()
    assert set(SETTINGS["event_subscriptions"]["bot_events"]) - EVENT_SCOPES.keys() == set()


def test_every_scope_is_needed_and_every_needed_scope_is_there() -> None:
    needed = {"commands"}.union(
        *(METHOD_SCOPES[method] for method in methods()),
        *(EVENT_SCOPES[event] for event in SETTINGS["event_subscriptions"]["bot_events"]),
    )

    assert set(SCOPES) - needed == set()
    assert needed - set(SCOPES) == set()
    assert len(SCOPES) == len(set(SCOPES))


def test_every_scope_says_why_it_is_asked_for() -> None:
    lines = TEXT[TEXT.index("oauth_config:") : TEXT.index("settings:")].splitlines()
    asked = [line.strip() for line in lines if line.strip().startswith("- ")]

    assert len(asked) == len(SCOPES)
    assert [line for line in asked if not re.fullmatch(r"- [a-z:._]+ # \S.{9,}", line)] == []


@pytest.mark.parametrize(
    ("source", "called"),
    [
        ("await self.client.chat_postMessage(text='x')", {"chat.postMessage"}),
        ("show = self.client.views_push if x else turn.client.views_open", {"views.push", "views.open"}),
        ("client.apps_connections_open()", {"apps.connections.open"}),
        ("client.token, client.message_receiver, say.chat_update", set()),
    ],
)
def test_the_methods_are_read_from_the_code(source: str, called: set[str]) -> None:
    assert methods_called(source) == called
