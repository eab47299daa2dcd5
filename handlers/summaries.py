"""Checking a draft, changing its lines, publishing it or going on without, and putting right what was published."""

from bot import proposals, publication, reviews
from bot.reviews import LineId
from bot.windows import Sight, Wanted
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import by_button, by_word, meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.action_form import action_form
from handlers.views.reviews import evidence_view, review_form, rework_form, split_form


async def review(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def review_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def turn_page(turn: Turn) -> None:
    workshop, page = payloads.place_of_button(turn.body)
    found = await turn.run(reviews.review, turn.user, workshop)
    await turn.replace_form(review_form(turn.say, found, page))
    await turn.ack()


async def choose(turn: Turn) -> None:
    """An entry of the menu beside a line."""
    deed, line, page = payloads.line_of_menu(turn.body)
    if deed in {ids.DROP_LINE, ids.KEEP_LINE}:
        do = reviews.drop if deed == ids.DROP_LINE else reviews.keep
        await turn.replace_form(review_form(turn.say, await turn.run(do, turn.user, line), page))
    else:
        await _open(turn, deed, line, page)
    await turn.ack()


async def _open(turn: Turn, deed: str, line: LineId, page: int) -> None:
    found = await turn.run(reviews.behind, turn.user, line)
    if found.finding is None or deed == ids.SHOW_LINE:
        await turn.open_form(evidence_view(turn.say, found, page))
    elif deed == ids.ACT_ON_LINE:
        written = proposals.from_line(found.finding.line)
        sheet = await turn.run(proposals.begun, turn.user, found.summary.workshop, written)
        await turn.open_form(action_form(turn.say, sheet))
    else:
        form = rework_form if deed == ids.REWORK_LINE else split_form
        await turn.open_form(form(turn.say, found, found.finding, page))


async def evidence(turn: Turn) -> None:
    """Show the words behind a line on top of what is published."""
    line, page = payloads.line_of_button(turn.body)
    await _open(turn, ids.SHOW_LINE, line, page)
    await turn.ack()


async def drop(turn: Turn) -> None:
    """Leave the line out of the draft below; what is on top says that it is gone."""
    line, page = payloads.line_of_button(turn.body)
    shorter = await turn.run(reviews.drop, turn.user, line)
    await turn.replace_form(review_form(turn.say, shorter, page), under=True)
    await turn.replace_form(evidence_view(turn.say, await turn.run(reviews.behind, turn.user, line), page))
    await turn.ack()


async def rework(turn: Turn) -> None:
    line, page = payloads.line_of_form(turn.body)
    workshop = await turn.run(reviews.rework, turn.user, line, payloads.reworking(turn.body))
    await _made_again(turn, workshop, page)


async def split(turn: Turn) -> None:
    line, page = payloads.line_of_form(turn.body)
    workshop = await turn.run(reviews.split, turn.user, line, payloads.sources(turn.body))
    await _made_again(turn, workshop, page)


async def _made_again(turn: Turn, workshop: WorkshopId, page: int) -> None:
    """The form closes, and the draft below it shows what was decided as soon as it has been made again."""
    below = turn.body["view"]["previous_view_id"]
    turn.wanted(Wanted(Sight.REVIEW, turn.installation, turn.user, workshop, below, page))
    await turn.ack()


async def publish(turn: Turn) -> None:
    await turn.run(publication.publish, turn.user, payloads.summary_of_form(turn.body))
    await turn.ack()


async def go_on_without(turn: Turn) -> None:
    """By the button of the review, which then shows that it is so."""
    workshop = payloads.workshop_of_button(turn.body)
    await turn.run(publication.go_on_without, turn.user, workshop)
    await turn.replace_form(review_form(turn.say, await turn.run(reviews.review, turn.user, workshop)))
    await turn.ack()


async def correct(turn: Turn) -> None:
    workshop = payloads.workshop_of_button(turn.body)
    await turn.run(publication.correct, turn.user, workshop)
    await turn.replace_form(review_form(turn.say, await turn.run(reviews.review, turn.user, workshop)))
    await turn.ack()


async def withdraw(turn: Turn) -> None:
    file = await turn.run(publication.withdraw, turn.user, payloads.summary_of_button(turn.body))
    await turn.replace_form(review_form(turn.say, await turn.run(reviews.review, turn.user, file.workshop.id)))
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    found = await turn.run(reviews.review, turn.user, workshop)
    await turn.open_form(review_form(turn.say, found))
    await turn.ack()


ROUTES = Routes(
    commands={"/case summary": review_by_word, "/case without": by_word(publication.go_on_without, "without")},
    actions={
        ids.SUMMARY_REVIEW: review,
        ids.SUMMARY_EVIDENCE: evidence,
        ids.SUMMARY_DROP: drop,
        ids.SUMMARY_WITHOUT: go_on_without,
        ids.SUMMARY_WITHOUT_FROM_DESK: by_button(publication.go_on_without),
        ids.SUMMARY_CORRECT: correct,
        ids.SUMMARY_WITHDRAW: withdraw,
        ids.REVIEW_LINE: choose,
        ids.REVIEW_BACK: turn_page,
        ids.REVIEW_MORE: turn_page,
    },
    views={ids.SUMMARY_FORM: publish, ids.REWORK_FORM: rework, ids.SPLIT_FORM: split},
)
