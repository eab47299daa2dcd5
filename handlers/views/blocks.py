"""The few shapes that every view is made of, so that each looks and reads alike."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    CheckboxesElement,
    ConfirmObject,
    ContextBlock,
    DatePickerElement,
    HeaderBlock,
    InputBlock,
    InteractiveElement,
    MarkdownTextObject,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
    StaticMultiSelectElement,
    StaticSelectElement,
)

from bot.workshop.letter import Post
from bot.workshop.session import Place
from handlers.views import ids
from prompts.words import Markup, escape

LONGEST_TEXT = 4000
LONGEST_SECTION = 3000
LONGEST_HEADER = 150
LONGEST_ANSWER = 3000


@dataclass(frozen=True)
class Message:
    """A message as Slack takes it. ``text`` carries the full meaning: screen readers read nothing else."""

    text: str
    blocks: list[dict[str, Any]]


def message(blocks: Sequence[Block]) -> Message:
    """A message of *blocks*, with the same words as its text."""
    spoken = "\n".join(line for block in blocks for line in _spoken(block))
    return Message(cut(spoken, LONGEST_TEXT), [block.to_dict() for block in blocks])


def heading(text: str) -> HeaderBlock:
    return HeaderBlock(text=cut(text, LONGEST_HEADER))


def paragraph(text: str, *, block_id: str | None = None, accessory: InteractiveElement | None = None) -> SectionBlock:
    return SectionBlock(
        text=MarkdownTextObject(text=cut(text, LONGEST_SECTION)), block_id=block_id, accessory=accessory
    )


def paragraphs(text: str) -> list[SectionBlock]:
    """All of *text*, in as many paragraphs as it needs: somebody's words are never cut short where they are read."""
    parts = [""]
    # A link with its words, or an escape, stays in one piece; a word with no end does not.
    for word in re.findall(r"(?:<[^<>]*>|&\w+;|\S){1,500}\s*", text):
        if len(parts[-1]) + len(word.rstrip()) > LONGEST_SECTION:
            parts.append("")
        parts[-1] += word
    return [paragraph(part.rstrip()) for part in parts if part]


def small_print(text: str) -> ContextBlock:
    return ContextBlock(elements=[MarkdownTextObject(text=cut(text, LONGEST_SECTION))])


def buttons(*elements: ButtonElement) -> ActionsBlock:
    return ActionsBlock(elements=list(elements))


def button(
    label: str, action_id: str, value: int | str, *, style: str | None = None, confirm: ConfirmObject | None = None
) -> ButtonElement:
    return ButtonElement(text=label, action_id=action_id, value=str(value), style=style, confirm=confirm)


def asking_once_more(title: str, question: str, *, yes: str, no: str) -> ConfirmObject:
    """For a step that cannot be taken back."""
    return ConfirmObject(title=title, text=PlainTextObject(text=question), confirm=yes, deny=no)


def text_input(
    block_id: str,
    label: str,
    *,
    hint: str | None = None,
    initial: str | None = None,
    optional: bool = False,
    lines: bool = True,
    longest: int = LONGEST_ANSWER,
) -> InputBlock:
    element = PlainTextInputElement(
        action_id=ids.ANSWER, multiline=lines, max_length=longest, initial_value=initial and initial[:longest]
    )
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element, optional=optional)


def date_input(
    block_id: str, label: str, *, hint: str | None = None, initial: date | None = None, optional: bool = False
) -> InputBlock:
    element = DatePickerElement(action_id=ids.ANSWER, initial_date=initial.isoformat() if initial else None)
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element, optional=optional)


def choice_input(
    block_id: str, label: str, options: Sequence[tuple[str, str]], *, chosen: str, hint: str | None = None
) -> InputBlock:
    """*options* as (value, label); *chosen* is the value that is ticked at first."""
    shown = {value: Option(value=value, text=text) for value, text in options}
    element = RadioButtonsElement(action_id=ids.ANSWER, options=list(shown.values()), initial_option=shown[chosen])
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element)


def select_input(
    block_id: str,
    label: str,
    options: Sequence[tuple[str, str]],
    *,
    chosen: str | None = None,
    hint: str | None = None,
) -> InputBlock:
    """*options* as (value, label), one of them; none has to be where none is *chosen* at first."""
    shown = {value: Option(value=value, text=text) for value, text in options}
    initial = shown[chosen] if chosen is not None else None
    element = StaticSelectElement(action_id=ids.ANSWER, options=list(shown.values()), initial_option=initial)
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element, optional=chosen is None)


def many_input(block_id: str, label: str, options: Sequence[tuple[str, str]], *, hint: str | None = None) -> InputBlock:
    """*options* as (value, label), at least one of them."""
    shown = [Option(value=value, text=text) for value, text in options]
    element = StaticMultiSelectElement(action_id=ids.ANSWER, options=shown)
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element)


def ticks_input(
    block_id: str,
    label: str,
    options: Sequence[tuple[str, str]],
    *,
    ticked: Collection[str] = (),
    hint: str | None = None,
    optional: bool = True,
) -> InputBlock:
    """*options* as (value, label), any of them; those that are *ticked* at first by their values."""
    shown = {value: Option(value=value, text=text) for value, text in options}
    first = [option for value, option in shown.items() if value in ticked] or None
    element = CheckboxesElement(action_id=ids.ANSWER, options=list(shown.values()), initial_options=first)
    return InputBlock(block_id=block_id, label=label, hint=hint, element=element, optional=optional)


def link_to(place: Place, workspace: str) -> str:
    """The web address of a reply in its thread; without the thread Slack would show the channel."""
    message = f"{workspace}archives/{place.channel}/p{place.ts.replace('.', '')}"
    return f"{message}?thread_ts={place.thread}&cid={place.channel}"


def link_to_message(post: Post, workspace: str) -> str:
    """The web address of a message that stands in its channel."""
    return f"{workspace}archives/{post.channel}/p{post.ts.replace('.', '')}"


def clock_time(at: datetime) -> Markup:
    """A time of day that Slack shows to each reader in their own time zone; in UTC where it cannot."""
    return Markup(f"<!date^{int(at.timestamp())}^{{time}}|{at:%H:%M} UTC>")


def cut(text: str, longest: int) -> str:
    """*text*, or as much of it as fits, ended at a word and with an ellipsis; no link or escape is cut in two."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1].rsplit(" ", 1)[0]
    return re.sub(r"(?:<[@#!h][^>]*|&\w{0,4})$", "", kept).rstrip() + "…"


def _spoken(block: Block) -> list[str]:
    shape = block.to_dict()
    texts = [shape.get("text"), *shape.get("elements", [])] if shape["type"] != "actions" else []
    return [_as_text(text) for text in texts if isinstance(text, dict) and isinstance(text.get("text"), str)]


def _as_text(shown: Mapping[str, str]) -> str:
    """A block's text for the text of its message, in which Slack reads markup: what was plain has to stay so."""
    return escape(shown["text"]) if shown["type"] == "plain_text" else _unmarked(shown["text"])


def _unmarked(text: str) -> str:
    """Slack's markup for eyes only (bold, italics, quotation bars, addresses of links), taken out for ears."""
    text = re.sub(r"<https?:[^|>]*\|([^>]*)>", r"\1", text)
    return re.sub(r"(?m)^>\s?|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)", "", text)
