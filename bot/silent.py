"""A silent round: everybody writes for themselves, then all of it is shown at once, in an order that tells nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from bot import cases, letters, reflections, rounds
from bot.cases import CaseFile
from bot.material import kept_apart
from bot.reflections import Given, ReflectionForm, Written
from bot.synthesis.material import Words, quotable
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import StageId, UserId, WorkshopId
from bot.workshop.reflection import Answer, Round
from bot.workshop.refusal import Refusal
from bot.workshop.session import NoStageOpen, Stage, open_stage
from bot.workshop.summary import FindingKind, Source, SourceKind
from bot.workshop.workshop import Participant, Phase, Visibility, Workshop
from prompts.pack import Pack, Prompt

PROMPT = "answer"
"""A silent round asks one question, which is called this."""


class OnlyParticipants(Refusal):
    """Only participants are asked; the facilitator listens."""

    key = "refusal-round-not-yours"


class RoundOver(Refusal):
    """The answers have been revealed, or the stage is closed."""

    key = "refusal-round-over"


class RoundPaused(Refusal):
    """Nothing is kept in a pause."""

    key = "refusal-round-paused"


class NotRevealed(Refusal):
    """Before a silent round ends, the facilitator says what becomes of what was written in it."""

    key = "refusal-not-revealed"


class Unrevealed(StrEnum):
    """What the facilitator does with answers that nobody has seen when the stage ends."""

    REVEAL = "reveal"
    KEEP = "keep"


class Withheld(StrEnum):
    """Why the group did not see an answer that it was meant for."""

    FEW = "few"  # it was written without a role, and too few people could have written it
    RISK = "risk"  # it is about a risk to somebody now, or sounds like one
    KEPT = "kept"  # the facilitator ended the round without revealing it


@dataclass(frozen=True)
class Kept:
    """An answer that the group did not see. ``speaker`` is empty where its author asked for no attribution."""

    stage: Stage
    words: str
    speaker: str
    visibility: Visibility
    risk: bool


@dataclass(frozen=True)
class KeptBack:
    """What was written in silent rounds that are over and stays with the facilitator."""

    file: CaseFile
    agenda: Pack
    answers: tuple[Kept, ...]


@dataclass(frozen=True)
class Writers:
    """Who has written in the round that is open, as far as it may be told.

    ``untold`` are people of whom some have written: to say who would tell who wrote without their role.
    """

    written: tuple[Participant, ...]
    waiting: tuple[Participant, ...]
    untold: tuple[Participant, ...] = ()


def begin(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """From now on everybody answers the open stage's question for themselves."""
    workshop, stage = _running(work, by, workshop_id)
    work.stages.save(stage.silence(work.now))
    return _shown(work, workshop, stage)


def opened(work: Work, user: UserId, stage_id: StageId) -> ReflectionForm:
    """*user*'s form for the question of the round, with what they have written so far."""
    workshop = work.workshops.get(work.stages.get(stage_id).workshop).seen_by(user)
    stage = work.stages.get(stage_id)  # as it is now that the workshop waits for us
    participant = workshop.participant(user)
    if participant is None:
        raise OnlyParticipants
    if workshop.phase is not Phase.LIVE or not stage.listening or not stage.silent:
        raise RoundOver
    if stage.paused:
        raise RoundPaused
    return reflections.form_for(work, workshop, _pack(work, workshop, stage), participant)


def write(work: Work, user: UserId, stage_id: StageId, given: Given) -> Written:
    """Keep what *user* has written until it is revealed; nothing written takes it back."""
    form = opened(work, user, stage_id)
    written = reflections.keep(work, form, PROMPT, given)
    cases.noted(work, form.file.workshop)
    return written


def reveal(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Show what was written in the open stage's thread, which listens from now on."""
    workshop, stage = _running(work, by, workshop_id)
    revealed(work, workshop, stage)
    return _shown(work, workshop, stage)


def settled(work: Work, workshop: Workshop, stage: Stage, unrevealed: Unrevealed | None) -> Stage:
    """*stage* ready to be closed. Raises ``NotRevealed`` while there are answers that nobody has decided about."""
    if not stage.silent or not answers(work, stage):
        return stage
    if unrevealed is None:
        raise NotRevealed
    if unrevealed is Unrevealed.REVEAL:
        return revealed(work, workshop, stage)
    for each in answers(work, stage):
        if each.visibility is not Visibility.FACILITATOR_ONLY:
            _tell(work, stage, each, Withheld.KEPT)
    return stage


def revealed(work: Work, workshop: Workshop, stage: Stage) -> Stage:
    """Show the answers in the thread; whose the group does not see is told why."""
    after = stage.revealed(work.now)
    work.stages.save(after)
    written = answers(work, stage)
    shown = for_everybody(written, workshop)
    for each in shown:
        asked = rounds.of_stage(stage)
        begun = rounds.begun(work, asked, each.user)
        work.reflections.put(begun.sent(work.now))
    for letter in letters.revealed(stage, shown, cases.room_of(work, workshop), work.now):
        work.letters.write(letter)
    seen = {each.id for each in shown}
    for each in written:
        if each.id not in seen and each.visibility is not Visibility.FACILITATOR_ONLY:
            _tell(work, stage, each, Withheld.RISK if kept_apart(each) else Withheld.FEW)
    return after


def for_everybody(written: Sequence[Answer], workshop: Workshop) -> list[Answer]:
    """Those of *written* that the group may see, in an order made of nothing but what it sees.

    So the order tells nothing of who wrote first, or who wrote what, to anybody who reads the answers.
    """
    words = [
        Words(
            source=Source(SourceKind.ANSWER, each.id),
            prompt=each.pack,
            finds=FindingKind.THEME,
            text=each.words,
            author=each.user,
            speaker=speaker(workshop, each),
            visibility=each.visibility,
        )
        for each in written
        if not kept_apart(each)
    ]
    allowed = {each.source.id for each in quotable(words, [person.user for person in workshop.participants])}
    shown = [each for each in written if each.id in allowed]
    return sorted(shown, key=lambda each: _place(each, speaker(workshop, each)))


def answers(work: Work, stage: Stage) -> list[Answer]:
    """What has been written in the silent round of *stage*."""
    asked = rounds.of_stage(stage)
    return [each for each in work.answers.every(stage.workshop) if each.pack == asked.pack]


def writers(work: Work, workshop: Workshop, stage: Stage) -> Writers:
    """Who has written and who has not, for the facilitator, where that does not tell who wrote without their role."""
    return writers_of(answers(work, stage), workshop)


def writers_of(written: Sequence[Answer], workshop: Workshop) -> Writers:
    under_their_role = {each.user for each in written if each.visibility is not Visibility.UNATTRIBUTED}
    hidden = {each.user for each in written} - under_their_role
    people = workshop.participants
    open_ones = tuple(each for each in people if each.user not in under_their_role)
    if hidden and len(hidden) < len(open_ones):
        return Writers(tuple(each for each in people if each.user in under_their_role), (), open_ones)
    done = under_their_role | hidden
    return Writers(
        tuple(each for each in people if each.user in done), tuple(each for each in people if each.user not in done)
    )


def kept_back(work: Work, by: UserId, workshop_id: WorkshopId) -> KeptBack:
    """What stays with the facilitator, for them alone; unattributed answers stand in the order of their words."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    work.audit.record(Entry(work.now, by, Deed.ANSWERS_READ, workshop_id))
    shown = [
        Kept(stage, each.words, speaker(workshop, each), each.visibility, risk=bool(each.risk))
        for stage, each in kept(work, workshop)
    ]
    placed = sorted(shown, key=lambda each: (each.stage.position, each.speaker, each.words))
    file = CaseFile(work.cases.get(workshop.case), workshop)
    return KeptBack(file, work.house.packs.pack(workshop.agenda), tuple(placed))


def kept_count(work: Work, workshop: Workshop) -> int:
    """How many answers stay with the facilitator."""
    return len(kept(work, workshop))


def kept(work: Work, workshop: Workshop) -> list[tuple[Stage, Answer]]:
    """Answers of rounds that are over which the group did not see, each with its stage."""
    over = {rounds.of_stage(each).pack: each for each in work.stages.of(workshop.id) if each.silence_over}
    if not over:
        return []
    seen = {each.id for each in work.answers.of(workshop.id)}
    every = work.answers.every(workshop.id)
    return [(over[each.pack], each) for each in every if each.pack in over and each.id not in seen]


def _running(work: Work, by: UserId, workshop_id: WorkshopId) -> tuple[Workshop, Stage]:
    workshop = work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE).uninterrupted()
    stage = open_stage(work.stages.of(workshop.id))
    if stage is None:
        raise NoStageOpen
    return workshop, stage


def _shown(work: Work, workshop: Workshop, stage: Stage) -> CaseFile:
    work.letters.refresh(letters.stage_card(stage, cases.room_of(work, workshop), work.now))
    return cases.noted(work, workshop)


def _tell(work: Work, stage: Stage, answer: Answer, why: Withheld) -> None:
    work.letters.write(letters.unrevealed(stage, answer.user, why, work.now))


def speaker(workshop: Workshop, answer: Answer) -> str:
    """The role of its author, for those who may know it; empty where it is unattributed."""
    author = workshop.participant(answer.user)
    return author.role if author and answer.visibility is not Visibility.UNATTRIBUTED else ""


def _place(answer: Answer, speaker: str) -> tuple[bytes, str]:
    return blake2b(f"{answer.pack}:{answer.words}".encode(), digest_size=8).digest(), speaker


def _pack(work: Work, workshop: Workshop, stage: Stage) -> Pack:
    """The stage's question as a pack of its own. Not checked as a pack is: a question of the moment may be longer."""
    agenda = work.house.packs.pack(workshop.agenda)
    name, _, _ = rounds.of_stage(stage).pack.partition("@")
    if stage.question:
        text = {"en": stage.question}
        prompt = Prompt.model_construct(name=PROMPT, question=text, help=None, minutes=1)
    else:
        prompt = agenda.prompt(stage.name).model_copy(update={"name": PROMPT, "follow_up": None})
    return Pack.model_construct(name=name, version=1, moment="live", title=agenda.title, minutes=1, prompts=(prompt,))


def stage_of(asked: Round) -> StageId:
    """The stage whose silent round this is."""
    return StageId(int(asked.pack.removeprefix(rounds.SILENT).partition("@")[0]))
