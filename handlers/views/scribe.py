"""What somebody says in the room: the scribe's form, how it stands in the thread, and putting it right."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InputBlock, UserSelectElement
from slack_sdk.models.views import View

from bot.contents.sessions import Spoken
from bot.scribe import NOBODY, Heard, Sheet
from bot.workshop.session import Contribution
from bot.workshop.workshop import Visibility
from handlers.views import ids
from handlers.views.blocks import (
    Message,
    button,
    buttons,
    choice_input,
    message,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.risks import risk_part
from prompts.phrasings import Wording
from prompts.words import Words, mention

LONGEST = 1500


def spoken_form(say: Words, sheet: Sheet, heard: Heard | None = None, asked: Sequence[Wording] = ()) -> View:
    """Who said it, what, and how it is shown; *asked* is what in it sounds like a risk and has not been answered."""
    speaker = heard.speaker if heard and heard.speaker != NOBODY else None
    return View(
        type="modal",
        callback_id=ids.SPOKEN_FORM,
        private_metadata=str(sheet.stage.id),
        title=say.plain("spoken-form-title"),
        submit=say.plain("spoken-form-keep"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("spoken-form-about", reference=sheet.file.case.reference)),
            InputBlock(
                block_id=ids.SPEAKER,
                label=say.plain("spoken-form-speaker"),
                hint=say.plain("spoken-form-speaker-hint"),
                element=UserSelectElement(action_id=ids.ANSWER, initial_user=speaker),
                optional=True,
            ),
            _words(say, heard.words if heard else sheet.begun),
            _visibility(say, heard.visibility if heard else Visibility.NAMED_ROLE),
            *risk_part(say, asked),
        ],
    )


def correction_form(say: Words, spoken: Contribution) -> View:
    """What was written down, for whoever said it or wrote it."""
    return View(
        type="modal",
        callback_id=ids.SPOKEN_CORRECTION,
        private_metadata=str(spoken.id),
        title=say.plain("spoken-form-title"),
        submit=say.plain("spoken-correction-keep"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("spoken-correction-about")),
            _words(say, spoken.words or "", optional=True),
            _visibility(say, spoken.visibility),
        ],
    )


def raised_instead(say: Words) -> View:
    """It was raised as a risk, and stands nowhere else."""
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("spoken-form-title"),
        close=say.plain("form-done"),
        blocks=[paragraph(say.rich("spoken-raised"))],
    )


def spoken(say: Words, facts: Spoken) -> Message:
    """It stands in the thread as spoken, with who wrote it down and the way to put it right."""
    if facts.words is None:
        return message([small_print(say.rich("spoken-taken-back"))])
    about = say.rich("spoken-by", speaker=facts.speaker) if facts.speaker else say.rich("spoken-by-somebody")
    shown: list[Block] = [paragraph(about), *paragraphs(say.rich("spoken-words", words=facts.words))]
    scribe = mention(facts.scribe)
    if facts.speaker:
        meaning = say.rich("spoken-meaning", scribe=scribe, person=mention(facts.user))
    else:
        meaning = say.rich("spoken-meaning-somebody", scribe=scribe)
    change = button(say.plain("button-spoken-change"), ids.SPOKEN_CHANGE, facts.id)
    return message([*shown, small_print(meaning), buttons(change)])


def _words(say: Words, words: str, *, optional: bool = False) -> InputBlock:
    return text_input(
        ids.SPOKEN,
        say.plain("spoken-form-words"),
        hint=say.plain("spoken-form-words-hint"),
        initial=words or None,
        longest=LONGEST,
        optional=optional,
    )


def _visibility(say: Words, chosen: Visibility) -> InputBlock:
    """It was said before everybody, so there is no choice for the facilitator alone."""
    offered = [
        (Visibility.NAMED_ROLE.value, say.plain("spoken-named-role")),
        (Visibility.UNATTRIBUTED.value, say.plain("spoken-unattributed")),
    ]
    return choice_input(ids.VISIBILITY, say.plain("spoken-visibility"), offered, chosen=chosen.value)
