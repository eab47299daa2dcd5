"""One action with everything about it, its record, and the list of all of a workshop."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.records import Details
from bot.workshop.action import ActionState, Strength
from handlers.views import ids
from handlers.views.acceptance import withdraw_button
from handlers.views.action_form import LONGEST_CHANGE, factor_title, level_of, missing
from handlers.views.actions import line
from handlers.views.blocks import (
    button,
    buttons,
    choice_input,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.changes import strength_of
from handlers.views.lines import title_words
from prompts.pack import in_language
from prompts.strengths import kinds
from prompts.words import Markup, Words, mention

MOST_LISTED = 45
"""A window has room for a hundred blocks, and a draft takes two."""


def details_view(say: Words, facts: Details) -> View:
    """What it is, why it is as strong as it is, and what the reader can do with it."""
    action = facts.shown.action
    return View(
        type="modal",
        callback_id=ids.ACTION_OPEN,
        private_metadata=str(action.id),
        title=say.plain("action-file-title"),
        close=say.plain("form-done"),
        blocks=[
            *paragraphs(line(say, action)),
            *([paragraph(missing(say, action))] if action.state is ActionState.DRAFT and action.missing else []),
            *_facts(say, facts),
            *_strength(say, facts),
            *([buttons(*_moves(say, facts))] if _moves(say, facts) else []),
            *_merging(say, facts),
            small_print(say.rich("action-file-number", reference=facts.shown.file.case.reference, number=action.id)),
        ],
    )


def list_view(say: Words, shown: Sequence[ActionFile]) -> View:
    """Every action of a workshop, each with a button to open it; those of earlier ones say of which."""
    blocks: list[Block] = []
    latest = max((each.file.workshop.id for each in shown), default=None)
    for each in shown[:MOST_LISTED]:
        words = line(say, each.action)
        if each.file.workshop.id != latest:
            words = say.rich("action-of-earlier", action=Markup(words), date=each.file.workshop.held_on)
        blocks += [paragraph(words, accessory=button(say.plain("button-open"), ids.ACTION_OPEN, each.action.id))]
        if each.action.state is ActionState.DRAFT and each.action.missing:
            blocks.append(small_print(missing(say, each.action)))
    if len(shown) > MOST_LISTED:
        blocks.append(paragraph(say.rich("more-not-shown", count=len(shown) - MOST_LISTED)))
    return View(
        type="modal",
        callback_id=ids.ACTIONS_OPEN,
        title=say.plain("actions-title"),
        close=say.plain("form-done"),
        blocks=blocks or [paragraph(say.rich("plan-empty"))],
    )


def rate_form(say: Words, facts: Details) -> View:
    action = facts.shown.action
    return View(
        type="modal",
        callback_id=ids.ACTION_RATE_FORM,
        private_metadata=str(action.id),
        title=say.plain("rate-form-title"),
        submit=say.plain("form-save"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, action)),
            *_suggested(say, facts),
            choice_input(
                ids.STRENGTH,
                say.plain("rate-form-question"),
                [(each, strength_of(say, each)) for each in Strength],
                chosen=action.strength or Strength.INTERMEDIATE,
            ),
            text_input(
                ids.BECAUSE,
                say.plain("rate-form-because"),
                hint=say.plain("rate-form-because-hint"),
                initial=action.strength_because or None,
                optional=True,
                longest=LONGEST_CHANGE // 2,
            ),
        ],
    )


def _facts(say: Words, facts: Details) -> list[Block]:
    action = facts.shown.action
    answers = (
        title_words(say, facts.finding)
        if facts.finding
        else (factor_title(say, action.factor) if action.factor else "")
    )
    told = [
        say.rich("fact-level", level=level_of(say, action.level)),
        say.rich("fact-baseline", words=action.baseline) if action.baseline else "",
        say.rich("fact-expected", words=action.expected) if action.expected else "",
        say.rich("fact-answers", words=answers) if answers else "",
        say.rich("fact-if-then", words=action.if_then) if action.if_then else "",
        say.rich("fact-reviews", dates=_dates(say, action.reviews)) if action.reviews else "",
        say.rich("fact-sponsor", person=mention(action.sponsor)) if action.sponsor else "",
    ]
    return [paragraph(each) for each in told if each]


def _strength(say: Words, facts: Details) -> list[Block]:
    action = facts.shown.action
    if action.strength is None:
        return [paragraph(say.rich("strength-open"))]
    if action.strength_because:
        strength = strength_of(say, action.strength)
        return [paragraph(say.rich("strength-seen", strength=strength, because=action.strength_because))]
    return _suggested(say, facts)


def _suggested(say: Words, facts: Details) -> list[Block]:
    """What its words suggest, with the words and the reason of the hierarchy."""
    rule = facts.suggested
    if rule is None:
        return [paragraph(say.rich("strength-open"))]
    why = in_language(kinds().get(rule.kind).title, say.language)
    strength = strength_of(say, rule.strength)
    return [paragraph(say.rich("strength-suggested", strength=strength, why=why, words=rule.words))]


def _moves(say: Words, facts: Details) -> list[ButtonElement]:
    action, number = facts.shown.action, facts.shown.action.id
    found = []
    if facts.mine and action.state.is_open:
        found.append(button(say.plain("button-if-then"), ids.ACTION_IF_THEN, number))
    if facts.may_change:
        found.append(button(say.plain("button-change-action"), ids.ACTION_CHANGE, number))
        found.append(button(say.plain("button-rate"), ids.ACTION_RATE, number))
        found.append(withdraw_button(say, action))
    return [*found, button(say.plain("button-history"), ids.ACTION_HISTORY, number)]


def _merging(say: Words, facts: Details) -> list[Block]:
    """What says nearly the same, where the reader may make one of two."""
    blocks: list[Block] = []
    for other in facts.alike:
        merge = button(say.plain("button-merge"), ids.ACTION_MERGE, f"{facts.shown.action.id}:{other.id}")
        blocks.append(paragraph(say.rich("merge-offered", change=other.change), accessory=merge))
    return blocks


def _dates(say: Words, days: Sequence[date]) -> str:
    return ", ".join(say.plain("history-day", day=each) for each in days)
