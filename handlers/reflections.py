"""Answering the questions for before the workshop."""

from bot import reflections
from bot.workshop.ids import WorkshopId
from bot.workshop.refusal import Refusal
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.reflections import answers_view, reflection_form, reflection_kept


class NothingToReflect(Refusal):
    """No questions wait for this person."""

    key = "refusal-nothing-to-reflect"


async def open_form(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def open_next(turn: Turn) -> None:
    """Open the reflection that is due soonest."""
    due = await turn.run(reflections.due, turn.user)
    if not due:
        raise NothingToReflect
    await _show(turn, due[0].workshop.id)


async def keep(turn: Turn) -> None:
    workshop = payloads.workshop_of_form(turn.body)
    answers, visibility = payloads.answers(turn.body)
    await turn.run(reflections.answer, turn.user, workshop, answers, visibility)
    kept = await turn.run(reflections.opened, turn.user, workshop)
    await turn.ack(response_action="update", view=reflection_kept(turn.say, kept).to_dict())


async def read(turn: Turn) -> None:
    """Show the facilitator what people wrote."""
    workshop, _ = payloads.place_of_button(turn.body)
    await turn.open_form(answers_view(turn.say, await turn.run(reflections.read, turn.user, workshop)))
    await turn.ack()


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    reading = await turn.run(reflections.read, turn.user, workshop)
    await turn.replace_form(answers_view(turn.say, reading, page))
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    reflection = await turn.run(reflections.opened, turn.user, workshop)
    await turn.open_form(reflection_form(turn.say, reflection))
    await turn.ack()


ROUTES = Routes(
    commands={"/reflect": open_next},
    actions={
        ids.REFLECTION_OPEN: open_form,
        ids.ANSWERS_READ: read,
        ids.ANSWERS_BACK: turn_page,
        ids.ANSWERS_MORE: turn_page,
    },
    views={ids.REFLECTION_FORM: keep},
)
