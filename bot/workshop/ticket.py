"""A ticket: what lets the owner of an action who is outside the workspace say, once, how it goes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.workshop.ids import ActionId
from bot.workshop.refusal import Refusal

HOLDS = timedelta(days=14)
"""Long enough for a fortnight away; after that somebody who talks with them is the better way."""


class NoTicket(Refusal):
    """No ticket of ours, or its time is over: whoever made it up learns no more than whoever came late."""

    key = "outside-none"


class TicketOver(Refusal):
    """It was used, another was sent since, or nothing is asked any more."""

    key = "outside-over"


@dataclass(frozen=True)
class Ticket:
    """The newest ticket of an action; ``number`` counts them, and earlier ones are over."""

    action: ActionId
    number: int
    until: datetime
    used_at: datetime | None = None

    @classmethod
    def after(cls, before: "Ticket | None", action: ActionId, now: datetime) -> "Ticket":
        return cls(action, before.number + 1 if before else 1, now + HOLDS)

    def shown(self, number: int, now: datetime) -> "Ticket":
        """Raise unless the one with *number* still lets somebody in."""
        if number != self.number or self.used_at is not None:
            raise TicketOver
        if now >= self.until:
            raise NoTicket
        return self

    def used(self, now: datetime) -> "Ticket":
        return replace(self, used_at=now)
