"""A tag: what somebody thinks that a kept reply is about, until the facilitator settles it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.workshop.ids import ChannelId, MessageTs, TagId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.summary import FindingKind, Source


class FactorMissing(Refusal):
    """A factor is one of the list."""

    key = "refusal-factor-missing"


class PartsMissing(Refusal):
    """A missed opportunity has three parts: without why it made sense, it is blame."""

    key = "refusal-parts-missing"


class TagKind(StrEnum):
    """What a reply can be tagged as."""

    OPPORTUNITY = "opportunity"
    FACTOR = "factor"
    STRENGTH = "strength"
    OPEN_QUESTION = "open_question"

    @property
    def heading(self) -> FindingKind:
        """Where a reply that is tagged so comes in a summary."""
        return HEADINGS[self]

    @property
    def says_it_all(self) -> bool:
        """Whether nothing has to be said beside it: a reaction is enough."""
        return self in {TagKind.STRENGTH, TagKind.OPEN_QUESTION}


HEADINGS = {
    TagKind.OPPORTUNITY: FindingKind.MISSED_OPPORTUNITY,
    TagKind.FACTOR: FindingKind.THEME,
    TagKind.STRENGTH: FindingKind.STRENGTH,
    TagKind.OPEN_QUESTION: FindingKind.OPEN_QUESTION,
}


class TagState(StrEnum):
    """Anyone may suggest a tag; the facilitator settles it, or leaves it out."""

    SUGGESTED = "suggested"
    SETTLED = "settled"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Parts:
    """A missed opportunity: what was known then, why what was done made sense, and what would have helped."""

    known: str = ""
    sense: str = ""
    helped: str = ""

    @property
    def missing(self) -> str | None:
        """The first part that is not there."""
        return next((name for name in ("known", "sense", "helped") if not getattr(self, name).strip()), None)


NO_PARTS = Parts()


@dataclass(frozen=True)
class Tagged:
    """What a reply is said to be. ``factor`` is a name of the list, and for a factor alone; ``""`` is not said yet."""

    kind: TagKind
    factor: str = ""


@dataclass(frozen=True)
class Tag:
    """What ``by`` suggested or decided about one reply; ``parts`` are for an opportunity alone."""

    id: TagId
    workshop: WorkshopId
    source: Source
    what: Tagged
    by: UserId
    at: datetime
    parts: Parts = NO_PARTS
    state: TagState = TagState.SUGGESTED


@dataclass(frozen=True)
class Mark:
    """A reaction that stands for a tag. ``settles`` where it is the facilitator's or the deputy's.

    ``revision`` is Slack's time of when it was put there, or taken away: the latest counts, whenever it reaches us.
    """

    workshop: WorkshopId
    channel: ChannelId
    ts: MessageTs
    user: UserId
    reaction: str
    kind: TagKind
    there: bool
    settles: bool
    revision: MessageTs


@dataclass(frozen=True)
class Reading:
    """One thing that a reply is said to be, by ``people``, and whether that is settled."""

    what: Tagged
    parts: Parts
    people: tuple[UserId, ...]
    settled: bool


def complete(what: Tagged, parts: Parts) -> None:
    """Raise ``FactorMissing`` or ``PartsMissing`` where it does not say what it has to before it is settled."""
    if what.kind is TagKind.FACTOR and not what.factor:
        raise FactorMissing(field="factor")
    if what.kind is TagKind.OPPORTUNITY and parts.missing:
        raise PartsMissing(field=parts.missing)


def readings(tags: Sequence[Tag], marks: Sequence[Mark]) -> tuple[Reading, ...]:
    """What one reply is said to be, by its tags and the reactions on it. What is decided beats what is suggested."""
    said = [_reading(what, [tag for tag in tags if tag.what == what]) for what in dict.fromkeys(t.what for t in tags)]
    decided = {tag.what.kind for tag in tags if tag.state is TagState.SETTLED}
    decided |= {tag.what.kind for tag in tags if tag.state is TagState.LEFT_OUT and not tag.what.factor}
    shown = [each for each in said if each is not None]
    for kind in TagKind:
        put = sorted((mark for mark in marks if mark.kind is kind and mark.there), key=lambda mark: mark.user)
        if put and kind not in decided:
            shown = _joined(shown, kind, put)
    return tuple(sorted(shown, key=lambda each: (list(TagKind).index(each.what.kind), each.what.factor)))


def _reading(what: Tagged, tags: Sequence[Tag]) -> Reading | None:
    """Nothing where it was left out."""
    if any(tag.state is TagState.LEFT_OUT for tag in tags):
        return None
    written = [tag.parts for tag in tags if tag.parts != NO_PARTS]
    people = tuple(dict.fromkeys(tag.by for tag in tags))
    settled = any(tag.state is TagState.SETTLED for tag in tags)
    return Reading(what, written[-1] if written else NO_PARTS, people, settled)


def _joined(shown: Sequence[Reading], kind: TagKind, marks: Sequence[Mark]) -> list[Reading]:
    """*shown* with the people who have put a reaction for *kind*: beside those who said it in the form, if any did."""
    same = next((each for each in shown if each.what.kind is kind), None)
    people = (*(same.people if same else ()), *(mark.user for mark in marks))
    settled = kind.says_it_all and any(mark.settles for mark in marks)
    what, parts = (same.what, same.parts) if same else (Tagged(kind), NO_PARTS)
    return [*(each for each in shown if each is not same), Reading(what, parts, tuple(dict.fromkeys(people)), settled)]
