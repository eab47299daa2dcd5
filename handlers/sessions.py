"""Running the live session: starting it, moving on, closing it."""

from collections.abc import Callable

from bot import cases, sessions
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.workshop import Phase
from handlers import payloads, silent
from handlers.cases import meant
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids

Move = Callable[[Work, UserId, WorkshopId], CaseFile]

DONE = {
    "start": "command-done-start",
    "longer": "command-done-longer",
    "pause": "command-done-pause",
    "resume": "command-done-resume",
}


def by_button(move: Move) -> Handler:
    """A button on the desk: what changed shows on the desk itself."""

    async def handle(turn: Turn) -> None:
        await turn.run(move, turn.user, payloads.workshop_of_button(turn.body))
        await turn.ack()

    return handle


def by_word(move: Move, done: str) -> Handler:
    """The same as a word after the command, answered with the sentence *done*."""

    async def handle(turn: Turn) -> None:
        file = await meant(turn)
        await turn.run(move, turn.user, file.workshop.id)
        await turn.tell(turn.say.rich(DONE[done], reference=file.case.reference))

    return handle


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
        "/case start": by_word(sessions.start, "start"),
        "/case next": next_by_word,
        "/case longer": by_word(sessions.longer, "longer"),
        "/case pause": by_word(sessions.pause, "pause"),
        "/case resume": by_word(sessions.resume, "resume"),
        "/case close": close,
    },
    actions={
        ids.SESSION_START: by_button(sessions.start),
        ids.SESSION_NEXT: next_by_button,
        ids.SESSION_LONGER: by_button(sessions.longer),
        ids.SESSION_PAUSE: by_button(sessions.pause),
        ids.SESSION_RESUME: by_button(sessions.resume),
        ids.SESSION_CLOSE: close_by_button,
    },
)
