"""The alias register of a workshop: real names that are masked wherever somebody writes them."""

from collections.abc import Callable
from dataclasses import astuple, dataclass, replace

from bot import summaries
from bot.cases import CaseFile
from bot.privacy import Lookout, lookout, without_names
from bot.work import Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import AliasId, UserId, WorkshopId
from bot.workshop.privacy import Alias, AliasRegister, Kind
from bot.workshop.refusal import Refusal
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Parts, Tag
from bot.workshop.workshop import OPEN, Workshop

MOST_NAMES = 60
"""Slack's forms hold a hundred blocks, and each pseudonym is one."""

SHORTEST = 2


class AliasIncomplete(Refusal):
    """A name and what stands for it are both needed."""

    key = "refusal-alias-incomplete"


class PseudonymTells(Refusal):
    """What stands for a name must not be a name of the register itself."""

    key = "refusal-pseudonym-tells"


class AlreadyRegistered(Refusal):
    """The name is on the register."""

    key = "refusal-already-registered"


class RegisterFull(Refusal):
    """More names than a form can show."""

    key = "refusal-register-full"


@dataclass(frozen=True)
class Register:
    """What the facilitator sees of the register: the pseudonyms, never the names.

    ``reworded`` counts the answers and replies of before in which a name was masked just now.
    """

    file: CaseFile
    pseudonyms: tuple[tuple[AliasId, str], ...]
    reworded: int = 0


def shown(work: Work, by: UserId, workshop_id: WorkshopId) -> Register:
    workshop = work.workshops.get(workshop_id).run_by(by).during(*OPEN)
    return _register(work, workshop)


def add(work: Work, by: UserId, workshop_id: WorkshopId, alias: Alias) -> Register:
    """Put a name on the register, and mask it in everything that is stored already."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(*OPEN)
    tidy = replace(alias, name=" ".join(alias.name.split()), pseudonym=" ".join(alias.pseudonym.split()))
    _check(work, workshop, tidy)
    number = work.aliases.add(workshop.id, tidy, by, work.now)
    work.audit.record(Entry(work.now, by, Deed.ALIAS_ADDED, workshop.id, number))
    changed = _changed(work, workshop)
    return replace(_register(work, changed), reworded=_reword(work, changed, tidy))


def drop(work: Work, by: UserId, workshop_id: WorkshopId, alias: AliasId) -> Register:
    """Take a name off the register. What was masked stays masked: the name is in nobody's words any more."""
    workshop = work.workshops.get(workshop_id).run_by(by).during(*OPEN)
    work.aliases.drop(workshop.id, alias)
    work.audit.record(Entry(work.now, by, Deed.ALIAS_DROPPED, workshop.id, alias))
    return _register(work, _changed(work, workshop))


def _check(work: Work, workshop: Workshop, alias: Alias) -> None:
    if len(alias.name) < SHORTEST:
        raise AliasIncomplete(field="real_name")
    if not alias.pseudonym:
        raise AliasIncomplete(field="stands_for")
    known = [each for _, each in work.aliases.of(workshop.id)]
    if alias.name.casefold() in {each.name.casefold() for each in known}:
        raise AlreadyRegistered(field="real_name")
    if len(known) >= MOST_NAMES:
        raise RegisterFull(most=MOST_NAMES)
    every = Lookout(work.now.date(), AliasRegister((*known, alias)))
    pseudonyms = " · ".join(each.pseudonym for each in (*known, alias))
    if any(find.kind is Kind.NAME for find in every.finds(pseudonyms)):
        raise PseudonymTells(field="stands_for")
    lookout(work).refuse(alias.pseudonym, "stands_for")


def _changed(work: Work, workshop: Workshop) -> Workshop:
    """Every process makes the register again that knows it in an earlier edition."""
    later = replace(workshop, register=workshop.register + 1)
    work.workshops.save(later)
    return later


def _reword(work: Work, workshop: Workshop, alias: Alias) -> int:
    """Mask the name where it was written before; gives in how many answers and replies."""
    register = AliasRegister((alias,))

    def clean(words: str) -> str:
        return without_names(words, register, work.now.date())

    answers = [
        replace(each, words=cleaned)
        for each in work.answers.every(workshop.id)
        if (cleaned := clean(each.words)) != each.words
    ]
    replies = [
        replace(each, words=cleaned)
        for each in work.contributions.of(workshop.id)
        if each.words and (cleaned := clean(each.words)) != each.words
    ]
    work.answers.put(answers)
    for each in replies:
        work.contributions.reword(each)
    sources = [Source(SourceKind.ANSWER, each.id) for each in answers]
    sources += [Source(SourceKind.CONTRIBUTION, each.id) for each in replies]
    said = [source for each in work.tags.of(workshop.id) for source in _reworded(work, each, clean)]
    if sources or said:
        summaries.words_changed(work, workshop, [*sources, *said])
    return len(sources)


def _reworded(work: Work, tag: Tag, clean: Callable[[str], str]) -> list[Source]:
    """The source of *tag*, where the name stood in what was said of it."""
    parts = Parts(*(clean(words) for words in astuple(tag.parts)))
    if parts == tag.parts:
        return []
    work.tags.drop(tag.id)
    work.tags.add(replace(tag, parts=parts))
    return [tag.source]


def _register(work: Work, workshop: Workshop) -> Register:
    file = CaseFile(work.cases.get(workshop.case), workshop)
    known = [(number, alias.pseudonym) for number, alias in work.aliases.of(workshop.id)]
    return Register(file, tuple(known))
