"""A silent round: writing for oneself, revealing what was written, and deciding what becomes of the rest."""

from bot import reflections, sessions, silent
from bot.silent import NotRevealed, Unrevealed
from bot.workshop.ids import StageId, WorkshopId
from handlers import payloads
from handlers.moves import by_button, by_word, meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.reflection_steps import notice_form
from handlers.views.silent import kept_back_view, silent_form, silent_kept, unrevealed_form


async def open_form(turn: Turn) -> None:
    form = await turn.run(silent.opened, turn.user, StageId(int(turn.body["actions"][0]["value"])))
    read = form.notice_read
    await turn.open_form(silent_form(turn.say, form) if read else notice_form(turn.say, form, ids.SILENT_NOTICE))
    await turn.ack()


async def acknowledge(turn: Turn) -> None:
    """The privacy notice was read: go on to the question."""
    asked = payloads.round_of_form(turn.body)
    await turn.run(reflections.acknowledge, turn.user, asked)
    form = await turn.run(silent.opened, turn.user, silent.stage_of(asked))
    await turn.ack(response_action="update", view=silent_form(turn.say, form).to_dict())


async def write(turn: Turn) -> None:
    asked, _, given = payloads.step(turn.body)
    written = await turn.run(silent.write, turn.user, silent.stage_of(asked), given)
    view = silent_form(turn.say, written.form, written.held) if written.stays else silent_kept(turn.say, written.form)
    await turn.ack(response_action="update", view=view.to_dict())


async def show_kept_back(turn: Turn) -> None:
    await _show_kept_back(turn, payloads.workshop_of_button(turn.body))


async def show_kept_back_by_word(turn: Turn) -> None:
    await _show_kept_back(turn, (await meant(turn)).workshop.id)


async def _show_kept_back(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(kept_back_view(turn.say, await turn.run(silent.kept_back, turn.user, workshop)))
    await turn.ack()


async def next_stage(turn: Turn, workshop: WorkshopId, after: int | None) -> bool:
    """Open the next stage, or ask what becomes of what nobody has seen; gives whether it was opened."""
    try:
        await turn.run(sessions.next_stage, turn.user, workshop, after)
    except NotRevealed:
        await turn.open_form(unrevealed_form(turn.say, f"{workshop}:{after or 0}", closing=False))
        return False
    return True


async def close(turn: Turn, workshop: WorkshopId) -> bool:
    """The same for closing the session."""
    try:
        await turn.run(sessions.close, turn.user, workshop)
    except NotRevealed:
        await turn.open_form(unrevealed_form(turn.say, f"{workshop}:{CLOSING}", closing=True))
        return False
    return True


async def decide(turn: Turn) -> None:
    """Do with the answers what was chosen, and then what the facilitator was about to do."""
    workshop, after, chosen = payloads.unrevealed(turn.body)
    if after == CLOSING:
        await turn.run(sessions.close, turn.user, workshop, Unrevealed(chosen))
    else:
        await turn.run(sessions.next_stage, turn.user, workshop, after or None, Unrevealed(chosen))
    await turn.ack()


CLOSING = -1
"""Stands where the position of a stage would: it is not the next one that is to be opened."""

ROUTES = Routes(
    commands={
        "/case silent": by_word(silent.begin, "silent"),
        "/case reveal": by_word(silent.reveal, "reveal"),
        "/case kept": show_kept_back_by_word,
    },
    actions={
        ids.SILENT_BEGIN: by_button(silent.begin),
        ids.SILENT_REVEAL: by_button(silent.reveal),
        ids.SILENT_WRITE: open_form,
        ids.SILENT_KEPT: show_kept_back,
    },
    views={ids.SILENT_NOTICE: acknowledge, ids.SILENT_FORM: write, ids.UNREVEALED_FORM: decide},
)
