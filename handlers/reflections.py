"""Answering the questions for before the workshop and after its session, and reading the answers."""

from slack_sdk.models.views import View

from bot import answers, cases, invitations, reflections, reminders
from bot.reflections import ReflectionForm, Written
from bot.workshop.ids import WorkshopId
from bot.workshop.reflection import Round
from bot.workshop.refusal import Refusal
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import FormMovedOn, Turn
from handlers.views import ids
from handlers.views.reflection_steps import notice_form, review_form, saved, sent, step_form, withdrawn
from handlers.views.reflections import answers_view


class NothingToReflect(Refusal):
    """No questions wait for this person."""

    key = "refusal-nothing-to-reflect"


async def open_form(turn: Turn) -> None:
    await show(turn, payloads.round_of_button(turn.body))


async def open_next(turn: Turn) -> None:
    """Open the reflection that is due soonest, on the case that is named if one is."""
    named = payloads.case_named(turn.body)
    due = await turn.run(invitations.due, turn.user)
    if named:
        file = await turn.run(cases.find, turn.user, named=named)
        due = [each for each in due if each.file.case == file.case]
    if not due:
        raise NothingToReflect
    await show(turn, due[0].round)


async def acknowledge(turn: Turn) -> None:
    """The privacy notice was read: go on to the first question."""
    asked = payloads.round_of_form(turn.body)
    await turn.run(reflections.acknowledge, turn.user, asked)
    form = await turn.run(reflections.opened, turn.user, asked)
    await turn.ack(response_action="update", view=_where_left(turn, form).to_dict())


async def go_on(turn: Turn) -> None:
    """Keep the step that is left, and show the next one; after the last, or while looking over, the review."""
    name, written = await _kept(turn)
    names = [prompt.name for prompt in written.form.steps]
    following = names[names.index(name) + 1 :]
    if written.stays:
        view = step_form(turn.say, written.form, name, written.held)
    elif not following or written.form.sent:
        view = review_form(turn.say, written.form)
    else:
        view = step_form(turn.say, written.form, following[0])
    await turn.ack(response_action="update", view=view.to_dict())


async def go_back(turn: Turn) -> None:
    name, written = await _kept(turn)
    names = [prompt.name for prompt in written.form.steps]
    before = names[max(0, names.index(name) - 1)]
    shown = name if written.stays else before
    await _replace(turn, written, step_form(turn.say, written.form, shown, written.held))


async def leave(turn: Turn) -> None:
    """Keep the step and say how to come back; Slack lets an app close a form only when it is sent."""
    name, written = await _kept(turn)
    again = step_form(turn.say, written.form, name, written.held)
    await _replace(turn, written, again if written.stays else saved(turn.say, written.form))


async def _replace(turn: Turn, written: Written, view: View) -> None:
    """Show *view*; where the form has moved on, words that are still held are shown above it and so not lost."""
    try:
        await turn.replace_form(view)
    except FormMovedOn:
        if not written.held:
            raise
        await turn.open_form(view)
    await turn.ack()


async def edit(turn: Turn) -> None:
    asked, name = payloads.step_of_button(turn.body)
    form = await turn.run(reflections.opened, turn.user, asked)
    await turn.replace_form(step_form(turn.say, form, name))
    await turn.ack()


async def send(turn: Turn) -> None:
    """What sounds like a risk and was not answered for is asked about now; nothing has been sent then."""
    form = await turn.run(reflections.send, turn.user, payloads.round_of_form(turn.body))
    view = step_form(turn.say, form, form.unanswered) if form.unanswered else sent(turn.say, form)
    await turn.ack(response_action="update", view=view.to_dict())


async def withdraw(turn: Turn) -> None:
    gone = await turn.run(reflections.withdraw, turn.user, payloads.round_of_button(turn.body))
    await turn.replace_form(withdrawn(turn.say, gone))
    await turn.ack()


async def snooze(turn: Turn) -> None:
    await turn.run(reminders.snooze, turn.user, payloads.round_of_button(turn.body))
    await _said_beside(turn, turn.say.rich("reminder-put-off"))


async def decline(turn: Turn) -> None:
    await turn.run(reminders.decline, turn.user, payloads.round_of_button(turn.body))
    await _said_beside(turn, turn.say.rich("reminder-declined"))


async def _said_beside(turn: Turn, sentence: str) -> None:
    """Answer in the place of the message whose button was pressed: it has nothing more to ask."""
    message = turn.body["message"]
    await turn.client.chat_update(channel=turn.channel or "", ts=message["ts"], text=sentence, blocks=[])
    await turn.ack()


async def _kept(turn: Turn) -> tuple[str, Written]:
    """Store the step that is being left; gives its name, and what came of it."""
    asked, name, given = payloads.step(turn.body)
    return name, await turn.run(reflections.write, turn.user, asked, name, given)


def _where_left(turn: Turn, form: ReflectionForm) -> View:
    """The first question that waits, or the review once none does."""
    return step_form(turn.say, form, form.next_prompt) if form.next_prompt else review_form(turn.say, form)


async def read(turn: Turn) -> None:
    """Show the facilitator what people wrote."""
    workshop, pack, _ = payloads.page_of_button(turn.body)
    await _read(turn, workshop, pack)


async def read_by_word(turn: Turn) -> None:
    await _read(turn, (await meant(turn)).workshop.id, None)


async def _read(turn: Turn, workshop: WorkshopId, pack: str | None) -> None:
    await turn.open_form(answers_view(turn.say, await turn.run(answers.read, turn.user, workshop, pack)))
    await turn.ack()


async def turn_page(turn: Turn) -> None:
    workshop, pack, page = payloads.page_of_button(turn.body)
    reading = await turn.run(answers.read, turn.user, workshop, pack)
    await turn.replace_form(answers_view(turn.say, reading, page))
    await turn.ack()


async def show(turn: Turn, asked: Round) -> None:
    form = await turn.run(reflections.opened, turn.user, asked)
    await turn.open_form(_where_left(turn, form) if form.notice_read else notice_form(turn.say, form))
    await turn.ack()


ROUTES = Routes(
    commands={"/reflect": open_next, "/case answers": read_by_word},
    actions={
        ids.REFLECTION_OPEN: open_form,
        ids.REFLECTION_SNOOZE: snooze,
        ids.REFLECTION_DECLINE: decline,
        ids.REFLECTION_BACK: go_back,
        ids.REFLECTION_LEAVE: leave,
        ids.REFLECTION_EDIT: edit,
        ids.REFLECTION_WITHDRAW: withdraw,
        ids.ANSWERS_READ: read,
        ids.ANSWERS_CHOOSE: turn_page,
        ids.ANSWERS_BACK: turn_page,
        ids.ANSWERS_MORE: turn_page,
    },
    views={ids.REFLECTION_NOTICE: acknowledge, ids.REFLECTION_STEP: go_on, ids.REFLECTION_REVIEW: send},
)
