"""The facilitator's brief: made whenever it is asked for, and announced on the working day before the workshop."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot import earlier, letters, rounds
from bot.cases import CaseFile
from bot.planning import look_at_each
from bot.rota import hours_of
from bot.summaries import Drafting
from bot.synthesis import cues
from bot.synthesis.brief import Brief, Counts, Told, brief, counts, listening, told
from bot.synthesis.heard import InConfidence
from bot.synthesis.standing import Progress
from bot.work import Store, Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.earlier import Earlier
from bot.workshop.ids import AnswerId, InstallationId, UserId, WorkshopId
from bot.workshop.reflection import Occasion
from bot.workshop.reminder import before_the_day
from bot.workshop.risk import Risk
from bot.workshop.workshop import Phase, Workshop

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


@dataclass(frozen=True)
class BriefFile:
    """The brief on one workshop, and what became of earlier actions."""

    file: CaseFile
    brief: Brief
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True)
class Behind:
    """The answers that one line rests on, as they stand now; none once they were taken back."""

    answers: tuple[Told, ...]


@dataclass(frozen=True)
class Gathered:
    """What there is to make it from."""

    file: CaseFile
    answers: Sequence[Told]
    words: InConfidence
    progress: Progress
    risks: Sequence[Risk]
    earlier: tuple[Earlier, ...]


async def made(
    store: Store, drafting: Drafting, installation: InstallationId, by: UserId, workshop: WorkshopId
) -> BriefFile:
    """The brief as it stands now, made outside any transaction."""
    there = await store.run(installation, gathered, by, workshop)
    draft = await drafting.put_together(there.words)
    found = brief(there.answers, draft, there.file.workshop.participants, there.progress, risks=there.risks)
    return BriefFile(there.file, found, there.earlier)


def allowed(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    """The workshop, for its facilitator, until the session is over."""
    return work.workshops.get(workshop_id).run_by(by).during(Phase.BEFORE, Phase.LIVE)


def gathered(work: Work, by: UserId, workshop_id: WorkshopId) -> Gathered:
    """What the facilitator may read; that it was read goes into the audit log."""
    workshop = allowed(work, by, workshop_id)
    work.audit.record(Entry(work.now, by, Deed.BRIEF_READ, workshop.id))
    case = work.cases.get(workshop.case)
    answers = _told(work, workshop)
    return Gathered(
        CaseFile(case, workshop),
        answers,
        listening(answers, workshop.participants, case.pseudonym),
        _progress(work, workshop),
        work.risks.of(workshop.id),
        earlier.for_facilitator(work, workshop, _written_about(answers)),
    )


def behind(work: Work, by: UserId, workshop_id: WorkshopId, answers: Collection[AnswerId]) -> Behind:
    """The *answers* that one line rests on, for the facilitator."""
    workshop = allowed(work, by, workshop_id)
    work.audit.record(Entry(work.now, by, Deed.BRIEF_READ, workshop.id))
    there = [each for each in _told(work, workshop) if each.source.id in answers]
    return Behind(tuple(sorted(there, key=lambda each: each.in_order)))


def counted(work: Work, workshop: Workshop) -> Counts:
    """How much there will be to read."""
    return counts(listening(_told(work, workshop), workshop.participants))


def answered(work: Work, workshop: Workshop) -> int:
    """How many have sent their answers."""
    sent = work.answers.people(workshop.id, workshop.pack)
    return sum(each.user in sent for each in workshop.participants)


def _told(work: Work, workshop: Workshop) -> list[Told]:
    """What was answered to the questions for before the session; those of a private pack are not for it."""
    answers = work.answers.of(workshop.id)
    shown = {each.id: each for each in rounds.of(work, workshop) if rounds.occasion(each) is Occasion.BEFORE}
    return [
        told(each, shown[each.pack].prompt(each.prompt), workshop.participant(each.user))
        for each in answers
        if each.pack in shown
    ]


def _written_about(answers: Sequence[Told]) -> frozenset[str]:
    """The factors that show in what was sent."""
    return frozenset(name for each in answers for name in cues.factors(each.words))


def _progress(work: Work, workshop: Workshop) -> Progress:
    people = [each.user for each in workshop.participants]
    made_of_them = {user: work.reflections.get(workshop.id, user, workshop.pack) for user in people}
    return Progress(
        sent=work.answers.people(workshop.id, workshop.pack),
        begun=[user for user in people if _has_written(work, workshop, user)],
        declined=[user for user, reflection in made_of_them.items() if reflection and reflection.declined],
        joined=[user for user in people if _joined_late(work, workshop, user)],
    )


def _joined_late(work: Work, workshop: Workshop, user: UserId) -> bool:
    """Whether they came while the session ran, of which the facilitator was told."""
    told = letters.joined(workshop, user, work.now)
    return workshop.phase is Phase.LIVE and work.letters.written(told.key) is not None


def _has_written(work: Work, workshop: Workshop, user: UserId) -> bool:
    return any(each.pack == workshop.pack for each in work.answers.of_person(workshop.id, user))


# Announcing it


def announce(work: Work, workshop: Workshop) -> None:
    """Remember when to tell the facilitator, if that is still to come."""
    at = hours_of(work, workshop.facilitator).last_moment_before(workshop.held_on)
    work.workshops.look_again(workshop.id, at if at > work.now else None)


async def plan(store: Store) -> int:
    """Write the briefs that are due by now; gives how many workshops were looked at."""
    return await look_at_each(store, lambda work: work.workshops.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, workshop_id: WorkshopId) -> None:
    """Tell the facilitator if it is still before the day, in their hours as we know them now."""
    workshop = work.workshops.get(workshop_id)
    hours = hours_of(work, workshop.facilitator)
    morning = hours.last_moment_before(workshop.held_on)
    at = hours.next_moment(work.now)
    if workshop.phase is Phase.BEFORE and work.now < morning:
        work.workshops.look_again(workshop_id, morning)
        return
    if workshop.phase is Phase.BEFORE and before_the_day(at, workshop.held_on, hours):
        work.letters.write(letters.brief(workshop, at))
    work.workshops.look_again(workshop_id, None)


def _look_later(work: Work, workshop_id: WorkshopId) -> None:
    work.workshops.look_again(workshop_id, work.now + AFTER_TROUBLE)
