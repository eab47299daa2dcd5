"""Seeing what came of a pulse."""

from bot import pulse
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.pulse import pulse_view


async def see(turn: Turn) -> None:
    found = await turn.run(pulse.result, turn.user, payloads.round_of_button(turn.body))
    await turn.open_form(pulse_view(turn.say, found))
    await turn.ack()


ROUTES = Routes(actions={ids.PULSE_SEE: see})
