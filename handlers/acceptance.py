"""An owner's own terms, when they will do it, and what the facilitator says to it."""

from bot import acceptance, actions, risks
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.acceptance import counter_form, if_then_form


async def ask_what_instead(turn: Turn) -> None:
    shown = await turn.run(actions.shown, turn.user, payloads.action_of_button(turn.body))
    shown.action.owned_by(turn.user)
    await turn.open_form(counter_form(turn.say, shown))
    await turn.ack()


async def counter(turn: Turn) -> None:
    action, offer = payloads.action_of_form(turn.body), payloads.offer(turn.body)
    asked = await turn.run(risks.in_action, turn.user, action, payloads.words_of_form(turn.body))
    if asked:
        shown = await turn.run(actions.shown, turn.user, action)
        view = counter_form(turn.say, shown, offer, asked)
        await turn.ack(response_action="update", view=view.to_dict())
        return
    await turn.run(acceptance.counter, turn.user, action, offer)
    await turn.ack()


async def agree(turn: Turn) -> None:
    await turn.run(acceptance.agree, turn.user, payloads.action_of_button(turn.body))
    await turn.ack()


async def keep(turn: Turn) -> None:
    await turn.run(acceptance.keep, turn.user, payloads.action_of_button(turn.body))
    await turn.ack()


async def ask_when(turn: Turn) -> None:
    shown = await turn.run(actions.shown, turn.user, payloads.action_of_button(turn.body))
    shown.action.owned_by(turn.user)
    await turn.open_form(if_then_form(turn.say, shown))
    await turn.ack()


async def will_be_done(turn: Turn) -> None:
    action, words = payloads.action_of_form(turn.body), payloads.if_then(turn.body)
    asked = await turn.run(risks.in_action, turn.user, action, payloads.words_of_form(turn.body))
    if asked:
        shown = await turn.run(actions.shown, turn.user, action)
        await turn.ack(response_action="update", view=if_then_form(turn.say, shown, words, asked).to_dict())
        return
    await turn.run(acceptance.will_be_done, turn.user, action, words)
    await turn.ack()


ROUTES = Routes(
    actions={
        ids.ACTION_COUNTER: ask_what_instead,
        ids.ACTION_AGREE: agree,
        ids.ACTION_KEEP: keep,
        ids.ACTION_IF_THEN: ask_when,
    },
    views={
        ids.ACTION_COUNTER_FORM: counter,
        ids.ACTION_IF_THEN_FORM: will_be_done,
    },
)
