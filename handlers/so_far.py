"""What the session has come to so far: a window at once, and what is in it as soon as it is made."""

from bot import so_far
from bot.windows import Sight, Wanted
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.so_far import waiting_view


async def open_window(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def open_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    turn.wanted(Wanted(Sight.SO_FAR, turn.installation, turn.user, workshop, turn.body["view"]["id"], page))
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    await turn.run(so_far.allowed, turn.user, workshop)
    window = await turn.open_form(waiting_view(turn.say))
    turn.wanted(Wanted(Sight.SO_FAR, turn.installation, turn.user, workshop, window))
    await turn.ack()


ROUTES = Routes(
    commands={"/case sofar": open_by_word},
    actions={ids.SO_FAR_OPEN: open_window, ids.SO_FAR_BACK: turn_page, ids.SO_FAR_MORE: turn_page},
)
