"""What Slack sends the app when a person uses a command, a shortcut, a button or a form."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox import wire
from bot.sandbox.inputs import initial_values
from bot.sandbox.keyboard import command_text
from bot.sandbox.manifest import Command, Shortcut
from bot.sandbox.modals import team_wire, view_wire
from bot.sandbox.platform import Platform
from bot.sandbox.state import Account, Channel, Json, Post, View

CHANNEL_NAMES = {"group": "privategroup", "im": "directmessage"}


@dataclass(frozen=True)
class Interactions:
    """Builds the payloads of one person and waits for the app's answer to each."""

    slack: Platform
    who: Account

    async def command(self, command: Command, text: str, channel: Channel) -> Json | None:
        world = self.slack.world
        payload: Json = {
            "token": "not-used-any-more",
            "team_id": world.team.id,
            "team_domain": world.team.domain,
            "channel_id": channel.id,
            "channel_name": _name(channel),
            "user_id": self.who.id,
            "user_name": self.who.handle,
            "command": command.name,
            "text": command_text(world, text, should_escape=command.should_escape),
            "api_app_id": world.app_id,
            "is_enterprise_install": "false",
            "response_url": self.slack.responses.give(self.who.id, channel),
            "trigger_id": world.triggers.give(self.who.id, channel=channel.id),
        }
        if world.team.enterprise_id:
            payload |= {"enterprise_id": world.team.enterprise_id, "enterprise_name": world.team.name}
        return await self.slack.delivery.ask("slash_commands", payload)

    async def message_shortcut(self, shortcut: Shortcut, post: Post) -> Json | None:
        channel = self.slack.world.channels[post.channel]
        return await self._ask(
            {
                "type": "message_action",
                "callback_id": shortcut.callback_id,
                "trigger_id": self.slack.world.triggers.give(self.who.id, channel=channel.id),
                "action_ts": self.slack.world.stamps.ts(),
                "message_ts": post.ts,
                "response_url": self.slack.responses.give(self.who.id, channel),
                "channel": {"id": channel.id, "name": _name(channel)},
                "message": wire.message(self.slack.world, post),
            }
        )

    async def global_shortcut(self, shortcut: Shortcut) -> Json | None:
        return await self._ask(
            {
                "type": "shortcut",
                "callback_id": shortcut.callback_id,
                "trigger_id": self.slack.world.triggers.give(self.who.id),
                "action_ts": self.slack.world.stamps.ts(),
            }
        )

    async def message_action(self, post: Post, action: Json) -> Json | None:
        """A click in a message; an ephemeral message is named, but not sent along."""
        world, channel = self.slack.world, self.slack.world.channels[post.channel]
        ephemeral = post.only_for is not None
        container = {
            "type": "message",
            "message_ts": post.ts,
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
        }
        if post.is_reply:
            container["thread_ts"] = post.thread_ts
        payload = self._block_actions(container, action) | {
            "trigger_id": world.triggers.give(self.who.id, channel=channel.id),
            "channel": {"id": channel.id, "name": _name(channel)},
            "response_url": self.slack.responses.give(self.who.id, channel, post),
            "state": {"values": _with_choice(initial_values(post.blocks, {}), action)},
        }
        if not ephemeral:
            payload["message"] = wire.message(world, post)
        return await self._ask(payload)

    async def view_action(self, view: View, action: Json) -> Json | None:
        container = {"type": "view", "view_id": view.id}
        in_modal = view.payload["type"] == "modal"
        shown = view_wire(self.slack.world, view)
        payload = self._block_actions(container, action) | {
            "trigger_id": self.slack.world.triggers.give(self.who.id, from_modal=in_modal, channel=view.channel),
            "team": team_wire(self.who),
            "view": shown,
            "state": shown["state"],
        }
        return await self._ask(payload)

    async def submission(self, view: View) -> Json | None:
        return await self._ask(
            {
                "type": "view_submission",
                "team": team_wire(self.who),
                "trigger_id": self.slack.world.triggers.give(self.who.id, from_modal=True, channel=view.channel),
                "view": view_wire(self.slack.world, view),
                "response_urls": self._response_urls(view),
            }
        )

    async def closing(self, view: View, *, is_cleared: bool) -> Json | None:
        return await self._ask(
            {
                "type": "view_closed",
                "team": team_wire(self.who),
                "view": view_wire(self.slack.world, view),
                "is_cleared": is_cleared,
            }
        )

    def _block_actions(self, container: Json, action: Json) -> Json:
        return {
            "type": "block_actions",
            "container": container,
            "actions": [action | {"action_ts": self.slack.world.stamps.ts()}],
        }

    def _response_urls(self, view: View) -> list[Json]:
        urls = []
        for block in view.blocks:
            element = block.get("element", {})
            if block["type"] == "input" and element.get("response_url_enabled"):
                entry = view.values[block["block_id"]][element["action_id"]]
                chosen = entry.get("selected_conversation") or entry.get("selected_channel")
                channel = self.slack.world.channels.get(str(chosen))
                if channel is not None:
                    urls.append(self._response_url(block, element, channel))
        return urls

    def _response_url(self, block: Json, element: Json, channel: Channel) -> Json:
        return {
            "block_id": block["block_id"],
            "action_id": element["action_id"],
            "channel_id": channel.id,
            "response_url": self.slack.responses.give(self.who.id, channel),
        }

    async def _ask(self, payload: Json) -> Json | None:
        world = self.slack.world
        common: dict[str, Any] = {
            "token": "not-used-any-more",
            "api_app_id": world.app_id,
            "user": {
                "id": self.who.id,
                "username": self.who.handle,
                "name": self.who.handle,
                "team_id": self.who.team.id,
            },
            "team": team_wire(world.bot),
            "enterprise": None,
            "is_enterprise_install": False,
        }
        return await self.slack.delivery.ask("interactive", common | payload)


def _name(channel: Channel) -> str:
    """A private channel's name is not for everyone, so payloads do not carry it."""
    return CHANNEL_NAMES.get(channel.kind, channel.name)


def _with_choice(values: Json, action: Json) -> Json:
    """The state of a message after the choice that is being reported."""
    if action["action_id"] in values.get(action["block_id"], {}):
        chosen = {key: value for key, value in action.items() if key == "type" or key.startswith("selected_")}
        values[action["block_id"]][action["action_id"]] = chosen
    return values
