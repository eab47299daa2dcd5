"""Everything that becomes visible to somebody, in the order in which it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One visible moment: who did what, where, who can see it, and the words."""

    at: datetime
    who: str
    kind: str
    place: str
    audience: tuple[str, ...]
    words: str
    subject: Any

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} · {self.kind} · {self.place} · {self.words}"


class Journal:
    """The entries so far, and whoever wants to hear of new ones."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._listeners: list[Callable[[Entry], None]] = []

    def add(self, entry: Entry) -> None:
        self._entries.append(entry)
        for listener in self._listeners:
            listener(entry)

    def listen(self, callback: Callable[[Entry], None]) -> None:
        self._listeners.append(callback)

    def of_kind(self, kind: str) -> list[Entry]:
        return [entry for entry in self._entries if entry.kind == kind]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, place: int) -> Entry:
        return self._entries[place]
