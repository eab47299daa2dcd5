"""Actions: what somebody owns, their yes or no, and how it goes."""

from collections.abc import Callable
from functools import partial

from slack_sdk.models.views import View

from bot import actions, progress, risks
from bot.actions import ActionFile
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.ids import ActionId, UserId
from handlers import home, payloads
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.actions import my_actions_view, reason_form
from prompts.vagueness import vague

Said = Callable[[Work, UserId, ActionId, str], ActionFile]
"""A use case that takes what somebody says of an action."""


Tap = Callable[[Work, UserId, ActionId], ActionFile]


async def mine(turn: Turn) -> None:
    owned = await turn.run(actions.of_owner, turn.user)
    await turn.open_form(my_actions_view(turn.say, owned))
    await turn.ack()


def tapped(move: Tap) -> Handler:
    """A button that says all there is to say."""

    async def handle(turn: Turn) -> None:
        await turn.run(move, turn.user, payloads.action_of_button(turn.body))
        await show_anew(turn)
        await turn.ack()

    return handle


def saying(move: Said) -> Handler:
    """The answer to a form that asks for a sentence."""
    return say_why(lambda _: move)


def say_why(move: Callable[[Turn], Said]) -> Handler:
    """The same, where what is done with the sentence depends on what else stands in the form.

    A risk in it is raised first, and what leaves open what happens gets one question back.
    """

    async def handle(turn: Turn) -> None:
        action, said = payloads.action_of_form(turn.body), payloads.words_of_form(turn.body)
        asked = await turn.run(risks.in_action, turn.user, action, said)
        unclear = vague(said.text) if not payloads.asked_back(turn.body) else ""
        if asked or unclear:
            shown = await turn.run(actions.shown, turn.user, action)
            view = reason_form(turn.say, shown, turn.body["view"]["callback_id"], said.text, asked, vague=unclear)
            await put_again(turn, view)
            return
        await turn.run(move(turn), turn.user, action, said.text)
        await show_anew(turn)
        await turn.ack()

    return handle


async def put_again(turn: Turn, view: View) -> None:
    """The form with a question; one that was asked about vague words is not asked again, whatever comes between."""
    if payloads.asked_back(turn.body):
        view.private_metadata = turn.body["view"]["private_metadata"]
    await turn.ack(response_action="update", view=view.to_dict())


def ask_why(callback: str, asked: Callable[[Action, UserId], Action] = Action.owned_by) -> Handler:
    """A button whose answer needs a sentence: its owner, or whoever *asked* lets through, is asked for it in a form."""

    async def handle(turn: Turn) -> None:
        shown = await turn.run(actions.shown, turn.user, payloads.action_of_button(turn.body))
        asked(shown.action, turn.user)
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
        ids.ACTION_ACCEPT: tapped(actions.accept),
        ids.ACTION_DECLINE: ask_why(ids.ACTION_DECLINE_FORM),
        ids.ACTION_ON_TRACK: tapped(actions.on_track),
        ids.ACTION_BLOCKED: ask_why(ids.ACTION_BLOCKED_FORM),
    },
    views={
        ids.ACTION_DECLINE_FORM: saying(actions.decline),
        ids.ACTION_BLOCKED_FORM: say_why(lambda turn: partial(progress.blocked, decider=payloads.decider(turn.body))),
    },
)
