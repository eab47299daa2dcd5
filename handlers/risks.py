"""Risks now: whether a reply is about one, and the button that says that somebody has looked."""

from bot import risks
from handlers import payloads
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids


async def see(turn: Turn) -> None:
    await turn.run(risks.see, turn.user, payloads.risk_of_button(turn.body))
    await turn.ack()


def say_of_reply(*, about_risk: bool) -> Handler:
    """The author of a reply answers what they were asked."""

    async def handle(turn: Turn) -> None:
        await turn.run(risks.of_reply, turn.user, payloads.reply_of_button(turn.body), about_risk=about_risk)
        await turn.ack()

    return handle


ROUTES = Routes(
    actions={
        ids.RISK_SEEN: see,
        ids.RISK_YES: say_of_reply(about_risk=True),
        ids.RISK_NO: say_of_reply(about_risk=False),
    }
)
