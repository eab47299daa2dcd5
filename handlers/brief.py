"""Reading the facilitator's brief: a window at once, and what is in it as soon as it is made."""

from bot import brief
from bot.windows import Sight, Wanted
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.brief import behind_view, waiting_view


async def open_brief(turn: Turn) -> None:
    workshop, _ = payloads.place_of_button(turn.body)
    await _show(turn, workshop)


async def open_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    turn.wanted(Wanted(Sight.BRIEF, turn.installation, turn.user, workshop, turn.body["view"]["id"], page))
    await turn.ack()


async def behind(turn: Turn) -> None:
    """Show the answers behind a line on top of the brief."""
    workshop, answers = payloads.line_of_brief(turn.body)
    await turn.open_form(behind_view(turn.say, await turn.run(brief.behind, turn.user, workshop, answers)))
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    await turn.run(brief.allowed, turn.user, workshop)
    window = await turn.open_form(waiting_view(turn.say))
    turn.wanted(Wanted(Sight.BRIEF, turn.installation, turn.user, workshop, window))
    await turn.ack()


ROUTES = Routes(
    commands={"/case brief": open_by_word},
    actions={
        ids.BRIEF_OPEN: open_brief,
        ids.BRIEF_BACK: turn_page,
        ids.BRIEF_MORE: turn_page,
        ids.BRIEF_BEHIND: behind,
    },
)
