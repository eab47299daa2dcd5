"""What happens to messages, whoever does it: posted, changed, removed, reacted to, shown to one person."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox import wire
from bot.sandbox.events import Events
from bot.sandbox.reading import words_of
from bot.sandbox.state import Channel, Json, Post
from bot.sandbox.world import World

KINDS = {"channel_join": "joins", "channel_topic": "topic"}


@dataclass
class Messages:
    """Keeps the conversations, tells the app and the journal."""

    world: World
    events: Events

    def post(self, channel: Channel, user: str, text: str, **more: Any) -> Post:
        team = self.world.accounts[user].team.id
        post = Post(channel.id, self.world.stamps.ts(), user, text, team, **more)
        self.world.posts[channel.id].append(post)
        self._note(post, _kind(channel, post), channel.members)
        self.events.posted(post)
        return post

    def whisper(self, channel: Channel, to: str, text: str, blocks: list[Json], **more: Any) -> Post:
        """A message of the bot that one person sees, until they reload."""
        world = self.world
        post = Post(channel.id, world.stamps.ts(), world.bot.id, text, world.team.id, blocks, **more)
        post.only_for, post.bot = to, world.bot_wire()
        world.posts[channel.id].append(post)
        self._note(post, "ephemeral", [to])
        return post

    def change(self, post: Post, text: str, blocks: list[Json], *, by_hand: bool) -> None:
        """New words for a message; only a person's own change counts as an edit."""
        before = wire.message(self.world, post)
        post.versions.append(post.text)
        post.text, post.blocks = text, blocks
        if by_hand:
            post.edited = {"user": post.user, "ts": self.world.stamps.ts()}
        self._note(post, "edit" if by_hand else "update", self._readers(post))
        if post.only_for is None:
            self.events.changed(post, before)

    def remove(self, post: Post) -> None:
        """Take a message away; a root that has replies stays as a tombstone."""
        before = wire.message(self.world, post)
        self._note(post, "delete", self._readers(post))
        if post.only_for is None and self.world.replies(post):
            post.tombstone, post.text, post.blocks, post.metadata = True, "", [], None
            self.events.changed(post, before)
            return
        post.deleted = True
        if post.only_for is None:
            self.events.removed(post, before)

    def react(self, post: Post, user: str, name: str, *, add: bool) -> None:
        users = post.reactions.setdefault(name, [])
        if add:
            users.append(user)
        else:
            users.remove(user)
        if not users:
            del post.reactions[name]
        channel = self.world.channels[post.channel]
        kind = "reaction" if add else "reaction taken back"
        readers = self._readers(post)
        self.world.note(user, kind, f":{name}:", place=channel, subject=post, audience=readers)
        self.events.reacted(post, user, name, added=add)

    def join(self, channel: Channel, user: str, inviter: str | None = None) -> None:
        channel.members.append(user)
        team = self.world.accounts[user].team
        if team != self.world.team and team not in channel.shared_with:
            channel.shared_with.append(team)
            self.events.shared(channel, team.id)
        mention = self.world.accounts[user].mention
        extra = {"inviter": inviter} if inviter else {}
        self.post(channel, user, f"{mention} has joined the channel", subtype="channel_join", extra=extra)
        self.events.membership(channel, user, joined=True, inviter=inviter)

    def leave(self, channel: Channel, user: str) -> None:
        self.events.membership(channel, user, joined=False)
        channel.members.remove(user)
        if user == self.world.bot.id:
            self.events.left(channel, channel.creator)
        self.world.note(user, "leaves", "", place=channel, subject=channel, audience=channel.members)

    def _readers(self, post: Post) -> list[str]:
        return [post.only_for] if post.only_for else self.world.channels[post.channel].members

    def _note(self, post: Post, kind: str, readers: list[str]) -> None:
        channel = self.world.channels[post.channel]
        words = words_of(post.text, post.blocks)
        self.world.note(post.user, kind, words, place=channel, subject=post, audience=readers)


def _kind(channel: Channel, post: Post) -> str:
    if post.subtype in KINDS:
        return KINDS[post.subtype]
    if channel.is_direct:
        return "dm"
    return "reply" if post.is_reply else "message"
