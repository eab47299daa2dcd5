"""The rules for what stands inside blocks: buttons, selects, pickers and inputs."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from bot.sandbox import limits
from bot.sandbox.findings import Findings, numbered
from bot.sandbox.shapes import ELEMENTS
from bot.sandbox.state import Json

CLOCK = re.compile(r"\d\d:\d\d")


def check_element(found: Findings, path: str, element: Any, place: str) -> None:
    """One element that stands in *place*: section, actions, input, context or context_actions."""
    if not isinstance(element, dict):
        found.add(path, "must be an element")
        return
    kind = element.get("type")
    shape = ELEMENTS.get(str(kind))
    if shape is None:
        found.add(path, f"unsupported element type: {kind!r}")
        return
    if place not in shape.where:
        found.add(path, f"{kind} is not allowed in {place}")
    found.keys(path, element, shape)
    _check_what_all_have(found, path, element)
    RULES.get(str(kind), _nothing_more)(found, path, element)


def _check_what_all_have(found: Findings, path: str, element: Json) -> None:
    if "action_id" in element:
        found.longest(f"{path}/action_id", element["action_id"], limits.ACTION_ID)
        if not element["action_id"]:
            found.add(f"{path}/action_id", "must not be empty")
    if "placeholder" in element:
        found.text(f"{path}/placeholder", element["placeholder"], limits.PLACEHOLDER, plain=True)
    if "confirm" in element:
        found.confirm(f"{path}/confirm", element["confirm"])
    if element.get("max_selected_items", 1) < 1:
        found.add(f"{path}/max_selected_items", "must be at least 1")
    found.flag(path, element, "focus_on_load", "multiline", "is_decimal_allowed", "response_url_enabled")


def _nothing_more(_found: Findings, _path: str, _element: Json) -> None: ...


def _button(found: Findings, path: str, element: Json) -> None:
    found.text(f"{path}/text", element.get("text"), limits.BUTTON_TEXT, plain=True)
    found.longest(f"{path}/value", element.get("value"), limits.BUTTON_VALUE)
    found.longest(f"{path}/url", element.get("url"), limits.BUTTON_URL)
    found.longest(f"{path}/accessibility_label", element.get("accessibility_label"), limits.ACCESSIBILITY_LABEL)
    if element.get("style") not in {None, "primary", "danger"}:
        found.add(f"{path}/style", "must be primary or danger")


def _image(found: Findings, path: str, element: Json) -> None:
    check_image(found, path, element)


def check_image(found: Findings, path: str, thing: Json) -> None:
    """What image blocks and image elements share."""
    if not str(thing.get("alt_text") or "").strip():
        found.add(f"{path}/alt_text", "must not be empty")
    found.longest(f"{path}/alt_text", thing.get("alt_text"), limits.ALT_TEXT)
    found.longest(f"{path}/image_url", thing.get("image_url"), limits.IMAGE_URL)
    if ("image_url" in thing) == ("slack_file" in thing):
        found.add(path, "must have either image_url or slack_file")


def _overflow(found: Findings, path: str, element: Json) -> None:
    _options(found, f"{path}/options", element.get("options"), limits.OVERFLOW_OPTIONS, plain=True)


def _choices(found: Findings, path: str, element: Json) -> None:
    options = _options(found, f"{path}/options", element.get("options"), limits.CHOICES, plain=False)
    _initial_among(found, path, element, options)


def _static_select(found: Findings, path: str, element: Json) -> None:
    if ("options" in element) == ("option_groups" in element):
        found.add(path, "must have either options or option_groups")
        return
    if "options" in element:
        options = _options(found, f"{path}/options", element["options"], limits.SELECT_OPTIONS, plain=True)
    else:
        options = _groups(found, f"{path}/option_groups", element["option_groups"])
    _initial_among(found, path, element, options)


def _groups(found: Findings, path: str, groups: Any) -> list[Json]:
    options: list[Json] = []
    for place, group in numbered(path, found.count(path, groups, 1, limits.OPTION_GROUPS)):
        found.text(f"{place}/label", group.get("label"), limits.GROUP_LABEL, plain=True)
        options += _options(found, f"{place}/options", group.get("options"), limits.SELECT_OPTIONS, plain=True)
    return options


def _options(found: Findings, path: str, options: Any, most: int, *, plain: bool) -> list[Json]:
    seen: set[str] = set()
    listed = [each for each in found.count(path, options, 1, most) if isinstance(each, dict)]
    for place, option in numbered(path, listed):
        _option(found, place, option, plain=plain)
        if option.get("value") in seen:
            found.add(f"{place}/value", f"is used twice: {option.get('value')!r}")
        seen.add(str(option.get("value")))
    return listed


def _option(found: Findings, path: str, option: Json, *, plain: bool) -> None:
    found.text(f"{path}/text", option.get("text"), limits.OPTION_TEXT, plain=plain)
    if not option.get("value"):
        found.add(f"{path}/value", "must not be empty")
    found.longest(f"{path}/value", option.get("value"), limits.OPTION_VALUE)
    found.longest(f"{path}/url", option.get("url"), limits.OPTION_URL)
    if "description" in option:
        found.text(f"{path}/description", option["description"], limits.OPTION_DESCRIPTION, plain=plain)
    for key in sorted(option.keys() - {"text", "value", "description", "url"}):
        found.add(path, f"invalid additional property: {key}")


def _initial_among(found: Findings, path: str, element: Json, options: list[Json]) -> None:
    if "initial_option" in element and not _offered(element["initial_option"], options):
        found.add(f"{path}/initial_option", "must be exactly one of the options")
    if "initial_options" not in element:
        return
    chosen = found.count(f"{path}/initial_options", element["initial_options"], 1, len(options))
    for place, option in numbered(f"{path}/initial_options", chosen):
        if not _offered(option, options):
            found.add(place, "must be exactly one of the options")


def _offered(option: Any, options: list[Json]) -> bool:
    """Whether *option* is one of them; Slack compares all of it but the emoji flag."""
    return any(_plainly(option) == _plainly(each) for each in options)


def _plainly(option: Any) -> Any:
    if not isinstance(option, dict):
        return option
    return {key: _plainly(value) for key, value in option.items() if key not in {"emoji", "verbatim"}}


def _text_input(found: Findings, path: str, element: Json) -> None:
    least, most = element.get("min_length", 0), element.get("max_length", limits.TEXT_INPUT)
    if not 0 <= least <= limits.TEXT_INPUT:
        found.add(f"{path}/min_length", f"must be 0 to {limits.TEXT_INPUT}")
    if not 1 <= most <= limits.TEXT_INPUT:
        found.add(f"{path}/max_length", f"must be 1 to {limits.TEXT_INPUT}")
    if least > most:
        found.add(f"{path}/min_length", "must not be more than max_length")
    found.longest(f"{path}/initial_value", element.get("initial_value"), most)
    _dispatch(found, path, element)


def _dispatch(found: Findings, path: str, element: Json) -> None:
    triggers = element.get("dispatch_action_config", {}).get("trigger_actions_on")
    if triggers is not None and not set(triggers) <= {"on_enter_pressed", "on_character_entered"}:
        found.add(f"{path}/dispatch_action_config", "knows only on_enter_pressed and on_character_entered")


def _rich_text_input(found: Findings, path: str, element: Json) -> None:
    if "initial_value" in element and element["initial_value"].get("type") != "rich_text":
        found.add(f"{path}/initial_value", "must be a rich_text block")
    _dispatch(found, path, element)


def _number_input(found: Findings, path: str, element: Json) -> None:
    for key in ("initial_value", "min_value", "max_value"):
        try:
            float(element.get(key, "0"))
        except (TypeError, ValueError):
            found.add(f"{path}/{key}", "must be a number written as a string")


def _datepicker(found: Findings, path: str, element: Json) -> None:
    _parses(found, f"{path}/initial_date", element.get("initial_date"), date.fromisoformat, "YYYY-MM-DD")


def _timepicker(found: Findings, path: str, element: Json) -> None:
    value = element.get("initial_time")
    if value is not None and not CLOCK.fullmatch(str(value)):
        found.add(f"{path}/initial_time", "must be written HH:MM")
        return
    _parses(found, f"{path}/initial_time", value, time.fromisoformat, "HH:MM")


def _parses(found: Findings, path: str, value: Any, parse: Callable[[str], Any], form: str) -> None:
    if value is None:
        return
    try:
        correct = len(str(value)) == len(form) and parse(str(value))
    except ValueError:
        correct = False
    if correct is False:
        found.add(path, f"must be written {form}")


def _datetimepicker(found: Findings, path: str, element: Json) -> None:
    value = element.get("initial_date_time")
    if value is not None and (not isinstance(value, int) or len(str(value)) != len("1628633820")):
        found.add(f"{path}/initial_date_time", "must be a moment in seconds, ten digits")


def _file_input(found: Findings, path: str, element: Json) -> None:
    if not 1 <= element.get("max_files", 1) <= limits.FILE_INPUT_FILES:
        found.add(f"{path}/max_files", f"must be 1 to {limits.FILE_INPUT_FILES}")


RULES: dict[str, Callable[[Findings, str, Json], None]] = {
    "button": _button,
    "checkboxes": _choices,
    "datepicker": _datepicker,
    "datetimepicker": _datetimepicker,
    "file_input": _file_input,
    "image": _image,
    "multi_static_select": _static_select,
    "number_input": _number_input,
    "overflow": _overflow,
    "plain_text_input": _text_input,
    "radio_buttons": _choices,
    "rich_text_input": _rich_text_input,
    "static_select": _static_select,
    "timepicker": _timepicker,
}
