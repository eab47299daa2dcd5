"""Between Slack and the app: events pass, are held back, pass twice or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.state import Json


@dataclass
class Gate:
    """Lets events through to `deliver`, unless a story wants it otherwise."""

    deliver: Callable[[Json], None]
    doubled: int = 0
    closed: bool = False
    held: list[Json] | None = field(default=None)

    def tell(self, payload: Json) -> None:
        if self.closed:
            return
        if self.held is not None:
            self.held.append(payload)
            return
        self.deliver(payload)
        if self.doubled:
            self.doubled -= 1
            self.deliver(payload)

    def hold(self) -> None:
        self.held = self.held or []

    def take(self) -> list[Json]:
        """Open the gate and hand over what was held."""
        waiting, self.held = self.held or [], None
        return waiting
