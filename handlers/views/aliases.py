"""The form of the alias register: names can be put in, and only pseudonyms come back."""

from slack_sdk.models.blocks import Block, InputBlock
from slack_sdk.models.views import View

from bot.aliases import Register
from bot.workshop.ids import AliasId
from handlers.views import ids
from handlers.views.blocks import asking_once_more, button, paragraph, small_print, text_input, ticks_input
from prompts.words import Words

LONGEST_NAME = 80


def register_form(say: Words, register: Register, *, added: bool = False) -> View:
    """One name at a time. Each edition has inputs of its own, so that Slack does not show the name again."""
    workshop = register.file.workshop
    told = say.rich("aliases-added", count=register.reworded) if added else say.rich("aliases-about")
    return View(
        type="modal",
        callback_id=ids.ALIAS_FORM,
        private_metadata=str(workshop.id),
        title=say.plain("aliases-title"),
        submit=say.plain("aliases-add"),
        close=say.plain("form-done"),
        blocks=[
            paragraph(told),
            text_input(
                ids.of_try(ids.REAL_NAME, workshop.register),
                say.plain("aliases-name"),
                hint=say.plain("aliases-name-hint"),
                lines=False,
                longest=LONGEST_NAME,
            ),
            _alone(say, workshop.register),
            text_input(
                ids.of_try(ids.STANDS_FOR, workshop.register),
                say.plain("aliases-pseudonym"),
                hint=say.plain("aliases-pseudonym-hint"),
                lines=False,
                longest=LONGEST_NAME,
            ),
            small_print(say.rich("aliases-count", count=len(register.pseudonyms))),
            *(_line(say, register, number, pseudonym) for number, pseudonym in register.pseudonyms),
        ],
    )


def _alone(say: Words, edition: int) -> InputBlock:
    return ticks_input(
        ids.of_try(ids.ALONE, edition),
        say.plain("aliases-alone"),
        [(ids.FIRST_NAME, say.plain("aliases-first-alone")), (ids.SURNAME, say.plain("aliases-surname-alone"))],
        ticked=(ids.FIRST_NAME, ids.SURNAME),
        hint=say.plain("aliases-alone-hint"),
    )


def _line(say: Words, register: Register, number: AliasId, pseudonym: str) -> Block:
    label = say.plain("aliases-remove")
    confirm = asking_once_more(
        label, say.plain("confirm-alias-remove"), yes=say.plain("confirm-yes"), no=say.plain("form-close")
    )
    value = f"{register.file.workshop.id}:{number}"
    return paragraph(
        say.rich("aliases-line", pseudonym=pseudonym), accessory=button(label, ids.ALIAS_DROP, value, confirm=confirm)
    )
