"""Checking a draft and publishing it."""

from bot import summaries
from bot.workshop.ids import WorkshopId
from handlers import payloads
from handlers.moves import meant
from handlers.routes import Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.summaries import evidence_view, review_form


async def review(turn: Turn) -> None:
    await _show(turn, payloads.workshop_of_button(turn.body))


async def review_by_word(turn: Turn) -> None:
    await _show(turn, (await meant(turn)).workshop.id)


async def evidence(turn: Turn) -> None:
    """Show the words behind a line on top of the draft."""
    summary, finding = payloads.line_of_button(turn.body)
    line = await turn.run(summaries.evidence, turn.user, summary, finding)
    await turn.open_form(evidence_view(turn.say, line))
    await turn.ack()


async def drop(turn: Turn) -> None:
    """Leave the line out of the draft below; what is on top says that it is gone."""
    summary, finding = payloads.line_of_button(turn.body)
    shorter = await turn.run(summaries.drop, turn.user, summary, finding)
    await turn.replace_form(review_form(turn.say, shorter), under=True)
    await turn.replace_form(evidence_view(turn.say, await turn.run(summaries.evidence, turn.user, summary, finding)))
    await turn.ack()


async def approve(turn: Turn) -> None:
    await turn.run(summaries.approve, turn.user, payloads.summary_of_form(turn.body))
    await turn.ack()


async def _show(turn: Turn, workshop: WorkshopId) -> None:
    draft = await turn.run(summaries.review, turn.user, workshop)
    await turn.open_form(review_form(turn.say, draft))
    await turn.ack()


ROUTES = Routes(
    commands={"/case summary": review_by_word},
    actions={ids.SUMMARY_REVIEW: review, ids.SUMMARY_EVIDENCE: evidence, ids.SUMMARY_DROP: drop},
    views={ids.SUMMARY_FORM: approve},
)
