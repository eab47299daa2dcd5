"""The channel of a case as Slack describes it: whether what is said there stays between the people of the case."""

from dataclasses import dataclass
from enum import StrEnum

from bot.workshop.ids import UserId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Workshop


class Flaw(StrEnum):
    """What has to be mended before anything is kept there."""

    ARCHIVED = "archived"
    GONE = "gone"  # deleted, or the bot is not in it
    PUBLIC = "public"


class Doubt(StrEnum):
    """What the facilitator may go on with, if they say so."""

    SHARED = "shared"  # with another organisation
    OFFERED = "offered"  # to another organisation, which has not answered yet
    ORGANISATION = "organisation"  # with other workspaces of the same organisation
    UNSEEN = "unseen"  # Slack cannot be asked just now


class RoomUnsound(Refusal):
    """Nothing is kept in this channel before somebody has mended it."""

    key = "refusal-room-unsound"


class RoomDoubtful(Refusal):
    """The facilitator has to say that they go on all the same."""

    key = "refusal-room-doubtful"

    @property
    def doubt(self) -> Doubt:
        return Doubt(str(self.facts["doubt"]))


@dataclass(frozen=True)
class Attendance:
    """Who takes part and is not in the channel, and who is there and does not take part."""

    absent: tuple[UserId, ...] = ()
    others: tuple[UserId, ...] = ()


@dataclass(frozen=True)
class Room:
    """``members`` are the people and apps in the channel but for the bot itself."""

    flaw: Flaw | None = None
    doubt: Doubt | None = None
    members: frozenset[UserId] = frozenset()

    def check(self, accepted: Doubt | None) -> None:
        """Raise ``RoomUnsound``, or ``RoomDoubtful`` unless it is just that doubt which was *accepted*."""
        if self.flaw is not None:
            raise RoomUnsound(why=self.flaw)
        if self.doubt is not None and self.doubt is not accepted:
            raise RoomDoubtful(doubt=self.doubt)

    def attendance(self, workshop: Workshop) -> Attendance:
        """The members against the people of *workshop*; nobody is missing from a channel that could not be seen."""
        if self.doubt is Doubt.UNSEEN:
            return Attendance()
        taking_part = [each.user for each in workshop.participants]
        absent = tuple(user for user in taking_part if user not in self.members)
        return Attendance(absent, tuple(sorted(user for user in self.members if not workshop.includes(user))))
