"""The ladder of a workshop as a form, and what has come to its end."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InputBlock, Option, StaticSelectElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.ladders import Climb, Reminding
from bot.workshop.ladder import HIGHER, Ladder, Rung, To
from handlers.views import ids
from handlers.views.actions import MOST_ACTIONS, line
from handlers.views.blocks import choice_input, paragraph, ticks_input
from prompts.words import Words

OFFERED = (None, -14, -7, -3, -1, 0, 3, 7, 14)
"""Days on which an owner can hear of an action; the first is half-way."""

MOST_OFFERED = 10
"""Slack's limit for boxes to tick."""

HIGHER_DAYS = (5, 7, 10, 14, 17, 21, 24, 28, 42, 56)
HIGHER_WORDS = {
    To.FACILITATOR: "ladder-facilitator",
    To.SPONSOR: "ladder-sponsor",
    To.BOARD: "ladder-board",
}


def ladder_form(say: Words, facts: Climb) -> View:
    workshop = facts.file.workshop
    return View(
        type="modal",
        callback_id=ids.LADDER_FORM,
        private_metadata=str(workshop.id),
        title=say.plain("ladder-form-title"),
        submit=say.plain("ladder-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("ladder-form-about", reference=facts.file.case.reference)),
            *_questions(say, Reminding(facts.ladder, workshop.nudges_openly)),
        ],
    )


def ladder_page(say: Words, draft: str, offer: Reminding) -> View:
    """A page of opening a case, for who does not want it as usual."""
    return View(
        type="modal",
        callback_id=ids.CASE_LADDER,
        private_metadata=draft,
        title=say.plain("ladder-form-title"),
        submit=say.plain("ladder-page-next"),
        close=say.plain("form-close"),
        blocks=[paragraph(say.rich("ladder-page-about")), *_questions(say, offer)],
    )


def _questions(say: Words, asked: Reminding) -> list[Block]:
    ladder = asked.ladder
    climbed = [each for each in ladder.rungs if each.to is To.OWNER]
    spare = [Rung(days) for days in OFFERED if Rung(days) not in climbed][: max(0, MOST_OFFERED - len(climbed))]
    rungs = sorted([*climbed[:MOST_OFFERED], *spare], key=lambda each: (each.days is not None, each.days or 0))
    return [
        ticks_input(
            ids.DAYS,
            say.plain("ladder-form-owner"),
            [(str(each), _day(say, each)) for each in rungs],
            ticked=[str(each) for each in climbed],
            optional=False,
        ),
        *(_higher(say, ladder, to) for to in HIGHER),
        choice_input(
            ids.OPENLY,
            say.plain("ladder-form-openly"),
            [(ids.YES, say.plain("ladder-openly")), (ids.NO, say.plain("ladder-privately"))],
            chosen=ids.YES if asked.openly else ids.NO,
        ),
    ]


def board_view(say: Words, listed: Sequence[ActionFile]) -> View:
    """What nobody could move, each with its case."""
    blocks: list[Block] = [paragraph(say.rich("board-about" if listed else "board-none"))]
    blocks += [paragraph(f"*{each.file.case.reference}*\n{line(say, each.action)}") for each in listed[:MOST_ACTIONS]]
    if len(listed) > MOST_ACTIONS:
        blocks.append(paragraph(say.rich("more-not-shown", count=len(listed) - MOST_ACTIONS)))
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("board-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _higher(say: Words, ladder: Ladder, to: To) -> InputBlock:
    rung = ladder.higher(to)
    chosen = rung.days if rung else None
    days = sorted({*HIGHER_DAYS, *([chosen] if chosen else [])})
    options = {each: Option(value=str(each), text=say.plain("ladder-late", days=each)) for each in days}
    return InputBlock(
        block_id=ids.about(ids.HIGHER, to),
        label=say.plain(HIGHER_WORDS[to]),
        hint=say.plain("ladder-higher-hint"),
        element=StaticSelectElement(
            action_id=ids.ANSWER, options=list(options.values()), initial_option=options[chosen] if chosen else None
        ),
        optional=True,
    )


def _day(say: Words, rung: Rung) -> str:
    if rung.days is None:
        return say.plain("ladder-half-way")
    if rung.days == 0:
        return say.plain("ladder-due")
    return say.plain("ladder-before" if rung.days < 0 else "ladder-late", days=abs(rung.days))
