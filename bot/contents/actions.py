"""Actions: proposed, in the plan, and what their owners say."""

from dataclasses import dataclass

from bot import letters, mails, plans, summaries
from bot.contents.reading import case_of, stands
from bot.work import Work
from bot.workshop.action import Action, ActionState, Level
from bot.workshop.case import Case
from bot.workshop.ids import ActionId, UserId
from bot.workshop.letter import Letter
from bot.workshop.plan import PlanDoubt, counts, doubts
from bot.workshop.record import Update
from bot.workshop.workshop import Phase, Workshop

SINCE_FOLLOWED_UP = (Phase.FOLLOWING_UP, Phase.CLOSED)


@dataclass(frozen=True)
class Proposal:
    """An action before its owner, and what they have said to it; ``overtaken`` where it was asked anew since.

    ``changed`` is what is another now, where they had taken it on before; ``mailed`` where the owner has no Slack and
    is written to.
    """

    case: Case
    action: Action
    overtaken: bool = False
    changed: Update | None = None
    mailed: bool = False


@dataclass(frozen=True)
class Changed:
    """What the facilitator has changed of an action that its ``reader`` had taken on; it may be somebody else's now."""

    case: Case
    action: Action
    reader: UserId
    changed: Update


@dataclass(frozen=True)
class Offered:
    """How an owner would take an action on, for the facilitator."""

    case: Case
    action: Action


@dataclass(frozen=True)
class Returned:
    """An action whose owner has not answered, for the facilitator."""

    case: Case
    action: Action


@dataclass(frozen=True)
class PlanAsked:
    """What there is to ask about the plan of one level, for the facilitator; ``count`` is how many actions it has."""

    case: Case
    workshop: Workshop
    level: Level
    doubt: PlanDoubt
    count: int


@dataclass(frozen=True)
class Plan:
    """A part of what a workshop's group is to read of its actions, of which there are ``count`` in all.

    It is over where the plan has fewer ``parts`` than when it was posted. ``without_summary`` says that the workshop
    has gone on and nothing was published.
    """

    case: Case
    workshop: Workshop
    actions: tuple[Action, ...]
    count: int
    part: int = 1
    parts: int = 1
    without_summary: bool = False

    @property
    def is_over(self) -> bool:
        return self.part > self.parts


@dataclass(frozen=True)
class OwnerUpdate:
    """What an owner said about an action, for the facilitator."""

    case: Case
    action: Action
    update: Update


def proposal(work: Work, letter: Letter) -> Proposal | None:
    action = work.actions.get(ActionId(letter.subject))
    overtaken = not _is_asked(action, letter)
    if (action.state is not ActionState.PROPOSED or overtaken) and not stands(work, letter):
        return None
    asked = None if overtaken else _changed_since(work, action)
    return Proposal(case_of(work, action.workshop)[0], action, overtaken, asked, mails.reaches(work, action))


def changed(work: Work, letter: Letter) -> Changed:
    action = work.actions.get(ActionId(letter.subject))
    told = work.actions.updates(action.id)[int(letter.detail) - 1]
    return Changed(case_of(work, action.workshop)[0], action, UserId(letter.lane), told)


def _changed_since(work: Work, action: Action) -> Update | None:
    """The change for which its owner is asked anew, if they had taken it on as it was."""
    for each in work.actions.updates(action.id):
        whose = {change.what for change in each.changes}
        if each.at == action.asked_at and each.before and each.before.is_open and "owner" not in whose:
            return each
    return None


def offer(work: Work, letter: Letter) -> Offered | None:
    action = work.actions.get(ActionId(letter.subject))
    if action.offer is None and not stands(work, letter):
        return None
    return Offered(case_of(work, action.workshop)[0], action)


def returned(work: Work, letter: Letter) -> Returned | None:
    action = work.actions.get(ActionId(letter.subject))
    if action.returned_at is None and not stands(work, letter):
        return None
    return Returned(case_of(work, action.workshop)[0], action)


def _is_asked(action: Action, letter: Letter) -> bool:
    """Whether *letter* is about the last time that its reader was asked."""
    if action.owner != letter.lane:
        return False
    return letters.proposal(action, action.owner, letter.not_before).standing == letter.standing


def plan_asked(work: Work, letter: Letter) -> PlanAsked | None:
    case, workshop = case_of(work, letter.subject)
    level, doubt = letter.detail.split(":")
    actions = work.actions.of(workshop.id)
    if PlanDoubt(doubt) not in doubts(actions, Level(level)):
        return None
    count = sum(each.level == level and counts(each) for each in actions)
    return PlanAsked(case, workshop, Level(level), PlanDoubt(doubt), count)


def plan(work: Work, letter: Letter) -> Plan | None:
    case, workshop = case_of(work, letter.subject)
    actions = plans.planned(work, workshop.id)
    parts, part = plans.parts(actions), int(letter.detail or 1)
    if part > len(parts) and not plans.stands(work, letter):
        return None
    shown = parts[part - 1] if part <= len(parts) else ()
    without = workshop.phase in SINCE_FOLLOWED_UP and summaries.standing(work, workshop.id) is None
    return Plan(case, workshop, shown, len(actions), part, len(parts), without)


def update(work: Work, letter: Letter) -> OwnerUpdate:
    action = work.actions.get(ActionId(letter.subject))
    said = work.actions.updates(action.id)[int(letter.detail) - 1]
    return OwnerUpdate(case_of(work, action.workshop)[0], action, said)
