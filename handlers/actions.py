"""Actions: proposing one, the owner's answer, and how it goes."""

from bot import actions, cases
from bot.cases import CaseFile
from bot.workshop.refusal import Refusal
from handlers import home, payloads
from handlers.cases import meant
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.actions import action_form, my_actions_view, reason_form


class NoWords(Refusal):
    """A message without words cannot become an action."""

    key = "refusal-no-words"


async def mine(turn: Turn) -> None:
    owned = await turn.run(actions.of_owner, turn.user)
    await turn.open_form(my_actions_view(turn.say, owned))
    await turn.ack()


async def ask(turn: Turn) -> None:
    workshop = payloads.workshop_of_button(turn.body)
    await _show(turn, await turn.run(cases.on_workshop, workshop, turn.user))


async def ask_by_word(turn: Turn) -> None:
    await _show(turn, await meant(turn))


async def ask_about_message(turn: Turn) -> None:
    """Start an action from what somebody said in the case's channel."""
    words = payloads.words_of(turn.body["message"])
    if not words:
        raise NoWords
    await _show(turn, await turn.run(cases.find, turn.user, channel=turn.channel), words)


async def propose(turn: Turn) -> None:
    workshop, new = payloads.workshop_of_form(turn.body), payloads.new_action(turn.body)
    await turn.run(actions.propose, turn.user, workshop, new)
    await turn.ack()


async def accept(turn: Turn) -> None:
    await turn.run(actions.accept, turn.user, payloads.action_of_button(turn.body))
    await _show_anew(turn)
    await turn.ack()


async def on_track(turn: Turn) -> None:
    await turn.run(actions.on_track, turn.user, payloads.action_of_button(turn.body))
    await _show_anew(turn)
    await turn.ack()


async def decline(turn: Turn) -> None:
    await turn.run(actions.decline, turn.user, payloads.action_of_form(turn.body), payloads.reason(turn.body))
    await _show_anew(turn)
    await turn.ack()


async def blocked(turn: Turn) -> None:
    await turn.run(actions.blocked, turn.user, payloads.action_of_form(turn.body), payloads.reason(turn.body))
    await _show_anew(turn)
    await turn.ack()


async def done(turn: Turn) -> None:
    await turn.run(actions.done, turn.user, payloads.action_of_form(turn.body), payloads.evidence(turn.body))
    await _show_anew(turn)
    await turn.ack()


def ask_why(callback: str) -> Handler:
    """A button whose answer needs a sentence: the owner is asked for it in a form."""

    async def handle(turn: Turn) -> None:
        shown = await turn.run(actions.shown, turn.user, payloads.action_of_button(turn.body))
        shown.action.owned_by(turn.user)
        await turn.open_form(reason_form(turn.say, shown, callback))
        await turn.ack()

    return handle


async def _show_anew(turn: Turn) -> None:
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


async def _show(turn: Turn, file: CaseFile, change: str = "") -> None:
    await turn.open_form(action_form(turn.say, file, change))
    await turn.ack()


ROUTES = Routes(
    commands={"/actions": mine, "/actions add": ask_by_word, "/case actions": ask_by_word},
    actions={
        ids.ACTION_ADD: ask,
        ids.ACTION_ACCEPT: accept,
        ids.ACTION_DECLINE: ask_why(ids.ACTION_DECLINE_FORM),
        ids.ACTION_ON_TRACK: on_track,
        ids.ACTION_BLOCKED: ask_why(ids.ACTION_BLOCKED_FORM),
        ids.ACTION_DONE: ask_why(ids.ACTION_DONE_FORM),
    },
    views={
        ids.ACTION_FORM: propose,
        ids.ACTION_DECLINE_FORM: decline,
        ids.ACTION_BLOCKED_FORM: blocked,
        ids.ACTION_DONE_FORM: done,
    },
    shortcuts={ids.ACTION_FROM_MESSAGE: ask_about_message},
)
