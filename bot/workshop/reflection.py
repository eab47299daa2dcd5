"""A reflection: what one person answers, privately, to the prompts of a pack."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from bot.workshop.ids import AnswerId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Participant, Phase, Visibility, Workshop


class NothingWritten(Refusal):
    """Every question may be skipped, but not all of them at once."""

    key = "refusal-nothing-written"


class ReflectionFrozen(Refusal):
    """Answers can be changed until the session starts."""

    key = "refusal-reflection-frozen"


class ReflectionNotOpen(Refusal):
    """The facilitator has not sent the questions yet."""

    key = "refusal-reflection-not-open"


class ReflectionOver(Refusal):
    """Answers to the questions after the session can be changed until the workshop is closed."""

    key = "refusal-reflection-over"


class QuestionsClosed(Refusal):
    """What is shown only together stands still once it can be seen, or watching it change would name somebody."""

    key = "refusal-questions-closed"


class Occasion(StrEnum):
    """What questions are for. Who reads the answers, and how long they can be written, hangs on it."""

    BEFORE = "before"  # the facilitator reads them, and the summary may quote them
    AFTER = "after"  # the facilitator reads them
    TOGETHER = "together"  # nobody reads one of them: the mean is shown
    ALONE = "alone"  # nobody but their author


UNTIL_THE_SESSION_ENDS = frozenset({Phase.PREPARING, Phase.BEFORE, Phase.LIVE})

AFTERWARDS = frozenset({Phase.AGREEING, Phase.FOLLOWING_UP})
"""The session is over, the workshop is not."""

WRITTEN_DURING: Mapping[Occasion, frozenset[Phase]] = {
    Occasion.BEFORE: frozenset({Phase.BEFORE}),
    Occasion.AFTER: AFTERWARDS,
    Occasion.TOGETHER: AFTERWARDS,
    Occasion.ALONE: AFTERWARDS | {Phase.CLOSED},
}


@dataclass(frozen=True)
class Round:
    """One pack of questions, ``name@version``, asked in one workshop."""

    workshop: WorkshopId
    pack: str


@dataclass(frozen=True)
class Answer:
    """A private reply to a prompt, outside the session. ``pack`` is ``name@version``.

    ``kept_because`` is why an identifier was left in it; ``risk`` what its author said when asked whether it is about
    a risk to somebody now, ``None`` where they were not asked.
    """

    id: AnswerId
    workshop: WorkshopId
    user: UserId
    pack: str
    prompt: str
    words: str
    visibility: Visibility
    answered_at: datetime
    kept_because: str = ""
    risk: bool | None = None

    @property
    def edition(self) -> str:
        """Changes when the words do, and tells nothing of them."""
        return f"{crc32(self.words.encode()):08x}"


@dataclass(frozen=True)
class Reflection:
    """What one person makes of one pack. Nobody else reads it before it is sent; ``sent_at`` is when it first was.

    ``look_at`` is when to see whether a reminder is due; ``planned`` once the first has been worked out; ``reminded``
    counts those that were sent. ``declined`` once its author has said that they cannot do this one.
    """

    workshop: WorkshopId
    user: UserId
    pack: str
    sent_at: datetime | None = None
    look_at: datetime | None = None
    planned: bool = True
    reminded: int = 0
    declined: bool = False

    @property
    def waits(self) -> bool:
        return self.sent_at is None and not self.declined

    def sent(self, now: datetime) -> "Reflection":
        return self if self.sent_at else replace(self, sent_at=now, declined=False, look_at=None)


def reflecting(workshop: Workshop, user: UserId, occasion: Occasion = Occasion.BEFORE) -> Participant:
    """The person who may write now, with the agency and role that they speak from."""
    participant = workshop.seen_by(user).participant(user)
    if participant is None and occasion is Occasion.ALONE:
        # Who led the session has something to learn from it too.
        participant = Participant(user, agency="", role="")
    not_yet = {Phase.PREPARING} if occasion is Occasion.BEFORE else UNTIL_THE_SESSION_ENDS
    if participant is None or workshop.phase in not_yet:
        raise ReflectionNotOpen
    if workshop.phase in WRITTEN_DURING[occasion]:
        return participant
    if occasion is Occasion.BEFORE:
        raise ReflectionFrozen
    raise ReflectionOver
