"""Changing what is still to come in a session, on the spot or before it starts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import cases
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop import agenda
from bot.workshop.agenda import Agenda, Listening, Planned
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import UNTIL_THE_SESSION_ENDS
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Phase, Workshop
from prompts.pack import Pack, Prompt


class NoQuestion(Refusal):
    """A stage asks something."""

    key = "refusal-no-question"


class NothingToAsk(Refusal):
    """A session has a question to begin with."""

    key = "refusal-nothing-to-ask"


@dataclass(frozen=True)
class ToCome:
    """The stages that are still to come, with the agenda that their questions are from."""

    file: CaseFile
    pack: Pack
    stages: Agenda

    @property
    def running(self) -> bool:
        return self.file.workshop.phase is Phase.LIVE


def shown(work: Work, by: UserId, workshop_id: WorkshopId) -> ToCome:
    return _shown(work, _open_to_change(work, by, workshop_id))


def to_come(work: Work, workshop: Workshop) -> Agenda:
    """The stages that are still to come; before the session its whole agenda, unless somebody has changed that."""
    if workshop.upcoming or workshop.phase not in {Phase.PREPARING, Phase.BEFORE}:
        return workshop.upcoming
    return tuple(_planned(each) for each in work.house.packs.pack(workshop.agenda).prompts)


def ask(work: Work, by: UserId, workshop_id: WorkshopId, question: str, minutes: int, *, silent: bool) -> ToCome:
    """Ask a question of the moment in the next stage."""
    workshop = _open_to_change(work, by, workshop_id)
    coming = to_come(work, workshop)
    words = " ".join(question.split())
    if not words:
        raise NoQuestion(field="question")
    lookout(work, workshop).refuse(words, "question")
    taken = [each.name for each in work.stages.of(workshop.id)] + [each.name for each in coming]
    listens = Listening.SILENT if silent else Listening.OPEN
    added = Planned(agenda.new_name(taken), minutes, listens, question=words)
    return _changed(work, workshop, agenda.with_next(coming, added))


def skip(work: Work, by: UserId, workshop_id: WorkshopId, name: str) -> ToCome:
    return _apply(work, by, workshop_id, name, agenda.without)


def earlier(work: Work, by: UserId, workshop_id: WorkshopId, name: str) -> ToCome:
    return _apply(work, by, workshop_id, name, agenda.earlier)


def keep_time(work: Work, by: UserId, workshop_id: WorkshopId, *, wanted: bool) -> ToCome:
    """Whether the threads are told how the time stands."""
    changed = replace(_open_to_change(work, by, workshop_id), timekeeping=wanted)
    work.workshops.save(changed)
    return _shown(work, changed)


def hint_at_wording(work: Work, by: UserId, workshop_id: WorkshopId, *, wanted: bool) -> ToCome:
    """Whether authors are shown, in private, another way to say what blames somebody."""
    changed = replace(_open_to_change(work, by, workshop_id), kind_wording=wanted)
    work.workshops.save(changed)
    return _shown(work, changed)


def _apply(
    work: Work, by: UserId, workshop_id: WorkshopId, name: str, change: Callable[[Agenda, str], Agenda]
) -> ToCome:
    workshop = _open_to_change(work, by, workshop_id)
    return _changed(work, workshop, change(to_come(work, workshop), name))


def _open_to_change(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    return work.workshops.get(workshop_id).run_by(by).during(*UNTIL_THE_SESSION_ENDS)


def _changed(work: Work, workshop: Workshop, upcoming: Agenda) -> ToCome:
    if not upcoming and workshop.phase is not Phase.LIVE:
        raise NothingToAsk
    changed = replace(workshop, upcoming=upcoming)
    work.workshops.save(changed)
    cases.noted(work, changed)
    return _shown(work, changed)


def _shown(work: Work, workshop: Workshop) -> ToCome:
    file = CaseFile(work.cases.get(workshop.case), workshop)
    return ToCome(file, work.house.packs.pack(workshop.agenda), to_come(work, workshop))


def _planned(prompt: Prompt) -> Planned:
    return Planned(prompt.name, prompt.minutes, Listening(prompt.listens), prompt.finds)
