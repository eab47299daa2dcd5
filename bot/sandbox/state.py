"""What the little Slack remembers: teams, accounts, channels, posts, files and open views."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Team:
    """A workspace."""

    id: str
    name: str
    domain: str
    enterprise_id: str | None = None


@dataclass(eq=False)
class Account:
    """A person's or a bot's account in one workspace."""

    id: str
    name: str
    real_name: str
    team: Team
    timezone: str = "Europe/London"
    locale: str = "en-GB"
    deleted: bool = False
    is_bot: bool = False
    updated: int = 0

    @property
    def handle(self) -> str:
        return self.name.lower().replace(" ", ".")

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False)
class Channel:
    """A conversation: a public or private channel, or a direct message with the bot (`kind` is `im`)."""

    id: str
    name: str
    kind: str
    created: int
    creator: str = ""
    members: list[str] = field(default_factory=list)
    archived: bool = False
    shared_with: list[Team] = field(default_factory=list)
    offered_to: list[Team] = field(default_factory=list)
    in_organisation: bool = False
    topic: str = ""
    pins: list[str] = field(default_factory=list)
    bookmarks: list[Json] = field(default_factory=list)

    @property
    def private(self) -> bool:
        return self.kind != "channel"

    @property
    def is_direct(self) -> bool:
        return self.kind == "im"

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"


@dataclass
class Upload:
    """A file, shared or not yet."""

    id: str
    name: str
    title: str
    owner: str
    created: int
    length: int
    content: bytes = b""
    received: bool = False
    complete: bool = False
    url: str = ""
    alt: str = ""

    def wire(self) -> Json:
        kind = self.name.rpartition(".")[2].lower()
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title,
            "mimetype": "text/plain" if kind == "txt" else f"application/{kind}",
            "filetype": kind,
            "user": self.owner,
            "size": self.length,
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": self.url,
            "url_private_download": self.url,
        }


@dataclass(eq=False)
class Post:
    """A message, as Slack stores it; `only_for` names the one reader of an ephemeral message."""

    channel: str
    ts: str
    user: str
    text: str
    team: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    broadcast: bool = False
    bot: Json | None = None
    subtype: str | None = None
    extra: Json = field(default_factory=dict)
    edited: Json | None = None
    deleted: bool = False
    tombstone: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[Upload] = field(default_factory=list)
    metadata: Json | None = None
    only_for: str | None = None
    client_id: str | None = None
    versions: list[str] = field(default_factory=list)

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def root_ts(self) -> str:
        return self.thread_ts or self.ts


@dataclass(eq=False)
class View:
    """A modal that is open, or a Home tab that is published, for one person."""

    id: str
    owner: str
    payload: Json
    hash: str
    team: Team
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    root_id: str = ""
    previous_id: str | None = None
    channel: str | None = None

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.payload["blocks"]
        return blocks


@dataclass(frozen=True)
class Call:
    """One Web API call and how it was answered."""

    method: str
    arguments: Json
    answer: Json
    status: int
    at: datetime


@dataclass(frozen=True)
class Refusal:
    """Something of the app's that a strict Slack would not show to anyone, and why."""

    where: str
    error: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.where}: {self.error}: {'; '.join(self.problems)}"
