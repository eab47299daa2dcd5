"""Tagging what was said: anyone who takes part suggests, the facilitator or the deputy settles."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from bot import cases, rounds, silent, summaries, tagged
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.taggable import OPEN_TO_TAGS, Taggable, taggable
from bot.work import Work
from bot.workshop.ids import TagId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.session import Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import NO_PARTS, FactorMissing, Parts, Reading, Tag, Tagged, TagKind, TagState, complete
from bot.workshop.workshop import NotTheFacilitator, Workshop
from prompts.lexicon import factors


class NothingToTag(Refusal):
    """The message is none of ours, was not kept, or is no longer there; which of them, its author alone may know."""

    key = "refusal-nothing-to-tag"


class DecidedAlready(Refusal):
    """The facilitator has settled this suggestion or left it out."""

    key = "refusal-tag-decided"


@dataclass(frozen=True)
class TagSheet:
    """What *by* may tag: one reply, or several where one message shows what was written in silence.

    ``settles`` where what they say is settled at once.
    """

    file: CaseFile
    replies: tuple[Taggable, ...]
    settles: bool


@dataclass(frozen=True)
class Given:
    """What somebody says that a reply is; ``instead`` is what it was said to be, where that is changed."""

    source: Source
    what: Tagged
    parts: Parts = NO_PARTS
    instead: Tagged | None = None


@dataclass(frozen=True)
class Line:
    """One reading of one reply."""

    reply: Taggable
    reading: Reading


@dataclass(frozen=True)
class TagList:
    """Everything that is suggested or settled; what waits comes first."""

    file: CaseFile
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TagCounts:
    """How many suggestions wait, and how many tags are settled of each kind."""

    waiting: int = 0
    settled: Mapping[TagKind, int] = field(default_factory=dict)


NO_COUNTS = TagCounts()


def opened(work: Work, by: UserId, place: Place, *, by_bot: bool) -> TagSheet:
    """What *by* may tag of the message at *place*; ours show what a scribe wrote down, or answers given in silence."""
    said = work.contributions.at(place.channel, place.ts)
    if said is not None:
        workshop = _open(work, by, said.workshop)
        sources = [Source(SourceKind.CONTRIBUTION, said.id)]
    else:
        meeting = work.stages.meeting(place.channel, place.thread, by)
        if meeting is None or meeting.stage is None or not by_bot:
            raise NothingToTag
        workshop = _open(work, by, meeting.id)
        pack = rounds.of_stage(meeting.stage).pack
        answers = [each for each in work.answers.of(workshop.id) if each.pack == pack]
        sources = [Source(SourceKind.ANSWER, each.id) for each in silent.for_everybody(answers, workshop)]
    known = taggable(work, workshop)
    replies = tuple(known[source] for source in sources if source in known)
    if not replies:
        raise NothingToTag
    return TagSheet(_file(work, workshop), replies, workshop.led_by(by))


def reopened(work: Work, by: UserId, workshop_id: WorkshopId, source: Source) -> TagSheet:
    """The same for one reply that is known."""
    workshop = _open(work, by, workshop_id)
    return TagSheet(_file(work, workshop), (_reply(work, workshop, source),), workshop.led_by(by))


def parts_so_far(work: Work, by: UserId, workshop_id: WorkshopId, source: Source) -> Parts:
    """What was said of it as a missed opportunity: by anybody, for whoever settles it; else by *by* themselves."""
    workshop = _open(work, by, workshop_id)
    own = [
        tag.parts
        for tag in work.tags.of(workshop.id)
        if tag.source == source and tag.parts != NO_PARTS and (tag.by == by or workshop.led_by(by))
    ]
    return own[-1] if own else NO_PARTS


def tag(work: Work, by: UserId, workshop_id: WorkshopId, given: Given) -> TagSheet:
    """Suggest what a reply is, or settle it where *by* may."""
    workshop = _open(work, by, workshop_id)
    reply = _reply(work, workshop, given.source)
    if given.what.kind is TagKind.FACTOR and factors().get(given.what.factor) is None:
        raise FactorMissing(field="factor")
    for name, words in asdict(given.parts).items():
        lookout(work, workshop).refuse(words, name)
    new = Tag(TagId(0), workshop.id, given.source, given.what, by, work.now, given.parts)
    if workshop.led_by(by):
        complete(given.what, given.parts)
        _replace(work, new, given.instead)
        _decide(work, workshop, replace(new, state=TagState.SETTLED))
    else:
        _suggest(work, new)
        cases.noted(work, workshop)
    return TagSheet(_file(work, workshop), (reply,), workshop.led_by(by))


def _replace(work: Work, new: Tag, instead: Tagged | None) -> None:
    """What was changed is gone; of another kind, it is not suggested by a reaction again either."""
    if instead is not None:
        _drop(work, replace(new, what=instead))
        if instead.kind is not new.what.kind:
            work.tags.add(replace(new, what=instead, parts=NO_PARTS, state=TagState.LEFT_OUT))


def settle(work: Work, by: UserId, workshop_id: WorkshopId, source: Source, what: Tagged) -> TagList:
    """Settle what is suggested, as it stands; what was taken back meanwhile is not there to be settled."""
    workshop = _run(work, by, workshop_id)
    found = next((each for each in tagged.all_of(work, workshop.id).get(source, ()) if each.what == what), None)
    if found is not None and source in taggable(work, workshop):
        complete(what, found.parts)
        _decide(work, workshop, Tag(TagId(0), workshop.id, source, what, by, work.now, found.parts, TagState.SETTLED))
    return _list(work, workshop)


def leave_out(work: Work, by: UserId, workshop_id: WorkshopId, source: Source, what: Tagged) -> TagList:
    """Take it out, whether it is suggested or settled."""
    workshop = _run(work, by, workshop_id)
    if source in taggable(work, workshop):
        _decide(work, workshop, Tag(TagId(0), workshop.id, source, what, by, work.now, state=TagState.LEFT_OUT))
    return _list(work, workshop)


def listed(work: Work, by: UserId, workshop_id: WorkshopId) -> TagList:
    """Everything that is suggested or settled, for whoever may settle it."""
    return _list(work, _run(work, by, workshop_id))


def counts(work: Work, workshop: Workshop) -> TagCounts:
    if workshop.phase not in OPEN_TO_TAGS:
        return NO_COUNTS
    found = _lines(work, workshop)
    settled = Counter(line.reading.what.kind for line in found if line.reading.settled)
    return TagCounts(sum(1 for line in found if not line.reading.settled), settled)


def _suggest(work: Work, new: Tag) -> None:
    same = [each for each in work.tags.of(new.workshop) if (each.source, each.what) == (new.source, new.what)]
    if any(each.state is not TagState.SUGGESTED for each in same):
        raise DecidedAlready
    for each in same:
        if each.by == new.by:
            work.tags.drop(each.id)
    work.tags.add(new)


def _decide(work: Work, workshop: Workshop, decided: Tag) -> None:
    """It takes the place of everything that was suggested or decided of the same."""
    _drop(work, decided)
    work.tags.add(decided)
    cases.noted(work, workshop)
    summaries.tags_changed(work, workshop)


def _drop(work: Work, like: Tag) -> None:
    for each in work.tags.of(like.workshop):
        if (each.source, each.what) == (like.source, like.what):
            work.tags.drop(each.id)


def _list(work: Work, workshop: Workshop) -> TagList:
    return TagList(_file(work, workshop), _lines(work, workshop))


def _lines(work: Work, workshop: Workshop) -> tuple[Line, ...]:
    said = tagged.all_of(work, workshop.id)
    if not said:
        return ()
    known = taggable(work, workshop)
    lines = [Line(reply, reading) for source, reply in known.items() for reading in said.get(source, ())]
    return tuple(sorted(lines, key=lambda line: line.reading.settled))


def _reply(work: Work, workshop: Workshop, source: Source) -> Taggable:
    reply = taggable(work, workshop).get(source)
    if reply is None:
        raise NothingToTag
    return reply


def _open(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    return work.workshops.get(workshop_id).seen_by(by).during(*OPEN_TO_TAGS)


def _run(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    workshop = work.workshops.get(workshop_id).seen_by(by)
    if not workshop.led_by(by):
        raise NotTheFacilitator(facilitator=workshop.facilitator)
    return workshop.during(*OPEN_TO_TAGS)


def _file(work: Work, workshop: Workshop) -> CaseFile:
    return CaseFile(work.cases.get(workshop.case), workshop)
