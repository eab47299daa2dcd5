"""Writing an action: its form from wherever it is asked for, the question about a weak one, changing, merging."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import actions, cases, proposals, records, risks
from bot.actions import ActionFile
from bot.proposals import Sheet, Written
from bot.strengths import suggested
from bot.work import Work
from bot.workshop.action import ActionState, Strength
from bot.workshop.ids import ActionId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.strength import Suggestion
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.action_file import details_view, list_view, rate_form
from handlers.views.action_form import action_form, kept_as_draft
from handlers.views.action_history import history_view
from prompts.phrasings import Wording


class NoWords(Refusal):
    """A message without words cannot become an action."""

    key = "refusal-no-words"


async def ask(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def ask_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def ask_about_message(turn: Turn) -> None:
    """Start an action from what somebody said in the case's channel."""
    words = payloads.words_of(turn.body["message"])
    if not words:
        raise NoWords
    file = await turn.run(cases.find, turn.user, channel=turn.channel)
    await _show(turn, file.workshop.id, Written(change=words))


async def propose(turn: Turn) -> None:
    """A risk is raised first, whatever becomes of the action; what sounds like one is asked about before anything."""
    workshop, written = payloads.workshop_of_form(turn.body), payloads.action_written(turn.body)
    asked = await turn.run(risks.in_new_action, turn.user, workshop, payloads.words_of_form(turn.body))
    if asked or _weak(turn, written):
        await _ask_first(turn, await turn.run(proposals.begun, turn.user, workshop, written), asked)
        return
    await _kept(turn, await turn.run(proposals.propose, turn.user, workshop, written))


async def ask_to_change(turn: Turn) -> None:
    sheet = await turn.run(proposals.to_change, turn.user, payloads.action_of_button(turn.body))
    await turn.open_form(action_form(turn.say, sheet))
    await turn.ack()


async def change(turn: Turn) -> None:
    action, written = payloads.action_of_form(turn.body), payloads.action_written(turn.body)
    asked = await turn.run(risks.in_action, turn.user, action, payloads.words_of_form(turn.body))
    sheet = await turn.run(proposals.to_change, turn.user, action)
    other = written.change != sheet.written.change
    if asked or (other and _weak(turn, written)):
        await _ask_first(turn, replace(sheet, written=written), asked)
        return
    await _kept(turn, await turn.run(proposals.change, turn.user, action, written))
    await _show_under(turn, action)


def _weak(turn: Turn, written: Written) -> Suggestion | None:
    """Why there is a question to its author, who is asked once."""
    found = suggested(written.change)
    once = payloads.asked_before(turn.body)
    return found if found and found.strength is Strength.WEAKER and not once else None


async def _ask_first(turn: Turn, sheet: Sheet, asked: Sequence[Wording]) -> None:
    once = payloads.asked_before(turn.body)
    view = action_form(turn.say, sheet, asked, weak=_weak(turn, sheet.written), once=once)
    await turn.ack(response_action="update", view=view.to_dict())


async def _kept(turn: Turn, kept: ActionFile) -> None:
    """A draft says what is missing; what is complete shows in the plan."""
    if kept.action.state is ActionState.DRAFT:
        await turn.ack(response_action="update", view=kept_as_draft(turn.say, kept).to_dict())
        return
    await turn.ack()


async def see(turn: Turn) -> None:
    action = payloads.action_of_button(turn.body)
    await turn.open_form(details_view(turn.say, await turn.run(records.details, turn.user, action)))
    await turn.ack()


async def see_all(turn: Turn) -> None:
    there = await turn.run(actions.of_workshop, turn.user, payloads.workshop_of_button(turn.body))
    await turn.open_form(list_view(turn.say, there))
    await turn.ack()


async def see_all_by_word(turn: Turn) -> None:
    there = await turn.run(actions.of_workshop, turn.user, (await meant(turn)).workshop.id)
    await turn.open_form(list_view(turn.say, there))
    await turn.ack()


async def history(turn: Turn) -> None:
    action = payloads.action_of_button(turn.body)
    await turn.open_form(history_view(turn.say, await turn.run(records.record, turn.user, action)))
    await turn.ack()


async def ask_again(turn: Turn) -> None:
    await _moved(turn, proposals.ask_again)


async def withdraw(turn: Turn) -> None:
    await _moved(turn, proposals.withdraw)


async def merge(turn: Turn) -> None:
    one, stays = payloads.two_actions_of_button(turn.body)
    await turn.run(proposals.withdraw, turn.user, one, into=stays)
    await show_anew(turn, one)
    await turn.ack()


async def ask_to_rate(turn: Turn) -> None:
    action = payloads.action_of_button(turn.body)
    await turn.open_form(rate_form(turn.say, await turn.run(records.details, turn.user, action)))
    await turn.ack()


async def rate(turn: Turn) -> None:
    action = payloads.action_of_form(turn.body)
    await turn.run(proposals.rate, turn.user, action, *payloads.rating(turn.body))
    await _show_under(turn, action)
    await turn.ack()


async def show_anew(turn: Turn, action: ActionId) -> None:
    """Where the button stood in a window about the action, show that as it is now."""
    if turn.body.get("view", {}).get("callback_id") == ids.ACTION_OPEN:
        await turn.replace_form(details_view(turn.say, await turn.run(records.details, turn.user, action)))


async def _moved(turn: Turn, move: Callable[[Work, UserId, ActionId], object]) -> None:
    action = payloads.action_of_button(turn.body)
    await turn.run(move, turn.user, action)
    await show_anew(turn, action)
    await turn.ack()


async def _show_under(turn: Turn, action: ActionId) -> None:
    """The window about the action that the form was opened from shows what it is now."""
    if turn.body["view"].get("previous_view_id"):
        details = await turn.run(records.details, turn.user, action)
        await turn.replace_form(details_view(turn.say, details), under=True)


async def _show(turn: Turn, workshop: WorkshopId, written: Written = Written()) -> None:  # noqa: B008 - frozen
    sheet = await turn.run(proposals.begun, turn.user, workshop, written)
    await turn.open_form(action_form(turn.say, sheet))
    await turn.ack()


ROUTES = Routes(
    commands={
        "/actions add": ask_by_word,
        "/case actions": ask_by_word,
        "/actions all": see_all_by_word,
    },
    actions={
        ids.ACTION_ADD: ask,
        ids.ACTION_CHANGE: ask_to_change,
        ids.ACTION_OPEN: see,
        ids.ACTIONS_OPEN: see_all,
        ids.ACTION_HISTORY: history,
        ids.ACTION_ASK_AGAIN: ask_again,
        ids.ACTION_WITHDRAW: withdraw,
        ids.ACTION_MERGE: merge,
        ids.ACTION_RATE: ask_to_rate,
    },
    views={
        ids.ACTION_FORM: propose,
        ids.ACTION_CHANGE_FORM: change,
        ids.ACTION_RATE_FORM: rate,
    },
    shortcuts={ids.ACTION_FROM_MESSAGE: ask_about_message},
)
