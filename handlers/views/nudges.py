"""Nudges and what comes of them: one message a day for an owner, what is stuck, what has to be decided, who is gone."""

from collections.abc import Iterator
from datetime import date

from slack_sdk.models.blocks import Block, InputBlock, UserSelectElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.contents.nudges import Decision, Ended, Escalation, Handover, Nudged, Nudges, Stuck
from bot.handovers import LEFT, LET_GO, OUTSIDE
from bot.workshop.ladder import HALF_WAY, To
from bot.workshop.nudge import is_review
from handlers.views import ids
from handlers.views.actions import due_of, owner_of, progress_buttons, said_by, state_of
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    cut,
    date_input,
    message,
    paragraph,
    small_print,
)
from prompts.words import Markup, Words, escape, mention

MOST_ITEMS = 20
"""In one message, which may have fifty blocks; each takes two."""

MOST_STUCK = 10
MOST_ENDED = 6
MOST_HISTORY = 5
"""Of those with what was said, so that a message stays within its 13,200 characters."""

LONGEST_CHANGE = 300
LONGEST_SAID = 120

HIGHER_WORDS = {
    To.FACILITATOR: "escalation-facilitator",
    To.SPONSOR: "escalation-sponsor",
    To.BOARD: "escalation-board",
}


def nudges(say: Words, facts: Nudges) -> Message:
    """What was agreed, the latest first, and one tap for each to say how it goes; once answered, what was said."""
    blocks: list[Block] = []
    if len(facts.items) > 1:
        blocks.append(paragraph(say.rich("nudge-several", owner=mention(facts.owner), count=len(facts.items))))
    for each in facts.items[:MOST_ITEMS]:
        blocks.append(paragraph(_asked(say, facts.today, each)))
        if each.answered:
            state = state_of(say, each.action.state)
            blocks.append(paragraph(say.rich("nudge-answered", owner=mention(facts.owner), state=state)))
        else:
            blocks.append(progress_buttons(say, each.action, snoozes=True))
    if len(facts.items) > MOST_ITEMS:
        blocks.append(paragraph(say.rich("nudge-more", count=len(facts.items) - MOST_ITEMS)))
    if any(each.last and not each.answered for each in facts.items):
        blocks.append(small_print(say.rich("nudge-last")))
    return message(blocks)


def escalation(say: Words, facts: Escalation) -> Message:
    """What does not move, with why as far as anybody has said; the facilitator can see to it or find another owner."""
    blocks: list[Block] = [paragraph(say.rich("escalation-about", count=len(facts.items)))]
    for each in facts.items[:MOST_STUCK]:
        blocks.append(paragraph(_stuck(say, facts.today, each)))
        if each.rung == To.FACILITATOR and each.action.is_followed:
            blocks.append(
                buttons(
                    button(say.plain("button-hold"), ids.ACTION_HOLD, each.action.id, style="primary"),
                    button(say.plain("button-pass-on"), ids.ACTION_HAND_ON, each.action.id),
                )
            )
    if len(facts.items) > MOST_STUCK:
        blocks.append(paragraph(say.rich("more-not-shown", count=len(facts.items) - MOST_STUCK)))
    return message(blocks)


def decision(say: Words, facts: Decision) -> Message:
    """Whoever decides may not have been in the room: the action and what is needed, nothing else of the case."""
    action = facts.action
    about = say.rich(
        "decision-about" if facts.named else "decision-for-facilitator",
        owner=owner_of(say, action),
        reference=facts.case.reference,
        change=action.change,
        due=due_of(say, action),
    )
    needed = say.rich("decision-needed", words=facts.asked.words)
    if not facts.waits:
        state = state_of(say, action.state)
        return message([paragraph(about), paragraph(needed), paragraph(say.rich("decision-over", state=state))])
    answers = buttons(
        button(say.plain("button-decided"), ids.DECISION_MADE, action.id, style="primary"),
        button(say.plain("button-not-theirs"), ids.DECISION_ELSEWHERE, action.id),
    )
    return message([paragraph(about), paragraph(needed), answers, small_print(say.rich("decision-meaning"))])


HANDOVER_WORDS = {LEFT: "handover-left", LET_GO: "handover-let-go", OUTSIDE: "handover-outside"}


def handover(say: Words, facts: Handover) -> Message:
    """Whose actions they were, what was said of each so far, and a way to ask somebody else."""
    key = HANDOVER_WORDS[facts.how]
    about = say.rich(key, owner=mention(facts.owner), reference=facts.case.reference, count=len(facts.items))
    blocks: list[Block] = [paragraph(about)]
    for each in facts.items[:MOST_ENDED]:
        blocks.append(paragraph("\n".join(_ended(say, each))))
        if each.waits:
            blocks.append(buttons(button(say.plain("button-pass-on"), ids.ACTION_HAND_ON, each.action.id)))
    if len(facts.items) > MOST_ENDED:
        blocks.append(paragraph(say.rich("more-not-shown", count=len(facts.items) - MOST_ENDED)))
    return message(blocks)


def pass_on_form(say: Words, shown: ActionFile) -> View:
    """Who takes it on instead, and by when."""
    return View(
        type="modal",
        callback_id=ids.ACTION_HAND_ON_FORM,
        private_metadata=str(shown.action.id),
        title=say.plain("pass-on-form-title"),
        submit=say.plain("pass-on-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("pass-on-form-about", change=_change(shown.action.change))),
            InputBlock(
                block_id=ids.OWNER,
                label=say.plain("action-form-owner"),
                hint=say.plain("action-form-owner-hint"),
                element=UserSelectElement(action_id=ids.ANSWER),
            ),
            date_input(ids.DUE, say.plain("action-form-due"), initial=shown.action.due),
        ],
    )


def _asked(say: Words, today: date, each: Nudged) -> str:
    action = each.action
    due = action.due or today
    given = {
        "owner": owner_of(say, action),
        "change": _change(action.change),
        "due": due_of(say, action),
        "reference": each.case.reference,
    }
    if due > today:
        key = "nudge-half-way" if each.rung == HALF_WAY else "nudge-review" if is_review(each.rung) else "nudge-before"
        return say.rich(key, days=(due - today).days, **given)
    return say.rich("nudge-due" if due == today else "nudge-late", **given)


def _stuck(say: Words, today: date, each: Stuck) -> str:
    action = each.action
    due = action.due or today
    lines = [
        say.rich(
            "escalation-line" if today > due else "escalation-early",
            owner=owner_of(say, action),
            change=_change(action.change),
            due=due_of(say, action),
            days=(today - due).days,
            reference=each.case.reference,
            state=state_of(say, action.state),
        )
    ]
    if each.words:
        lines.append(say.rich("escalation-words", words=Markup(cut(escape(each.words), LONGEST_SAID))))
    if each.silent:
        lines.append(say.rich("escalation-silent"))
    return "\n".join([*lines, say.rich(HIGHER_WORDS[To(each.rung)])])


def _ended(say: Words, each: Ended) -> Iterator[str]:
    action = each.action
    yield say.rich("handover-line", change=_change(action.change), due=due_of(say, action))
    for said in each.history[-MOST_HISTORY:]:
        yield say.rich(
            "handover-history",
            date=said.at.date(),
            person=said_by(say, action, said),
            state=state_of(say, said.after),
            words=Markup(cut(escape(said.words), LONGEST_SAID)),
        )
    if not each.waits:
        yield say.rich("handover-found", owner=owner_of(say, action))


def _change(words: str) -> Markup:
    return Markup(cut(escape(words), LONGEST_CHANGE))
