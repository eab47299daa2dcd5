"""Opening a case, inviting people, closing the workshop, finding cases again."""

from bot import cases, invitations, rounds
from handlers import payloads
from handlers.moves import by_button, by_word
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import home, ids
from handlers.views.cases import case_form, people_form, safety_form


async def ask(turn: Turn) -> None:
    """Show the first page of opening a case."""
    await turn.open_form(case_form(turn.say, await turn.run(rounds.on_offer)))
    await turn.ack()


async def sketch(turn: Turn) -> None:
    draft = await turn.run(cases.sketch, turn.user, payloads.case_sketch(turn.body))
    offer = await turn.run(cases.safety_offer, turn.user)
    await turn.ack(response_action="update", view=safety_form(turn.say, draft, offer).to_dict())


async def sketch_safety(turn: Turn) -> None:
    draft = payloads.draft_of_form(turn.body)
    people = await turn.run(cases.sketch_safety, turn.user, draft, payloads.case_safety(turn.body))
    await turn.ack(response_action="update", view=people_form(turn.say, draft, people).to_dict())


async def open_case(turn: Turn) -> None:
    draft, people = payloads.draft_of_form(turn.body), payloads.people(turn.body)
    await turn.run(cases.open_case, turn.user, draft, people)
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
        "/case list": listing,
        "/case invite": by_word(invitations.invite, "invite"),
        "/case takeover": by_word(cases.take_over, "takeover"),
    },
    actions={
        ids.CASE_OPEN: ask,
        ids.CASE_INVITE: by_button(invitations.invite),
        ids.CASE_TAKE_OVER: by_button(cases.take_over),
        ids.CASE_CLOSE: by_button(cases.close),
    },
    views={ids.CASE_SKETCH: sketch, ids.CASE_SAFETY: sketch_safety, ids.CASE_PEOPLE: open_case},
    shortcuts={ids.CASE_OPEN: ask},
)
