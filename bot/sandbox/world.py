"""The one place where the little Slack's state is kept and looked up."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.sandbox.errors import SlackError
from bot.sandbox.journal import Entry, Journal
from bot.sandbox.manifest import Manifest
from bot.sandbox.stamps import Stamps
from bot.sandbox.state import Account, Call, Channel, Json, Post, Refusal, Team, Upload, View
from bot.sandbox.triggers import Triggers


class World:
    """Workspaces, people, conversations and forms, with the app installed in the first workspace."""

    def __init__(self, manifest: Manifest, now: Callable[[], datetime]) -> None:
        self.manifest = manifest
        self.stamps = Stamps(now)
        self.scopes = set(manifest.scopes)
        self.app_id = self.stamps.id("A")
        self.bot_id = self.stamps.id("B")
        self.team = Team(self.stamps.id("T"), "Riverside", "riverside")
        self.accounts: dict[str, Account] = {}
        self.bot = self.add_account(manifest.bot_name, is_bot=True)
        self.channels: dict[str, Channel] = {}
        self.posts: dict[str, list[Post]] = {}
        self.uploads: dict[str, Upload] = {}
        self.modals: dict[str, list[View]] = {}
        self.laid_down: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.triggers = Triggers()
        self.journal = Journal()
        self.refusals: list[Refusal] = []
        self.calls: list[Call] = []
        self.address = ""

    # People

    def add_account(self, name: str, *, team: Team | None = None, **more: Any) -> Account:
        account = Account(self.stamps.id("U"), name, more.pop("real_name", name), team or self.team, **more)
        account.updated = self.stamps.seconds()
        self.accounts[account.id] = account
        return account

    def account(self, user: str) -> Account:
        if user not in self.accounts:
            raise SlackError("user_not_found")
        return self.accounts[user]

    def name_of(self, user: str) -> str:
        return self.accounts[user].name if user in self.accounts else user

    # Conversations

    def add_channel(self, name: str, kind: str, members: list[str], creator: str = "") -> Channel:
        prefix = "D" if kind == "im" else "C"
        channel = Channel(
            self.stamps.id(prefix), name, kind, self.stamps.seconds(), creator or self.bot.id, list(members)
        )
        teams = {self.accounts[user].team.id: self.accounts[user].team for user in members}
        channel.shared_with = [team for team in teams.values() if team != self.team]
        self.channels[channel.id] = channel
        self.posts[channel.id] = []
        return channel

    def direct(self, user: str) -> Channel:
        """The conversation between this person and the bot, opened when it is first needed."""
        for channel in self.channels.values():
            if channel.is_direct and user in channel.members:
                return channel
        return self.add_channel(f"DM {self.name_of(user)}", "im", [user, self.bot.id])

    def bot_is_in(self, channel: Channel) -> bool:
        return self.bot.id in channel.members

    # Messages

    def find_post(self, channel: str, ts: str) -> Post | None:
        found = (post for post in self.posts.get(channel, []) if post.ts == ts and not post.deleted)
        return next(found, None)

    def replies(self, root: Post) -> list[Post]:
        return [
            post
            for post in self.posts[root.channel]
            if post.thread_ts == root.ts and post.ts != root.ts and not post.deleted and post.only_for is None
        ]

    # Views

    def top_modal(self, user: str) -> View | None:
        stack = self.modals.get(user)
        return stack[-1] if stack else None

    def open_views(self) -> list[View]:
        stacks = [*self.modals.values(), *self.laid_down.values()]
        return [view for stack in stacks for view in stack] + list(self.homes.values())

    # What becomes visible, and what must not

    def note(self, who: str, kind: str, words: str, *, place: Channel | str, subject: Any, audience: list[str]) -> None:
        where = place.name if isinstance(place, Channel) else place
        names = tuple(self.name_of(user) for user in audience if user != self.bot.id)
        self.journal.add(Entry(self.stamps.at(), self.name_of(who), kind, where, names, words, subject))

    def refuse(self, where: str, error: str, problems: tuple[str, ...]) -> None:
        self.refusals.append(Refusal(where, error, problems))

    def bot_wire(self) -> Json:
        """What marks a message as the bot's own."""
        return {
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "bot_profile": {
                "id": self.bot_id,
                "app_id": self.app_id,
                "user_id": self.bot.id,
                "name": self.manifest.name,
                "icons": {},
                "deleted": False,
                "updated": self.bot.updated,
                "team_id": self.team.id,
            },
        }
