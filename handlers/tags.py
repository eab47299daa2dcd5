"""Tagging what was said: the shortcut and its form, and the list in which the facilitator settles."""

from collections.abc import Callable

from bot import proposals, risks, tags
from bot.proposals import Written
from bot.tags import Given, TagList
from bot.work import Work
from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.summary import Source
from bot.workshop.tag import NO_PARTS, Parts, Tagged, TagKind
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.action_form import action_form
from handlers.views.ids import TagPlace
from handlers.views.tags import factor_form, parts_form, tag_form, tag_kept, tag_list, tag_raised


async def ask(turn: Turn) -> None:
    _, place = payloads.message_chosen(turn.body)
    sheet = await turn.run(tags.opened, turn.user, place, by_bot=payloads.is_ours(turn.body))
    await turn.open_form(tag_form(turn.say, sheet))
    await turn.ack()


async def choose(turn: Turn) -> None:
    """The first step: what needs no more words is kept, the rest is asked for in the place of this form."""
    place, (source, kind) = payloads.tag_place_of_form(turn.body), payloads.tag_chosen(turn.body)
    place = TagPlace(place.workshop, source, place.what, place.page)
    if kind == ids.ACTION:
        sheet = await turn.run(tags.reopened, turn.user, place.workshop, source)
        words = sheet.replies[0].words
        begun = await turn.run(proposals.begun, turn.user, place.workshop, Written(change=words))
        form = action_form(turn.say, begun, answers=words)
        await turn.ack(response_action="update", view=form.to_dict())
    elif TagKind(kind).says_it_all:
        await _keep(turn, place, Tagged(TagKind(kind)))
    elif TagKind(kind) is TagKind.FACTOR:
        sheet = await turn.run(tags.reopened, turn.user, place.workshop, source)
        await turn.ack(response_action="update", view=factor_form(turn.say, sheet, place).to_dict())
    else:
        sheet = await turn.run(tags.reopened, turn.user, place.workshop, source)
        parts = await turn.run(tags.parts_so_far, turn.user, place.workshop, source)
        await turn.ack(response_action="update", view=parts_form(turn.say, sheet, place, parts).to_dict())


async def choose_factor(turn: Turn) -> None:
    what = Tagged(TagKind.FACTOR, payloads.tag_factor(turn.body))
    await _keep(turn, payloads.tag_place_of_form(turn.body), what)


async def say_parts(turn: Turn) -> None:
    """What sounds like a risk is asked about first; what is one is raised, and is no tag."""
    place, parts = payloads.tag_place_of_form(turn.body), payloads.tag_parts(turn.body)
    source, said = _source(place), payloads.words_of_form(turn.body)
    asked = await turn.run(risks.in_tag, turn.user, place.workshop, source, said)
    if asked:
        sheet = await turn.run(tags.reopened, turn.user, place.workshop, source)
        await turn.ack(response_action="update", view=parts_form(turn.say, sheet, place, parts, asked).to_dict())
    elif said.risk:
        await turn.ack(response_action="update", view=tag_raised(turn.say).to_dict())
    else:
        await _keep(turn, place, Tagged(TagKind.OPPORTUNITY), parts)


async def open_list(turn: Turn) -> None:
    await _open_list(turn, payloads.workshop_of_button(turn.body))


async def open_list_by_word(turn: Turn) -> None:
    await _open_list(turn, (await meant(turn)).workshop.id)


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    await turn.replace_form(tag_list(turn.say, await turn.run(tags.listed, turn.user, workshop), page))
    await turn.ack()


def deciding(decide: Callable[[Work, UserId, WorkshopId, Source, Tagged], TagList]) -> Handler:
    """A button beside a suggestion; the list shows what became of it."""

    async def handle(turn: Turn) -> None:
        place = payloads.tag_place_of_button(turn.body)
        found = await turn.run(decide, turn.user, place.workshop, _source(place), _what(place))
        await turn.replace_form(tag_list(turn.say, found, place.page or 0))
        await turn.ack()

    return handle


async def change(turn: Turn) -> None:
    """The form again, on top of the list."""
    place = payloads.tag_place_of_button(turn.body)
    sheet = await turn.run(tags.reopened, turn.user, place.workshop, _source(place))
    await turn.open_form(tag_form(turn.say, sheet, place.page, place.what))
    await turn.ack()


async def complete(turn: Turn) -> None:
    """What a suggestion does not say yet, on top of the list."""
    place = payloads.tag_place_of_button(turn.body)
    source = _source(place)
    sheet = await turn.run(tags.reopened, turn.user, place.workshop, source)
    if _what(place).kind is TagKind.FACTOR:
        await turn.open_form(factor_form(turn.say, sheet, place))
    else:
        parts = await turn.run(tags.parts_so_far, turn.user, place.workshop, source)
        await turn.open_form(parts_form(turn.say, sheet, place, parts))
    await turn.ack()


async def _keep(turn: Turn, place: TagPlace, what: Tagged, parts: Parts = NO_PARTS) -> None:
    sheet = await turn.run(tags.tag, turn.user, place.workshop, Given(_source(place), what, parts, place.what))
    if place.page is None:
        await turn.ack(response_action="update", view=tag_kept(turn.say, sheet, what).to_dict())
        return
    found = await turn.run(tags.listed, turn.user, place.workshop)
    await turn.replace_form(tag_list(turn.say, found, place.page), under=True)
    await turn.ack()


async def _open_list(turn: Turn, workshop: WorkshopId) -> None:
    await turn.open_form(tag_list(turn.say, await turn.run(tags.listed, turn.user, workshop)))
    await turn.ack()


def _source(place: TagPlace) -> Source:
    if place.source is None:
        raise tags.NothingToTag
    return place.source


def _what(place: TagPlace) -> Tagged:
    if place.what is None:
        raise tags.NothingToTag
    return place.what


ROUTES = Routes(
    commands={"/case tags": open_list_by_word},
    actions={
        ids.TAGS_OPEN: open_list,
        ids.TAGS_MORE: turn_page,
        ids.TAGS_BACK: turn_page,
        ids.TAG_SETTLE: deciding(tags.settle),
        ids.TAG_LEAVE_OUT: deciding(tags.leave_out),
        ids.TAG_CHANGE: change,
        ids.TAG_COMPLETE: complete,
    },
    views={ids.TAG_FORM: choose, ids.TAG_FACTOR_FORM: choose_factor, ids.TAG_PARTS_FORM: say_parts},
    shortcuts={ids.TAG_ASK: ask},
)
