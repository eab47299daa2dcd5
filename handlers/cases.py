"""Opening a case, inviting people, closing the workshop, finding cases again."""

from bot import cases, invitations, opening, rounds
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import by_button, by_word, meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import home, ids
from handlers.views.cases import case_form, people_form, safety_form
from handlers.views.ladder import ladder_page


async def ask(turn: Turn) -> None:
    """Show the first page of opening a case."""
    packs, programmes = await turn.run(rounds.on_offer), await turn.run(opening.programmes, turn.user)
    await turn.open_form(case_form(turn.say, packs, programmes))
    await turn.ack()


async def ask_again(turn: Turn) -> None:
    await _another(turn, payloads.workshop_of_button(turn.body))


async def ask_again_by_word(turn: Turn) -> None:
    await _another(turn, (await meant(turn)).workshop.id)


async def _another(turn: Turn, workshop: WorkshopId) -> None:
    """Show the first page of opening another workshop on the same case."""
    file = await turn.run(opening.again, turn.user, workshop)
    packs, programmes = await turn.run(rounds.on_offer), await turn.run(opening.programmes, turn.user)
    await turn.open_form(case_form(turn.say, packs, programmes, file))
    await turn.ack()


async def sketch(turn: Turn) -> None:
    draft = await turn.run(opening.sketch, turn.user, payloads.case_sketch(turn.body))
    offer = await turn.run(opening.safety_offer, turn.user, draft)
    await turn.ack(response_action="update", view=safety_form(turn.say, draft, offer).to_dict())


async def sketch_safety(turn: Turn) -> None:
    draft = payloads.draft_of_form(turn.body)
    people = await turn.run(opening.sketch_safety, turn.user, draft, payloads.case_safety(turn.body))
    view = people_form(turn.say, draft, people)
    if payloads.own_reminders(turn.body):
        view = ladder_page(turn.say, draft, await turn.run(opening.reminding, turn.user, draft))
    await turn.ack(response_action="update", view=view.to_dict())


async def sketch_ladder(turn: Turn) -> None:
    draft = payloads.draft_of_form(turn.body)
    rungs, openly = payloads.ladder(turn.body)
    people = await turn.run(opening.sketch_ladder, turn.user, draft, rungs, openly=openly)
    await turn.ack(response_action="update", view=people_form(turn.say, draft, people).to_dict())


async def open_case(turn: Turn) -> None:
    draft, people = payloads.draft_of_form(turn.body), payloads.people(turn.body)
    await turn.run(opening.open_case, turn.user, draft, people)
    await turn.ack()


async def listing(turn: Turn) -> None:
    files = await turn.run(cases.of_person, turn.user)
    await turn.tell(home.case_list(turn.say, files))


async def help_with(turn: Turn) -> None:
    await turn.tell(turn.say.rich("help"))


ROUTES = Routes(
    commands={
        "/case": help_with,
        "/case help": help_with,
        "/case open": ask,
        "/case again": ask_again_by_word,
        "/case list": listing,
        "/case invite": by_word(invitations.invite, "invite"),
        "/case takeover": by_word(cases.take_over, "takeover"),
    },
    actions={
        ids.CASE_OPEN: ask,
        ids.CASE_AGAIN: ask_again,
        ids.CASE_INVITE: by_button(invitations.invite),
        ids.CASE_TAKE_OVER: by_button(cases.take_over),
        ids.CASE_CLOSE: by_button(cases.close),
    },
    views={
        ids.CASE_SKETCH: sketch,
        ids.CASE_SAFETY: sketch_safety,
        ids.CASE_LADDER: sketch_ladder,
        ids.CASE_PEOPLE: open_case,
    },
    shortcuts={ids.CASE_OPEN: ask},
)
