"""Inviting people to reflect before the workshop, and keeping what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import cases, letters
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import AnswerId, UserId, WorkshopId
from bot.workshop.reflection import Answer, reflecting, written
from bot.workshop.workshop import Participant, Phase, Visibility, Workshop
from prompts import packs


@dataclass(frozen=True)
class Reflection:
    """What one person's form shows: the case, who they are in it, and what they wrote earlier."""

    file: CaseFile
    participant: Participant
    answers: Mapping[str, str]
    visibility: Visibility


@dataclass(frozen=True)
class Read:
    """One answer as the facilitator reads it. ``speaker`` is empty where the author asked for no attribution."""

    prompt: str
    words: str
    speaker: str
    visibility: Visibility


@dataclass(frozen=True)
class Reading:
    """Every answer to the questions of one workshop, prompt by prompt."""

    file: CaseFile
    answers: tuple[Read, ...]


def invite(work: Work, by: UserId, workshop_id: WorkshopId) -> CaseFile:
    """Send every participant the questions."""
    workshop = work.workshops.get(workshop_id).invite(by)
    cases.room_of(work, workshop)
    work.workshops.save(workshop)
    for participant in workshop.participants:
        work.letters.write(letters.invitation(workshop, participant.user, work.now))
    return cases.moved(work, workshop)


def due(work: Work, user: UserId) -> list[CaseFile]:
    """The reflections that wait for *user*, soonest workshop first."""
    files = [file for file in cases.of_person(work, user) if file.workshop.participant(user)]
    waiting = [file for file in files if file.workshop.phase is Phase.BEFORE]
    unanswered = [file for file in waiting if not work.answers.of_person(file.workshop.id, user)]
    return sorted(unanswered, key=lambda file: file.workshop.held_on)


def opened(work: Work, user: UserId, workshop_id: WorkshopId) -> Reflection:
    """*user*'s form on this workshop, with what they wrote earlier."""
    workshop = work.workshops.get(workshop_id)
    participant = reflecting(workshop, user)
    earlier = work.answers.of_person(workshop.id, user)
    return Reflection(
        file=CaseFile(work.cases.get(workshop.case), workshop),
        participant=participant,
        answers={answer.prompt: answer.words for answer in earlier},
        visibility=earlier[0].visibility if earlier else Visibility.NAMED_ROLE,
    )


def read(work: Work, by: UserId, workshop_id: WorkshopId) -> Reading:
    """The answers, for the facilitator. Unattributed ones stand in the order of their words, which tells nothing."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    order = [prompt.name for prompt in packs.pack(workshop.pack).prompts]
    answers = [_read(workshop, each) for each in work.answers.of(workshop_id)]
    placed = sorted(answers, key=lambda each: (order.index(each.prompt), each.speaker, each.words))
    return Reading(CaseFile(work.cases.get(workshop.case), workshop), tuple(placed))


def answer(
    work: Work, user: UserId, workshop_id: WorkshopId, answers: Mapping[str, str], visibility: Visibility
) -> CaseFile:
    """Keep *answers*, by prompt, in the place of what the same person answered before."""
    workshop = work.workshops.get(workshop_id)
    reflecting(workshop, user)
    work.answers.put(
        [
            Answer(AnswerId(0), workshop.id, user, workshop.pack, prompt, words, visibility, work.now)
            for prompt, words in written(answers).items()
        ]
    )
    work.letters.refresh(letters.invitation(workshop, user, work.now))
    return cases.noted(work, workshop)


def _read(workshop: Workshop, answer: Answer) -> Read:
    author = workshop.participant(answer.user)
    named = author is not None and answer.visibility is not Visibility.UNATTRIBUTED
    return Read(answer.prompt, answer.words, author.role if author and named else "", answer.visibility)
