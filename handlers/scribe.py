"""Writing down what somebody says in the room, and putting it right."""

from bot import scribe
from bot.workshop.ids import ContributionId, StageId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.scribe import correction_form, raised_instead, spoken_form


async def open_form(turn: Turn) -> None:
    """By the button on the card of a stage."""
    await _show(turn, await turn.run(scribe.opened, turn.user, StageId(int(turn.body["actions"][0]["value"]))))


async def open_from_desk(turn: Turn) -> None:
    await _show(turn, await turn.run(scribe.opened_for_open_stage, turn.user, payloads.workshop_of_button(turn.body)))


async def open_by_word(turn: Turn) -> None:
    file = await meant(turn)
    await _show(turn, await turn.run(scribe.opened_for_open_stage, turn.user, file.workshop.id))


async def write(turn: Turn) -> None:
    """What sounds like a risk is asked about before it stands anywhere."""
    stage, heard = payloads.spoken(turn.body)
    asked = await turn.run(scribe.write, turn.user, stage, heard)
    if asked:
        sheet = await turn.run(scribe.opened, turn.user, stage)
        await turn.ack(response_action="update", view=spoken_form(turn.say, sheet, heard, asked).to_dict())
    elif heard.risk:
        await turn.ack(response_action="update", view=raised_instead(turn.say).to_dict())
    else:
        await turn.ack()


async def open_correction(turn: Turn) -> None:
    found = await turn.run(scribe.found, turn.user, ContributionId(int(turn.body["actions"][0]["value"])))
    await turn.open_form(correction_form(turn.say, found))
    await turn.ack()


async def correct(turn: Turn) -> None:
    spoken, words, visibility = payloads.correction(turn.body)
    await turn.run(scribe.change, turn.user, spoken, words, visibility)
    await turn.ack()


async def _show(turn: Turn, sheet: scribe.Sheet) -> None:
    await turn.open_form(spoken_form(turn.say, sheet))
    await turn.ack()


ROUTES = Routes(
    commands={"/case write": open_by_word},
    actions={
        ids.SPOKEN_WRITE: open_form,
        ids.SPOKEN_FROM_DESK: open_from_desk,
        ids.SPOKEN_CHANGE: open_correction,
    },
    views={ids.SPOKEN_FORM: write, ids.SPOKEN_CORRECTION: correct},
)
