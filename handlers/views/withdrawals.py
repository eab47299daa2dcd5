"""Withdrawing one's words: what will happen, and what has."""

from slack_sdk.models.views import View

from bot.withdrawals import Withdrawal
from handlers.views import ids
from handlers.views.blocks import paragraph, small_print
from prompts.words import Words


def withdrawal_form(say: Words, facts: Withdrawal) -> View:
    """What withdrawing does and does not do, before it is done: there is no way back."""
    return View(
        type="modal",
        callback_id=ids.WITHDRAWAL_FORM,
        private_metadata=ids.of_place(facts.place),
        title=say.plain("withdrawal-title"),
        submit=say.plain("withdrawal-do"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("withdrawal-about", reference=facts.file.case.reference)),
            paragraph(say.rich(_published(facts))),
            paragraph(say.rich("withdrawal-in-slack")),
            small_print(say.rich("withdrawal-copies")),
        ],
    )


def withdrawn(say: Words, facts: Withdrawal) -> View:
    """That it is done, and what is left to do in Slack."""
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("withdrawal-title"),
        close=say.plain("form-done"),
        blocks=[
            paragraph(say.rich("withdrawal-done", reference=facts.file.case.reference)),
            *([paragraph(say.rich("withdrawal-quoted"))] if facts.quoted else []),
            paragraph(say.rich("withdrawal-in-slack")),
        ],
    )


def _published(facts: Withdrawal) -> str:
    return "withdrawal-quoted" if facts.quoted else "withdrawal-drafts"
