"""What somebody has on the screen: channels, threads, forms, the Home tab, and what can be clicked there."""

from dataclasses import dataclass

from bot.sandbox.controls import Button, Field, button, field
from bot.sandbox.errors import NotAMember, NothingSays
from bot.sandbox.forms import Form
from bot.sandbox.platform import Platform
from bot.sandbox.screen import Message
from bot.sandbox.state import Account, Channel, Post

Place = Message | Form


@dataclass(frozen=True, repr=False)
class Viewer:
    """Somebody who looks."""

    slack: Platform
    account: Account

    @property
    def id(self) -> str:
        return self.account.id

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def mention(self) -> str:
        return self.account.mention

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def form(self) -> Form | None:
        """The form in front of everything else, if one is open."""
        view = self.slack.world.top_modal(self.id)
        return Form(view) if view is not None else None

    @property
    def has_form(self) -> bool:
        return self.form is not None

    @property
    def home(self) -> Form | None:
        view = self.slack.world.homes.get(self.id)
        return Form(view) if view is not None else None

    def sees(self, room: Channel) -> list[Message]:
        """The channel as this person sees it, oldest first; replies stand in their threads."""
        self.can_read(room)
        return [
            Message(self.slack.world, post)
            for post in self.slack.world.posts[room.id]
            if self.visible(post) and (post.broadcast or not post.is_reply)
        ]

    def thread(self, message: Message) -> list[Message]:
        """The replies to a message, with what only this person sees among them."""
        self.can_read(message.channel)
        return [
            Message(self.slack.world, post)
            for post in self.slack.world.posts[message.channel.id]
            if self.visible(post) and post.is_reply and post.thread_ts == message.post.root_ts
        ]

    @property
    def direct_messages(self) -> list[Message]:
        """What this person and the bot wrote to each other, oldest first."""
        channel = self.slack.world.direct(self.id)
        posts = self.slack.world.posts[channel.id]
        return [Message(self.slack.world, post) for post in posts if self.visible(post)]

    @property
    def last_direct_message(self) -> Message | None:
        """The newest message the bot sent to this person."""
        own = self.slack.world.bot.name
        return next((each for each in reversed(self.direct_messages) if each.by == own), None)

    def can_read(self, room: Channel) -> None:
        guest = room.private or self.is_stranger
        if guest and self.id not in room.members:
            raise NotAMember(f"{self.name} is not a member of {room.name}.")

    @property
    def is_stranger(self) -> bool:
        return self.account.team != self.slack.world.team

    def visible(self, post: Post) -> bool:
        return not post.deleted and post.only_for in {None, self.id}

    def find_button(self, label: str, on: Place | None, near: str | None) -> tuple[Place, Button]:
        for place in self._places(on):
            found = button(place.blocks, label, near)
            if found is not None:
                return place, found
        raise NothingSays(f"Nothing says {label!r}. There are: {', '.join(self._labels(on)) or 'no buttons'}")

    def find_field(self, label: str, on: Place | None) -> tuple[Place, Field]:
        for place in self._places(on):
            found = field(place.blocks, label)
            if found is not None:
                return place, found
        raise NothingSays(f"Nothing asks for {label!r}.")

    def _places(self, on: Place | None) -> list[Place]:
        """Where to look: what was named; or the open form, then messages from the newest, then Home."""
        if on is not None:
            return [on]
        rooms = [room for room in self.slack.world.channels.values() if self.id in room.members]
        posts = [post for room in rooms for post in self.slack.world.posts[room.id] if self.visible(post)]
        posts.sort(key=lambda post: float(post.ts), reverse=True)
        messages = [Message(self.slack.world, post) for post in posts]
        return [*([self.form] if self.form else []), *messages, *([self.home] if self.home else [])]

    def _labels(self, on: Place | None) -> list[str]:
        places = self._places(on)
        return [label for place in places for label in (place.buttons if isinstance(place, Form) else place.labels)]
