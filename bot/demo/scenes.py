"""What happens in a story, as the people of it see it: taken from the sandbox's journal, moment by moment."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import Any

from bot.sandbox import Entry, Message, Person, Sandbox
from bot.sandbox.state import Post, View

SILENT = frozenset(
    {"joins", "leaves", "pin", "channel made", "form opened", "form updated", "form dismissed", "choice", "home"}
)
"""Kinds of moments that are told by others: a form is shown when it is sent."""


@dataclass(frozen=True)
class Scene:
    """One moment. ``private`` names who alone sees it.

    ``lines`` are in Slack's markup, with people's names put in. They are empty where the words are the same as just
    before, and only what is new where a message was brought up to date.
    """

    at: datetime
    who: str
    kind: str
    place: str
    lines: tuple[str, ...]
    buttons: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    note: str = ""

    @property
    def refreshed(self) -> bool:
        """A message that the bot brought up to date."""
        return self.kind == "update"

    @property
    def repeated(self) -> bool:
        """The message before, to somebody else."""
        return self.kind == "dm" and not self.lines


@dataclass
class Chapter:
    """A part of the story, with a sentence that says what it is about."""

    number: int
    title: str
    about: str
    scenes: list[Scene] = field(default_factory=list)


class Recorder:
    """Listens to a sandbox and keeps what it hears, chapter by chapter."""

    def __init__(self, slack: Sandbox, zone: tzinfo, on_scene: Callable[[Scene], None]) -> None:
        self.chapters: list[Chapter] = []
        self._slack = slack
        self._zone = zone
        self._people: dict[str, Person] = {}
        self._on_scene = on_scene
        self._shown_before: dict[tuple[str, str], tuple[str, ...]] = {}
        self._aside = False
        self._once: dict[str, bool] = {}
        slack.listen(self._hear)

    def knows(self, person: Person) -> None:
        self._people[person.name] = person

    def chapter(self, title: str, about: str) -> Chapter:
        self.chapters.append(Chapter(len(self.chapters) + 1, title, about))
        return self.chapters[-1]

    def remark(self, words: str, at: datetime) -> None:
        """Something that nobody in the story sees, for those who watch it."""
        self._keep(Scene(at, "", "remark", "", (words,)))

    @contextmanager
    def aside(self, words: str, at: datetime) -> Iterator[None]:
        """What happens meanwhile is told in one sentence."""
        self.remark(words, at)
        self._aside = True
        yield
        self._aside = False

    def tells_once(self, words: str) -> None:
        """Of the private messages that begin with *words*, show the first alone."""
        self._once[words] = False

    def shows_form(self, person: Person, at: datetime, note: str = "") -> None:
        """What *person* has in front of them now."""
        if person.form is not None:
            buttons = tuple(each for each in dict.fromkeys([*person.form.buttons, person.form.submit]) if each)
            lines = tuple(self._named(line) for line in person.form.text.split("\n") if line not in buttons)
            self._keep(Scene(at, person.name, "form", "a form", lines, buttons, (person.name,), note))

    def shows_home(self, person: Person, at: datetime) -> None:
        if person.home is not None:
            buttons = tuple(dict.fromkeys(person.home.buttons))
            lines = tuple(self._named(line) for line in person.home.text.split("\n")[1:] if line not in buttons)
            self._keep(Scene(at, person.name, "home", "their own page in the app", lines, buttons, (person.name,)))

    def _hear(self, entry: Entry) -> None:
        if entry.kind in SILENT or not self.chapters or self._aside:
            return
        for scene in self._scenes(entry):
            if not self._told(scene):
                self._keep(scene)

    def _told(self, scene: Scene) -> bool:
        """Whether this is a message of a kind that is to be shown once, and was."""
        begins = next((words for words in self._once if scene.lines and words in scene.lines[0]), None)
        if begins is None:
            return False
        told, self._once[begins] = self._once[begins], True
        return told

    def _keep(self, scene: Scene) -> None:
        """Keep *scene*, on the wall clock of the people; the same message to the next person is not told again."""
        scenes = self.chapters[-1].scenes
        local = replace(scene, at=scene.at.astimezone(self._zone))
        told = next((each for each in reversed(scenes) if each.lines and each.kind == "dm"), None)
        if scene.kind == "dm" and told and told.lines == scene.lines:
            local = replace(local, lines=(), buttons=())
        scenes.append(local)
        self._on_scene(local)

    def _scenes(self, entry: Entry) -> Iterator[Scene]:
        subject = entry.subject
        if isinstance(subject, Post):
            lines = self._news(subject, entry)
            if not lines:
                return
            yield Scene(
                at=entry.at,
                who=entry.who,
                kind=entry.kind,
                place=entry.place,
                lines=lines,
                buttons=() if entry.kind == "update" else self._buttons(subject),
                private=entry.audience if entry.kind in {"dm", "ephemeral"} or entry.place.startswith("DM") else (),
                note=self._thread(subject),
            )
        elif entry.kind == "form submitted":
            yield Scene(entry.at, entry.who, entry.kind, entry.words, self._filled(entry.who), (), (entry.who,))
        elif not isinstance(subject, View):
            yield Scene(entry.at, entry.who, entry.kind, entry.place, (entry.words,), (), ())

    def _news(self, post: Post, entry: Entry) -> tuple[str, ...]:
        """What a message says now, or only what is new in it where it was brought up to date."""
        if entry.kind == "delete":
            return (self._named(entry.words),)
        before = self._shown_before.get((post.channel, post.ts), ())
        now = tuple(self._named(line) for paragraph in _paragraphs(post) for line in paragraph.split("\n"))
        self._shown_before[post.channel, post.ts] = now
        return tuple(line for line in now if line not in before) if entry.kind == "update" else now

    def _filled(self, who: str) -> tuple[str, ...]:
        person = self._people.get(who)
        values: Mapping[str, Any] = person.form.values if person and person.form else {}
        return tuple(f"*{question}*\n{self._named(self._shown(value))}" for question, value in values.items() if value)

    def _shown(self, value: Any) -> str:
        """A filled-in value as it looks on the screen: names where the form holds ids."""
        names = {person.id: f"@{name}" for name, person in self._people.items()}
        values = value if isinstance(value, list) else [value]
        return ", ".join(names.get(str(each), str(each)) for each in values)

    def _buttons(self, post: Post) -> tuple[str, ...]:
        shown = self._message(post.channel, post.ts)
        return tuple(shown.labels) if shown else ()

    def _thread(self, post: Post) -> str:
        """The first words of the message that *post* answers."""
        root = self._message(post.channel, post.thread_ts) if post.is_reply else None
        return _first_words(self._named(root.words)) if root else ""

    def _message(self, channel: str, ts: str | None) -> Message | None:
        messages = self._slack.messages(self._slack.channel_by_id(channel))
        return next((each for each in messages if each.ts == ts), None)

    def _named(self, text: str) -> str:
        """*text* with the names of the people and channels that it mentions by id."""
        for name, person in self._people.items():
            text = text.replace(f"<@{person.id}>", f"@{name}")
        text = re.sub(rf"<@{self._slack.bot_user_id}>", "@live-case", text)
        return re.sub(r"<#(\w+)>", lambda found: f"#{self._slack.channel_by_id(found[1]).name}", text)


def _paragraphs(post: Post) -> Iterator[str]:
    """The words of a message, a paragraph for each block; what a person typed is one."""
    for block in post.blocks or [{"text": {"type": "mrkdwn", "text": post.text}}]:
        if block.get("type") == "rich_text":
            yield post.text
            continue
        texts = [block.get("text"), *block.get("elements", [])] if block.get("type") != "actions" else []
        for text in texts:
            if isinstance(text, dict) and isinstance(text.get("text"), str):
                plain = text.get("type") == "plain_text"
                yield f"*{html.escape(text['text'], quote=False)}*" if plain else text["text"]


def _first_words(text: str, most: int = 60) -> str:
    heading, _, rest = re.sub(r"[*_>]", "", text).partition("\n")
    line = max(heading, rest.partition("\n")[0], key=len)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"
