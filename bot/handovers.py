"""When an owner lets go of an action, or is gone: it stays in the plan, and the facilitator finds another."""

from collections import defaultdict
from datetime import date

from bot import actions, letters, proposals
from bot.actions import ActionFile
from bot.privacy import lookout
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.nudge import told_apart
from bot.workshop.workshop import DatePassed

LEFT, LET_GO, OUTSIDE = "left", "let_go", "outside"
"""How an action came to be without an owner: the account is gone, or whoever had it, in Slack or not, let go of it."""

GONE = frozenset({"account_inactive", "user_disabled", "user_not_found", "cannot_dm_bot"})
"""What Slack says where a private message can never reach somebody."""


def let_go(work: Work, by: UserId, action_id: ActionId, reason: str, *, outside: bool = False) -> ActionFile:
    """Not theirs any more; *reason* says why, and whose it could be."""
    found = actions.shown(work, by, action_id)
    lookout(work, found.file.workshop).refuse(reason, "reason")
    after = found.action.let_go(by, work.now)
    if after.vacated_at != found.action.vacated_at:
        _vacated(work, by, [(found.action, after)], reason, OUTSIDE if outside else LET_GO)
    return actions.plan_refreshed(work, after)


def left(work: Work, owner: UserId) -> None:
    """The account of *owner* is gone: each facilitator hears of it once, with everything that was theirs."""
    held = [each for each in work.actions.followed(owner) if each.vacated_at is None]
    by_workshop: defaultdict[WorkshopId, list[tuple[Action, Action]]] = defaultdict(list)
    for each in held:
        by_workshop[each.workshop].append((each, each.vacated(work.now)))
    for moves in by_workshop.values():
        _vacated(work, None, moves, "", LEFT)
        actions.plan_refreshed(work, moves[0][1])


def undelivered(work: Work, letter: Letter, reason: str) -> None:
    """A private nudge that can never arrive: its owner is gone, whatever else Slack has told us."""
    if letter.kind is LetterKind.NUDGE and reason in GONE:
        told = work.nudges.in_letter(letter.standing or letter.key)
        for owner in {each.to for each in told}:
            left(work, owner)


def to_pass_on(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """One action, for the facilitator, who may ask somebody else while it is not done."""
    found = actions.shown(work, by, action_id)
    found.file.workshop.run_by(by)
    found.action.movable()
    return found


def passed_on(work: Work, by: UserId, action_id: ActionId, to: UserId, due: date) -> ActionFile:
    """Ask *to*, by *due*; what was said so far stays on the record. The facilitator who takes it on has said yes."""
    if due < hours_of(work, by).today(work.now):
        raise DatePassed(field="due")
    found = to_pass_on(work, by, action_id)
    after = found.action.passed_on(to, due, work.now)
    actions.recorded(work, by, found.action, after)
    proposals.tell_owner(work, by, found.action, after)
    return proposals.put_forward(work, by, after)


def _vacated(work: Work, by: UserId | None, moves: list[tuple[Action, Action]], words: str, how: str) -> None:
    for before, after in moves:
        actions.recorded(work, by, before, after, words, outside=how == OUTSIDE)
        work.actions.look_again(after.id, None)
    gone = [after for _, after in moves]
    facilitator = work.workshops.get(gone[0].workshop).facilitator
    owner = gone[0].owner
    if owner is not None:
        letter = letters.handover(gone, owner, facilitator, how=how, now=work.now)
        work.letters.write(letter)
        work.nudges.record([told_apart(each, "handover", facilitator, work.now, letter.key) for each in gone])
