"""A silent round: the form of one person, what the thread sees at the end, and what stays with the facilitator."""

from slack_sdk.models.blocks import Block, InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from bot.contents.sessions import NotShown, Revealed
from bot.reflections import Held, ReflectionForm
from bot.silent import PROMPT, Kept, KeptBack, Unrevealed, Withheld, Writers
from bot.workshop.workshop import Visibility
from handlers.views import ids
from handlers.views.blocks import Message, choice_input, message, paragraph, paragraphs, small_print
from handlers.views.reflection_steps import held_back, identifier_choice, risk_input, visibilities
from handlers.views.sessions import question_of
from prompts.pack import in_language
from prompts.words import Markup, Words, mention

LONGEST = 1500
MOST_PARAGRAPHS = 95

WITHHELD_WORDS = {
    Withheld.FEW: "unrevealed-few",
    Withheld.RISK: "unrevealed-risk",
    Withheld.KEPT: "unrevealed-kept",
}


def silent_form(say: Words, form: ReflectionForm, held: Held | None = None) -> View:
    """One question, for oneself. *held* is an answer that was not stored: it comes back as it was typed."""
    stored = form.answers.get(PROMPT)
    prompt = form.pack.prompt(PROMPT)
    given = held.given if held else stored
    block = ids.of_try(ids.about(ids.PROMPT, PROMPT), held.given.tries + 1 if held else 0)
    helping = in_language(prompt.help, say.language) if prompt.help else None
    element = PlainTextInputElement(
        action_id=ids.ANSWER,
        multiline=True,
        max_length=LONGEST,
        initial_value=(held.words if held else stored.words if stored else "")[:LONGEST] or None,
    )
    return View(
        type="modal",
        callback_id=ids.SILENT_FORM,
        private_metadata=ids.of_round(form.round, PROMPT, stored.edition if stored else ""),
        title=say.plain("silent-form-title"),
        submit=say.plain("silent-form-keep"),
        close=say.plain("form-close"),
        blocks=[
            small_print(say.rich("silent-form-about", reference=form.file.case.reference)),
            *(held_back(say, prompt, held) if held else []),
            InputBlock(
                block_id=block,
                label=in_language(prompt.question, say.language),
                hint=helping,
                element=element,
                optional=True,
            ),
            *(identifier_choice(say) if held and held.found and held.found.keepable else []),
            *risk_input(say, form, PROMPT, held),
            choice_input(
                ids.about(ids.VISIBILITY, PROMPT),
                say.plain("step-visibility"),
                visibilities(say),
                chosen=given.visibility if given else form.file.workshop.visibility,
                hint=say.plain(
                    "silent-visibility-hint",
                    role=form.participant.role,
                    agency=form.participant.agency,
                    alone="yes" if form.alone else "no",
                ),
            ),
        ],
    )


def silent_kept(say: Words, form: ReflectionForm) -> View:
    """What becomes of it now, in the place of the form."""
    key = "silent-kept" if PROMPT in form.answers else "silent-taken-back"
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("silent-form-title"),
        close=say.plain("form-done"),
        blocks=[paragraph(say.rich(key))],
    )


def unrevealed_form(say: Words, place: str, *, closing: bool) -> View:
    """What becomes of what was written and not revealed; *place* is what the facilitator was about to do."""
    offered = [
        (Unrevealed.REVEAL.value, say.plain("unrevealed-reveal")),
        (Unrevealed.KEEP.value, say.plain("unrevealed-keep")),
    ]
    return View(
        type="modal",
        callback_id=ids.UNREVEALED_FORM,
        private_metadata=place,
        title=say.plain("unrevealed-title"),
        submit=say.plain("unrevealed-close" if closing else "unrevealed-next"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("unrevealed-about")),
            choice_input(ids.UNREVEALED, say.plain("unrevealed-choice"), offered, chosen=Unrevealed.REVEAL),
        ],
    )


def revealed(say: Words, facts: Revealed) -> Message:
    """What was written, all of it at once. How much was not shown is not told: that could name somebody."""
    shown: list[Block] = [paragraph(say.rich("revealed-about", page=facts.page, pages=facts.pages))]
    for each in facts.answers:
        speaker = each.speaker or say.plain("speaker-unattributed")
        shown += paragraphs(say.rich("revealed-line", speaker=speaker, words=each.words))
    if facts.page == facts.pages:
        shown.append(small_print(say.rich("revealed-meaning")))
    return message(shown)


def not_shown(say: Words, facts: NotShown) -> Message:
    why = say.rich(WITHHELD_WORDS[Withheld(facts.why)])
    return message([paragraph(say.rich("unrevealed-told", reference=facts.case.reference, why=Markup(why)))])


def kept_back_view(say: Words, kept: KeptBack) -> View:
    """What the group did not see, for the facilitator."""
    blocks: list[Block] = [paragraph(say.rich("kept-back-about", reference=kept.file.case.reference))]
    for number, each in enumerate(kept.answers):
        parts = paragraphs(_kept(say, kept, each))
        if len(blocks) + len(parts) > MOST_PARAGRAPHS:
            blocks.append(paragraph(say.rich("more-not-shown", count=len(kept.answers) - number)))
            break
        blocks += parts
    if not kept.answers:
        blocks.append(paragraph(say.rich("kept-back-none")))
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("kept-back-title"),
        close=say.plain("form-done"),
        blocks=blocks,
    )


def _kept(say: Words, kept: KeptBack, answer: Kept) -> str:
    line = say.rich(
        "kept-back-line",
        question=question_of(say, kept.agenda, answer.stage),
        speaker=answer.speaker or say.plain("speaker-unattributed"),
        words=answer.words,
        private="yes" if answer.visibility is Visibility.FACILITATOR_ONLY else "no",
    )
    return f"{line}\n{say.rich('answers-risk')}" if answer.risk else line


def writers_told(say: Words, writers: Writers) -> list[Block]:
    """Who has written in the open round and who has not, as far as that may be told."""
    untold = Markup(", ".join(mention(each.user).text for each in writers.untold))
    waiting = Markup(", ".join(mention(each.user).text for each in writers.waiting))
    if writers.untold:
        return [paragraph(say.rich("voices-round-untold", people=untold))]
    if writers.waiting:
        return [paragraph(say.rich("voices-round-waiting", people=waiting))]
    return [paragraph(say.rich("voices-round-everybody"))]
