"""Finds what can be clicked or filled in by the words that stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.blocks import interactive
from bot.sandbox.errors import NothingSays
from bot.sandbox.reading import label_of, readable
from bot.sandbox.shapes import UNFILLABLE
from bot.sandbox.state import Json

MARKS = " *_~:"


@dataclass(frozen=True)
class Button:
    """A button, or one option of an overflow menu; `around` is what stands near it."""

    label: str
    block: Json
    element: Json
    around: str
    option: Json | None = None


@dataclass(frozen=True)
class Field:
    """Something that takes a value, under the label that people read."""

    label: str
    block: Json
    element: Json

    @property
    def required(self) -> bool:
        return self.block["type"] == "input" and not self.block.get("optional", False)

    @property
    def reports(self) -> bool:
        """Whether the app hears of each change, not only of the whole form."""
        return self.block["type"] != "input" or bool(self.block.get("dispatch_action"))


def buttons(blocks: list[Json]) -> Iterator[Button]:
    around: list[str] = []
    for block in blocks:
        around += readable([block])
        inside = interactive(block)
        for element in inside:
            if element["type"] == "overflow":
                for option in element["options"]:
                    yield Button(option["text"]["text"], block, element, "\n".join(around), option)
            elif element["type"] in {"button", "workflow_button", "icon_button"}:
                yield Button(label_of(element), block, element, "\n".join(around))
        if inside:
            around = []


def fields(blocks: list[Json]) -> Iterator[Field]:
    heading = ""
    for block in blocks:
        fillable = [each for each in interactive(block) if each["type"] not in UNFILLABLE]
        if block["type"] in {"section", "header"}:
            heading = _first_line(block)
        for element in fillable:
            own = label_of(element) if block["type"] == "actions" else ""
            label = block["label"]["text"] if block["type"] == "input" else own or heading
            yield Field(clean(label), block, element)


def labels(blocks: list[Json]) -> list[str]:
    """What there is to click."""
    return [each.label for each in buttons(blocks)]


def button(blocks: list[Json], label: str, near: str | None) -> Button | None:
    """The one button with this label, and *near* these words if there are several."""
    matching = [each for each in buttons(blocks) if clean(each.label) == clean(label)]
    if near is not None:
        matching = [each for each in matching if near in each.around]
    if len(matching) > 1:
        places = " / ".join(each.around.replace("\n", " ") for each in matching)
        raise NothingSays(f"{len(matching)} buttons say {label!r}; say which with near=: {places}")
    return matching[0] if matching else None


def field(blocks: list[Json], label: str) -> Field | None:
    return next((each for each in fields(blocks) if each.label == clean(label)), None)


def clean(label: str) -> str:
    """A label without its emphasis and colon."""
    return label.strip(MARKS)


def _first_line(block: Json) -> str:
    text: Json = block.get("text") or next(iter(block.get("fields", [])), {})
    return str(text.get("text", "")).partition("\n")[0]
