"""The alias register: real names go in and are never shown again."""

from bot import aliases
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.aliases import register_form


async def open_form(turn: Turn) -> None:
    register = await turn.run(aliases.shown, turn.user, payloads.workshop_of_button(turn.body))
    await turn.open_form(register_form(turn.say, register))
    await turn.ack()


async def open_by_word(turn: Turn) -> None:
    file = await meant(turn)
    register = await turn.run(aliases.shown, turn.user, file.workshop.id)
    await turn.open_form(register_form(turn.say, register))
    await turn.ack()


async def add(turn: Turn) -> None:
    alias = payloads.alias(turn.body)
    register = await turn.run(aliases.add, turn.user, payloads.workshop_of_form(turn.body), alias)
    await turn.ack(response_action="update", view=register_form(turn.say, register, added=True).to_dict())


async def drop(turn: Turn) -> None:
    workshop, alias = payloads.alias_of_button(turn.body)
    register = await turn.run(aliases.drop, turn.user, workshop, alias)
    await turn.replace_form(register_form(turn.say, register))
    await turn.ack()


ROUTES = Routes(
    commands={"/case names": open_by_word},
    actions={ids.ALIASES_OPEN: open_form, ids.ALIAS_DROP: drop},
    views={ids.ALIAS_FORM: add},
)
