"""What a form holds before anyone types, and the shape each element's value has in `view.state`."""

from typing import Any

from bot.sandbox.blocks import interactive
from bot.sandbox.shapes import UNFILLABLE
from bot.sandbox.state import Json

# Element type -> the key of its value, and the key of what it starts with.
VALUE_KEYS = {
    "channels_select": ("selected_channel", "initial_channel"),
    "checkboxes": ("selected_options", "initial_options"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "datepicker": ("selected_date", "initial_date"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "email_text_input": ("value", "initial_value"),
    "external_select": ("selected_option", "initial_option"),
    "file_input": ("files", "initial_files"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "number_input": ("value", "initial_value"),
    "plain_text_input": ("value", "initial_value"),
    "radio_buttons": ("selected_option", "initial_option"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "timepicker": ("selected_time", "initial_time"),
    "url_text_input": ("value", "initial_value"),
    "users_select": ("selected_user", "initial_user"),
}


def initial_values(blocks: list[Json], kept: Json) -> Json:
    """`state.values` of these blocks; what was typed stays where block_id and action_id stay."""
    values: Json = {}
    for block in blocks:
        for element in interactive(block):
            if element["type"] in UNFILLABLE:
                continue
            before = kept.get(block["block_id"], {}).get(element["action_id"])
            same = before is not None and before["type"] == element["type"]
            value = before if same else with_value(element, initial(element))
            values.setdefault(block["block_id"], {})[element["action_id"]] = value
    return values


def initial(element: Json) -> Any:
    key, start = VALUE_KEYS[element["type"]]
    return element.get(start, [] if _holds_many(key) else None)


def with_value(element: Json, value: Any) -> Json:
    """The entry of one element in `state.values`, and in a block_actions payload."""
    key, _ = VALUE_KEYS[element["type"]]
    return {"type": element["type"], key: value}


def value_in(entry: Json) -> Any:
    key, _ = VALUE_KEYS[entry["type"]]
    return entry.get(key)


def _holds_many(key: str) -> bool:
    return key.endswith("s")
