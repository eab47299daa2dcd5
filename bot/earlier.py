"""What became of earlier actions: on the same case, in its programme, and for services that the facilitator knows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot import checkpoints
from bot.cases import CaseFile
from bot.privacy import for_another_case
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.earlier import Became, Earlier, Fate, Kin, fate, for_the_group, in_order, is_told
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.workshop import Workshop

MOST_WORKSHOPS = 20
"""Of the nearest the newest: what was tried long ago was tried in other circumstances."""


@dataclass(frozen=True)
class EarlierFile:
    """All of them, for the facilitator of a workshop."""

    file: CaseFile
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True)
class Found:
    """An action of another workshop, nothing of which has been left out yet."""

    other: Workshop
    kin: Kin
    action: Action


def opened(work: Work, by: UserId, workshop_id: WorkshopId) -> EarlierFile:
    """What the facilitator reads of them, whenever they ask for it."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    return EarlierFile(CaseFile(work.cases.get(workshop.case), workshop), for_facilitator(work, workshop))


def for_facilitator(work: Work, workshop: Workshop, about: Collection[str] = ()) -> tuple[Earlier, ...]:
    """Those on a factor that people have written *about* come first of their kind, then the newest workshop."""
    found = [_in_full(work, workshop, each, about) for each in _found(work, workshop)]
    return tuple(sorted(found, key=lambda each: (in_order(each.became)[0], not each.touched, in_order(each.became))))


def for_group(work: Work, workshop: Workshop) -> tuple[Became, ...]:
    """What everybody in the workshop may know of them."""
    found = [_became(work, each) for each in _found(work, workshop) if for_the_group(each.kin)]
    return tuple(sorted(found, key=lambda each: (list(Fate).index(each.fate), in_order(each))))


def counts(work: Work, workshop: Workshop) -> Mapping[Fate, int]:
    """How many there are of each, in the order in which it is told."""
    found = Counter(fate(each.action) for each in _found(work, workshop))
    return {each: found[each] for each in Fate if found[each]}


def _found(work: Work, workshop: Workshop) -> Iterator[Found]:
    """The nearest workshops first, and of those the newest."""
    before = [each for each in _kin(work, workshop).values() if each[0].id < workshop.id]
    nearest = sorted(before, key=lambda each: (list(Kin).index(each[1]), -each[0].id))
    for other, kin in nearest[:MOST_WORKSHOPS]:
        for action in work.actions.of(other.id):
            if is_told(action, kin):
                yield Found(other, kin, action)


def _kin(work: Work, workshop: Workshop) -> dict[WorkshopId, tuple[Workshop, Kin]]:
    """The workshops that have something in common with this one, with the nearest that it is."""
    programme = work.cases.get(workshop.case).programme
    facilitator = workshop.facilitator
    run = [each for each in work.workshops.with_person(facilitator) if each.facilitator == facilitator]
    series = work.workshops.of_programme(programme.id) if programme else ()
    same = work.workshops.all_on_case(workshop.case)
    nearer = ((run, Kin.FACILITATOR), (series, Kin.PROGRAMME), (same, Kin.CASE))
    return {each.id: (each, kin) for several, kin in nearer for each in several}


def _became(work: Work, found: Found) -> Became:
    """What is told of it; to people of other cases, without what its own calls anybody."""
    other, action = found.other, found.action
    change = action.change
    if found.kin is Kin.PROGRAMME:
        register = work.aliases.register(other.id, other.register)
        change = for_another_case(change, work.cases.get(other.case), register, work.now.date())
    return Became(found.kin, change, _factor(work, action), fate(action))


def _factor(work: Work, action: Action) -> str:
    """The factor that it answers, by itself or with the line of the summary."""
    if action.factor or action.finding is None:
        return action.factor
    lines = (each for summary in work.summaries.of(action.workshop) for each in summary.findings)
    return next((each.line.factor for each in lines if each.id == action.finding), "")


def _in_full(work: Work, workshop: Workshop, found: Found, about: Collection[str]) -> Earlier:
    became = _became(work, found)
    touched = became.factor in about
    if found.kin is Kin.PROGRAMME and found.other.facilitator != workshop.facilitator:
        return Earlier(became, touched=touched)
    seen = checkpoints.owners_word(work, found.action)
    return Earlier(
        became,
        reference=work.cases.get(found.other.case).reference,
        expected=found.action.expected,
        level=seen.level if seen else "",
        touched=touched,
    )
