"""A case's room, its card and the desk of its facilitator."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot import earlier, mails, rounds, silent, tags
from bot.contents.reading import case_of, stands
from bot.synthesis.summary import SummaryState
from bot.tags import NO_COUNTS, TagCounts
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.case import Case
from bot.workshop.earlier import Fate
from bot.workshop.ids import ActionId, CaseId, UserId
from bot.workshop.letter import Letter
from bot.workshop.plan import counts
from bot.workshop.room import Attendance
from bot.workshop.session import Stage, open_stage
from bot.workshop.workshop import News, Phase, Workshop
from prompts.pack import Pack


@dataclass(frozen=True)
class Room:
    """A private channel to be made unless the case has one, with the people to bring into it."""

    case: Case
    people: tuple[UserId, ...]


@dataclass(frozen=True)
class Absent:
    """People whom Slack did not let us bring into the room, for the facilitator."""

    case: Case
    people: tuple[UserId, ...]


@dataclass(frozen=True)
class Attending:
    """Who is in the channel and who takes part, where that is not the same, for the facilitator."""

    case: Case
    who: Attendance


@dataclass(frozen=True)
class Interruption:
    """What happened to the channel of a running session, for the facilitator."""

    case: Case
    workshop: Workshop
    news: News

    @property
    def past(self) -> bool:
        return self.workshop.interrupted is None or self.workshop.phase is not Phase.LIVE


@dataclass(frozen=True)
class CaseCard:
    """What the channel shows of its case."""

    case: Case
    workshop: Workshop


@dataclass(frozen=True)
class Desk:
    """What the facilitator needs to run the workshop. ``answered`` and ``declined`` count people, ``heard`` replies.

    ``afterwards`` is how many have answered the questions after the session, ``None`` where there are none to read;
    ``pulse`` is what is shown only together. ``written`` counts those who have written in the open silent round,
    ``kept_back`` the answers of rounds that are over which the group did not see. ``outside`` are the actions of owners
    who have no Slack, ``mailed`` those of them whose owners are written to; ``latest`` says that there is no later
    workshop on the case. ``earlier`` counts what became of earlier actions, while there is still a session to prepare;
    ``published`` says that a summary stands in the channel.
    """

    case: Case
    workshop: Workshop
    agenda: Pack
    answered: int
    declined: int
    stage: Stage | None
    heard: int
    draft_ready: bool
    open_actions: int
    afterwards: int | None = None
    pulse: Pack | None = None
    written: int = 0
    kept_back: int = 0
    tags: TagCounts = NO_COUNTS
    outside: tuple[Action, ...] = ()
    latest: bool = True
    earlier: Mapping[Fate, int] = field(default_factory=dict)
    mailed: frozenset[ActionId] = frozenset()
    published: bool = False


@dataclass(frozen=True)
class DeputysDesk:
    """What the deputy of a workshop sees of it, and from where they can take over."""

    case: Case
    workshop: Workshop


def room(work: Work, letter: Letter) -> Room | None:
    """Nothing where the case has its room, unless the letter is about the people of another workshop in it."""
    case = work.cases.get(CaseId(letter.subject))
    if case.channel is not None and not letter.detail:
        return None
    workshop = work.workshops.on_case(case.id)
    people = (workshop.facilitator, workshop.deputy, *(each.user for each in workshop.participants))
    return Room(case, tuple(dict.fromkeys(each for each in people if each)))


def absent(work: Work, letter: Letter) -> Absent:
    people = tuple(UserId(user) for user in letter.detail.split(","))
    return Absent(work.cases.get(CaseId(letter.subject)), people)


def attendance(work: Work, letter: Letter) -> Attending:
    absent, others = (tuple(map(UserId, part.split(","))) if part else () for part in letter.detail.split("|"))
    return Attending(case_of(work, letter.subject)[0], Attendance(absent, others))


def interrupted(work: Work, letter: Letter) -> Interruption | None:
    """Nothing new once the session has gone on, or is over."""
    case, workshop = case_of(work, letter.subject)
    facts = Interruption(case, workshop, News(letter.detail))
    return facts if stands(work, letter) or not facts.past else None


def case_card(work: Work, letter: Letter) -> CaseCard:
    return CaseCard(*case_of(work, letter.subject))


def desk(work: Work, letter: Letter) -> Desk | DeputysDesk | None:
    case, workshop = case_of(work, letter.subject)
    if letter.lane == workshop.deputy:
        return DeputysDesk(case, workshop)
    if letter.lane != workshop.facilitator:
        return None
    drafts = work.summaries.of(workshop.id)
    stage = open_stage(work.stages.of(workshop.id))
    actions = work.actions.of(workshop.id)
    return Desk(
        case=case,
        workshop=workshop,
        agenda=work.house.packs.pack(workshop.agenda),
        answered=len(work.answers.people(workshop.id, workshop.pack)),
        declined=work.reflections.declined(workshop.id, workshop.pack),
        stage=stage,
        heard=work.contributions.count(workshop.id),
        draft_ready=bool(drafts) and drafts[-1].state is SummaryState.DRAFT,
        open_actions=sum(1 for each in actions if each.state.is_open),
        afterwards=_afterwards(work, workshop),
        pulse=rounds.pulse(work, workshop),
        written=len(silent.answers(work, stage)) if stage and stage.silent else 0,
        kept_back=silent.kept_count(work, workshop),
        tags=tags.counts(work, workshop),
        outside=tuple(each for each in actions if each.outsider and counts(each)),
        latest=work.workshops.all_on_case(case.id)[-1].id == workshop.id,
        earlier=earlier.counts(work, workshop) if workshop.phase in {Phase.PREPARING, Phase.BEFORE} else {},
        mailed=mails.mailed(work, actions),
        published=any(each.state is SummaryState.PUBLISHED for each in drafts),
    )


def _afterwards(work: Work, workshop: Workshop) -> int | None:
    """How many have answered the questions after the session that the facilitator reads."""
    packs = [each for each in rounds.read_by_facilitator(work, workshop) if each.id in workshop.after]
    people = [work.answers.people(workshop.id, each.id) for each in packs]
    return len(frozenset().union(*people)) if packs else None
