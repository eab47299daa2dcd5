import pytest

from bot.sandbox.blockkit import lint_answer, lint_message, lint_view
from bot.sandbox.state import Json

from .scenes import actions, asks, button, home, modal, option, plain, section

LONG = "x" * 4_001


def menu(**more: object) -> Json:
    return {"type": "static_select", "action_id": "m", "options": [option("A"), option("B")], **more}


def picks(element: Json) -> Json:
    return section("Choose", accessory=element)


IMAGE = {"type": "image", "image_url": "https://pictures.example/a.png", "alt_text": "A river"}

GOOD_BLOCKS: dict[str, Json] = {
    "a section with a button": section("Words", accessory=button("Go", "go")),
    "fields": {"type": "section", "fields": [plain("a"), plain("b")]},
    "a header": {"type": "header", "text": plain("Title")},
    "a divider": {"type": "divider"},
    "a context with an image": {"type": "context", "elements": [IMAGE, plain("a")]},
    "an image": IMAGE,
    "buttons and menus": actions(button("Go", "go"), menu(), {"type": "users_select", "action_id": "u"}),
    "an overflow menu": picks({"type": "overflow", "action_id": "o", "options": [option("A")]}),
    "a select that starts with one of its options": picks(menu(initial_option=option("B"))),
    "a datepicker": actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-03-10"}),
    "rich text": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]}],
    },
    "markdown": {"type": "markdown", "text": "**bold**"},
    "a table": {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]},
}

BAD_BLOCKS: dict[str, tuple[Json, str]] = {
    "an unknown block": ({"type": "poster"}, "unsupported block type: 'poster'"),
    "an unknown key": ({"type": "divider", "colour": "red"}, "invalid additional property: colour"),
    "a section without words": ({"type": "section"}, "must have text or fields"),
    "an empty text": (section(" "), "must not be empty"),
    "a section too long": (section("x" * 3_001), "must be at most 3000 characters, is 3001"),
    "eleven fields": ({"type": "section", "fields": [plain("a")] * 11}, "must have 1 to 10 items, has 11"),
    "a field too long": ({"type": "section", "fields": [plain("x" * 2_001)]}, "at most 2000 characters"),
    "a header in mrkdwn": (
        {"type": "header", "text": {"type": "mrkdwn", "text": "*a*"}},
        "must be plain_text, is 'mrkdwn'",
    ),
    "a header too long": ({"type": "header", "text": plain("x" * 151)}, "at most 150 characters"),
    "eleven context elements": ({"type": "context", "elements": [plain("a")] * 11}, "must have 1 to 10 items"),
    "an image without alt text": (
        {"type": "image", "image_url": "https://x.example/a.png"},
        "missing required field: alt_text",
    ),
    "an image without a picture": ({"type": "image", "alt_text": "a"}, "either image_url or slack_file"),
    "no buttons": (actions(), "must have 1 to 25 items, has 0"),
    "26 buttons": (actions(*(button("a", f"a{n}") for n in range(26))), "must have 1 to 25 items, has 26"),
    "a button too long": (actions(button("x" * 76, "a")), "at most 75 characters"),
    "a button value too long": (actions(button("a", "a", value="x" * 2_001)), "at most 2000 characters"),
    "a button in another colour": (actions(button("a", "a", style="blue")), "must be primary or danger"),
    "a button without words": (actions({"type": "button", "action_id": "a"}), "missing required field: text"),
    "an action_id too long": (actions(button("a", "x" * 256)), "at most 255 characters"),
    "one action_id twice": (actions(button("a", "a"), button("b", "a")), "action_id is used twice: 'a'"),
    "a block_id too long": (section("a", block_id="x" * 256), "at most 255 characters"),
    "an unknown element": (actions({"type": "slider"}), "unsupported element type: 'slider'"),
    "an input out of place": (
        actions({"type": "plain_text_input", "action_id": "a"}),
        "plain_text_input is not allowed in actions",
    ),
    "a multi-select among actions": (
        actions({"type": "multi_users_select", "action_id": "a"}),
        "multi_users_select is not allowed in actions",
    ),
    "a select without options": (picks({"type": "static_select"}), "either options or option_groups"),
    "101 options": (picks(menu(options=[option(f"o{n}") for n in range(101)])), "must have 1 to 100 items"),
    "an option too long": (picks(menu(options=[option("x" * 76, "x")])), "at most 75 characters"),
    "an option value too long": (picks(menu(options=[option("a", "x" * 151)])), "at most 150 characters"),
    "one option value twice": (picks(menu(options=[option("A", "a"), option("B", "a")])), "is used twice: 'a'"),
    "a start that is no option": (picks(menu(initial_option=option("C"))), "exactly one of the options"),
    "a placeholder too long": (picks(menu(placeholder=plain("x" * 151))), "at most 150 characters"),
    "six entries in an overflow menu": (
        picks({"type": "overflow", "options": [option(f"o{n}") for n in range(6)]}),
        "must have 1 to 5 items",
    ),
    "eleven checkboxes": (
        picks({"type": "checkboxes", "options": [option(f"o{n}") for n in range(11)]}),
        "must have 1 to 10 items",
    ),
    "a start nobody can tick": (
        picks({"type": "checkboxes", "options": [option("A")], "initial_options": [option("B")]}),
        "exactly one of the options",
    ),
    "a date in words": (
        actions({"type": "datepicker", "initial_date": "10 March"}),
        "must be written YYYY-MM-DD",
    ),
    "a time in words": (actions({"type": "timepicker", "initial_time": "9am"}), "must be written HH:MM"),
    "a confirmation too long": (
        actions(
            button(
                "a",
                "a",
                confirm={
                    "title": plain("x" * 101),
                    "text": plain("a"),
                    "confirm": plain("a"),
                    "deny": plain("b"),
                },
            )
        ),
        "at most 100 characters",
    ),
    "a confirmation without a way out": (
        actions(button("a", "a", confirm={"title": plain("a"), "text": plain("a"), "confirm": plain("a")})),
        "missing required field: deny",
    ),
    "an alert in a message": ({"type": "alert", "text": plain("a")}, "alert is not allowed in a message"),
    "a table too wide": ({"type": "table", "rows": [[{}] * 21]}, "must have 1 to 20 items, has 21"),
    "a carousel too long": ({"type": "carousel", "elements": [{"type": "card"}] * 11}, "must have 1 to 10 items"),
}


@pytest.mark.parametrize("block", GOOD_BLOCKS.values(), ids=GOOD_BLOCKS)
def test_a_good_block_passes(block: Json) -> None:
    assert lint_message({"text": "Words", "blocks": [block]}) == []


@pytest.mark.parametrize(("block", "expected"), BAD_BLOCKS.values(), ids=BAD_BLOCKS)
def test_a_bad_block_is_refused_with_the_place(block: Json, expected: str) -> None:
    problems = lint_message({"text": "Words", "blocks": [section("first"), block]})

    assert any(expected in each.words and each.path.startswith("/blocks/1") for each in problems), problems
    assert {each.error for each in problems} == {"invalid_blocks"}


BAD_MESSAGES: dict[str, tuple[Json, str]] = {
    "nothing": ({}, "no_text"),
    "blocks without text": ({"blocks": [section("a")]}, "no_text"),
    "blank text": ({"text": " ", "blocks": [section("a")]}, "no_text"),
    "text too long": ({"text": LONG}, "msg_too_long"),
    "51 blocks": ({"text": "a", "blocks": [{"type": "divider"}] * 51}, "msg_blocks_too_many"),
    "too much in all": ({"text": "a", "blocks": [section("x" * 2_900)] * 5}, "msg_blocks_too_long"),
    "one block_id twice": ({"text": "a", "blocks": [section("a", block_id="b")] * 2}, "invalid_blocks"),
    "two tables": ({"text": "a", "blocks": [GOOD_BLOCKS["a table"]] * 2}, "invalid_blocks"),
    "markdown beside text": ({"text": "a", "markdown_text": "b"}, "markdown_text_conflict"),
    "markdown too long": ({"markdown_text": "x" * 12_001}, "msg_too_long"),
    "101 attachments": ({"text": "a", "attachments": [{}] * 101}, "too_many_attachments"),
    "metadata without a type": ({"text": "a", "metadata": {"event_payload": {}}}, "invalid_metadata_format"),
    "blocks that are no list": ({"text": "a", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
}


@pytest.mark.parametrize(("message", "error"), BAD_MESSAGES.values(), ids=BAD_MESSAGES)
def test_a_bad_message_is_refused_by_slacks_name_for_it(message: Json, error: str) -> None:
    assert lint_message(message)[0].error == error


BAD_VIEWS: dict[str, tuple[Json, str]] = {
    "neither modal nor home": ({"type": "poster"}, "must be modal or home"),
    "no title": ({"type": "modal", "blocks": [section("a")]}, "missing required field: title"),
    "a title too long": (modal(section("a"), title=plain("x" * 25)), "at most 24 characters, is 25"),
    "a submit too long": (modal(section("a"), submit=plain("x" * 25)), "at most 24 characters"),
    "a close too long": (modal(section("a"), close=plain("x" * 25)), "at most 24 characters"),
    "an input without submit": (modal(asks("Name", "n"), submit=None), "required when there is an input"),
    "too much metadata": (modal(section("a"), private_metadata="x" * 3_001), "at most 3000 characters"),
    "a callback_id too long": (modal(section("a"), callback_id="x" * 256), "at most 255 characters"),
    "no blocks": (modal(), "must have 1 to 100 items, has 0"),
    "101 blocks": (modal(*[{"type": "divider"}] * 101), "must have 1 to 100 items, has 101"),
    "an unknown key": (modal(section("a"), colour="red"), "invalid additional property: colour"),
    "markdown in a modal": (modal({"type": "markdown", "text": "a"}), "markdown is not allowed in a modal"),
    "an alert at home": (home({"type": "alert", "text": plain("a")}), "alert is not allowed in a home"),
    "a label too long": (modal(asks("x" * 2_001, "n")), "at most 2000 characters"),
    "a hint too long": (modal(asks("Name", "n", hint=plain("x" * 2_001))), "at most 2000 characters"),
    "a limit beyond the limit": (modal(asks("Name", "n", {"max_length": 3_001})), "must be 1 to 3000"),
    "a start too long": (
        modal(asks("Name", "n", {"max_length": 3, "initial_value": "four"})),
        "at most 3 characters",
    ),
    "limits that cross": (
        modal(asks("Name", "n", {"min_length": 5, "max_length": 3})),
        "must not be more than max_length",
    ),
    "a button as input": (
        modal({"type": "input", "label": plain("a"), "element": button("a", "a")}),
        "button is not allowed in input",
    ),
    "eleven files": (
        modal(
            {"type": "input", "label": plain("a"), "element": {"type": "file_input", "max_files": 11}},
        ),
        "must be 1 to 10",
    ),
    "a number in words": (
        modal(
            {
                "type": "input",
                "label": plain("a"),
                "element": {"type": "number_input", "is_decimal_allowed": False, "min_value": "one"},
            }
        ),
        "must be a number written as a string",
    ),
}


@pytest.mark.parametrize(("view", "expected"), BAD_VIEWS.values(), ids=BAD_VIEWS)
def test_a_bad_view_is_refused(view: Json, expected: str) -> None:
    problems = lint_view(view)

    assert any(expected in each.words for each in problems), problems
    assert problems[0].error == "invalid_arguments"


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    view = modal(*(section("ŵ" * 2_900) for _ in range(90)))

    assert lint_view(view)[0].error == "view_too_large"


def test_an_answer_to_a_form_may_only_speak_about_its_inputs() -> None:
    view = modal(section("a", block_id="words"), asks("Name", "name"))

    def answer(**errors: str) -> list[str]:
        return [each.words for each in lint_answer({"response_action": "errors", "errors": errors}, view)]

    assert answer(name="Too short") == []
    assert answer(words="?") == ["is not the block_id of an input block of this view"]
    assert answer(name="") == ["must not be empty"]
    assert answer() == ["must name at least one block"]


def test_an_answer_to_a_form_is_one_that_slack_knows() -> None:
    view = modal(asks("Name", "name"))

    assert lint_answer(None, view) == []
    assert lint_answer({"response_action": "clear"}, view) == []
    assert lint_answer({"response_action": "update", "view": modal(section("Done"))}, view) == []
    assert "must be one of" in lint_answer({"response_action": "close"}, view)[0].words
    assert lint_answer({"response_action": "push", "view": modal()}, view) != []
