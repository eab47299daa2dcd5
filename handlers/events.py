"""Events: stored once by their id and applied; what breaks our code is set aside, never lost."""

from uuid import uuid4

import structlog

from bot import capture, inbox, joining, people, reactions, rooms
from bot.inbox import Arrived
from bot.workshop.ids import team_of
from handlers import payloads
from handlers.turn import Turn

log = structlog.get_logger(__name__)


async def message(turn: Turn) -> None:
    """Keep what a participant said, changed or took back in a stage's thread."""
    event = turn.body["event"]
    if payloads.made_public(event):
        await room(turn)
        return
    if payloads.is_said_to_bot(event):
        await turn.run(inbox.hint, str(turn.body["event_id"]), turn.user)
    home = team_of(turn.installation)
    aside, reply = payloads.beside(event, home), payloads.reply(event, home)
    if aside is not None:
        await turn.run(capture.beside, *aside)
    if reply is not None:
        event_id = str(turn.body["event_id"])
        try:
            changed = await turn.gathering.receive(turn.installation, Arrived(event_id, reply))
        except Exception:
            reference = uuid4().hex[:8]
            log.exception("event_broken", event_id=event_id, reference=reference)
            await turn.run(inbox.set_aside, event_id, reply, reference)
        else:
            if changed is not None:
                turn.heard(turn.installation, changed)
    await turn.ack()


async def member_joined(turn: Turn) -> None:
    """Somebody of this workspace came into a channel; strangers are told nothing of a case in private."""
    arrival = payloads.arrival(turn.body["event"], team_of(turn.installation))
    if arrival is not None and arrival[0] == turn.me:
        await room(turn)
        return
    if arrival is not None:
        await turn.run(joining.arrived, *arrival)
    await turn.ack()


async def moved(turn: Turn) -> None:
    """Slack has given a channel another id."""
    former, channel = payloads.moved(turn.body["event"])
    if await turn.run(rooms.moved, former, channel):
        await turn.run(rooms.brought_along, str(turn.body["event_id"]), former, channel)
    await turn.ack()


async def room(turn: Turn) -> None:
    """Something happened to a channel, or to our place in it."""
    event = turn.body["event"]
    happened = payloads.made_public(event) or payloads.news(event, turn.me)
    if happened is not None:
        await turn.run(rooms.heard, str(turn.body["event_id"]), *happened)
    await turn.ack()


async def uninstalled(turn: Turn) -> None:
    """The app is gone from the workspace, or its token is: the order of the two events is not known."""
    if payloads.is_our_end(turn.body["event"], turn.me):
        log.error("uninstalled", installation=turn.installation)
        await turn.run(rooms.uninstalled)
    await turn.ack()


async def reaction(turn: Turn) -> None:
    """A reaction can stand for a tag; which of two is the later one Slack's times say, however they reach us."""
    told = payloads.reaction(turn.body["event"])
    changed = await turn.run(reactions.react, told) if told else None
    if changed is not None:
        turn.heard(turn.installation, changed)
    await turn.ack()


async def user_change(turn: Turn) -> None:
    await turn.run(people.changed, payloads.person(turn.body["event"]))
    await turn.ack()
