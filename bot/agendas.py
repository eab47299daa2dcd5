"""Changing on the spot what is still to come in a session."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import cases
from bot.cases import CaseFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop import agenda
from bot.workshop.agenda import Agenda, Listening, Planned
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.workshop import Phase, Workshop
from prompts.pack import Pack


class NoQuestion(Refusal):
    """A stage asks something."""

    key = "refusal-no-question"


@dataclass(frozen=True)
class ToCome:
    """What is still to come, with the agenda that its questions are from."""

    file: CaseFile
    pack: Pack

    @property
    def stages(self) -> Agenda:
        return self.file.workshop.upcoming


def shown(work: Work, by: UserId, workshop_id: WorkshopId) -> ToCome:
    return _shown(work, _running(work, by, workshop_id))


def ask(work: Work, by: UserId, workshop_id: WorkshopId, question: str, minutes: int, *, silent: bool) -> ToCome:
    """Ask a question of the moment in the next stage."""
    workshop = _running(work, by, workshop_id)
    words = " ".join(question.split())
    if not words:
        raise NoQuestion(field="question")
    lookout(work, workshop).refuse(words, "question")
    taken = [each.name for each in work.stages.of(workshop.id)] + [each.name for each in workshop.upcoming]
    listens = Listening.SILENT if silent else Listening.OPEN
    added = Planned(agenda.new_name(taken), minutes, listens, question=words)
    return _changed(work, workshop, agenda.with_next(workshop.upcoming, added))


def skip(work: Work, by: UserId, workshop_id: WorkshopId, name: str) -> ToCome:
    return _apply(work, by, workshop_id, name, agenda.without)


def earlier(work: Work, by: UserId, workshop_id: WorkshopId, name: str) -> ToCome:
    return _apply(work, by, workshop_id, name, agenda.earlier)


def keep_time(work: Work, by: UserId, workshop_id: WorkshopId, *, wanted: bool) -> ToCome:
    """Whether the threads are told how the time stands."""
    changed = replace(_running(work, by, workshop_id), timekeeping=wanted)
    work.workshops.save(changed)
    return _shown(work, changed)


def hint_at_wording(work: Work, by: UserId, workshop_id: WorkshopId, *, wanted: bool) -> ToCome:
    """Whether authors are shown, in private, another way to say what blames somebody."""
    changed = replace(_running(work, by, workshop_id), kind_wording=wanted)
    work.workshops.save(changed)
    return _shown(work, changed)


def _apply(
    work: Work, by: UserId, workshop_id: WorkshopId, name: str, change: Callable[[Agenda, str], Agenda]
) -> ToCome:
    workshop = _running(work, by, workshop_id)
    return _changed(work, workshop, change(workshop.upcoming, name))


def _running(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    return work.workshops.get(workshop_id).run_by(by).during(Phase.LIVE)


def _changed(work: Work, workshop: Workshop, upcoming: Agenda) -> ToCome:
    changed = replace(workshop, upcoming=upcoming)
    work.workshops.save(changed)
    cases.noted(work, changed)
    return _shown(work, changed)


def _shown(work: Work, workshop: Workshop) -> ToCome:
    return ToCome(CaseFile(work.cases.get(workshop.case), workshop), work.house.packs.pack(workshop.agenda))
