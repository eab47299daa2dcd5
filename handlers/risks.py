"""Risks now: the button that says that somebody has looked."""

from bot import risks
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids


async def see(turn: Turn) -> None:
    await turn.run(risks.see, turn.user, payloads.risk_of_button(turn.body))
    await turn.ack()


ROUTES = Routes(actions={ids.RISK_SEEN: see})
