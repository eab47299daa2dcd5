"""A message as somebody sees it on the screen."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.controls import labels
from bot.sandbox.reading import words_of
from bot.sandbox.state import Channel, Json, Post
from bot.sandbox.world import World


@dataclass(frozen=True, repr=False)
class Message:
    """A handle on a message; what it shows is always what is true now."""

    world: World
    post: Post

    @property
    def text(self) -> str:
        return self.post.text

    @property
    def blocks(self) -> list[Json]:
        return self.post.blocks

    @property
    def words(self) -> str:
        """All that can be read: the blocks flattened, or the text where there are none."""
        return words_of(self.post.text, self.post.blocks)

    @property
    def labels(self) -> list[str]:
        """What there is to click."""
        return labels(self.post.blocks)

    @property
    def by(self) -> str:
        return self.world.name_of(self.post.user)

    @property
    def ts(self) -> str:
        return self.post.ts

    @property
    def channel(self) -> Channel:
        return self.world.channels[self.post.channel]

    @property
    def thread(self) -> list["Message"]:
        return [Message(self.world, reply) for reply in self.world.replies(self.post)]

    @property
    def root(self) -> "Message":
        found = self.world.find_post(self.post.channel, self.post.root_ts)
        return Message(self.world, found) if found is not None else self

    @property
    def edited(self) -> bool:
        """Whether a person changed it; updates by the bot do not count, as on the screen."""
        return self.post.edited is not None

    @property
    def versions(self) -> list[str]:
        """The texts it had before this one."""
        return list(self.post.versions)

    @property
    def deleted(self) -> bool:
        return self.post.deleted or self.post.tombstone

    @property
    def ephemeral(self) -> bool:
        return self.post.only_for is not None

    @property
    def pinned(self) -> bool:
        return self.post.ts in self.channel.pins

    @property
    def reactions(self) -> dict[str, list[str]]:
        """Emoji names, each with the names of the people who reacted."""
        return {name: [self.world.name_of(user) for user in users] for name, users in self.post.reactions.items()}

    @property
    def metadata(self) -> Any:
        return self.post.metadata

    @property
    def files(self) -> list[str]:
        return [upload.name for upload in self.post.files]

    def __repr__(self) -> str:
        return f"<{self.by} in {self.channel.name} at {self.ts}: {self.words!r}>"
