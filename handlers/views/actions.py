"""Actions: the plan, what somebody owns, and the forms that ask for a reason."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, ButtonElement, InputBlock, UserSelectElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.contents.actions import OwnerUpdate, Plan, PlanAsked
from bot.workshop.action import Action, ActionState, Level
from bot.workshop.plan import PlanDoubt
from bot.workshop.record import Update
from bot.workshop.workshop import OPEN
from handlers.views import ids
from handlers.views.action_form import level_of
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    cut,
    heading,
    message,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.risks import risk_part
from prompts.phrasings import Wording
from prompts.words import Markup, Words, escape, mention

STATE_WORDS = {
    ActionState.DRAFT: "action-draft",
    ActionState.PROPOSED: "action-proposed",
    ActionState.DECLINED: "action-declined",
    ActionState.WITHDRAWN: "action-withdrawn",
    ActionState.ACCEPTED: "action-accepted",
    ActionState.ON_TRACK: "action-on-track",
    ActionState.BLOCKED: "action-blocked",
    ActionState.DONE: "action-done",
    ActionState.EFFECT_SHOWN: "action-effect-shown",
    ActionState.NO_EFFECT: "action-no-effect",
}
PLAN_DOUBT_WORDS = {
    PlanDoubt.ONLY_WEAKER: "plan-doubt-weaker",
    PlanDoubt.TOO_MANY: "plan-doubt-many",
}
LONGEST_LINE = 400
"""How much of a change and of a measure is shown where it only has to be known again."""

MOST_ACTIONS = 45
"""In a window, which may have a hundred blocks; each action takes two."""


def reason_form(
    say: Words,
    shown: ActionFile,
    callback: str,
    words: str = "",
    asked: Sequence[Wording] = (),
    *,
    vague: str = "",
) -> View:
    """The one question behind a button that needs words, and whether it is about a risk to somebody now.

    *vague* is a question that comes back where the words leave open what happens, once.
    """
    about = {
        ids.ACTION_DECLINE_FORM: "decline-form",
        ids.ACTION_BLOCKED_FORM: "blocked-form",
        ids.ACTION_REPORT_FORM: "report-form",
        ids.ACTION_LET_GO_FORM: "let-go-form",
        ids.DECISION_FORM: "decision-form",
        ids.DECISION_ELSEWHERE_FORM: "elsewhere-form",
    }[callback]
    decider = UserSelectElement(action_id=ids.ANSWER)
    who_decides = InputBlock(
        block_id=ids.DECIDER,
        label=say.plain("blocked-form-decider"),
        hint=say.plain("blocked-form-decider-hint"),
        element=decider,
        optional=True,
    )
    return View(
        type="modal",
        callback_id=callback,
        private_metadata=about_action(shown.action, vague),
        title=say.plain(f"{about}-title"),
        submit=say.plain(f"{about}-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, shown.action)),
            *asked_back(say, vague, say.plain(f"{about}-vague")),
            text_input(
                ids.REASON,
                say.plain(f"{about}-question"),
                hint=say.plain(f"{about}-hint"),
                initial=words or None,
                longest=1500,
            ),
            *([who_decides] if callback == ids.ACTION_BLOCKED_FORM else []),
            *risk_part(say, asked),
        ],
    )


def about_action(action: Action, vague: str) -> str:
    """What a form remembers: its action, and whether its question about *vague* words is put with it."""
    return f"{action.id}:{ids.ASKED_BACK}" if vague else str(action.id)


def asked_back(say: Words, vague: str, question: str) -> list[Block]:
    """The *question* that comes back for *vague* words."""
    return [paragraph(say.rich("vague-asked", words=vague, question=question))] if vague else []


def plan(say: Words, facts: Plan) -> Message:
    """Every action of this part with its owner, date and state; the two levels apart."""
    if facts.is_over:
        return message([paragraph(say.rich("plan-part-over"))])
    if facts.part > 1:
        title = say.plain("plan-part", reference=facts.case.reference, part=facts.part, parts=facts.parts)
        return message([heading(title), *_by_level(say, facts.actions)])
    blocks: list[Block] = [heading(say.plain("plan-title", reference=facts.case.reference))]
    if facts.parts > 1:
        blocks.append(paragraph(say.rich("plan-parts", count=facts.count, more=facts.parts - 1)))
    blocks += _by_level(say, facts.actions) or [paragraph(say.rich("plan-empty"))]
    if facts.without_summary:
        blocks.append(small_print(say.rich("plan-without-summary")))
    add = button(say.plain("button-add-action"), ids.ACTION_ADD, facts.workshop.id)
    see = button(say.plain("button-actions"), ids.ACTIONS_OPEN, facts.workshop.id)
    blocks.append(buttons(*([add] if facts.workshop.phase in OPEN else []), see))
    return message(blocks)


def _by_level(say: Words, actions: Sequence[Action]) -> list[Block]:
    blocks: list[Block] = []
    for level in Level:
        lines = [line(say, each, longest=None) for each in actions if each.level is level]
        if lines:
            blocks.append(paragraph(say.rich("plan-level", level=level_of(say, level))))
            blocks += [block for packed in _packed(lines) for block in paragraphs(packed)]
    return blocks


def plan_asked(say: Words, facts: PlanAsked) -> Message:
    """A question about the whole plan, which stays as it is unless somebody changes it."""
    key = PLAN_DOUBT_WORDS[facts.doubt]
    asked = say.rich(key, reference=facts.case.reference, level=level_of(say, facts.level), count=facts.count)
    see = button(say.plain("button-actions"), ids.ACTIONS_OPEN, facts.workshop.id)
    return message([paragraph(asked), buttons(see), small_print(say.rich("plan-doubt-meaning"))])


def progress_buttons(say: Words, action: Action, *, snoozes: bool = False) -> Block:
    """How it goes, in one tap; *snoozes* where it was asked about."""
    return buttons(
        button(say.plain("button-done"), ids.ACTION_DONE, action.id, style="primary"),
        button(say.plain("button-on-track"), ids.ACTION_ON_TRACK, action.id),
        button(say.plain("button-blocked"), ids.ACTION_BLOCKED, action.id),
        button(say.plain("button-report"), ids.ACTION_REPORT, action.id),
        *([button(say.plain("button-snooze"), ids.ACTION_SNOOZE, action.id)] if snoozes and action.can_snooze else []),
        button(say.plain("button-let-go"), ids.ACTION_LET_GO, action.id),
    )


def proposal_buttons(say: Words, action: Action) -> Block:
    return buttons(
        button(say.plain("button-accept"), ids.ACTION_ACCEPT, action.id, style="primary"),
        button(say.plain("button-counter"), ids.ACTION_COUNTER, action.id),
        button(say.plain("button-decline"), ids.ACTION_DECLINE, action.id),
    )


def owner_update(say: Words, facts: OwnerUpdate) -> Message:
    """What an owner said, in their words, for the facilitator."""
    said = facts.update
    state = state_of(say, said.after)
    blocks: list[Block] = [
        paragraph(
            say.rich(
                "owner-update",
                owner=owner_of(say, facts.action) if said.outside or not said.by else mention(said.by),
                state=state,
                reference=facts.case.reference,
                change=facts.action.change,
                due=due_of(say, facts.action),
            )
        ),
    ]
    if said.words:
        blocks.append(paragraph(say.rich("owner-update-words", words=said.words)))
    if said.after is ActionState.DECLINED:
        blocks.append(buttons(button(say.plain("button-open"), ids.ACTION_OPEN, facts.action.id)))
    return message(blocks)


def state_of(say: Words, state: ActionState) -> str:
    return say.plain(STATE_WORDS[state])


def owner_of(say: Words, action: Action) -> str | Markup:
    """Who has taken it on, or is asked to; for somebody outside, with who records for them."""
    if action.owner is None:
        return say.plain("action-nobody")
    if action.outsider is None:
        return mention(action.owner)
    return Markup(say.rich("action-outsider", name=action.outsider.name, keeper=mention(action.owner)))


def said_by(say: Words, action: Action, told: Update) -> str | Markup:
    """Who stands in the record; somebody outside is named for as long as the action is theirs."""
    if told.by is None:
        return say.plain("the-bot")
    if told.outside:
        return owner_of(say, action) if action.outsider else say.plain("changed-outsider")
    return mention(told.by)


def due_of(say: Words, action: Action) -> str | date:
    return action.due or say.plain("action-no-date")


def my_actions(say: Words, mine: Sequence[ActionFile], most: int = MOST_ACTIONS) -> list[Block]:
    """What somebody owns, each with the buttons that fit, and how many there are beyond *most*."""
    blocks: list[Block] = []
    for each in mine[:most]:
        blocks.append(paragraph(line(say, each.action), accessory=_open(say, each.action)))
        waiting = each.action.state is ActionState.PROPOSED
        blocks.append(proposal_buttons(say, each.action) if waiting else progress_buttons(say, each.action))
    if len(mine) > most:
        blocks.append(paragraph(say.rich("more-not-shown", count=len(mine) - most)))
    return blocks or [paragraph(say.rich("my-actions-none"))]


def _open(say: Words, action: Action) -> ButtonElement:
    return button(say.plain("button-open"), ids.ACTION_OPEN, action.id)


def my_actions_view(say: Words, mine: Sequence[ActionFile]) -> View:
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("my-actions-title"),
        close=say.plain("form-done"),
        blocks=my_actions(say, mine),
    )


def line(say: Words, action: Action, longest: int | None = LONGEST_LINE) -> str:
    """An action as one line of a list; all of its words where *longest* is ``None``."""
    change, measure = escape(action.change), escape(action.measure)
    return say.rich(
        "action-line",
        change=Markup(change if longest is None else cut(change, longest)),
        owner=owner_of(say, action),
        due=due_of(say, action),
        state=state_of(say, action.state),
        measure=Markup(measure if longest is None else cut(measure, longest)),
    )


def _packed(lines: Sequence[str], longest: int = 2800) -> list[str]:
    """*lines* in as few paragraphs as Slack's limit for one allows."""
    packed: list[str] = []
    for line in lines:
        if packed and len(packed[-1]) + len(line) < longest:
            packed[-1] = f"{packed[-1]}\n{line}"
        else:
            packed.append(line)
    return packed
