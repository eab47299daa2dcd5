"""The owner's answer, and what comes of it: their own terms, when they will do it, and silence."""

from bot import actions, letters, proposals
from bot.actions import ActionFile
from bot.privacy import lookout
from bot.work import Work
from bot.workshop.action import Action, ActionState, Offer, keepable
from bot.workshop.ids import ActionId, UserId

OFFERED = ("change", "reason")


def counter(work: Work, by: UserId, action_id: ActionId, offer: Offer) -> ActionFile:
    """The owner would take it on otherwise: the facilitator agrees or not."""
    found = actions.shown(work, by, action_id)
    looking = lookout(work, found.file.workshop)
    for field, words in zip(OFFERED, (offer.change or "", offer.why), strict=True):
        looking.refuse(words, field)
    after = found.action.counter(by, offer)
    keepable(change=after.change, due=after.offered().due, reviews=(), today=work.now.date())
    actions.recorded(work, by, found.action, after, offer.why)
    work.actions.look_again(after.id, None)
    work.letters.refresh(letters.offer(after, found.file.workshop.facilitator, work.now))
    return actions.plan_refreshed(work, after)


def agree(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """As the owner would have it; somebody else who is to own it is asked."""
    found = actions.run_by(work, by, action_id)
    return _answered(work, by, found.action, found.action.agree(work.now))


def keep(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """As it was: the owner is asked once more."""
    found = actions.run_by(work, by, action_id)
    return _answered(work, by, found.action, found.action.keep(work.now))


def will_be_done(work: Work, by: UserId, action_id: ActionId, if_then: str) -> ActionFile:
    found = actions.shown(work, by, action_id)
    lookout(work, found.file.workshop).refuse(if_then, "if_then")
    after = found.action.will_be_done(by, actions.on_one_line(if_then))
    actions.recorded(work, by, found.action, after)
    return actions.plan_refreshed(work, after)


def look_at(work: Work, action: Action) -> None:
    """Hand it back where its owner's time for an answer is over; before that, remember when it will be."""
    until = proposals.answer_by(work, action)
    if until > work.now:
        work.actions.look_again(action.id, until)
        return
    _hand_back(work, action)


def _hand_back(work: Work, action: Action) -> None:
    """Nobody has answered in time: it is for the facilitator to see to."""
    after = action.handed_back(work.now)
    actions.recorded(work, None, action, after)
    work.actions.look_again(after.id, None)
    facilitator = work.workshops.get(action.workshop).facilitator
    work.letters.write(letters.returned(after, facilitator, work.now))
    actions.plan_refreshed(work, after)


def _answered(work: Work, by: UserId, before: Action, after: Action) -> ActionFile:
    actions.recorded(work, by, before, after)
    if after.state is ActionState.ACCEPTED:
        work.actions.look_again(after.id, work.now)
        return actions.plan_refreshed(work, after)
    return proposals.put_forward(work, by, after)
