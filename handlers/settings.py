"""What people set about being reminded: when they work, and the ladder of a workshop. And where a ladder ends."""

from bot import hours, ladders
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.hours import hours_form
from handlers.views.ladder import board_view, ladder_form


async def ask_hours(turn: Turn) -> None:
    await turn.open_form(hours_form(turn.say, await turn.run(hours.of, turn.user)))
    await turn.ack()


async def keep_hours(turn: Turn) -> None:
    await turn.run(hours.keep, turn.user, *payloads.own_hours(turn.body))
    await turn.ack()


async def ask_ladder(turn: Turn) -> None:
    workshop = (await meant(turn)).workshop.id
    await turn.open_form(ladder_form(turn.say, await turn.run(ladders.of, turn.user, workshop)))
    await turn.ack()


async def keep_ladder(turn: Turn) -> None:
    rungs, openly = payloads.ladder(turn.body)
    await turn.run(ladders.keep, turn.user, payloads.workshop_of_form(turn.body), rungs, openly=openly)
    await turn.ack()


async def board(turn: Turn) -> None:
    await turn.open_form(board_view(turn.say, await turn.run(ladders.for_board, turn.user)))
    await turn.ack()


ROUTES = Routes(
    commands={"/actions settings": ask_hours, "/actions board": board, "/case reminders": ask_ladder},
    actions={ids.HOURS_OPEN: ask_hours},
    views={ids.HOURS_FORM: keep_hours, ids.LADDER_FORM: keep_ladder},
)
