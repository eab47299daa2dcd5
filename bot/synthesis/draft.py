"""What an engine reads to draft a summary, what it drafts, and what the facilitator decides about it.

Nothing here is a word for people but what people wrote: headings, rules and kinds are names, and views say them.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.synthesis.material import SMALLEST_GROUP
from bot.workshop.action import Level
from bot.workshop.summary import Source
from bot.workshop.workshop import Visibility


class Heading(StrEnum):
    """The headings of a draft, in the order in which they are read."""

    URGENT = "urgent"
    THEME = "theme"
    MISSED_OPPORTUNITY = "missed_opportunity"
    CONTRIBUTORY_FACTOR = "contributory_factor"
    STRENGTH = "strength"
    OPEN_QUESTION = "open_question"
    DIFFERENCE = "difference"
    MISSING_VOICE = "missing_voice"
    CANDIDATE_ACTION = "candidate_action"
    ALSO_SAID = "also_said"

    @property
    def family(self) -> "Heading":
        """What only one person said is a theme once somebody says it too, and the other way round."""
        return Heading.THEME if self is Heading.ALSO_SAID else self


# What goes in


@dataclass(frozen=True)
class Person:
    """A participant under a ``key`` that stands for them in this room alone."""

    key: str
    agency: str
    role: str


@dataclass(frozen=True)
class Opportunity:
    """The three parts of a missed opportunity, as somebody wrote them down and the facilitator settled them."""

    known: str
    sense: str
    helped: str


@dataclass(frozen=True)
class Tag:
    """What the facilitator settled that words are about. ``factor`` is a name of the list of factors."""

    heading: Heading
    factor: str = ""
    parts: Opportunity | None = None


@dataclass(frozen=True)
class Said:
    """One answer or contribution after masking, with all that the use case knows of it; nothing of it may be shown yet.

    ``prompt`` names what was asked, the pack or stage with it: an answer to one is somebody's only one. ``heading`` is
    what it asks for, ``None`` where it asks for nothing in particular, and ``part`` which part of a missed opportunity.
    ``reply_to`` is what it answers. ``apart`` is true of everything about a risk to somebody now.
    """

    source: Source
    text: str
    author: str
    visibility: Visibility
    prompt: str
    heading: Heading | None = None
    stage: str = ""
    reply_to: Source | None = None
    part: "Part | None" = None
    tags: tuple[Tag, ...] = ()
    apart: bool = False


@dataclass(frozen=True)
class Seen:
    """What a published version showed, to be kept with it: readers put versions side by side.

    ``author`` is empty for unattributed words; ``could`` are the people who could have written them, for all that
    readers knew then. Words under a role name their ``author`` and nobody else.
    """

    source: Source
    prompt: str
    author: str = ""
    could: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    """All that a draft is made from.

    ``names`` may stand in no line (people's names, and what the alias register holds). ``earlier`` is the draft before:
    what did not change in the room does not change in the draft. ``seen`` is what published versions showed. ``model``
    is the language model that may propose lines, if any. ``pseudonym`` is what everybody calls whom the case is about.
    """

    said: tuple[Said, ...]
    people: tuple[Person, ...]
    k: int = SMALLEST_GROUP
    names: frozenset[str] = frozenset()
    decisions: "tuple[Decision, ...]" = ()
    earlier: "Draft | None" = None
    seen: tuple[Seen, ...] = ()
    model: str = ""
    pseudonym: str = ""


# What comes out


class Rule(StrEnum):
    """Why a line is there."""

    PROMPT = "prompt"  # the question that it answers asks for it
    TAGGED = "tagged"  # people tagged it so, and the facilitator settled it
    ALIKE = "alike"  # its members are alike in their words, and belong together by their threads
    MEANT = "meant"  # they are alike in what they mean, as a small model reads it, or in their words
    ALONE = "alone"  # nothing else in the room is like it
    LISTED = "listed"  # words of the list of factors stand in it
    DATED = "dated"  # it names a moment that will not wait
    ASKED = "asked"  # it has a question mark
    WONDERED = "wondered"  # it asks without one
    OPPOSED = "opposed"  # two agencies say opposite things of one subject
    NAMED = "named"  # a service is named that nobody in the room belongs to
    PROPOSED = "proposed"  # its wording proposes or promises to do something
    DECIDED = "decided"  # the facilitator put it together
    MODEL = "model"  # a language model proposed it


@dataclass(frozen=True)
class Why:
    """The ``rule``, the words that its members share, and the members that are nearest to its middle."""

    rule: Rule
    shared: tuple[str, ...] = ()
    nearest: tuple[Source, ...] = ()


class Entitled(StrEnum):
    """Where a title comes from, and so how it is to be shown."""

    QUOTED = "quoted"  # a clause of somebody's words, to be marked as a quotation
    PHRASE = "phrase"  # telling words of it, where no clause is short enough
    FACTOR = "factor"  # the name of an entry of the list of factors
    SERVICE = "service"  # the name of an entry of the list of services
    FACILITATOR = "facilitator"  # the facilitator's own words
    MODEL = "model"  # a language model's words


@dataclass(frozen=True)
class Title:
    """What a line is called. ``source`` is whose words it quotes."""

    words: str
    entitled: Entitled = Entitled.QUOTED
    source: Source | None = None


class Part(StrEnum):
    """What a quotation stands for in its line."""

    KNOWN = "known"
    SENSE = "sense"
    HELPED = "helped"
    ONE_SIDE = "one_side"
    OTHER_SIDE = "other_side"


@dataclass(frozen=True)
class Quotation:
    """Somebody's words, letter for letter. ``speaker`` is a role, or empty where they are unattributed.

    ``from_tag`` is true of the parts of a missed opportunity, which stand in the tag of ``source`` and not in its text.
    """

    source: Source
    words: str
    speaker: str = ""
    part: Part | None = None
    from_tag: bool = False


@dataclass(frozen=True)
class Asked:
    """A service that a question names, in its ``words``, with the keys of the participants who belong to it."""

    service: str
    words: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of a draft.

    ``key`` is the same for the same line on the same evidence. ``phrases`` are telling words of a theme. ``people`` and
    ``agencies`` raised it at the least, ``None`` where that may not be told. ``claim`` is a sentence that is nobody's
    quotation but is ``claimed_by`` the facilitator or a model. ``unsupported`` asks to look twice: a claim shares
    little with its evidence.
    """

    heading: Heading
    key: str
    title: Title
    evidence: tuple[Source, ...]
    why: Why
    quotations: tuple[Quotation, ...] = ()
    phrases: tuple[str, ...] = ()
    people: int | None = None
    agencies: int | None = None
    factor: str = ""
    level: Level | None = None
    asked: tuple[Asked, ...] = ()
    claim: str = ""
    claimed_by: Entitled = Entitled.FACILITATOR
    unsupported: bool = False

    @property
    def about(self) -> str:
        """The factor or service that it is about; empty where it is about nothing that is on a list."""
        return self.factor or (self.title.words if self.title.entitled is Entitled.SERVICE else "")


@dataclass(frozen=True)
class Edition:
    """Which words a draft was made from: ``mark`` changes when they do, and tells nothing of them."""

    source: Source
    mark: str


@dataclass(frozen=True)
class Draft:
    """A draft that has been proposed. ``finished`` is false below the number of contributions that themes need.

    Its themes are *points raised* then, for the facilitator to group. ``editions`` are all words that it was made from.
    ``plainer`` is true where it had to be made without the worker. ``model`` is the language model that was asked, and
    ``without`` why it gave no answer.
    """

    lines: tuple[Line, ...]
    finished: bool = False
    editions: tuple[Edition, ...] = ()
    plainer: bool = False
    model: str = ""
    without: str = ""

    def under(self, heading: Heading) -> tuple[Line, ...]:
        return tuple(each for each in self.lines if each.heading is heading)


# What the facilitator decides


class Deed(StrEnum):
    """What a facilitator does to the lines of a draft."""

    MERGED = "merged"  # what rests on ``sources`` is one line
    SPLIT = "split"  # it becomes a line for each of ``parts``, and no later draft puts two parts together
    RENAMED = "renamed"  # it is called ``words``
    REWORDED = "reworded"  # it says ``words``, which are the facilitator's
    MOVED = "moved"  # ``sources`` go to the heading ``to``: into the line on ``beside``, or into one of their own
    DROPPED = "dropped"  # it does not stand under ``heading``; what is said later is not dropped with it


@dataclass(frozen=True)
class Decision:
    """One decision about the line under ``heading`` that rests on most of ``sources``; a later one wins.

    ``about`` is its factor or service, where it has one: there, the same words can be behind several lines.
    """

    deed: Deed
    heading: Heading
    sources: tuple[Source, ...]
    parts: tuple[tuple[Source, ...], ...] = ()
    to: Heading | None = None
    beside: tuple[Source, ...] = ()
    words: str = ""
    about: str = ""
