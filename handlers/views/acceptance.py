"""The owner's answer to an action: their own terms, when they will do it, and what the facilitator reads of it."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement, InputBlock, UserSelectElement
from slack_sdk.models.views import View

from bot.actions import ActionFile
from bot.contents.actions import Changed, Offered, Proposal, Returned
from bot.workshop.action import Action, ActionState, Offer
from bot.workshop.record import Update
from handlers.views import ids
from handlers.views.action_form import LONGEST_CHANGE
from handlers.views.actions import LONGEST_LINE, due_of, line, owner_of, progress_buttons, proposal_buttons, state_of
from handlers.views.blocks import (
    Message,
    asking_once_more,
    button,
    buttons,
    cut,
    date_input,
    message,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.changes import different
from handlers.views.risks import risk_part
from prompts.phrasings import Wording
from prompts.words import Markup, Words, escape, mention


def proposal(say: Words, facts: Proposal) -> Message:
    """An action put before its owner. An owner may not have been in the room: nothing of the case but the change."""
    action = facts.action
    if facts.changed and action.state is ActionState.PROPOSED and not action.outsider:
        return _proposed_anew(say, facts, facts.changed)
    about = paragraph(
        say.rich(
            _asking(facts),
            person=owner_of(say, action) if action.outsider else mention(action.proposed_by),
            reference=facts.case.reference,
            due=due_of(say, action),
        )
    )
    if facts.overtaken:
        return message([about, paragraph(say.rich("proposal-overtaken"))])
    if action.state is not ActionState.PROPOSED:
        answered = paragraph(say.rich("proposal-answered", state=state_of(say, action.state)))
        return message([about, *_whole(say, action), answered, *_still_to_say(say, action)])
    return message([about, *_whole(say, action), *_to_answer(say, action)])


def _proposed_anew(say: Words, facts: Proposal, changed: Update) -> Message:
    """What they had said yes to and what it is now."""
    action = facts.action
    about = say.rich(
        "proposal-changed",
        person=mention(changed.by or action.proposed_by),
        reference=facts.case.reference,
        due=due_of(say, action),
    )
    return message([paragraph(about), *_different(say, changed), *_whole(say, action), *_to_answer(say, action)])


def _to_answer(say: Words, action: Action) -> list[Block]:
    waiting = [paragraph(say.rich("proposal-offered"))] if action.offer else []
    return [*waiting, proposal_buttons(say, action), small_print(say.rich("proposal-meaning"))]


def changed(say: Words, facts: Changed) -> Message:
    """What was and what is, for whoever has taken it on; there is nothing to answer."""
    action, told = facts.action, facts.changed
    about = say.rich(
        "changed-about",
        person=mention(told.by or action.proposed_by),
        reference=facts.case.reference,
        change=Markup(cut(escape(action.change), LONGEST_LINE)),
    )
    blocks: list[Block] = [paragraph(about), *_different(say, told)]
    if action.owner != facts.reader:
        return message([*blocks, paragraph(say.rich("changed-not-yours"))])
    if not action.is_followed:
        return message([*blocks, paragraph(say.rich("proposal-answered", state=state_of(say, action.state)))])
    return message([*blocks, paragraph(say.rich("changed-meaning")), progress_buttons(say, action)])


def _different(say: Words, told: Update) -> list[Block]:
    return list(paragraphs("\n".join(different(say, each) for each in told.of_agreed)))


def _asking(facts: Proposal) -> str:
    if facts.action.outsider is None:
        return "proposal-about"
    return "proposal-outsider-mailed" if facts.mailed else "proposal-outsider"


def counter_form(say: Words, shown: ActionFile, offer: Offer | None = None, asked: Sequence[Wording] = ()) -> View:
    """What its owner would take on instead; what is left as it is stays. *asked* is what sounds like a risk."""
    action, offer = shown.action, offer or Offer(shown.action.due, shown.action.change)
    return View(
        type="modal",
        callback_id=ids.ACTION_COUNTER_FORM,
        private_metadata=str(action.id),
        title=say.plain("counter-form-title"),
        submit=say.plain("counter-form-send"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("counter-form-about")),
            date_input(ids.DUE, say.plain("counter-form-due"), initial=offer.due, optional=True),
            text_input(
                ids.CHANGE,
                say.plain("counter-form-change"),
                initial=offer.change or None,
                optional=True,
                longest=LONGEST_CHANGE,
            ),
            InputBlock(
                block_id=ids.OWNER,
                label=say.plain("counter-form-owner"),
                element=UserSelectElement(action_id=ids.ANSWER, initial_user=offer.owner),
                optional=True,
            ),
            text_input(
                ids.REASON,
                say.plain("counter-form-why"),
                hint=say.plain("counter-form-why-hint"),
                initial=offer.why or None,
                optional=True,
                longest=LONGEST_CHANGE,
            ),
            *risk_part(say, asked),
        ],
    )


def if_then_form(say: Words, shown: ActionFile, words: str = "", asked: Sequence[Wording] = ()) -> View:
    """One line that says when and where: it helps to do it, and nobody has to write it. *asked* sounds like a risk."""
    return View(
        type="modal",
        callback_id=ids.ACTION_IF_THEN_FORM,
        private_metadata=str(shown.action.id),
        title=say.plain("if-then-title"),
        submit=say.plain("form-save"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(line(say, shown.action)),
            text_input(
                ids.IF_THEN,
                say.plain("if-then-question"),
                hint=say.plain("if-then-hint"),
                initial=words or shown.action.if_then or None,
                lines=False,
                longest=LONGEST_CHANGE // 2,
            ),
            *risk_part(say, asked),
        ],
    )


def _still_to_say(say: Words, action: Action) -> list[Block]:
    return [*_if_then(say, action), progress_buttons(say, action)] if action.state.is_open else []


def _if_then(say: Words, action: Action) -> list[Block]:
    """For whoever has just taken it on: the question, or what they have written."""
    if action.if_then:
        return [paragraph(say.rich("if-then-written", words=action.if_then))]
    ask = button(say.plain("button-if-then"), ids.ACTION_IF_THEN, action.id)
    return [paragraph(say.rich("if-then-asked"), accessory=ask)]


def offered(say: Words, facts: Offered) -> Message:
    """How the owner would take it on, and the two answers of the facilitator."""
    action, offer = facts.action, facts.action.offer
    about = paragraph(say.rich("offer-about", owner=owner_of(say, action), reference=facts.case.reference))
    if offer is None:
        return message([about, *_whole(say, action), _stands(say, action)])
    blocks: list[Block] = [about, *_whole(say, action)]
    if offer.due:
        blocks.append(paragraph(say.rich("offer-due", due=offer.due)))
    if offer.change:
        blocks.append(paragraph(say.rich("offer-change", change=offer.change)))
    if offer.owner:
        blocks.append(paragraph(say.rich("offer-owner", person=mention(offer.owner))))
    if offer.why:
        blocks.append(paragraph(say.rich("owner-update-words", words=offer.why)))
    agree = button(say.plain("button-agree"), ids.ACTION_AGREE, action.id, style="primary")
    keep = button(say.plain("button-keep"), ids.ACTION_KEEP, action.id)
    return message([*blocks, buttons(agree, keep), small_print(say.rich("offer-meaning"))])


def returned(say: Words, facts: Returned) -> Message:
    """Nobody has answered: what the facilitator can do about it."""
    action = facts.action
    about = say.rich("returned-about", owner=owner_of(say, action), reference=facts.case.reference)
    if action.returned_at is None:
        return message([paragraph(about), *_whole(say, action), _stands(say, action)])
    return message([paragraph(about), *_whole(say, action), buttons(*unanswered(say, action))])


def unanswered(say: Words, action: Action) -> list[ButtonElement]:
    """What the facilitator can do with what its owner has not taken on."""
    return [
        button(say.plain("button-ask-again"), ids.ACTION_ASK_AGAIN, action.id),
        button(say.plain("button-change-action"), ids.ACTION_CHANGE, action.id),
        withdraw_button(say, action),
    ]


def withdraw_button(say: Words, action: Action) -> ButtonElement:
    """Slack asks once more: what is taken out is not followed any more."""
    confirm = asking_once_more(
        say.plain("withdraw-action-title"),
        say.plain("withdraw-action-question"),
        yes=say.plain("withdraw-action-yes"),
        no=say.plain("form-close"),
    )
    return button(say.plain("button-withdraw-action"), ids.ACTION_WITHDRAW, action.id, confirm=confirm)


def _whole(say: Words, action: Action) -> list[Block]:
    """The change and its measure as they were written, and nothing more of the case."""
    return list(paragraphs(say.rich("proposal-change", change=action.change, measure=action.measure)))


def _stands(say: Words, action: Action) -> Block:
    state = state_of(say, action.state)
    return paragraph(say.rich("offer-answered", state=state, owner=owner_of(say, action), due=due_of(say, action)))
