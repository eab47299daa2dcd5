"""The facilitator changes what is still to come, and looks who has been heard."""

from collections.abc import Callable

from bot import agendas, voices
from bot.agendas import ToCome
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.agendas import agenda_form, voices_view


async def open_form(turn: Turn) -> None:
    await _open(turn, payloads.workshop_of_button(turn.body))


async def open_by_word(turn: Turn) -> None:
    await _open(turn, (await meant(turn)).workshop.id)


async def ask(turn: Turn) -> None:
    question, minutes, silent = payloads.question_of_the_moment(turn.body)
    workshop = payloads.workshop_of_form(turn.body)
    to_come = await turn.run(agendas.ask, turn.user, workshop, question, minutes, silent=silent)
    await turn.ack(response_action="update", view=agenda_form(turn.say, to_come, asked=True).to_dict())


def changing(change: Callable[[Work, UserId, WorkshopId, str], ToCome]) -> Handler:
    """A button beside a stage that is to come."""

    async def handle(turn: Turn) -> None:
        workshop, name = payloads.stage_of_button(turn.body)
        to_come = await turn.run(change, turn.user, workshop, name)
        await turn.replace_form(agenda_form(turn.say, to_come))
        await turn.ack()

    return handle


async def keep_time(turn: Turn) -> None:
    workshop, wanted = payloads.place_of_button(turn.body)
    to_come = await turn.run(agendas.keep_time, turn.user, workshop, wanted=bool(wanted))
    await turn.replace_form(agenda_form(turn.say, to_come))
    await turn.ack()


async def hint_at_wording(turn: Turn) -> None:
    workshop, wanted = payloads.place_of_button(turn.body)
    to_come = await turn.run(agendas.hint_at_wording, turn.user, workshop, wanted=bool(wanted))
    await turn.replace_form(agenda_form(turn.say, to_come))
    await turn.ack()


async def show_voices(turn: Turn) -> None:
    await _show_voices(turn, payloads.workshop_of_button(turn.body))


async def show_voices_by_word(turn: Turn) -> None:
    await _show_voices(turn, (await meant(turn)).workshop.id)


async def _open(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(agenda_form(turn.say, await turn.run(agendas.shown, turn.user, workshop)))
    await turn.ack()


async def _show_voices(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(voices_view(turn.say, await turn.run(voices.heard, turn.user, workshop)))
    await turn.ack()


ROUTES = Routes(
    commands={"/case agenda": open_by_word, "/case ask": open_by_word, "/case voices": show_voices_by_word},
    actions={
        ids.AGENDA_OPEN: open_form,
        ids.AGENDA_SKIP: changing(agendas.skip),
        ids.AGENDA_EARLIER: changing(agendas.earlier),
        ids.AGENDA_TIME: keep_time,
        ids.AGENDA_WORDING: hint_at_wording,
        ids.VOICES_OPEN: show_voices,
    },
    views={ids.AGENDA_FORM: ask},
)
