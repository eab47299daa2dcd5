"""Closing actions: evidence that one is done, what is seen of its effect, and what comes of that."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from slack_sdk.models.views import View

from bot import actions, checkpoints, closing, risks
from bot.actions import ActionFile
from bot.work import Work
from bot.workshop.ids import ActionId, UserId
from handlers import payloads
from handlers.actions import put_again, show_anew
from handlers.payloads import Body
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.checkpoints import compare_form, see_form
from handlers.views.closing import decide_form, done_form, reopen_form
from prompts.phrasings import Wording
from prompts.vagueness import vague
from prompts.words import Words

T = TypeVar("T")
A = TypeVar("A")
Shows = Callable[[Work, UserId, ActionId], T]
Form = Callable[[Words, T, Mapping[str, str], Sequence[Wording]], View]
Back = Callable[[Words, T, Mapping[str, str], Sequence[Wording], str], View]
Keeps = Callable[[Work, UserId, ActionId, A], object]


def asking(show: Shows[T], form: Form[T]) -> Handler:
    """A button that opens a form for whoever may fill it in, with what they had written when they closed it."""

    async def handle(turn: Turn) -> None:
        action = payloads.action_of_button(turn.body)
        shown = await turn.run(show, turn.user, action)
        begun = await turn.run(risks.begun, turn.user, risks.of_action(turn.user, action))
        await turn.open_form(form(turn.say, shown, begun, ()))
        await turn.ack()

    return handle


def taking(
    show: Shows[T], form: Form[T], read: Callable[[Body], A], keep: Keeps[A], *, back: Back[T] | None = None
) -> Handler:
    """The form's answer; a risk in it is raised first, and what sounds like one is asked about before anything.

    *back* is the form with one question more, for words that leave open what happens.
    """

    async def handle(turn: Turn) -> None:
        action, said = payloads.action_of_form(turn.body), payloads.words_of_form(turn.body)
        asked = await turn.run(risks.in_action, turn.user, action, said)
        unclear = vague(said.text) if back and not payloads.asked_back(turn.body) else ""
        if asked or unclear:
            shown, typed = await turn.run(show, turn.user, action), payloads.typed(turn.body)
            view = back(turn.say, shown, typed, asked, unclear) if back else form(turn.say, shown, typed, asked)
            await put_again(turn, view)
            return
        await turn.run(keep, turn.user, action, read(turn.body))
        await show_anew(turn)
        await turn.ack()

    return handle


async def look_anew(turn: Turn) -> None:
    await turn.run(closing.look_anew, turn.user, payloads.action_of_button(turn.body))
    await turn.ack()


def owned(work: Work, by: UserId, action_id: ActionId) -> ActionFile:
    """An action that *by* may call done."""
    found = actions.shown(work, by, action_id)
    found.action.owned_by(by)
    return found


ROUTES = Routes(
    actions={
        ids.ACTION_DONE: asking(owned, done_form),
        ids.CHECKPOINT_SEE: asking(checkpoints.visible, see_form),
        ids.CHECKPOINT_COMPARE: asking(checkpoints.comparable, compare_form),
        ids.ACTION_DECIDE: asking(closing.undecided, decide_form),
        ids.ACTION_REOPEN: asking(closing.closed, reopen_form),
        ids.ACTION_LOOK_ANEW: look_anew,
    },
    views={
        ids.ACTION_DONE_FORM: taking(owned, done_form, payloads.evidence, actions.done, back=done_form),
        ids.CHECKPOINT_SEE_FORM: taking(checkpoints.visible, see_form, payloads.seen, checkpoints.see),
        ids.CHECKPOINT_COMPARE_FORM: taking(
            checkpoints.comparable, compare_form, payloads.compared, checkpoints.compare
        ),
        ids.ACTION_DECIDE_FORM: taking(closing.undecided, decide_form, payloads.decision, closing.decide),
        ids.ACTION_REOPEN_FORM: taking(closing.closed, reopen_form, payloads.decision, closing.reopen),
    },
)
