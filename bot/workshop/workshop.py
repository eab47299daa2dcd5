"""A workshop: one cycle on a case, from preparing it to following up what it agreed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.workshop.agenda import Agenda
from bot.workshop.ids import CaseId, InstallationId, UserId, WorkshopId
from bot.workshop.ladder import Ladder
from bot.workshop.refusal import Refusal

MOST_PEOPLE = 25
"""Participants in one workshop; practice has 8 to 15, and a form has room for twice this many questions."""


class Phase(StrEnum):
    """Where a workshop stands. Each move is an explicit act of the facilitator."""

    PREPARING = "preparing"
    BEFORE = "before"
    LIVE = "live"
    AGREEING = "agreeing"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"
    CANCELLED = "cancelled"


OPEN = tuple(phase for phase in Phase if phase not in {Phase.CLOSED, Phase.CANCELLED})
"""While a workshop is in one of these, somebody may still have something to do for it."""


class Visibility(StrEnum):
    """Who reads somebody's words, and with what beside them."""

    NAMED_ROLE = "named_role"
    UNATTRIBUTED = "unattributed"
    FACILITATOR_ONLY = "facilitator_only"


class News(StrEnum):
    """What happens to the channel of a case."""

    ARCHIVED = "archived"
    DELETED = "deleted"
    REMOVED = "removed"  # the bot, from the channel
    SHARED = "shared"  # with another organisation
    OFFERED = "offered"  # to another organisation, for which Slack gives it another id
    OPENED = "opened"  # to everybody in the workspace
    UNINSTALLED = "uninstalled"  # the app, from the workspace
    MENDED = "mended"  # restored, or not shared any more

    @property
    def interrupts(self) -> bool:
        """Whether nothing may be kept there until somebody has looked."""
        return self is not News.MENDED


class NotTheFacilitator(Refusal):
    """The move belongs to the facilitator."""

    key = "refusal-not-the-facilitator"


class NotInTheWorkshop(Refusal):
    """The person has no part in this workshop; what they are told gives nothing of it away."""

    key = "refusal-no-case-here"


class NotTheDeputy(Refusal):
    """Only whom the facilitator has named may take their place."""

    key = "refusal-not-the-deputy"


class AlreadyInvited(Refusal):
    """The questions are sent once."""

    key = "refusal-already-invited"


class AlreadyRunning(Refusal):
    """A session is started once."""

    key = "refusal-already-running"


class WrongPhase(Refusal):
    """The workshop stands somewhere else."""

    key = "refusal-wrong-phase"


class Interrupted(Refusal):
    """Something happened to the channel: first somebody looks, and then the session goes on."""

    key = "refusal-interrupted"


class NotOver(Refusal):
    """A workshop is closed before there is another on its case."""

    key = "refusal-not-over"


class NobodyInvited(Refusal):
    """A workshop without participants is not one."""

    key = "refusal-nobody-invited"


class TooManyPeople(Refusal):
    """More participants than a workshop or its form can hold."""

    key = "refusal-too-many-people"


class AgencyMissing(Refusal):
    """Each participant comes from an agency and has a role there."""

    key = "refusal-agency-missing"


class DatePassed(Refusal):
    """The date that was chosen lies behind us."""

    key = "refusal-date-passed"


@dataclass(frozen=True)
class Participant:
    """A person in the workshop, with the agency and the role that they speak from."""

    user: UserId
    agency: str
    role: str


@dataclass(frozen=True)
class Workshop:
    """``pack``, ``agenda`` and ``after`` keep the versions that the workshop started with.

    ``visibility`` is what answers have unless their author chooses otherwise. ``deputy`` hears of risks as the
    facilitator does, ``contacts`` are asked one after the other when nobody has looked, and ``safeguarding`` says whom
    to ring. ``ended_at`` is when the session was closed; ``register`` counts the changes of the alias register;
    ``upcoming`` are the stages of the session that are still to come, before it none unless somebody changed them, and
    with ``timekeeping`` its threads are told how the time stands; with ``kind_wording`` authors are shown, in private,
    another way to say what blames somebody. ``interrupted`` is what happened to the channel while the session ran,
    until somebody has looked. ``ladder`` is its own, where it has one; without ``nudges_openly`` owners are asked in
    private even when an action is due. ``model`` is the language model that may propose lines of its summaries, as
    people were told when they were asked; empty where none may.
    """

    id: WorkshopId
    installation: InstallationId
    case: CaseId
    facilitator: UserId
    held_on: date
    participants: tuple[Participant, ...]
    phase: Phase = Phase.PREPARING
    pack: str = "lcat-before@1"
    agenda: str = "lcat-short-session@1"
    after: tuple[str, ...] = ()
    visibility: Visibility = Visibility.NAMED_ROLE
    deputy: UserId | None = None
    safeguarding: str = ""
    contacts: tuple[UserId, ...] = ()
    ended_at: datetime | None = None
    register: int = 0
    upcoming: Agenda = ()
    timekeeping: bool = True
    kind_wording: bool = True
    interrupted: News | None = None
    ladder: Ladder | None = None
    nudges_openly: bool = True
    model: str = ""

    def participant(self, user: UserId) -> Participant | None:
        return next((each for each in self.participants if each.user == user), None)

    def includes(self, user: UserId) -> bool:
        return user in {self.facilitator, self.deputy} or self.participant(user) is not None

    def led_by(self, user: UserId) -> bool:
        """Whether *user* is its facilitator, or the deputy who may stand in for them."""
        return user in {self.facilitator, self.deputy}

    def seen_by(self, user: UserId) -> "Workshop":
        """This workshop, if *user* has a part in it."""
        if not self.includes(user):
            raise NotInTheWorkshop
        return self

    def run_by(self, user: UserId) -> "Workshop":
        """This workshop, if *user* is its facilitator."""
        if not self.includes(user):
            raise NotInTheWorkshop
        if user != self.facilitator:
            raise NotTheFacilitator(facilitator=self.facilitator)
        return self

    def during(self, *phases: Phase) -> "Workshop":
        """This workshop, if it stands in one of *phases*."""
        if self.phase not in phases:
            raise WrongPhase(phase=self.phase)
        return self

    def uninterrupted(self) -> "Workshop":
        """This workshop, unless something happened to its channel that nobody has looked at."""
        if self.interrupted is not None:
            raise Interrupted
        return self

    def taken_over(self, by: UserId) -> "Workshop":
        """With the deputy in the facilitator's place, and the facilitator in the deputy's."""
        if by == self.facilitator:
            return self
        if by != self.seen_by(by).deputy:
            raise NotTheDeputy
        return replace(self, facilitator=by, deputy=self.facilitator)

    def invite(self, by: UserId) -> "Workshop":
        if self.run_by(by).phase is Phase.BEFORE:
            raise AlreadyInvited
        return self._move(by, Phase.PREPARING, Phase.BEFORE)

    def start(self, by: UserId) -> "Workshop":
        if self.run_by(by).phase is Phase.LIVE:
            raise AlreadyRunning
        self.during(Phase.PREPARING, Phase.BEFORE)
        return replace(self, phase=Phase.LIVE)

    def close_session(self, by: UserId, now: datetime) -> "Workshop":
        return replace(self._move(by, Phase.LIVE, Phase.AGREEING), ended_at=now)

    def follow_up(self, by: UserId) -> "Workshop":
        """With its summary published, or without one."""
        return self._move(by, Phase.AGREEING, Phase.FOLLOWING_UP)

    def close(self, by: UserId) -> "Workshop":
        return self._move(by, Phase.FOLLOWING_UP, Phase.CLOSED)

    def over(self, by: UserId) -> "Workshop":
        """This workshop, if *by* runs it and nothing of it is to come but what its actions need."""
        if self.run_by(by).phase in OPEN:
            raise NotOver
        return self

    def joined(self, person: Participant) -> "Workshop":
        """With *person*, who came to take part while the session runs."""
        return replace(self.during(Phase.LIVE), participants=checked_people([*self.participants, person]))

    def _move(self, by: UserId, before: Phase, after: Phase) -> "Workshop":
        self.run_by(by).during(before)
        return replace(self, phase=after)


def checked_people(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """*people* as participants, each once; raises where a workshop could not be held with them."""
    unique = tuple({each.user: each for each in people}.values())
    if not unique:
        raise NobodyInvited(field="people")
    if len(unique) > MOST_PEOPLE:
        raise TooManyPeople(field="people", most=MOST_PEOPLE)
    for each in unique:
        if not each.agency.strip():
            raise AgencyMissing(field=f"agency:{each.user}")
        if not each.role.strip():
            raise AgencyMissing(field=f"role:{each.user}")
    return unique
