"""The people of a story: what they say, run, click, fill in and see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox import wire
from bot.sandbox.blockkit import lint_answer
from bot.sandbox.controls import Button, Field, button, field
from bot.sandbox.errors import (
    AnswerRefused,
    FormRefused,
    NotAMember,
    NothingSays,
    NotPossible,
    OperationTimeout,
    SlackError,
)
from bot.sandbox.filling import value_for
from bot.sandbox.forms import Form, by_label
from bot.sandbox.inputs import with_value
from bot.sandbox.interactions import Interactions
from bot.sandbox.keyboard import rich_text, sent
from bot.sandbox.platform import Platform
from bot.sandbox.screen import Message
from bot.sandbox.state import Account, Channel, Json, Post, Upload, View

Attachment = str | tuple[str, bytes]


@dataclass(frozen=True, repr=False)
class Person:
    """Somebody at a screen."""

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

    # Messages

    async def says(self, words: str, room: Channel | None = None, *, file: Attachment | None = None) -> Message:
        """Write in a channel, or to the bot where no channel is named."""
        channel = room or self.slack.world.direct(self.id)
        return self._write(channel, words, file)

    async def replies(
        self, to: Message, words: str, *, broadcast: bool = False, file: Attachment | None = None
    ) -> Message:
        """Answer in the thread of a message; `broadcast` also sends it to the channel."""
        subtype = "thread_broadcast" if broadcast else None
        return self._write(to.channel, words, file, thread_ts=to.post.root_ts, broadcast=broadcast, subtype=subtype)

    async def edits(self, message: Message, words: str) -> None:
        self._own(message)
        world = self.slack.world
        self.slack.messages.change(message.post, sent(world, words), rich_text(world, words), by_hand=True)

    async def deletes(self, message: Message) -> None:
        self._own(message)
        self.slack.messages.remove(message.post)

    async def reacts(self, emoji: str, *, on: Message) -> None:
        self._can_write(on.channel)
        self.slack.messages.react(on.post, self.id, emoji, add=True)

    async def takes_back(self, emoji: str, *, on: Message) -> None:
        self.slack.messages.react(on.post, self.id, emoji, add=False)

    async def joins(self, room: Channel) -> None:
        if room.private:
            raise NotPossible(f"{self.name} cannot join {room.name} without an invitation.")
        self.slack.messages.join(room, self.id)

    async def invites(self, who: "Person | Account", room: Channel) -> None:
        """Invite a colleague, or the bot (`slack.bot`), to a channel."""
        self._can_write(room)
        self.slack.messages.join(room, who.id, inviter=self.id)

    async def leaves(self, room: Channel) -> None:
        self._can_read(room)
        self.slack.messages.leave(room, self.id)

    # Commands and shortcuts

    async def runs(self, line: str, room: Channel | None = None) -> Message | None:
        """Type a slash command; gives what the person is shown at once, if anything."""
        name, _, text = line.partition(" ")
        command = self.slack.world.manifest.commands.get(name)
        if command is None:
            raise NotPossible(f"{name} is not a command of this app.")
        if self._is_stranger:
            raise NotPossible(f"{self.name} is from another workspace and has no commands of this app.")
        channel = room or self.slack.world.direct(self.id)
        self._can_write(channel)
        self._note("command", line, channel)
        answer = await self._interactions.command(command, text.strip(), channel)
        return self._shown(answer, channel)

    async def uses(self, shortcut: str, *, on: Message | None = None) -> None:
        """Use a shortcut by its name in the manifest: on a message, or from the global menu."""
        kind = "global" if on is None else "message"
        found = self.slack.world.manifest.shortcut(shortcut, kind)
        if found is None or self._is_stranger:
            raise NotPossible(f"{self.name} finds no {kind} shortcut called {shortcut!r}.")
        if on is None:
            self._note("shortcut", shortcut, "menu")
            await self._interactions.global_shortcut(found)
            return
        self._can_read(on.channel)
        if on.ephemeral or on.deleted:
            raise NotPossible("There are no shortcuts on this message.")
        self._note("shortcut", shortcut, on.channel)
        await self._interactions.message_shortcut(found, on.post)

    # Forms

    @property
    def form(self) -> Form | None:
        """The form in front of everything else, if one is open."""
        view = self.slack.world.top_modal(self.id)
        return Form(view) if view is not None else None

    @property
    def has_form(self) -> bool:
        return self.form is not None

    def fills(self, answers: Mapping[str, Any]) -> None:
        """Fill in by visible labels; words, dates, people, channels or lists of them."""
        form = self._open_form()
        for label, meant in answers.items():
            form.fill(label, meant)

    async def submits(self) -> None:
        """Send the form; raises FormRefused if something is wrong with it, and it stays open."""
        form = self._open_form()
        view = form.view
        if not form.submit:
            raise NotPossible(f"{form.title!r} has no button to submit it.")
        self._refuse_if(view, form.missing())
        self._note("form submitted", form.title, "form")
        answer = await self._interactions.submission(view)
        problems = lint_answer(answer, view.payload)
        if problems:
            words = tuple(map(str, problems))
            self.slack.world.refuse("view_submission", problems[0].error, words)
            raise AnswerRefused("; ".join(words))
        self._obey(answer or {}, view)

    async def dismisses(self) -> None:
        """Close the form without sending it."""
        view = self._open_form().view
        cleared = bool(view.payload.get("clear_on_close"))
        if cleared:
            self.slack.modals.clear(self.id)
        else:
            self.slack.modals.close_top(self.id)
        self._note("form dismissed", Form(view).title, "form")
        if view.payload.get("notify_on_close"):
            try:
                await self._interactions.closing(view, is_cleared=cleared)
            except OperationTimeout:
                return  # nobody is looking any more; it is on record in the acks

    # Buttons and menus

    async def clicks(self, label: str, *, on: Message | Form | None = None, near: str | None = None) -> None:
        """Click a button or an entry of a menu by its words; `near` tells apart several that say the same."""
        place, found = self._find_button(label, on, near)
        self._note("click", label, place.channel if isinstance(place, Message) else "form")
        await self._report(place, _clicked(found))

    async def chooses(self, label: str, choice: Any, *, on: Message | Form | None = None) -> None:
        """Choose in a menu that reports each choice: by its label, placeholder or the heading above it."""
        place, found = self._find_field(label, on)
        if not found.reports:
            raise NotPossible(f"The app does not hear of {label!r} before the form is sent; use fills().")
        if isinstance(place, Form):
            place.fill(label, choice)
        value = with_value(found.element, value_for(label, found.element, choice))
        ids = {"action_id": found.element["action_id"], "block_id": found.block["block_id"]}
        self._note("choice", f"{label}: {choice}", place.channel if isinstance(place, Message) else "form")
        await self._report(place, value | ids)

    # The Home tab

    async def opens_home(self) -> None:
        self.slack.events.home_opened(self.id, "home")

    async def opens_messages_tab(self) -> None:
        self.slack.events.home_opened(self.id, "messages")

    @property
    def home(self) -> Form | None:
        view = self.slack.world.homes.get(self.id)
        return Form(view) if view is not None else None

    # What can be seen

    def sees(self, room: Channel) -> list[Message]:
        """The channel as this person sees it, oldest first; replies stand in their threads."""
        self._can_read(room)
        return [
            Message(self.slack.world, post)
            for post in self.slack.world.posts[room.id]
            if self._visible(post) and (post.broadcast or not post.is_reply)
        ]

    def thread(self, message: Message) -> list[Message]:
        """The replies to a message, with what only this person sees among them."""
        self._can_read(message.channel)
        return [
            Message(self.slack.world, post)
            for post in self.slack.world.posts[message.channel.id]
            if self._visible(post) and post.is_reply and post.thread_ts == message.post.root_ts
        ]

    @property
    def direct_messages(self) -> list[Message]:
        """What this person and the bot wrote to each other, oldest first."""
        channel = self.slack.world.direct(self.id)
        posts = self.slack.world.posts[channel.id]
        return [Message(self.slack.world, post) for post in posts if self._visible(post)]

    @property
    def last_direct_message(self) -> Message | None:
        """The newest message the bot sent to this person."""
        own = self.slack.world.bot.name
        return next((each for each in reversed(self.direct_messages) if each.by == own), None)

    # How it is done

    @property
    def _interactions(self) -> Interactions:
        return Interactions(self.slack, self.account)

    @property
    def _is_stranger(self) -> bool:
        return self.account.team != self.slack.world.team

    def _write(self, channel: Channel, words: str, file: Attachment | None, **more: Any) -> Message:
        self._can_write(channel)
        world = self.slack.world
        if file is not None:
            more |= {"files": [self._upload(file)], "subtype": more.get("subtype") or "file_share"}
        post = self.slack.messages.post(
            channel,
            self.id,
            sent(world, words),
            blocks=rich_text(world, words) if words else [],
            client_id=f"00000000-0000-4000-8000-{world.stamps.number():012x}",
            **more,
        )
        return Message(world, post)

    def _upload(self, file: Attachment) -> Upload:
        name, content = (file, b"words") if isinstance(file, str) else file
        return wire.upload(self.slack.world, name, content, self.id)

    def _own(self, message: Message) -> None:
        self._can_write(message.channel)
        if message.post.user != self.id or message.deleted:
            raise NotPossible(f"{self.name} can only change what {self.name} wrote.")

    def _can_read(self, room: Channel) -> None:
        guest = room.private or self._is_stranger
        if guest and self.id not in room.members:
            raise NotAMember(f"{self.name} is not a member of {room.name}.")

    def _can_write(self, room: Channel) -> None:
        if self.id not in room.members:
            raise NotAMember(f"{self.name} is not a member of {room.name}.")
        if room.archived:
            raise NotPossible(f"{room.name} is archived.")
        if self.account.deleted:
            raise NotPossible(f"The account of {self.name} is deactivated.")

    def _visible(self, post: Post) -> bool:
        return not post.deleted and post.only_for in {None, self.id}

    def _note(self, kind: str, words: str, place: Channel | str) -> None:
        audience = [self.id]
        self.slack.world.note(self.id, kind, words, place=place, subject=None, audience=audience)

    def _shown(self, answer: Json | None, channel: Channel) -> Message | None:
        if not answer or not (answer.get("text") or answer.get("blocks")):
            return None
        try:
            post = self.slack.responses.show(self.id, channel, answer)
        except SlackError as refusal:
            raise AnswerRefused("; ".join(refusal.problems)) from refusal
        return Message(self.slack.world, post)

    def _open_form(self) -> Form:
        form = self.form
        if form is None:
            raise NotPossible(f"{self.name} has no form open.")
        return form

    def _refuse_if(self, view: View, errors: dict[str, str]) -> None:
        view.errors = errors
        if errors:
            raise FormRefused(by_label(view, errors))

    def _obey(self, answer: Json, view: View) -> None:
        match answer.get("response_action"):
            case "errors":
                self._refuse_if(view, answer["errors"])
            case "update":
                self.slack.modals.update(view, answer["view"])
            case "push":
                self.slack.modals.push(self.id, answer["view"])
            case "clear":
                self.slack.modals.clear(self.id)
            case _:
                stack = self.slack.world.modals.get(self.id, [])
                if view in stack:
                    stack.remove(view)

    def _find_button(self, label: str, on: Message | Form | None, near: str | None) -> tuple[Message | Form, Button]:
        for place in self._places(on):
            found = button(place.blocks, label, near)
            if found is not None:
                return place, found
        raise NothingSays(f"Nothing says {label!r}. There are: {', '.join(self._labels(on)) or 'no buttons'}")

    def _find_field(self, label: str, on: Message | Form | None) -> tuple[Message | Form, Field]:
        for place in self._places(on):
            found = field(place.blocks, label)
            if found is not None:
                return place, found
        raise NothingSays(f"Nothing asks for {label!r}.")

    def _places(self, on: Message | Form | None) -> list[Message | Form]:
        """Where to look: what was named; or the open form, then messages from the newest, then Home."""
        if on is not None:
            return [on]
        rooms = [room for room in self.slack.world.channels.values() if self.id in room.members]
        posts = [post for room in rooms for post in self.slack.world.posts[room.id] if self._visible(post)]
        posts.sort(key=lambda post: float(post.ts), reverse=True)
        messages = [Message(self.slack.world, post) for post in posts]
        return [*([self.form] if self.form else []), *messages, *([self.home] if self.home else [])]

    def _labels(self, on: Message | Form | None) -> list[str]:
        places = self._places(on)
        return [label for place in places for label in (place.buttons if isinstance(place, Form) else place.labels)]

    async def _report(self, place: Message | Form, action: Json) -> None:
        if isinstance(place, Form):
            await self._interactions.view_action(place.view, action)
            return
        self._can_read(place.channel)
        await self._interactions.message_action(place.post, action)


def _clicked(found: Button) -> Json:
    kept = ("type", "action_id", "text", "value", "style", "url")
    action = {key: found.element[key] for key in kept if key in found.element}
    action["block_id"] = found.block["block_id"]
    if found.option is not None:
        action["selected_option"] = found.option
    return action
