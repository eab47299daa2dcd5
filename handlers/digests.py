"""Choosing when a workshop has its weekly digest."""

from bot import digests
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.digests import digest_form


async def ask(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def ask_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def choose(turn: Turn) -> None:
    weekday, hour = payloads.digest_chosen(turn.body)
    await turn.run(digests.choose, turn.user, payloads.workshop_of_form(turn.body), weekday, hour)
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(digest_form(turn.say, await turn.run(digests.chosen, turn.user, workshop)))
    await turn.ack()


ROUTES = Routes(
    commands={"/case digest": ask_by_word},
    actions={ids.DIGEST_OPEN: ask},
    views={ids.DIGEST_FORM: choose},
)
