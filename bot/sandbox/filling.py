"""Turns what a person means (a word, a date, a colleague) into the value an element holds, or says why not."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from bot.sandbox.errors import FormRefused, NothingSays
from bot.sandbox.state import Json

TEXT = frozenset({"plain_text_input", "email_text_input", "url_text_input"})
OPTIONS = frozenset({"static_select", "radio_buttons"})
MANY_OPTIONS = frozenset({"multi_static_select", "checkboxes"})
PEOPLE = frozenset({"users_select", "conversations_select", "channels_select"})
MANY_PEOPLE = frozenset({"multi_users_select", "multi_conversations_select", "multi_channels_select"})


def value_for(label: str, element: Json, meant: Any) -> Any:
    kind = str(element["type"])
    if meant is None:
        return [] if kind in MANY_OPTIONS | MANY_PEOPLE else None
    if kind not in CONVERSIONS:
        raise NothingSays(f"{label!r} is a {kind}, which nobody can fill in here.")
    return CONVERSIONS[kind](label, element, meant)


def shown(entry: Json, value: Any) -> Any:
    """What a filled-in value looks like to the person: labels instead of options."""
    if isinstance(value, dict) and "text" in value and "value" in value:
        return value["text"]["text"]
    if isinstance(value, list):
        return [shown(entry, each) for each in value]
    if isinstance(value, dict) and value.get("type") == "rich_text":
        return "\n".join(part.get("text", "") for part in value["elements"][0]["elements"])
    return value


def options_of(element: Json) -> list[Json]:
    groups = element.get("option_groups", [])
    inside = [option for group in groups for option in group["options"]]
    return [*element.get("options", []), *inside]


def _text(label: str, element: Json, meant: Any) -> str | None:
    text = str(meant)
    least, most = element.get("min_length"), element.get("max_length")
    if most is not None and len(text) > most:
        raise FormRefused({label: f"must be at most {most} characters, is {len(text)}"})
    if least and text and len(text) < least:
        raise FormRefused({label: f"must be at least {least} characters, is {len(text)}"})
    if "\n" in text and not element.get("multiline"):
        raise FormRefused({label: "has one line only"})
    return text or None


def _address(label: str, element: Json, meant: Any) -> str | None:
    text = _text(label, element, meant)
    if text and "@" not in text:
        raise FormRefused({label: "must be an email address"})
    return text


def _link(label: str, element: Json, meant: Any) -> str | None:
    text = _text(label, element, meant)
    if text and "://" not in text:
        raise FormRefused({label: "must be a link"})
    return text


def _number(label: str, element: Json, meant: Any) -> str:
    number = float(meant)
    if not element.get("is_decimal_allowed") and not number.is_integer():
        raise FormRefused({label: "must be a whole number"})
    if number < float(element.get("min_value", "-inf")) or number > float(element.get("max_value", "inf")):
        raise FormRefused({label: f"must be {element.get('min_value')} to {element.get('max_value')}"})
    return str(meant)


def _option(label: str, element: Json, meant: Any) -> Json:
    options = options_of(element)
    for option in options:
        if option["text"]["text"] == str(meant):
            return option
    there = ", ".join(option["text"]["text"] for option in options)
    raise NothingSays(f"{label!r} does not offer {meant!r}. There are: {there}")


def _options(label: str, element: Json, meant: Any) -> list[Json]:
    chosen = [meant] if isinstance(meant, str) else list(meant)
    return [_option(label, element, each) for each in _few_enough(label, element, chosen)]


def _id(_label: str, _element: Json, meant: Any) -> str:
    return meant if isinstance(meant, str) else str(meant.id)


def _ids(label: str, element: Json, meant: Any) -> list[str]:
    chosen = list(meant) if isinstance(meant, list | tuple | set) else [meant]
    return [_id(label, element, each) for each in _few_enough(label, element, chosen)]


def _few_enough(label: str, element: Json, chosen: list[Any]) -> list[Any]:
    most = element.get("max_selected_items")
    if most is not None and len(chosen) > most:
        raise FormRefused({label: f"takes at most {most}"})
    return chosen


def _date(_label: str, _element: Json, meant: Any) -> str:
    return (meant if isinstance(meant, date) else date.fromisoformat(meant)).isoformat()


def _time(_label: str, _element: Json, meant: Any) -> str:
    return (meant if isinstance(meant, time) else time.fromisoformat(meant)).strftime("%H:%M")


def _moment(_label: str, _element: Json, meant: datetime) -> int:
    return int(meant.timestamp())


def _rich_text(_label: str, _element: Json, meant: Any) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(meant)}]}
    return {"type": "rich_text", "elements": [section]}


CONVERSIONS: dict[str, Callable[[str, Json, Any], Any]] = {
    "plain_text_input": _text,
    "email_text_input": _address,
    "url_text_input": _link,
    "number_input": _number,
    "rich_text_input": _rich_text,
    "datepicker": _date,
    "timepicker": _time,
    "datetimepicker": _moment,
    **dict.fromkeys(OPTIONS, _option),
    **dict.fromkeys(MANY_OPTIONS, _options),
    **dict.fromkeys(PEOPLE, _id),
    **dict.fromkeys(MANY_PEOPLE, _ids),
}
