"""How a session was for those who were there: shown together, once nothing can change any more, or not at all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot import rounds
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.pulse import Mark, mark
from bot.workshop.reflection import UNTIL_THE_SESSION_ENDS, ReflectionNotOpen, Round
from bot.workshop.refusal import Refusal
from prompts.pack import Pack, Prompt


class Standing(StrEnum):
    """Whether there is something to see."""

    OPEN = "open"
    TOO_FEW = "too_few"
    SHOWN = "shown"


@dataclass(frozen=True)
class Scale:
    """One question; without a mark too few answered it."""

    prompt: Prompt
    mark: Mark | None


@dataclass(frozen=True)
class Pulse:
    """What may be seen of a pack that is shown only together. It never says how many answered, or who."""

    file: CaseFile
    pack: Pack
    standing: Standing
    closes_on: date
    scales: tuple[Scale, ...] = ()


class NoPulse(Refusal):
    """Nothing of this workshop is shown only together, or not yet."""

    key = "refusal-no-pulse"


def asked(work: Work, by: UserId, workshop_id: WorkshopId) -> Round:
    """The questions whose answers are shown together."""
    workshop = work.workshops.get(workshop_id).seen_by(by)
    pack = rounds.pulse(work, workshop)
    if pack is None or workshop.phase in UNTIL_THE_SESSION_ENDS:
        raise NoPulse
    return Round(workshop_id, pack.id)


def result(work: Work, by: UserId, asked: Round) -> Pulse:
    """What came of it, for anybody who has a part in the workshop, the facilitator no more than others."""
    workshop = work.workshops.get(asked.workshop).seen_by(by)
    pack = work.house.packs.pack(asked.pack)
    if pack != rounds.pulse(work, workshop) or workshop.phase in UNTIL_THE_SESSION_ENDS:
        raise ReflectionNotOpen
    file = CaseFile(work.cases.get(workshop.case), workshop)
    closes_on = rounds.closes_on(work, workshop, pack)
    if not rounds.over(work, workshop, pack):
        return Pulse(file, pack, Standing.OPEN, closes_on)
    scales = tuple(_scale(work, asked, prompt, pack.smallest_group or 0) for prompt in pack.every_prompt)
    standing = Standing.SHOWN if any(each.mark for each in scales) else Standing.TOO_FEW
    return Pulse(file, pack, standing, closes_on, scales)


def _scale(work: Work, asked: Round, prompt: Prompt, smallest_group: int) -> Scale:
    here = [each for each in work.answers.of(asked.workshop) if (each.pack, each.prompt) == (asked.pack, prompt.name)]
    return Scale(prompt, mark([int(each.words) for each in here], smallest_group))
