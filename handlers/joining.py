"""Joining a running session: the two buttons of the question, and the form."""

from bot import joining
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.joining import declined, join_form, welcome


async def ask(turn: Turn) -> None:
    workshop = payloads.workshop_of_button(turn.body)
    await turn.open_form(join_form(turn.say, await turn.run(joining.opened, turn.user, workshop)))
    await turn.ack()


async def join(turn: Turn) -> None:
    workshop = payloads.workshop_of_form(turn.body)
    visit = await turn.run(joining.join, turn.user, workshop, payloads.newcomer(turn.body))
    turn.heard(turn.installation, workshop)
    await turn.ack(response_action="update", view=welcome(turn.say, visit).to_dict())


async def decline(turn: Turn) -> None:
    await turn.run(joining.decline, turn.user, payloads.workshop_of_button(turn.body))
    await turn.open_form(declined(turn.say))
    await turn.ack()


ROUTES = Routes(actions={ids.JOIN_OPEN: ask, ids.JOIN_DECLINE: decline}, views={ids.JOIN_FORM: join})
