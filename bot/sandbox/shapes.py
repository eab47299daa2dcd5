"""Which keys every block and element has, and where it may stand; anything else is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """The keys of one type; `where` lists the surfaces of a block or the places of an element."""

    where: frozenset[str]
    required: frozenset[str]
    allowed: frozenset[str]


def _shape(where: str, required: str = "", optional: str = "") -> Shape:
    needed = frozenset(required.split())
    return Shape(frozenset(where.split()), needed, needed | frozenset(optional.split()) | {"type"})


def _block(where: str, required: str = "", optional: str = "") -> Shape:
    return _shape(where, required, f"{optional} block_id")


def _element(where: str, required: str = "", optional: str = "") -> Shape:
    return _shape(where, required, f"{optional} action_id confirm")


EVERYWHERE = "message modal home"

BLOCKS = {
    "actions": _block(EVERYWHERE, "elements"),
    "alert": _block("modal", "text", "level"),
    "card": _block("message", "", "title subtitle body icon hero_image actions"),
    "carousel": _block("message", "elements"),
    "container": _block(
        "message",
        "child_blocks",
        "title rich_text_title subtitle icon width is_collapsible default_collapsed has_header_divider",
    ),
    "context": _block(EVERYWHERE, "elements"),
    "context_actions": _block("message", "elements"),
    "data_table": _block("message", "caption rows", "page_size columns row_header_column_index"),
    "data_visualization": _block("message", "title chart"),
    "divider": _block(EVERYWHERE),
    "file": _block("message", "external_id source"),
    "header": _block(EVERYWHERE, "text", "level"),
    "image": _block(EVERYWHERE, "alt_text", "image_url slack_file title"),
    "input": _block("message modal home", "label element", "hint optional dispatch_action"),
    "markdown": _block("message", "text"),
    "plan": _block("message", "title", "tasks"),
    "rich_text": _block(EVERYWHERE, "elements"),
    "section": _block(EVERYWHERE, "", "text fields accessory expand"),
    "table": _block("message", "rows", "column_settings"),
    "task_card": _block("message", "task_id title", "details output sources status"),
    "video": _block(
        EVERYWHERE,
        "alt_text title video_url thumbnail_url",
        "author_name description provider_icon_url provider_name title_url",
    ),
}

_TYPED = "initial_value placeholder focus_on_load dispatch_action_config"
_SELECT = "placeholder focus_on_load"
_MANY = "placeholder focus_on_load max_selected_items"
_BUTTON = "value url style accessibility_label agent_prompt agent_prompt_display visible_to_user_ids"

ELEMENTS = {
    "button": _element("section actions card", "text", _BUTTON),
    "channels_select": _element("section actions input", "", f"{_SELECT} initial_channel response_url_enabled"),
    "checkboxes": _element("section actions input", "options", "initial_options focus_on_load"),
    "conversations_select": _element(
        "section actions input",
        "",
        f"{_SELECT} initial_conversation default_to_current_conversation filter response_url_enabled",
    ),
    "datepicker": _element("section actions input", "", "initial_date placeholder focus_on_load"),
    "datetimepicker": _element("actions input", "", "initial_date_time focus_on_load"),
    "email_text_input": _element("input", "", _TYPED),
    "external_select": _element("section actions input", "", f"{_SELECT} initial_option min_query_length"),
    "feedback_buttons": _element("context_actions", "positive_button negative_button"),
    "file_input": _element("input", "", "filetypes max_files"),
    "icon_button": _element("context_actions", "icon text", "value accessibility_label visible_to_user_ids"),
    "image": _shape("section context", "alt_text", "image_url slack_file"),
    "multi_channels_select": _element("section input", "", f"{_MANY} initial_channels"),
    "multi_conversations_select": _element(
        "section input", "", f"{_MANY} initial_conversations default_to_current_conversation filter"
    ),
    "multi_external_select": _element("section input", "", f"{_MANY} initial_options min_query_length"),
    "multi_static_select": _element("section input", "", f"{_MANY} options option_groups initial_options"),
    "multi_users_select": _element("section input", "", f"{_MANY} initial_users"),
    "number_input": _element("input", "is_decimal_allowed", f"{_TYPED} min_value max_value"),
    "overflow": _element("section actions", "options"),
    "plain_text_input": _element("input", "", f"{_TYPED} multiline min_length max_length"),
    "radio_buttons": _element("section actions input", "options", "initial_option focus_on_load"),
    "rich_text_input": _element("input", "", f"{_TYPED} min_lines max_lines"),
    "static_select": _element("section actions input", "", f"{_SELECT} options option_groups initial_option"),
    "timepicker": _element("section actions input", "", "initial_time placeholder focus_on_load timezone"),
    "url_text_input": _element("input", "", _TYPED),
    "users_select": _element("section actions input", "", f"{_SELECT} initial_user"),
    "workflow_button": _element("section actions", "text workflow", "style accessibility_label"),
}

# What people read or click, but never fill in.
UNFILLABLE = frozenset({"button", "overflow", "workflow_button", "image", "feedback_buttons", "icon_button"})

MODAL_KEYS = frozenset(
    {
        "blocks",
        "callback_id",
        "clear_on_close",
        "close",
        "external_id",
        "notify_on_close",
        "private_metadata",
        "submit",
        "submit_disabled",
        "title",
        "type",
    }
)
HOME_KEYS = frozenset({"blocks", "callback_id", "external_id", "private_metadata", "type"})
