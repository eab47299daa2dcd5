"""A risk: what somebody said is about a danger to a person now. It never waits for a session."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.workshop.ids import RiskId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.working_time import WorkingTime
from bot.workshop.workshop import Workshop

TIME_TO_LOOK = timedelta(minutes=15)
"""Of working time, for each who is asked; then the next is asked."""


class NotAsked(Refusal):
    """Only those who were asked to look at a risk see it; what others are told gives nothing of it away."""

    key = "refusal-not-asked-to-look"


@dataclass(frozen=True)
class Risk:
    """Raised once, and seen once; ``raised_by`` is ``None`` where that was somebody who has no Slack.

    ``asked`` counts the contacts that were asked after the facilitator and the deputy; ``look_at`` is when to see
    whether somebody has looked, ``None`` once somebody has or nobody is left to ask.
    """

    id: RiskId
    workshop: WorkshopId
    raised_by: UserId | None
    raised_at: datetime
    words: str
    asked: int = 0
    look_at: datetime | None = None
    seen_by: UserId | None = None
    seen_at: datetime | None = None

    @property
    def unheard(self) -> bool:
        """Whether nobody has looked and nobody is left to ask."""
        return self.seen_by is None and self.look_at is None

    def seen(self, by: UserId, now: datetime) -> "Risk":
        """Whoever looked first stays the one who did."""
        return self if self.seen_by else replace(self, seen_by=by, seen_at=now, look_at=None)

    def waits(self, now: datetime, hours: WorkingTime) -> "Risk":
        """Whoever was asked last has a quarter of an hour of *hours* from now."""
        return replace(self, look_at=hours.later(now, TIME_TO_LOOK))

    def passed_on(self, workshop: Workshop) -> "Risk":
        """With the next contact asked, or with nobody left to ask."""
        if self.next_in(workshop) is None:
            return replace(self, look_at=None)
        return replace(self, asked=self.asked + 1)

    def first_in(self, workshop: Workshop) -> tuple[UserId, ...]:
        """Who is asked at once: the facilitator and the deputy, but not whoever raised it."""
        return self._others(workshop.facilitator, workshop.deputy)

    def then_in(self, workshop: Workshop) -> tuple[UserId, ...]:
        """Who is asked one after the other when nobody has looked."""
        first = self.first_in(workshop)
        return tuple(each for each in self._others(*workshop.contacts) if each not in first)

    def next_in(self, workshop: Workshop) -> UserId | None:
        """Who is asked next, if anybody."""
        return next(iter(self.then_in(workshop)[self.asked :]), None)

    def asked_in(self, workshop: Workshop) -> tuple[UserId, ...]:
        """Everybody who has been asked, in their order."""
        return (*self.first_in(workshop), *self.then_in(workshop)[: self.asked])

    def waits_for(self, workshop: Workshop, user: UserId) -> bool:
        """Whether *user* is among those who were asked last, so that it is passed on if they cannot be reached."""
        last = self.then_in(workshop)[self.asked - 1 : self.asked] if self.asked else self.first_in(workshop)
        return self.look_at is not None and user in last

    def _others(self, *people: UserId | None) -> tuple[UserId, ...]:
        return tuple(dict.fromkeys(each for each in people if each and each != self.raised_by))
