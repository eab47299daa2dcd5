"""Seeing what came of a pulse."""

from bot import pulse
from bot.workshop.reflection import Round
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.pulse import pulse_view


async def see(turn: Turn) -> None:
    await _see(turn, payloads.round_of_button(turn.body))


async def see_by_word(turn: Turn) -> None:
    file = await meant(turn)
    await _see(turn, await turn.run(pulse.asked, turn.user, file.workshop.id))


async def _see(turn: Turn, asked: Round) -> None:
    await turn.open_form(pulse_view(turn.say, await turn.run(pulse.result, turn.user, asked)))
    await turn.ack()


ROUTES = Routes(commands={"/case pulse": see_by_word}, actions={ids.PULSE_SEE: see})
