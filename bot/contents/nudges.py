"""What actions have earned: for their owners, for who can help, for whoever decides, and when an owner is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.contents.reading import stands
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.action import Action, ActionState
from bot.workshop.case import Case
from bot.workshop.ids import ActionId, UserId
from bot.workshop.letter import Letter
from bot.workshop.nudge import MOST_UNANSWERED, Nudge, unanswered
from bot.workshop.record import Update


@dataclass(frozen=True)
class Nudged:
    """One action of a nudge. ``last`` where there is no message after this one unless its owner says something."""

    case: Case
    action: Action
    rung: str
    answered: bool = False
    last: bool = False


@dataclass(frozen=True)
class Nudges:
    """All that one owner has to be told of on one day, what matters most first. ``today`` is theirs."""

    owner: UserId
    today: date
    items: tuple[Nudged, ...]

    @property
    def case(self) -> Case:
        return self.items[0].case


@dataclass(frozen=True)
class Stuck:
    """An action that does not move; ``silent`` where its owner has not answered, ``words`` is what they said last."""

    case: Case
    action: Action
    rung: str
    silent: bool
    words: str = ""


@dataclass(frozen=True)
class Escalation:
    """Everything that somebody above its owner has to hear of on one day."""

    to: UserId
    today: date
    items: tuple[Stuck, ...]

    @property
    def case(self) -> Case:
        return self.items[0].case


@dataclass(frozen=True)
class Decision:
    """What is needed of whoever decides. ``waits`` until they have said something, or the action has moved on.

    ``named`` where its owner says that they decide it; otherwise it is the facilitator, who finds out who does.
    """

    case: Case
    action: Action
    asked: Update
    waits: bool
    named: bool = True


@dataclass(frozen=True)
class Ended:
    """An action whose owner is gone, with what was said of it; ``waits`` until another is found."""

    action: Action
    history: tuple[Update, ...]
    waits: bool


@dataclass(frozen=True)
class Handover:
    """Actions of one owner who is gone or let go of them, as ``how`` says, for their facilitator."""

    case: Case
    owner: UserId
    how: str
    items: tuple[Ended, ...]


def nudges(work: Work, letter: Letter) -> Nudges | None:
    """``None`` where nothing of it is to be asked any more, or the moment for asking has passed."""
    told, standing = _told(work, letter), stands(work, letter)
    if not told or (not standing and not timely(work, told[0])):
        return None
    items = [_nudged(work, each, action) for each, action in _actions(work, told)]
    shown = tuple(each for each in items if standing or not each.answered)
    owner = told[0].to
    return Nudges(owner, hours_of(work, owner).today(told[0].at), shown) if shown else None


def escalation(work: Work, letter: Letter) -> Escalation | None:
    told, standing = _told(work, letter), stands(work, letter)
    if not told or (not standing and not timely(work, told[0])):
        return None
    open_ones = [(each, action) for each, action in _actions(work, told) if standing or action.is_followed]
    items = tuple(_stuck(work, each, action) for each, action in open_ones)
    to = told[0].to
    return Escalation(to, hours_of(work, to).today(told[0].at), items) if items else None


def decision(work: Work, letter: Letter) -> Decision | None:
    action = work.actions.get(ActionId(letter.subject))
    waits = action.state is ActionState.BLOCKED and action.decider == letter.lane
    if not waits and not stands(work, letter):
        return None
    asked = work.actions.updates(action.id)[int(letter.detail) - 1]
    named = letter.lane != work.workshops.glance(action.workshop).facilitator
    return Decision(_case(work, action), action, asked, waits, named)


def handover(work: Work, letter: Letter) -> Handover | None:
    how, owner, *numbers = letter.detail.split(",")
    actions = [work.actions.get(ActionId(each)) for each in sorted(map(int, numbers))]
    items = [
        Ended(each, tuple(work.actions.updates(each.id)), waits=each.vacated_at is not None and each.owner == owner)
        for each in actions
    ]
    if not any(each.waits for each in items) and not stands(work, letter):
        return None
    return Handover(_case(work, actions[0]), UserId(owner), how, tuple(items))


def timely(work: Work, told: Nudge) -> bool:
    """Whether it is still the day for which it was meant, in the hours of whom it is for."""
    hours = hours_of(work, told.to)
    return hours.works_at(work.now) and hours.today(work.now) == hours.today(told.at)


def _told(work: Work, letter: Letter) -> Sequence[Nudge]:
    return work.nudges.in_letter(letter.standing or letter.key)


def _actions(work: Work, told: Sequence[Nudge]) -> list[tuple[Nudge, Action]]:
    # Held in the order of their numbers, as everybody holds them, or two would wait for each other.
    held = {each.action: work.actions.get(each.action) for each in sorted(told, key=lambda each: each.action)}
    return [(each, held[each.action]) for each in sorted(told, key=lambda each: (each.due, each.action))]


def _nudged(work: Work, told: Nudge, action: Action) -> Nudged:
    heard = action.last_heard
    moved_on = not action.is_followed or action.owner != told.to or action.due != told.due
    answered = moved_on or (heard is not None and heard >= told.at)
    asked = unanswered(action, work.nudges.of([action.id])[action.id])
    return Nudged(_case(work, action), action, told.rung, answered, len(asked) >= MOST_UNANSWERED)


def _stuck(work: Work, told: Nudge, action: Action) -> Stuck:
    asked = unanswered(action, work.nudges.of([action.id])[action.id])
    said = [each.words for each in work.actions.updates(action.id) if each.by == action.owner and each.words]
    return Stuck(_case(work, action), action, told.rung, len(asked) >= MOST_UNANSWERED, said[-1] if said else "")


def _case(work: Work, action: Action) -> Case:
    return work.cases.get(work.workshops.glance(action.workshop).case)
