"""Writing a reflection, one question at a time: the privacy notice, the steps, the review."""

from slack_sdk.models.blocks import Block, ButtonElement
from slack_sdk.models.views import View

from bot.privacy import in_words
from bot.reflections import Held, ReflectionForm, Withdrawn
from bot.workshop.reflection import Occasion
from bot.workshop.workshop import Visibility
from handlers.views import ids
from handlers.views.answers import answer_input, answer_shown
from handlers.views.blocks import (
    asking_once_more,
    button,
    buttons,
    choice_input,
    paragraph,
    paragraphs,
    small_print,
    text_input,
)
from handlers.views.notices import with_models
from handlers.views.risks import risk_asked, risk_tick
from prompts.pack import Prompt, in_language
from prompts.words import Words

VISIBILITY_WORDS = {
    Visibility.NAMED_ROLE: "visibility-named-role",
    Visibility.UNATTRIBUTED: "visibility-unattributed",
    Visibility.FACILITATOR_ONLY: "visibility-facilitator-only",
}


def notice_form(say: Words, form: ReflectionForm, callback: str = ids.REFLECTION_NOTICE) -> View:
    """What happens to what is written, before anything is; *callback* goes on from there."""
    return View(
        type="modal",
        callback_id=callback,
        private_metadata=ids.of_round(form.round),
        title=say.plain("notice-form-title"),
        submit=say.plain("notice-form-read"),
        close=say.plain("form-close"),
        blocks=[
            paragraph(say.rich("notice-kept")),
            paragraph(say.rich("notice-seen")),
            paragraph(say.rich("notice-record")),
            paragraph(say.rich("notice-instead")),
            paragraph(say.rich("notice-risk")),
            *with_models(say, form.file.workshop, by_meaning=form.by_meaning),
        ],
    )


def step_form(say: Words, form: ReflectionForm, name: str, held: Held | None = None) -> View:
    """One question of the pack, with how far one has come and a way back, forward and out.

    *held* is an answer that was not stored: it comes back as it was typed, with what its author should know.
    """
    prompt = form.pack.prompt(name)
    place = [each.name for each in form.steps].index(name)
    value = ids.of_round(form.round, name)
    steps = [button(say.plain("step-leave"), ids.REFLECTION_LEAVE, value)]
    if place:
        steps.insert(0, button(say.plain("step-back"), ids.REFLECTION_BACK, value))
    stored = form.answers.get(name)
    given = held.given if held else stored
    block = ids.of_try(ids.about(ids.PROMPT, name), held.given.tries + 1 if held else 0)
    return View(
        type="modal",
        callback_id=ids.REFLECTION_STEP,
        private_metadata=ids.of_round(form.round, name, stored.edition if stored else ""),
        title=say.plain("reflection-form-title", occasion=form.occasion),
        submit=say.plain("step-next"),
        close=say.plain("form-close"),
        blocks=[
            small_print(_progress(say, form, place)),
            *(held_back(say, prompt, held) if held else []),
            answer_input(say, prompt, block, held.words if held else stored.words if stored else None),
            *(identifier_choice(say) if held and held.found and held.found.keepable else []),
            *([] if form.occasion is Occasion.TOGETHER else risk_input(say, form, name, held)),
            _who_sees(say, form, name, given.visibility if given else None),
            buttons(*steps),
        ],
    )


def risk_input(say: Words, form: ReflectionForm, name: str, held: Held | None) -> list[Block]:
    """The tick, or the question in its place where the stored answer asks."""
    asked = form.asks(name)
    if asked:
        return risk_asked(say, asked, name, held=held is not None)
    stored = form.answers.get(name)
    return risk_tick(say, name, ticked=bool(held and held.given.risk), raised=bool(stored and stored.risk))


def _who_sees(say: Words, form: ReflectionForm, name: str, given: Visibility | None) -> Block:
    """Who may see the answer, to be chosen; where there is no choice, who sees it."""
    if form.occasion in {Occasion.TOGETHER, Occasion.ALONE}:
        smallest = form.pack.smallest_group or 0
        return small_print(say.rich("step-who-sees", occasion=form.occasion, smallest=smallest))
    return choice_input(
        ids.about(ids.VISIBILITY, name),
        say.plain("step-visibility"),
        visibilities(say),
        chosen=_usual(form, given),
        hint=say.plain(
            "step-visibility-hint" if form.occasion is Occasion.BEFORE else "step-visibility-hint-after",
            role=form.participant.role,
            agency=form.participant.agency,
            alone="yes" if form.alone else "no",
            few="yes" if form.few else "no",
        ),
    )


def held_back(say: Words, prompt: Prompt, held: Held) -> list[Block]:
    """Why the answer was not stored, above the question."""
    if held.elsewhere is not None:
        there = say.rich("step-elsewhere", words=answer_shown(say, prompt, held.elsewhere))
        return [*paragraphs(there), paragraph(say.rich("step-elsewhere-yours"))]
    told: list[Block] = []
    if held.found and held.found.masked:
        told.append(paragraph(say.rich("step-masked", kinds=in_words(say, held.found.masked))))
    if held.found and held.found.keepable:
        told.append(paragraph(say.rich("step-keepable", kinds=in_words(say, held.found.keepable))))
        told += paragraphs(say.rich("step-keepable-masked", words=held.found.preview))
    return told


def identifier_choice(say: Words) -> list[Block]:
    """What to do with an identifier that may be kept."""
    offered = [(ids.MASK, say.plain("step-choice-mask")), (ids.KEEP, say.plain("step-choice-keep"))]
    return [
        choice_input(ids.CHOICE, say.plain("step-choice"), offered, chosen=ids.MASK),
        text_input(ids.BECAUSE, say.plain("step-because"), optional=True, lines=False, longest=200),
    ]


def review_form(say: Words, form: ReflectionForm) -> View:
    """Everything that was written, to be looked over; sending the form lets others read it."""
    sent = "yes" if form.sent else "no"
    about = say.rich("review-reflection-about", occasion=form.occasion, sent=sent, date=form.until)
    blocks: list[Block] = [paragraph(about)]
    for prompt in form.steps:
        blocks += _reviewed(say, form, prompt)
    alone = form.occasion is Occasion.ALONE
    if form.answers:
        copy = [button(say.plain("button-own-copy"), ids.LEARNING_COPY, ids.of_round(form.round))] if alone else []
        blocks.append(buttons(*copy, _withdraw(say, form)))
    return View(
        type="modal",
        callback_id=ids.REFLECTION_REVIEW,
        private_metadata=ids.of_round(form.round),
        title=say.plain("review-reflection-title"),
        # What is for oneself alone is kept already, and goes to nobody.
        submit=None if alone else say.plain("review-reflection-keep" if form.sent else "review-reflection-send"),
        close=say.plain("form-done") if alone else say.plain("form-close"),
        blocks=blocks,
    )


def saved(say: Words, form: ReflectionForm) -> View:
    return _instead(say, form, say.rich("reflection-saved", occasion=form.occasion, date=form.until))


def sent(say: Words, form: ReflectionForm) -> View:
    return _instead(say, form, say.rich("reflection-sent", occasion=form.occasion, date=form.until))


def withdrawn(say: Words, gone: Withdrawn) -> View:
    form, risk = gone.form, "yes" if gone.risk_stays else "no"
    told = say.rich("reflection-withdrawn", occasion=form.occasion, date=form.until, risk=risk)
    return _instead(say, form, told)


def copied(say: Words, form: ReflectionForm) -> View:
    return _instead(say, form, say.rich("own-copy-coming"))


def _instead(say: Words, form: ReflectionForm, sentence: str) -> View:
    """One sentence in the place of the form."""
    return View(
        type="modal",
        callback_id=ids.NOTICE,
        title=say.plain("reflection-form-title", occasion=form.occasion),
        close=say.plain("form-done"),
        blocks=[paragraph(sentence)],
    )


def _progress(say: Words, form: ReflectionForm, place: int) -> str:
    return say.rich(
        "step-progress",
        number=place + 1,
        total=len(form.steps),
        minutes=form.minutes_left(form.steps[place].name),
        reference=form.file.case.reference,
        pseudonym=form.file.case.pseudonym,
    )


def visibilities(say: Words) -> list[tuple[str, str]]:
    """Who may see an answer, to choose from."""
    return [(each, say.plain(key)) for each, key in VISIBILITY_WORDS.items()]


def _usual(form: ReflectionForm, chosen: Visibility | None) -> Visibility:
    """What was chosen for this answer, or for the one before it; at first what the workshop has for all."""
    if chosen is not None:
        return chosen
    before = [form.answers[prompt.name].visibility for prompt in form.steps if prompt.name in form.answers]
    return before[-1] if before else form.file.workshop.visibility


def _reviewed(say: Words, form: ReflectionForm, prompt: Prompt) -> list[Block]:
    given = form.answers.get(prompt.name)
    question = in_language(prompt.question, say.language)
    edit = button(say.plain("review-reflection-edit"), ids.REFLECTION_EDIT, ids.of_round(form.round, prompt.name))
    if given is None:
        return [paragraph(say.rich("review-reflection-skipped", question=question), accessory=edit)]
    risk = "raised" if given.risk else "asked" if form.asks(prompt.name) else "none"
    if form.occasion in {Occasion.TOGETHER, Occasion.ALONE}:
        told = paragraph(say.rich("review-reflection-answered", question=question, risk=risk), accessory=edit)
        return [told, *paragraphs(answer_shown(say, prompt, given.words).text)]
    shown = say.plain(VISIBILITY_WORDS[given.visibility])
    facts = say.rich("review-reflection-question", question=question, visibility=shown, risk=risk)
    asked = paragraph(facts, accessory=edit)
    return [asked, *paragraphs(answer_shown(say, prompt, given.words).text)]


def _withdraw(say: Words, form: ReflectionForm) -> ButtonElement:
    label = say.plain("review-reflection-withdraw", occasion=form.occasion)
    confirm = asking_once_more(
        label,
        say.plain("confirm-withdraw", occasion=form.occasion),
        yes=say.plain("confirm-yes"),
        no=say.plain("form-close"),
    )
    return button(label, ids.REFLECTION_WITHDRAW, ids.of_round(form.round), confirm=confirm)
