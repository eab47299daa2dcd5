"""Moves of a workshop: each by a button on a desk, or by a word after the command."""

from collections.abc import Callable

from bot import cases
from bot.cases import CaseFile
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from handlers import payloads
from handlers.routes import Handler
from handlers.turn import Turn

Move = Callable[[Work, UserId, WorkshopId], object]

DONE = {
    "invite": "command-done-invite",
    "takeover": "command-done-take-over",
    "start": "command-done-start",
    "longer": "command-done-longer",
    "pause": "command-done-pause",
    "resume": "command-done-resume",
    "silent": "command-done-silent",
    "reveal": "command-done-reveal",
    "without": "command-done-without",
}


def by_button(move: Move) -> Handler:
    """A button on the desk: what changed shows on the desk itself."""

    async def handle(turn: Turn) -> None:
        await turn.run(move, turn.user, payloads.workshop_of_button(turn.body))
        await turn.ack()

    return handle


def by_word(move: Move, done: str) -> Handler:
    """The same as a word after the command, answered with the sentence for *done*."""

    async def handle(turn: Turn) -> None:
        file = await meant(turn)
        await turn.run(move, turn.user, file.workshop.id)
        await turn.tell(turn.say.rich(DONE[done], reference=file.case.reference))

    return handle


async def meant(turn: Turn) -> CaseFile:
    """The case that a command means: by its channel, the reference after its word, or because there is one only."""
    return await turn.run(cases.find, turn.user, channel=turn.channel, named=payloads.case_named(turn.body))
