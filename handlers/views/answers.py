"""Each kind of answer: the input that asks for it, and how it reads once given."""

from typing import Any

from slack_sdk.models.blocks import (
    CheckboxesElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
    UserSelectElement,
)

from handlers.views import ids
from handlers.views.blocks import LONGEST_ANSWER
from prompts.pack import ON_THE_SCALE, Prompt, in_language
from prompts.words import Markup, Words, escape, mention

LONGEST_DATE = 150


def answer_input(say: Words, prompt: Prompt, block_id: str, given: str | None) -> InputBlock:
    """The question, with the input that its kind of answer needs, filled with what was *given* before."""
    return InputBlock(
        block_id=block_id,
        label=in_language(prompt.question, say.language),
        hint=in_language(prompt.help, say.language),
        element=_element(say, prompt, given),
        optional=True,
    )


def answer_shown(say: Words, prompt: Prompt, text: str) -> Markup:
    """An answer as it is read: labels where names of options are kept, a mention where an id is."""
    match prompt.kind:
        case "choice" | "choices":
            chosen = [in_language(prompt.option(name).text, say.language) for name in text.split("\n")]
            return Markup(escape(", ".join(chosen)))
        case "scale":
            return Markup(say.rich("answer-scale", number=int(text)))
        case "person":
            return mention(text)
        case _:
            return Markup(escape(text))


def _element(say: Words, prompt: Prompt, given: str | None) -> Any:
    match prompt.kind:
        case "choice":
            shown = _options(say, prompt)
            return RadioButtonsElement(
                action_id=ids.ANSWER, options=list(shown.values()), initial_option=shown.get(given or "")
            )
        case "choices":
            shown = _options(say, prompt)
            ticked = [shown[name] for name in (given or "").split("\n") if name in shown]
            return CheckboxesElement(action_id=ids.ANSWER, options=list(shown.values()), initial_options=ticked or None)
        case "scale":
            shown = {number: Option(value=number, text=_on_the_scale(say, prompt, number)) for number in ON_THE_SCALE}
            return StaticSelectElement(
                action_id=ids.ANSWER,
                options=list(shown.values()),
                initial_option=shown.get(given or ""),
                placeholder=say.plain("answer-scale-choose"),
            )
        case "person":
            return UserSelectElement(action_id=ids.ANSWER, initial_user=given)
        case "date":
            return PlainTextInputElement(action_id=ids.ANSWER, max_length=LONGEST_DATE, initial_value=given)
        case _:
            return PlainTextInputElement(
                action_id=ids.ANSWER, multiline=True, max_length=LONGEST_ANSWER, initial_value=given
            )


def _options(say: Words, prompt: Prompt) -> dict[str, Option]:
    return {each.name: Option(value=each.name, text=in_language(each.text, say.language)) for each in prompt.options}


def _on_the_scale(say: Words, prompt: Prompt, number: str) -> str:
    """The number, with its meaning at both ends."""
    ends = prompt.ends
    meaning = {ON_THE_SCALE[0]: ends.low, ON_THE_SCALE[-1]: ends.high}.get(number) if ends else None
    label = f"{number}: {in_language(meaning, say.language)}" if meaning else number
    return label if len(label) <= Option.label_max_length else number
