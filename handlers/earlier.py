"""Reading what became of earlier actions."""

from bot import earlier
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.earlier import earlier_view


async def open_earlier(turn: Turn) -> None:
    workshop, _ = payloads.place_of_button(turn.body)
    await _open(turn, workshop)


async def open_by_word(turn: Turn) -> None:
    await _open(turn, (await meant(turn)).workshop.id)


async def _open(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(earlier_view(turn.say, await turn.run(earlier.opened, turn.user, workshop)))
    await turn.ack()


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    await turn.replace_form(earlier_view(turn.say, await turn.run(earlier.opened, turn.user, workshop), page))
    await turn.ack()


ROUTES = Routes(
    commands={"/case earlier": open_by_word},
    actions={
        ids.EARLIER_OPEN: open_earlier,
        ids.EARLIER_BACK: turn_page,
        ids.EARLIER_MORE: turn_page,
    },
)
