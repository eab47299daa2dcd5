"""Following actions up: turning what is due into letters, once, whenever it is asked and by however many replicas."""

from datetime import timedelta

from bot import acceptance, letters
from bot.planning import look_at_each
from bot.rota import hours_of
from bot.work import Store, Work
from bot.workshop.action import Action, ActionState
from bot.workshop.ids import ActionId, ChannelId
from bot.workshop.nudge import LADDER, next_look, nudge_due, nudge_key

AT_ONCE = 200
AFTER_TROUBLE = timedelta(hours=1)


async def plan(store: Store) -> int:
    """Write the nudges that actions have earned by now; gives how many actions were looked at."""
    return await look_at_each(store, lambda work: work.actions.due(work.now, AT_ONCE), look_at, _look_later)


def look_at(work: Work, action_id: ActionId) -> None:
    """Write the latest nudge that this action has earned, and remember when to look again."""
    action = work.actions.get(action_id)
    if action.owner is None:
        work.actions.look_again(action_id, None)
        return
    if action.state is ActionState.PROPOSED:
        acceptance.hand_back(work, action)
        return
    hours = hours_of(work, action.owner)
    # What we notice at night goes out in the morning, and says what is due then.
    sent_at = hours.next_moment(work.now)
    earned = nudge_due(action, sent_at, hours)
    if earned is not None:
        channel = _channel(work, action)
        # After an outage the latest one only: what Slack has not taken of the earlier ones is overtaken.
        work.letters.withdraw([nudge_key(action, rung) for rung in LADDER if rung != earned.rung])
        work.letters.write(letters.nudge(action, action.owner, earned.rung, channel, sent_at))
    work.actions.look_again(action_id, next_look(action, work.now, hours))


def _channel(work: Work, action: Action) -> ChannelId | None:
    """Where the plan stands; ``None`` where it could not be posted, so that owners still hear."""
    workshop = work.workshops.get(action.workshop)
    channel = work.cases.get(workshop.case).channel
    standing = channel and letters.plan(workshop, channel, work.now).standing
    return channel if standing and work.letters.post(standing) else None


def _look_later(work: Work, action_id: ActionId) -> None:
    work.actions.look_again(action_id, work.now + AFTER_TROUBLE)
