"""The live session: its ground rules, the card of a stage, and what authors are told of their replies."""

from dataclasses import dataclass

from bot.contents.reading import case_of, place_of, stands
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import AnswerId, ContributionId, StageId, UserId
from bot.workshop.letter import Letter, Post
from bot.workshop.reflection import Answer
from bot.workshop.session import Place, Stage, Unheard
from bot.workshop.workshop import Phase, Visibility, Workshop
from prompts.kindness import kinder
from prompts.pack import Pack, Text


@dataclass(frozen=True)
class StageCard:
    """One stage's question, the root of its thread. ``total`` counts the stages that there will be.

    ``following`` is the card of the next stage, once it stands in the channel.
    """

    case: Case
    workshop: Workshop
    stage: Stage
    agenda: Pack
    total: int
    following: Post | None = None

    @property
    def past(self) -> bool:
        """Whether the session has gone on from here."""
        over = self.workshop.phase is not Phase.LIVE
        return not self.stage.listening and (over or self.following is not None)


@dataclass(frozen=True)
class GroundRules:
    """How the session is held, and what is kept of it; ``rules`` where its agenda has some.

    ``by_meaning`` where a small model compares what is written.
    """

    case: Case
    workshop: Workshop
    rules: Text | None
    by_meaning: bool = False

    @property
    def past(self) -> bool:
        return self.workshop.phase is not Phase.LIVE


@dataclass(frozen=True)
class StageTime:
    """How the time stands, in a stage's thread. ``near`` shortly before its end, else at half time."""

    case: Case
    near: bool
    minutes_left: int


@dataclass(frozen=True)
class Said:
    """Somebody's words as the group reads them; ``speaker`` is empty where they are unattributed."""

    words: str
    speaker: str


@dataclass(frozen=True)
class Revealed:
    """One page of what was written in a silent round."""

    case: Case
    page: int
    pages: int
    answers: tuple[Said, ...]


@dataclass(frozen=True)
class NotShown:
    """The group did not see an answer, for its author. ``why`` is one of ``bot.silent.Withheld``."""

    case: Case
    why: str


@dataclass(frozen=True)
class Spoken:
    """What a scribe wrote down; ``words`` are ``None`` once taken back, ``speaker`` is empty where it is not told."""

    case: Case
    id: ContributionId
    words: str | None
    speaker: str
    user: UserId
    scribe: UserId


@dataclass(frozen=True)
class Masked:
    """Kinds of identifiers that were masked in a reply, for its author."""

    case: Case
    place: Place
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class NotKept:
    """That a reply was not kept and why, for its author; ``running`` while there is still a session to say it in."""

    case: Case
    place: Place
    why: Unheard
    running: bool


@dataclass(frozen=True)
class Kinder:
    """Words of a reply that look back with what is known now, and what to ask ``instead``, for its author."""

    case: Case
    place: Place
    user: UserId
    words: str
    instead: Text


@dataclass(frozen=True)
class NoFiles:
    """That a file was not kept, for whoever shared it."""

    case: Case
    place: Place


def ground_rules(work: Work, letter: Letter) -> GroundRules | None:
    case, workshop = case_of(work, letter.subject)
    rules = work.house.packs.pack(workshop.agenda).ground_rules
    facts = GroundRules(case, workshop, rules, work.house.by_meaning)
    return facts if stands(work, letter) or not facts.past else None


def stage_card(work: Work, letter: Letter) -> StageCard:
    stage = work.stages.get(StageId(letter.subject))
    case, workshop = case_of(work, stage.workshop)
    stages = work.stages.of(workshop.id)
    root = next((each.root for each in stages if each.position == stage.position + 1), None)
    following = Post(case.channel, root) if case.channel and root else None
    total = len(stages) + len(workshop.upcoming)
    return StageCard(case, workshop, stage, work.house.packs.pack(workshop.agenda), total, following)


def stage_time(work: Work, letter: Letter) -> StageTime | None:
    """Nothing where the stage is over, or has been given other time since, or the moment has passed."""
    stage = work.stages.get(StageId(letter.subject))
    which, _, minutes = letter.detail.partition(":")
    left = round((stage.ends_at - work.now).total_seconds() / 60)
    case, workshop = case_of(work, stage.workshop)
    if not stage.listening or stage.minutes != int(minutes) or left < 1 or not _tells_time(workshop):
        return None
    return StageTime(case, which == "near", left)


def _tells_time(workshop: Workshop) -> bool:
    return workshop.timekeeping and workshop.interrupted is None


def revealed(work: Work, letter: Letter) -> Revealed | None:
    """What of the page still stands; nothing once all of it was taken back."""
    stage = work.stages.get(StageId(letter.subject))
    case, workshop = case_of(work, stage.workshop)
    page, _, order = letter.detail.partition(":")
    number, _, pages = page.partition("/")
    known = {each.id: each for each in work.answers.of(workshop.id)}
    there = [known[number] for number in map(AnswerId, map(int, order.split(","))) if number in known]
    said = tuple(_said(workshop, each) for each in there)
    return Revealed(case, int(number), int(pages), said) if said else None


def _said(workshop: Workshop, answer: Answer) -> Said:
    author = workshop.participant(answer.user)
    named = author is not None and answer.visibility is Visibility.NAMED_ROLE
    return Said(answer.words, author.role if author and named else "")


def not_shown(work: Work, letter: Letter) -> NotShown:
    stage = work.stages.get(StageId(letter.subject))
    return NotShown(case_of(work, stage.workshop)[0], letter.detail)


def spoken(work: Work, letter: Letter) -> Spoken | None:
    """Nothing where it was taken back before anybody could read it."""
    said = work.contributions.get(ContributionId(letter.subject))
    case, workshop = case_of(work, said.workshop)
    there = letter.standing is not None and work.letters.post(letter.standing) is not None
    if said.scribe is None or (said.words is None and not there):
        return None
    author = workshop.participant(said.user)
    named = author is not None and said.visibility is Visibility.NAMED_ROLE
    return Spoken(case, said.id, said.words, author.role if author and named else "", said.user, said.scribe)


def masked(work: Work, letter: Letter) -> Masked:
    place, kinds = place_of(letter)
    return Masked(case_of(work, letter.subject)[0], place, tuple(kinds))


def not_kept(work: Work, letter: Letter) -> NotKept:
    stage = work.stages.get(StageId(letter.subject))
    case, workshop = case_of(work, stage.workshop)
    place, (why,) = place_of(letter)
    return NotKept(case, place, Unheard(why), running=workshop.phase is Phase.LIVE)


def kinder_way(work: Work, letter: Letter) -> Kinder | None:
    """Nothing where the words have been changed or taken back, or the group has gone on."""
    stage = work.stages.get(StageId(letter.subject))
    case, workshop = case_of(work, stage.workshop)
    place, _ = place_of(letter)
    said = work.contributions.at(place.channel, place.ts)
    found = kinder(said.words) if said and said.words else None
    if found is None or not stage.listening or not workshop.kind_wording:
        return None
    return Kinder(case, place, UserId(letter.lane), found.words, found.why)


def no_files(work: Work, letter: Letter) -> NoFiles:
    return NoFiles(case_of(work, letter.subject)[0], place_of(letter)[0])
