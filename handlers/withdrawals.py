"""Withdrawing one's words from a session: the shortcut on a message, and the question whether it is meant."""

from bot import withdrawals
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.withdrawals import withdrawal_form, withdrawn


async def ask(turn: Turn) -> None:
    author, place = payloads.message_chosen(turn.body)
    found = await turn.run(withdrawals.asked, turn.user, author, place)
    await turn.open_form(withdrawal_form(turn.say, found))
    await turn.ack()


async def withdraw(turn: Turn) -> None:
    gone = await turn.run(withdrawals.withdraw, turn.user, payloads.place_of_form(turn.body))
    turn.heard(turn.installation, gone.file.workshop.id)
    await turn.ack(response_action="update", view=withdrawn(turn.say, gone).to_dict())


ROUTES = Routes(views={ids.WITHDRAWAL_FORM: withdraw}, shortcuts={ids.WITHDRAWAL_ASK: ask})
