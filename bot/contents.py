"""What a letter says when its turn comes: the facts as they stand then, or nothing if it has become moot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot import letters, summaries
from bot.summaries import Evidence
from bot.work import Work
from bot.workshop.action import Action, ActionState, Update
from bot.workshop.case import Case
from bot.workshop.ids import (
    ActionId,
    CaseId,
    ChannelId,
    FindingId,
    LetterId,
    MessageTs,
    StageId,
    SummaryId,
    UserId,
    WorkshopId,
)
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.session import Place, Stage, open_stage
from bot.workshop.summary import Finding, Summary, SummaryState
from bot.workshop.workshop import Participant, Phase, Workshop


@dataclass(frozen=True)
class Room:
    """A private channel to be made, with the people to bring into it."""

    case: Case
    people: tuple[UserId, ...]


@dataclass(frozen=True)
class Absent:
    """People whom Slack did not let us bring into the room, for the facilitator."""

    case: Case
    people: tuple[UserId, ...]


@dataclass(frozen=True)
class Hint:
    """How to use the bot, for somebody who wrote to it."""


@dataclass(frozen=True)
class CaseCard:
    """What the channel shows of its case."""

    case: Case
    workshop: Workshop


@dataclass(frozen=True)
class Desk:
    """What the facilitator needs to run the workshop. ``answered`` and ``declined`` count people, ``heard`` replies."""

    case: Case
    workshop: Workshop
    answered: int
    declined: int
    stage: Stage | None
    heard: int
    draft_ready: bool
    open_actions: int


@dataclass(frozen=True)
class Invitation:
    """The questions for one participant, and whether they have answered."""

    case: Case
    workshop: Workshop
    participant: Participant
    answered: bool


@dataclass(frozen=True)
class ReflectionReminder:
    """The questions still wait for one participant; ``begun`` if they have written something already."""

    case: Case
    workshop: Workshop
    begun: bool


@dataclass(frozen=True)
class StageCard:
    """One stage's question, the root of its thread."""

    case: Case
    workshop: Workshop
    stage: Stage


@dataclass(frozen=True)
class Masked:
    """Kinds of identifiers that were masked in a reply, for its author."""

    case: Case
    place: Place
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class SummaryDraft:
    """A draft for the facilitator. ``replaced`` once there is a newer version."""

    case: Case
    summary: Summary
    replaced: bool


@dataclass(frozen=True)
class SummaryPage:
    """One page of a published summary. ``evidence`` by finding, in the order in which it is cited."""

    case: Case
    summary: Summary
    page: int
    pages: int
    findings: tuple[Finding, ...]
    evidence: Mapping[FindingId, Sequence[Evidence]]


@dataclass(frozen=True)
class Proposal:
    """An action before its owner, and what they have said to it."""

    case: Case
    action: Action


@dataclass(frozen=True)
class Plan:
    """Every action of a workshop that has not been declined."""

    case: Case
    workshop: Workshop
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Reminder:
    """A nudge. ``rung`` is its name on the ladder; ``answered`` once its owner has said how the action goes."""

    case: Case
    action: Action
    rung: str
    answered: bool


@dataclass(frozen=True)
class OwnerUpdate:
    """What an owner said about an action, for the facilitator."""

    case: Case
    action: Action
    update: Update


@dataclass(frozen=True)
class NotDelivered:
    """A letter that Slack would not take, for the facilitator. ``reference`` is its case's, where it is a room."""

    letter: Letter
    reference: str = ""


Content = (
    Room
    | Absent
    | Hint
    | CaseCard
    | Desk
    | Invitation
    | ReflectionReminder
    | StageCard
    | Masked
    | SummaryDraft
    | SummaryPage
    | Proposal
    | Plan
    | Reminder
    | OwnerUpdate
    | NotDelivered
)


def of(work: Work, letter: Letter) -> Content | None:
    """The content of *letter* now; ``None`` where it need not be sent any more."""
    return _READ[letter.kind](work, letter)


def _room(work: Work, letter: Letter) -> Room | None:
    case = work.cases.get(CaseId(letter.subject))
    if case.channel is not None:
        return None
    workshop = work.workshops.on_case(case.id)
    people = (workshop.facilitator, *(each.user for each in workshop.participants))
    return Room(case, tuple(dict.fromkeys(people)))


def _absent(work: Work, letter: Letter) -> Absent:
    people = tuple(UserId(user) for user in letter.detail.split(","))
    return Absent(work.cases.get(CaseId(letter.subject)), people)


def _hint(_work: Work, _letter: Letter) -> Hint:
    return Hint()


def _case_card(work: Work, letter: Letter) -> CaseCard:
    return CaseCard(*_case_of(work, letter.subject))


def _desk(work: Work, letter: Letter) -> Desk:
    case, workshop = _case_of(work, letter.subject)
    drafts = work.summaries.of(workshop.id)
    return Desk(
        case=case,
        workshop=workshop,
        answered=len(work.answers.people(workshop.id)),
        declined=work.reflections.declined(workshop.id),
        stage=open_stage(work.stages.of(workshop.id)),
        heard=sum(1 for each in work.contributions.of(workshop.id) if each.words),
        draft_ready=bool(drafts) and drafts[-1].state is SummaryState.DRAFT,
        open_actions=sum(1 for each in work.actions.of(workshop.id) if each.state.is_open),
    )


def _invitation(work: Work, letter: Letter) -> Invitation | None:
    case, workshop = _case_of(work, letter.subject)
    participant = workshop.participant(UserId(letter.lane))
    if participant is None or (workshop.phase is not Phase.BEFORE and not _stands(work, letter)):
        return None
    return Invitation(case, workshop, participant, participant.user in work.answers.people(workshop.id))


def _reminder(work: Work, letter: Letter) -> ReflectionReminder | None:
    case, workshop = _case_of(work, letter.subject)
    user = UserId(letter.lane)
    waiting = work.reflections.get(workshop.id, user, workshop.pack)
    if waiting is None or not waiting.waits or workshop.phase is not Phase.BEFORE:
        return None
    return ReflectionReminder(case, workshop, begun=bool(work.answers.of_person(workshop.id, user)))


def _stage_card(work: Work, letter: Letter) -> StageCard:
    stage = work.stages.get(StageId(letter.subject))
    return StageCard(*_case_of(work, stage.workshop), stage)


def _masked(work: Work, letter: Letter) -> Masked:
    channel, thread, ts, *kinds = letter.detail.split("|")
    place = Place(ChannelId(channel), MessageTs(thread), MessageTs(ts))
    return Masked(_case_of(work, letter.subject)[0], place, tuple(kinds))


def _summary_draft(work: Work, letter: Letter) -> SummaryDraft | None:
    summary = work.summaries.get(SummaryId(letter.subject))
    newest = work.summaries.of(summary.workshop)[-1]
    waiting = newest.id == summary.id and summary.state is SummaryState.DRAFT
    if not waiting and not _stands(work, letter):
        return None
    return SummaryDraft(_case_of(work, summary.workshop)[0], summary, replaced=newest.id != summary.id)


def _summary(work: Work, letter: Letter) -> SummaryPage:
    summary = work.summaries.get(SummaryId(letter.subject))
    case, workshop = _case_of(work, summary.workshop)
    split = letters.pages(summary.lines)
    page = split[int(letter.detail) - 1]
    known = {each.source: each for each in summaries.read(work, workshop)}
    evidence = {finding.id: [known[source] for source in finding.evidence if source in known] for finding in page}
    return SummaryPage(case, summary, int(letter.detail), len(split), page, evidence)


def _proposal(work: Work, letter: Letter) -> Proposal | None:
    action = work.actions.get(ActionId(letter.subject))
    if action.state is not ActionState.PROPOSED and not _stands(work, letter):
        return None
    return Proposal(_case_of(work, action.workshop)[0], action)


def _plan(work: Work, letter: Letter) -> Plan:
    case, workshop = _case_of(work, letter.subject)
    actions = work.actions.of(workshop.id)
    return Plan(case, workshop, tuple(each for each in actions if each.state is not ActionState.DECLINED))


def _nudge(work: Work, letter: Letter) -> Reminder | None:
    action = work.actions.get(ActionId(letter.subject))
    answered = _stands(work, letter)
    if not action.state.is_open and not answered:
        return None
    return Reminder(_case_of(work, action.workshop)[0], action, letter.detail, answered)


def _update(work: Work, letter: Letter) -> OwnerUpdate:
    action = work.actions.get(ActionId(letter.subject))
    said = work.actions.updates(action.id)[int(letter.detail) - 1]
    return OwnerUpdate(_case_of(work, action.workshop)[0], action, said)


def _not_delivered(work: Work, letter: Letter) -> NotDelivered:
    refused = work.letters.get(LetterId(letter.subject))
    if refused.kind is LetterKind.ROOM:
        return NotDelivered(refused, work.cases.get(CaseId(refused.subject)).reference)
    return NotDelivered(refused)


def _stands(work: Work, letter: Letter) -> bool:
    """Whether the message is in Slack already, so that it is brought up to date rather than left to mislead."""
    return letter.standing is not None and work.letters.post(letter.standing) is not None


def _case_of(work: Work, workshop_id: int) -> tuple[Case, Workshop]:
    workshop = work.workshops.get(WorkshopId(workshop_id))
    return work.cases.get(workshop.case), workshop


def facilitator_of(work: Work, letter: Letter) -> UserId | None:
    """Whom to tell that *letter* could not be delivered; ``None`` where it was a message to the facilitator anyway."""
    content = of(work, letter)
    if content is None or isinstance(content, NotDelivered | Hint):
        return None
    workshop = work.workshops.on_case(content.case.id)
    unreachable = workshop.facilitator == letter.lane and not isinstance(content, Room)
    return None if unreachable else workshop.facilitator


_READ: Mapping[LetterKind, Callable[[Work, Letter], Content | None]] = {
    LetterKind.ROOM: _room,
    LetterKind.ABSENT: _absent,
    LetterKind.HINT: _hint,
    LetterKind.CASE_CARD: _case_card,
    LetterKind.DESK: _desk,
    LetterKind.INVITATION: _invitation,
    LetterKind.REMINDER: _reminder,
    LetterKind.STAGE_CARD: _stage_card,
    LetterKind.MASKED: _masked,
    LetterKind.SUMMARY_DRAFT: _summary_draft,
    LetterKind.SUMMARY: _summary,
    LetterKind.PROPOSAL: _proposal,
    LetterKind.PLAN: _plan,
    LetterKind.NUDGE: _nudge,
    LetterKind.UPDATE: _update,
    LetterKind.NOT_DELIVERED: _not_delivered,
}
