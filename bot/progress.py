"""How an action goes, beyond one tap: what stands in its way, who decides, a week of quiet, and help from above."""

from bot import actions, letters
from bot.actions import ActionFile
from bot.privacy import lookout
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.ids import ActionId, UserId
from bot.workshop.nudge import told_apart


def reported(work: Work, by: UserId, action_id: ActionId, words: str) -> ActionFile:
    """On its way, with what its owner has to say of it."""
    return actions.moved(work, by, action_id, lambda action: action.on_track(by), words)


def blocked(
    work: Work,
    by: UserId,
    action_id: ActionId,
    reason: str,
    decider: UserId | None = None,
    *,
    outside: bool = False,
) -> ActionFile:
    """*reason* says what has to be decided; who decides gets it the same day, the facilitator where nobody is named."""
    facilitator = actions.shown(work, by, action_id).file.workshop.facilitator
    asked = decider or facilitator
    found = actions.moved(
        work, by, action_id, lambda action: action.blocked(by, reason, asked), reason, outside=outside
    )
    work.people.meet([asked])
    if asked != by or outside:
        number = len(work.actions.updates(action_id))
        at = hours_of(work, asked).next_moment(work.now)
        letter = letters.decision(found.action, asked, number, at)
        work.letters.write(letter)
        work.nudges.record([told_apart(found.action, f"decision-{number}", asked, work.now, letter.key)])
    return found


def decided(work: Work, by: UserId, action_id: ActionId, decision: str) -> ActionFile:
    """The owner hears of the decision, and it goes on."""
    return _answered(work, by, action_id, decision, to_owner=True)


def not_theirs(work: Work, by: UserId, action_id: ActionId, reason: str) -> ActionFile:
    """Somebody else decides: the facilitator hears of it and finds out who."""
    return _answered(work, by, action_id, reason, to_owner=False)


def snoozed(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    today = hours_of(work, by).today(work.now)
    return actions.moved(work, by, action_id, lambda action: action.snooze(by, today))


def held(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """The facilitator sees to it: whoever stands above hears nothing for a week."""
    found = actions.shown(work, by, action_id)
    found.file.workshop.run_by(by)
    after = found.action.held(hours_of(work, by).today(work.now))
    actions.recorded(work, by, found.action, after)
    work.actions.look_again(after.id, work.now)
    return actions.plan_refreshed(work, after)


def _answered(work: Work, by: UserId, action_id: ActionId, words: str, *, to_owner: bool) -> ActionFile:
    found = actions.shown(work, by, action_id)
    before, workshop = found.action, found.file.workshop
    lookout(work, workshop).refuse(words, "reason")
    after = before.decided(by, words) if to_owner else before.not_theirs_to_decide(by, words)
    actions.recorded(work, by, before, after, words)
    work.actions.look_again(after.id, work.now)
    readers = {workshop.facilitator, after.owner if to_owner else None} - {by, None}
    number = len(work.actions.updates(action_id))
    for reader in sorted(each for each in readers if each):
        work.letters.write(letters.update(after, number, reader, work.now))
    return actions.plan_refreshed(work, after)
