"""The people of a story: what they say, run, click, fill in and see."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox import wire
from bot.sandbox.blockkit import lint_answer
from bot.sandbox.controls import Button
from bot.sandbox.errors import (
    AnswerRefused,
    FormRefused,
    NotAMember,
    NotPossible,
    OperationTimeout,
    SlackError,
)
from bot.sandbox.filling import value_for
from bot.sandbox.forms import Form, by_label
from bot.sandbox.inputs import with_value
from bot.sandbox.interactions import Interactions
from bot.sandbox.keyboard import rich_text, sent
from bot.sandbox.screen import Message
from bot.sandbox.state import Account, Channel, Json, Upload, View
from bot.sandbox.viewer import Place, Viewer

Attachment = str | tuple[str, bytes]


class Person(Viewer):
    """Somebody who acts; what they do reaches the app as it would from Slack's own client."""

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
        self.can_read(room)
        self.slack.messages.leave(room, self.id)

    # Commands and shortcuts

    async def runs(self, line: str, room: Channel | None = None) -> Message | None:
        """Type a slash command; gives what the person is shown at once, if anything."""
        name, _, text = line.partition(" ")
        command = self.slack.world.manifest.commands.get(name)
        if command is None:
            raise NotPossible(f"{name} is not a command of this app.")
        if self.is_stranger:
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
        if found is None or self.is_stranger:
            raise NotPossible(f"{self.name} finds no {kind} shortcut called {shortcut!r}.")
        if on is None:
            self._note("shortcut", shortcut, "menu")
            await self._interactions.global_shortcut(found)
            return
        self.can_read(on.channel)
        if on.ephemeral or on.deleted:
            raise NotPossible("There are no shortcuts on this message.")
        self._note("shortcut", shortcut, on.channel)
        await self._interactions.message_shortcut(found, on.post)

    # Forms

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
            raise self._refused(problems[0].error, *map(str, problems))
        try:
            self._obey(answer or {}, view)
        except SlackError as refusal:
            raise self._refused(refusal.error) from refusal

    def changes_device(self) -> None:
        """Put this device down with the form that is open on it, and take up the other one as it was left."""
        world = self.slack.world
        here, there = world.modals.pop(self.id, []), world.laid_down.pop(self.id, [])
        world.modals |= {self.id: there} if there else {}
        world.laid_down |= {self.id: here} if here else {}

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

    async def clicks(self, label: str, *, on: Place | None = None, near: str | None = None) -> None:
        """Click a button or an entry of a menu by its words; `near` tells apart several that say the same."""
        place, found = self.find_button(label, on, near)
        self._note("click", label, place.channel if isinstance(place, Message) else "form")
        await self._report(place, _clicked(found))

    async def chooses(self, label: str, choice: Any, *, on: Place | None = None) -> None:
        """Choose in a menu that reports each choice: by its label, placeholder or the heading above it."""
        place, found = self.find_field(label, on)
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

    # How it is done

    @property
    def _interactions(self) -> Interactions:
        return Interactions(self.slack, self.account)

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

    def _can_write(self, room: Channel) -> None:
        if self.id not in room.members:
            raise NotAMember(f"{self.name} is not a member of {room.name}.")
        if room.archived:
            raise NotPossible(f"{room.name} is archived.")
        if self.account.deleted:
            raise NotPossible(f"The account of {self.name} is deactivated.")

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

    def _refused(self, error: str, *problems: str) -> AnswerRefused:
        self.slack.world.refuse("view_submission", error, problems)
        return AnswerRefused("; ".join(problems) or error)

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

    async def _report(self, place: Place, action: Json) -> None:
        if self.account.deleted:
            raise NotPossible(f"The account of {self.name} is deactivated.")
        if isinstance(place, Form):
            await self._interactions.view_action(place.view, action)
            return
        self.can_read(place.channel)
        if not self.visible(place.post):
            raise NotPossible(f"{self.name} does not see this message.")
        await self._interactions.message_action(place.post, action)


def _clicked(found: Button) -> Json:
    kept = ("type", "action_id", "text", "value", "style", "url")
    action = {key: found.element[key] for key in kept if key in found.element}
    action["block_id"] = found.block["block_id"]
    if found.option is not None:
        action["selected_option"] = found.option
    return action
