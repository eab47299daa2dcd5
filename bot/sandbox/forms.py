"""A form, or the Home tab, as the person in front of it reads and fills it."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.controls import Field, clean, field, fields, labels
from bot.sandbox.errors import NothingSays
from bot.sandbox.filling import options_of, shown, value_for
from bot.sandbox.inputs import value_in, with_value
from bot.sandbox.reading import readable
from bot.sandbox.state import Json, View

REQUIRED = "Please complete this required field."


@dataclass(frozen=True)
class Form:
    """What is on the screen now."""

    view: View

    @property
    def title(self) -> str:
        return _text(self.view.payload.get("title"))

    @property
    def submit(self) -> str:
        """What the button that sends the form says; empty if there is none."""
        return _text(self.view.payload.get("submit"))

    @property
    def callback_id(self) -> str:
        return str(self.view.payload.get("callback_id", ""))

    @property
    def labels(self) -> list[str]:
        """The labels of everything that can be filled in, in order."""
        return [each.label for each in fields(self.view.blocks)]

    @property
    def buttons(self) -> list[str]:
        """What there is to click, beside the button that sends the form."""
        return labels(self.view.blocks)

    @property
    def text(self) -> str:
        """All that can be read, labels and hints too."""
        return "\n".join([self.title, *readable(self.view.blocks)])

    @property
    def blocks(self) -> list[Json]:
        return self.view.blocks

    @property
    def errors(self) -> dict[str, str]:
        """What is said in red, by label."""
        return by_label(self.view, self.view.errors)

    @property
    def values(self) -> dict[str, Any]:
        """What is filled in now, by label, as it looks on the screen."""
        entries = {each.label: self._entry(each) for each in fields(self.view.blocks)}
        return {label: shown(entry, value_in(entry)) for label, entry in entries.items()}

    def options(self, label: str) -> list[str]:
        """What can be chosen under a label."""
        return [option["text"]["text"] for option in options_of(self.field(label).element)]

    def field(self, label: str) -> Field:
        found = field(self.view.blocks, label)
        if found is None:
            raise NothingSays(f"{self.title!r} does not ask for {label!r}. It asks for: {', '.join(self.labels)}")
        return found

    def fill(self, label: str, meant: Any) -> Field:
        found = self.field(label)
        value = with_value(found.element, value_for(found.label, found.element, meant))
        self.view.values[found.block["block_id"]][found.element["action_id"]] = value
        return found

    def missing(self) -> dict[str, str]:
        """Required inputs that are empty, by block_id."""
        empty = [each for each in fields(self.view.blocks) if each.required and not self._filled(each)]
        return {each.block["block_id"]: REQUIRED for each in empty}

    def _filled(self, each: Field) -> bool:
        return value_in(self._entry(each)) not in (None, "", [])

    def _entry(self, each: Field) -> Json:
        entry: Json = self.view.values[each.block["block_id"]][each.element["action_id"]]
        return entry


def by_label(view: View, errors: dict[str, str]) -> dict[str, str]:
    labels = {block["block_id"]: clean(_text(block.get("label"))) for block in view.blocks}
    return {labels.get(block_id, block_id): words for block_id, words in errors.items()}


def _text(thing: Any) -> str:
    return str(thing["text"]) if thing else ""
