"""The live session: the card of a stage, and what was masked in a reply."""

from dataclasses import dataclass

from bot.contents.reading import case_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, MessageTs, StageId
from bot.workshop.letter import Letter
from bot.workshop.session import Place, Stage
from bot.workshop.workshop import Workshop
from prompts.pack import Pack


@dataclass(frozen=True)
class StageCard:
    """One stage's question, the root of its thread. ``total`` counts the stages that there will be."""

    case: Case
    workshop: Workshop
    stage: Stage
    agenda: Pack
    total: int


@dataclass(frozen=True)
class Masked:
    """Kinds of identifiers that were masked in a reply, for its author."""

    case: Case
    place: Place
    kinds: tuple[str, ...]


def stage_card(work: Work, letter: Letter) -> StageCard:
    stage = work.stages.get(StageId(letter.subject))
    case, workshop = case_of(work, stage.workshop)
    total = len(work.stages.of(workshop.id)) + len(workshop.upcoming)
    return StageCard(case, workshop, stage, work.house.packs.pack(workshop.agenda), total)


def masked(work: Work, letter: Letter) -> Masked:
    channel, thread, ts, *kinds = letter.detail.split("|")
    place = Place(ChannelId(channel), MessageTs(thread), MessageTs(ts))
    return Masked(case_of(work, letter.subject)[0], place, tuple(kinds))
