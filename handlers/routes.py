"""Which function answers what: a table for each kind of thing that people do."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.workshop.case import REFERENCE
from bot.workshop.refusal import Refusal
from handlers.turn import Turn

Handler = Callable[[Turn], Awaitable[None]]


class UnknownCommand(Refusal):
    """A word after a slash command that means nothing to us."""

    key = "refusal-unknown-command"


@dataclass(frozen=True)
class Routes:
    """``commands`` by ``/command word``, the others by their action, callback or shortcut id."""

    commands: Mapping[str, Handler] = field(default_factory=dict)
    actions: Mapping[str, Handler] = field(default_factory=dict)
    views: Mapping[str, Handler] = field(default_factory=dict)
    shortcuts: Mapping[str, Handler] = field(default_factory=dict)

    def __or__(self, other: "Routes") -> "Routes":
        return Routes(
            {**self.commands, **other.commands},
            {**self.actions, **other.actions},
            {**self.views, **other.views},
            {**self.shortcuts, **other.shortcuts},
        )

    def command(self, name: str, text: str) -> Handler:
        """The handler of ``name`` followed by the first word of *text*, which may be a case's reference alone."""
        word = text.split(maxsplit=1)[0].lower() if text.strip() else ""
        if REFERENCE.fullmatch(word):
            word = ""
        found = self.commands.get(f"{name} {word}".strip())
        if found is None:
            raise UnknownCommand(command=f"{name} {word}".strip())
        return found
