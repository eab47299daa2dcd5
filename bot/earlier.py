"""What became of earlier actions: of those on the same case, and of those for services that the facilitator knows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot import checkpoints
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.earlier import Became, Earlier, Fate, Kin, fate, for_the_group, in_order, is_told
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.workshop import Workshop

MOST_WORKSHOPS = 20
"""The newest ones: what was tried long ago was tried in other circumstances."""


@dataclass(frozen=True)
class EarlierFile:
    """All of them, for the facilitator of a workshop."""

    file: CaseFile
    earlier: tuple[Earlier, ...]


def opened(work: Work, by: UserId, workshop_id: WorkshopId) -> EarlierFile:
    """What the facilitator reads of them, whenever they ask for it."""
    workshop = work.workshops.get(workshop_id).run_by(by)
    return EarlierFile(CaseFile(work.cases.get(workshop.case), workshop), for_facilitator(work, workshop))


def for_facilitator(work: Work, workshop: Workshop, about: Collection[str] = ()) -> tuple[Earlier, ...]:
    """Those on a factor that people have written *about* come first of their kind, then the newest workshop."""
    found = [_in_full(work, *each, about) for each in _found(work, workshop)]
    return tuple(sorted(found, key=lambda each: (in_order(each.became)[0], not each.touched, in_order(each.became))))


def for_group(work: Work, workshop: Workshop) -> tuple[Became, ...]:
    """What everybody in the workshop may know of them."""
    found = [became for _, _, became in _found(work, workshop)]
    return tuple(sorted(filter(for_the_group, found), key=lambda each: (list(Fate).index(each.fate), in_order(each))))


def counts(work: Work, workshop: Workshop) -> Mapping[Fate, int]:
    """How many there are of each, in the order in which it is told."""
    found = Counter(became.fate for _, _, became in _found(work, workshop))
    return {each: found[each] for each in Fate if found[each]}


def _found(work: Work, workshop: Workshop) -> Iterator[tuple[Workshop, Action, Became]]:
    """The newest workshop first."""
    kin = {each.id: (each, Kin.FACILITATOR) for each in _run_before(work, workshop)}
    kin |= {each.id: (each, Kin.CASE) for each in work.workshops.all_on_case(workshop.case)}
    before = sorted((number for number in kin if number < workshop.id), reverse=True)
    for number in before[:MOST_WORKSHOPS]:
        yield from _of_one(work, *kin[number])


def _run_before(work: Work, workshop: Workshop) -> list[Workshop]:
    others = work.workshops.with_person(workshop.facilitator)
    return [each for each in others if each.facilitator == workshop.facilitator]


def _of_one(work: Work, other: Workshop, kin: Kin) -> Iterator[tuple[Workshop, Action, Became]]:
    told = [each for each in work.actions.of(other.id) if is_told(each, kin)]
    factors = _factors_of_lines(work, other) if any(each.finding for each in told) else {}
    for each in told:
        factor = each.factor or factors.get(each.finding or 0, "")
        yield other, each, Became(kin, each.change, factor, fate(each))


def _factors_of_lines(work: Work, workshop: Workshop) -> Mapping[int, str]:
    """The factor that a line of a summary is about, by the number of the line."""
    return {each.id: each.line.factor for summary in work.summaries.of(workshop.id) for each in summary.findings}


def _in_full(work: Work, other: Workshop, action: Action, became: Became, about: Collection[str]) -> Earlier:
    seen = checkpoints.owners_word(work, action)
    return Earlier(
        became,
        reference=work.cases.get(other.case).reference,
        expected=action.expected,
        level=seen.level if seen else "",
        touched=became.factor in about,
    )
