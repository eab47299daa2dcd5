"""Opening a case, inviting people, closing the workshop, finding cases again."""

from slack_sdk.errors import SlackApiError

from bot import cases, invitations, rounds
from bot.cases import CaseFile
from bot.workshop.ids import ChannelId
from bot.workshop.refusal import Refusal
from handlers import payloads
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import home, ids
from handlers.views.cases import case_form, people_form, safety_form


class RoomOpen(Refusal):
    """What is said in a public or shared channel is not between the people of the case."""

    key = "refusal-room-open"


async def ask(turn: Turn) -> None:
    """Show the first page of opening a case."""
    await turn.open_form(case_form(turn.say, await turn.run(rounds.on_offer)))
    await turn.ack()


async def sketch(turn: Turn) -> None:
    draft = await turn.run(cases.sketch, turn.user, payloads.case_sketch(turn.body))
    before = await turn.run(cases.last_safeguarding, turn.user)
    await turn.ack(response_action="update", view=safety_form(turn.say, draft, before).to_dict())


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


async def invite(turn: Turn) -> None:
    await turn.run(invitations.invite, turn.user, payloads.workshop_of_button(turn.body))
    await turn.ack()


async def invite_by_word(turn: Turn) -> None:
    file = await meant(turn)
    await turn.run(invitations.invite, turn.user, file.workshop.id)
    await turn.tell(turn.say.rich("command-done-invite", reference=file.case.reference))


async def here(turn: Turn) -> None:
    """Use this channel for a case that has none, once it is known to be private."""
    file = await meant(turn)
    if turn.channel is None or not await _is_private(turn, turn.channel):
        raise RoomOpen
    await turn.run(cases.house, turn.user, file.workshop.id, turn.channel)
    await turn.tell(turn.say.rich("command-done-here", reference=file.case.reference))


async def _is_private(turn: Turn, channel: ChannelId) -> bool:
    try:
        info = (await turn.client.conversations_info(channel=channel))["channel"]
    except SlackApiError:
        return False  # Slack hides a private channel from an app that is not in it
    return bool(info.get("is_private")) and not info.get("is_ext_shared") and not info.get("is_im")


async def close(turn: Turn) -> None:
    await turn.run(cases.close, turn.user, payloads.workshop_of_button(turn.body))
    await turn.ack()


async def take_over(turn: Turn) -> None:
    await turn.run(cases.take_over, turn.user, payloads.workshop_of_button(turn.body))
    await turn.ack()


async def take_over_by_word(turn: Turn) -> None:
    file = await meant(turn)
    await turn.run(cases.take_over, turn.user, file.workshop.id)
    await turn.tell(turn.say.rich("command-done-take-over", reference=file.case.reference))


async def meant(turn: Turn) -> CaseFile:
    """The case that a command means: by its channel, the reference after its word, or because there is one only."""
    return await turn.run(cases.find, turn.user, channel=turn.channel, named=payloads.case_named(turn.body))


ROUTES = Routes(
    commands={
        "/case": help_with,
        "/case help": help_with,
        "/case open": ask,
        "/case list": listing,
        "/case here": here,
        "/case invite": invite_by_word,
        "/case takeover": take_over_by_word,
    },
    actions={ids.CASE_OPEN: ask, ids.CASE_INVITE: invite, ids.CASE_TAKE_OVER: take_over, ids.CASE_CLOSE: close},
    views={ids.CASE_SKETCH: sketch, ids.CASE_SAFETY: sketch_safety, ids.CASE_PEOPLE: open_case},
    shortcuts={ids.CASE_OPEN: ask},
)
