"""What Slack tells the app: only what it subscribed to, has the scope for, and is in the room for."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox import wire
from bot.sandbox.state import Account, Channel, Json, Post
from bot.sandbox.world import World

MESSAGE_EVENTS = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
PLURALS = {"channel": "channels", "group": "groups", "im": "im"}


@dataclass
class Events:
    """Builds event payloads and hands those the app may have to `tell`."""

    world: World
    tell: Callable[[Json], None]

    def posted(self, post: Post) -> None:
        event = wire.message(self.world, post, with_metadata=True)
        root = self.world.find_post(post.channel, post.root_ts)
        if post.subtype == "thread_broadcast" and root is not None:
            event["root"] = wire.message(self.world, root)
        self._message(post, event, post.ts)

    def changed(self, post: Post, before: Json) -> None:
        moment = self.world.stamps.ts()
        event = {
            "type": "message",
            "subtype": "message_changed",
            "message": wire.message(self.world, post, with_metadata=True),
            "previous_message": before,
            "hidden": True,
            "ts": moment,
        }
        self._message(post, event, moment)

    def removed(self, post: Post, before: Json) -> None:
        moment = self.world.stamps.ts()
        event = {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": before,
            "hidden": True,
            "deleted_ts": post.ts,
            "ts": moment,
        }
        self._message(post, event, moment)

    def reacted(self, post: Post, user: str, name: str, *, added: bool) -> None:
        event = {
            "type": "reaction_added" if added else "reaction_removed",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": post.channel, "ts": post.ts},
            "item_user": post.user,
        }
        self._in_channel(event, self.world.channels[post.channel], "reactions:read")

    def home_opened(self, user: str, tab: str) -> None:
        home = self.world.homes.get(user)
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": self.world.direct(user).id,
            "tab": tab,
        }
        if tab == "home" and home is not None:
            event["view"] = home.payload | {"id": home.id, "hash": home.hash}
        self._send(event, subscription="app_home_opened", scope=None)

    def membership(self, channel: Channel, user: str, *, joined: bool, inviter: str | None = None) -> None:
        event: Json = {
            "type": "member_joined_channel" if joined else "member_left_channel",
            "user": user,
            "channel": channel.id,
            "channel_type": "G" if channel.private else "C",
            "team": self.world.accounts[user].team.id,
        }
        if inviter:
            event["inviter"] = inviter
        if user == self.world.bot.id:
            self._send(event, event["type"], f"{PLURALS[channel.kind]}:read", channel)
        else:
            self._in_channel(event, channel, f"{PLURALS[channel.kind]}:read")

    def channel(self, what: str, channel: Channel, **more: str | int) -> None:
        """One of `archive`, `unarchive`, `rename`, `deleted`: channel_archive or group_archive and so on."""
        event: Json = {"type": f"{channel.kind}_{what}", "channel": channel.id, **more}
        self._in_channel(event, channel, f"{PLURALS[channel.kind]}:read")

    def id_changed(self, channel: Channel, former: str) -> None:
        event = {"type": "channel_id_changed", "old_channel_id": former, "new_channel_id": channel.id}
        self._in_channel(event, channel, f"{PLURALS[channel.kind]}:read")

    def shared(self, channel: Channel, team: str) -> None:
        event = {"type": "channel_shared", "connected_team_id": team, "channel": channel.id}
        self._in_channel(event, channel, f"{PLURALS[channel.kind]}:read")

    def unshared(self, channel: Channel, team: str) -> None:
        event: Json = {
            "type": "channel_unshared",
            "previously_connected_team_id": team,
            "channel": channel.id,
            "is_ext_shared": bool(channel.shared_with),
        }
        self._in_channel(event, channel, f"{PLURALS[channel.kind]}:read")

    def left(self, channel: Channel, actor: str) -> None:
        """The app itself is not in the channel any more."""
        kind = f"{channel.kind}_left"
        event: Json = {"type": kind, "channel": channel.id, "actor_id": actor}
        self._send(event, kind, f"{PLURALS[channel.kind]}:read", channel)

    def user_changed(self, account: Account) -> None:
        event = {"type": "user_change", "user": wire.user(account), "cache_ts": account.updated}
        self._send(event, "user_change", "users:read")

    def uninstalled(self) -> None:
        tokens = {"oauth": [], "bot": [self.world.bot.id]}
        self._send({"type": "tokens_revoked", "tokens": tokens}, "tokens_revoked", None)
        self._send({"type": "app_uninstalled"}, "app_uninstalled", None)

    def _message(self, post: Post, event: Json, moment: str) -> None:
        channel = self.world.channels[post.channel]
        event |= {"channel": channel.id, "channel_type": channel.kind, "event_ts": moment}
        if channel.shared_with:
            event |= {"user_team": post.team, "source_team": post.team}
        if self.world.bot_is_in(channel):
            self._send(event, MESSAGE_EVENTS[channel.kind], f"{PLURALS[channel.kind]}:history", channel)

    def _in_channel(self, event: Json, channel: Channel, scope: str) -> None:
        if self.world.bot_is_in(channel):
            self._send(event, event["type"], scope, channel)

    def _send(self, event: Json, subscription: str, scope: str | None, channel: Channel | None = None) -> None:
        if subscription not in self.world.manifest.events:
            return
        if scope is not None and scope not in self.world.scopes:
            return
        self.tell(self._envelope({"event_ts": self.world.stamps.ts(), **event}, channel))

    def _envelope(self, event: Json, channel: Channel | None) -> Json:
        world = self.world
        return {
            "token": "not-used-any-more",
            "team_id": world.team.id,
            "enterprise_id": world.team.enterprise_id,
            "context_team_id": world.team.id,
            "context_enterprise_id": world.team.enterprise_id,
            "api_app_id": world.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": world.stamps.id("Ev"),
            "event_time": world.stamps.seconds(),
            "authorizations": [
                {
                    "enterprise_id": world.team.enterprise_id,
                    "team_id": world.team.id,
                    "user_id": world.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(channel and channel.shared_with),
            "event_context": f"4-{event['type']}",
        }
