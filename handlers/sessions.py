"""Running the live session: starting it, moving on, closing it."""

from bot import cases, sessions
from bot.workshop.workshop import Phase
from handlers import payloads, silent
from handlers.moves import by_button, by_word, meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids


async def next_by_button(turn: Turn) -> None:
    workshop, after = payloads.place_of_button(turn.body)
    await silent.next_stage(turn, workshop, after)
    await turn.ack()


async def next_by_word(turn: Turn) -> None:
    file = await meant(turn)
    if await silent.next_stage(turn, file.workshop.id, None):
        await turn.tell(turn.say.rich("command-done-next", reference=file.case.reference))
    else:
        await turn.ack()


async def close_by_button(turn: Turn) -> None:
    await silent.close(turn, payloads.workshop_of_button(turn.body))
    await turn.ack()


async def close(turn: Turn) -> None:
    """Close the session while it runs, the workshop once its actions are being followed up."""
    file = await meant(turn)
    if file.workshop.phase is Phase.FOLLOWING_UP:
        await turn.run(cases.close, turn.user, file.workshop.id)
        await turn.tell(turn.say.rich("command-done-close-workshop", reference=file.case.reference))
        return
    if await silent.close(turn, file.workshop.id):
        await turn.tell(turn.say.rich("command-done-close", reference=file.case.reference))
    else:
        await turn.ack()


ROUTES = Routes(
    commands={
        "/case next": next_by_word,
        "/case longer": by_word(sessions.longer, "longer"),
        "/case pause": by_word(sessions.pause, "pause"),
        "/case close": close,
    },
    actions={
        ids.SESSION_NEXT: next_by_button,
        ids.SESSION_LONGER: by_button(sessions.longer),
        ids.SESSION_PAUSE: by_button(sessions.pause),
        ids.SESSION_CLOSE: close_by_button,
    },
)
