"""Looking back for oneself alone."""

from bot import learning
from handlers import payloads
from handlers.reflections import show
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.reflection_steps import copied


async def open_mine(turn: Turn) -> None:
    """Open what one has written for oneself after a session, or its first question."""
    named = payloads.case_named(turn.body)
    await show(turn, await turn.run(learning.meant, turn.user, channel=turn.channel, named=named))


async def open_of_session(turn: Turn) -> None:
    await show(turn, await turn.run(learning.of_session, turn.user, payloads.workshop_of_button(turn.body)))


async def copy(turn: Turn) -> None:
    """Send the author a copy, and say so."""
    form = await turn.run(learning.export, turn.user, payloads.round_of_button(turn.body))
    await turn.replace_form(copied(turn.say, form))
    await turn.ack()


ROUTES = Routes(
    commands={"/reflect mine": open_mine},
    actions={ids.LEARNING_OPEN: open_of_session, ids.LEARNING_COPY: copy},
)
