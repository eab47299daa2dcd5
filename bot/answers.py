"""Reading what people answered, for the facilitator."""

from dataclasses import dataclass

from bot import rounds
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import Answer
from bot.workshop.workshop import Visibility, Workshop
from prompts.pack import Pack


@dataclass(frozen=True)
class Read:
    """One answer as the facilitator reads it. ``speaker`` is empty where the author asked for no attribution.

    ``risk`` where its author says that it is about a risk to somebody now.
    """

    prompt: str
    words: str
    speaker: str
    visibility: Visibility
    risk: bool = False


@dataclass(frozen=True)
class Reading:
    """Every answer to the questions of one *pack*, prompt by prompt; ``packs`` are all that have been answered."""

    file: CaseFile
    pack: Pack
    answers: tuple[Read, ...]
    packs: tuple[Pack, ...]


def read(work: Work, by: UserId, workshop_id: WorkshopId, pack_id: str | None = None) -> Reading:
    """The answers to one pack, for the facilitator; where none is named, to the last that was answered.

    Unattributed ones stand in the order of their words, which tells nothing.
    """
    workshop = work.workshops.get(workshop_id).run_by(by)
    work.audit.record(Entry(work.now, by, Deed.ANSWERS_READ, workshop_id))
    sent = work.answers.of(workshop_id)
    packs = [each for each in rounds.read_by_facilitator(work, workshop) if each.id in {answer.pack for answer in sent}]
    last = packs[-1] if packs else work.house.packs.pack(workshop.pack)
    pack = next((each for each in packs if each.id == pack_id), last)
    order = [prompt.name for prompt in pack.every_prompt]
    answers = [_read(workshop, each) for each in sent if each.pack == pack.id]
    placed = sorted(answers, key=lambda each: (order.index(each.prompt), each.speaker, each.words))
    return Reading(CaseFile(work.cases.get(workshop.case), workshop), pack, tuple(placed), tuple(packs))


def _read(workshop: Workshop, answer: Answer) -> Read:
    author = workshop.participant(answer.user)
    named = author is not None and answer.visibility is not Visibility.UNATTRIBUTED
    speaker = author.role if author and named else ""
    return Read(answer.prompt, answer.words, speaker, answer.visibility, risk=bool(answer.risk))
