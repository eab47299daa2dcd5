"""Actions: what somebody owns, their yes or no, and how it goes."""

from collections.abc import Callable

from bot import actions, risks
from bot.actions import ActionFile
from bot.work import Work
from bot.workshop.ids import ActionId, UserId
from handlers import home, payloads
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.actions import my_actions_view, reason_form


async def mine(turn: Turn) -> None:
    owned = await turn.run(actions.of_owner, turn.user)
    await turn.open_form(my_actions_view(turn.say, owned))
    await turn.ack()


async def accept(turn: Turn) -> None:
    await turn.run(actions.accept, turn.user, payloads.action_of_button(turn.body))
    await show_anew(turn)
    await turn.ack()


async def on_track(turn: Turn) -> None:
    await turn.run(actions.on_track, turn.user, payloads.action_of_button(turn.body))
    await show_anew(turn)
    await turn.ack()


def say_why(move: Callable[[Work, UserId, ActionId, str], ActionFile]) -> Handler:
    """The answer to a form that asks for a sentence; a risk in it is raised first."""

    async def handle(turn: Turn) -> None:
        action, said = payloads.action_of_form(turn.body), payloads.words_of_form(turn.body)
        asked = await turn.run(risks.in_action, turn.user, action, said)
        if asked:
            shown = await turn.run(actions.shown, turn.user, action)
            view = reason_form(turn.say, shown, turn.body["view"]["callback_id"], said.text, asked)
            await turn.ack(response_action="update", view=view.to_dict())
            return
        await turn.run(move, turn.user, action, said.text)
        await show_anew(turn)
        await turn.ack()

    return handle


def ask_why(callback: str) -> Handler:
    """A button whose answer needs a sentence: the owner is asked for it in a form."""

    async def handle(turn: Turn) -> None:
        shown = await turn.run(actions.shown, turn.user, payloads.action_of_button(turn.body))
        shown.action.owned_by(turn.user)
        begun = await turn.run(risks.begun, turn.user, risks.of_action(turn.user, shown.action.id))
        await turn.open_form(reason_form(turn.say, shown, callback, "\n".join(begun.values())))
        await turn.ack()

    return handle


async def show_anew(turn: Turn) -> None:
    """Where the answer was given in a list of actions or on the home page, show that again as it is now."""
    view = turn.body.get("view", {})
    if view.get("type") == "home":
        await home.show(turn)
        return
    if view.get("type") != "modal":
        return
    owned = my_actions_view(turn.say, await turn.run(actions.of_owner, turn.user))
    if turn.body["type"] == "block_actions":
        await turn.replace_form(owned)
    elif view.get("previous_view_id"):
        await turn.replace_form(owned, under=True)


ROUTES = Routes(
    commands={"/actions": mine},
    actions={
        ids.ACTION_ACCEPT: accept,
        ids.ACTION_DECLINE: ask_why(ids.ACTION_DECLINE_FORM),
        ids.ACTION_ON_TRACK: on_track,
        ids.ACTION_BLOCKED: ask_why(ids.ACTION_BLOCKED_FORM),
    },
    views={
        ids.ACTION_DECLINE_FORM: say_why(actions.decline),
        ids.ACTION_BLOCKED_FORM: say_why(actions.blocked),
    },
)
