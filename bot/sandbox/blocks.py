"""The rules for each type of block, and for a list of them on one surface."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from bot.sandbox import limits
from bot.sandbox.elements import check_element, check_image
from bot.sandbox.findings import Findings, numbered
from bot.sandbox.shapes import BLOCKS
from bot.sandbox.state import Json

RICH_TEXT_PARTS = frozenset({"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"})


def check_blocks(found: Findings, path: str, blocks: list[Any], surface: str) -> None:
    """Each block for itself, and then that their ids do not repeat."""
    for place, block in numbered(path, blocks):
        _check_block(found, place, block, surface)
    known = [(place, block) for place, block in numbered(path, blocks) if isinstance(block, dict)]
    _unique(found, [(f"{place}/block_id", block.get("block_id")) for place, block in known], "block_id")
    for place, block in known:
        inside = interactive(block)
        _unique(found, [(place, element.get("action_id")) for element in inside], "action_id")


def interactive(block: Json) -> list[Json]:
    """The elements of a block that people can use."""
    inside = [block.get("element"), block.get("accessory")]
    if block.get("type") in {"actions", "context_actions"}:
        inside += block.get("elements", [])
    return [each for each in inside if isinstance(each, dict) and each.get("type") != "image"]


def _check_block(found: Findings, path: str, block: Any, surface: str) -> None:
    if not isinstance(block, dict):
        found.add(path, "must be a block")
        return
    kind = block.get("type")
    shape = BLOCKS.get(str(kind))
    if shape is None:
        found.add(path, f"unsupported block type: {kind!r}")
        return
    if surface not in shape.where:
        found.add(path, f"{kind} is not allowed in a {surface}")
    found.keys(path, block, shape)
    if "block_id" in block and not block["block_id"]:
        found.add(f"{path}/block_id", "must not be empty")
    found.longest(f"{path}/block_id", block.get("block_id"), limits.BLOCK_ID)
    RULES.get(str(kind), _nothing_more)(found, path, block)


def _unique(found: Findings, ids: list[tuple[str, Any]], name: str) -> None:
    counted = Counter(value for _, value in ids if value)
    for path, value in ids:
        if counted[value] > 1:
            found.add(path, f"{name} is used twice: {value!r}")


def _nothing_more(_found: Findings, _path: str, _block: Json) -> None: ...


def _section(found: Findings, path: str, block: Json) -> None:
    if "text" not in block and "fields" not in block:
        found.add(path, "must have text or fields")
    if "text" in block:
        found.text(f"{path}/text", block["text"], limits.SECTION_TEXT)
    if "fields" in block:
        fields = found.count(f"{path}/fields", block["fields"], 1, limits.SECTION_FIELDS)
        for place, each in numbered(f"{path}/fields", fields):
            found.text(place, each, limits.SECTION_FIELD)
    if "accessory" in block:
        check_element(found, f"{path}/accessory", block["accessory"], "section")


def _header(found: Findings, path: str, block: Json) -> None:
    found.text(f"{path}/text", block.get("text"), limits.HEADER_TEXT, plain=True)


def _context(found: Findings, path: str, block: Json) -> None:
    elements = found.count(f"{path}/elements", block.get("elements"), 1, limits.CONTEXT_ELEMENTS)
    for place, element in numbered(f"{path}/elements", elements):
        if isinstance(element, dict) and element.get("type") == "image":
            check_element(found, place, element, "context")
        else:
            found.text(place, element, limits.SECTION_TEXT)


def _actions(found: Findings, path: str, block: Json) -> None:
    elements = found.count(f"{path}/elements", block.get("elements"), 1, limits.ACTIONS_ELEMENTS)
    for place, element in numbered(f"{path}/elements", elements):
        check_element(found, place, element, "actions")


def _context_actions(found: Findings, path: str, block: Json) -> None:
    elements = found.count(f"{path}/elements", block.get("elements"), 1, limits.CONTEXT_ACTIONS_ELEMENTS)
    for place, element in numbered(f"{path}/elements", elements):
        check_element(found, place, element, "context_actions")


def _image(found: Findings, path: str, block: Json) -> None:
    check_image(found, path, block)
    if "title" in block:
        found.text(f"{path}/title", block["title"], limits.IMAGE_TITLE, plain=True)


def _input(found: Findings, path: str, block: Json) -> None:
    found.text(f"{path}/label", block.get("label"), limits.INPUT_LABEL, plain=True)
    if "hint" in block:
        found.text(f"{path}/hint", block["hint"], limits.INPUT_HINT, plain=True)
    found.flag(path, block, "optional", "dispatch_action")
    check_element(found, f"{path}/element", block.get("element"), "input")


def _markdown(found: Findings, path: str, block: Json) -> None:
    if not str(block.get("text") or "").strip():
        found.add(f"{path}/text", "must not be empty")
    found.longest(f"{path}/text", block.get("text"), limits.MARKDOWN_TEXT)


def _alert(found: Findings, path: str, block: Json) -> None:
    found.text(f"{path}/text", block.get("text"), limits.ALERT_TEXT)


def _rich_text(found: Findings, path: str, block: Json) -> None:
    for place, part in numbered(f"{path}/elements", found.count(f"{path}/elements", block.get("elements"), 1, 1_000)):
        if not isinstance(part, dict) or part.get("type") not in RICH_TEXT_PARTS:
            found.add(place, "unsupported part of a rich_text block")
        elif not isinstance(part.get("elements"), list):
            found.add(place, "missing required field: elements")


def _table(found: Findings, path: str, block: Json) -> None:
    rows = found.count(f"{path}/rows", block.get("rows"), 1, limits.TABLE_ROWS)
    for place, row in numbered(f"{path}/rows", rows):
        found.count(place, row, 1, limits.TABLE_CELLS)
    if "column_settings" in block:
        found.count(f"{path}/column_settings", block["column_settings"], 0, limits.TABLE_CELLS)


def _data_table(found: Findings, path: str, block: Json) -> None:
    rows = found.count(f"{path}/rows", block.get("rows"), 2, limits.DATA_TABLE_ROWS)
    for place, row in numbered(f"{path}/rows", rows):
        found.count(place, row, 1, limits.TABLE_CELLS)
    if not 1 <= block.get("page_size", 5) <= limits.DATA_TABLE_PAGE:
        found.add(f"{path}/page_size", f"must be 1 to {limits.DATA_TABLE_PAGE}")
    if len(str(rows)) > limits.DATA_TABLE_TEXT:
        found.add(path, f"must be at most {limits.DATA_TABLE_TEXT} characters in total")


def _data_visualization(found: Findings, path: str, block: Json) -> None:
    found.longest(f"{path}/title", block.get("title"), limits.CHART_TITLE)


def _card(found: Findings, path: str, block: Json) -> None:
    lengths = {"title": limits.CARD_TITLE, "subtitle": limits.CARD_TITLE, "body": limits.CARD_BODY}
    for name, most in lengths.items():
        if name in block:
            found.text(f"{path}/{name}", block[name], most)
    actions = found.count(f"{path}/actions", block.get("actions", []), 0, limits.CARD_ACTIONS)
    for place, element in numbered(f"{path}/actions", actions):
        check_element(found, place, element, "card")


def _carousel(found: Findings, path: str, block: Json) -> None:
    cards = found.count(f"{path}/elements", block.get("elements"), 1, limits.CAROUSEL_CARDS)
    check_blocks(found, f"{path}/elements", cards, "message")


def _container(found: Findings, path: str, block: Json) -> None:
    for name in ("title", "subtitle"):
        if name in block:
            found.text(f"{path}/{name}", block[name], limits.CONTAINER_TITLE)
    inside = found.count(f"{path}/child_blocks", block.get("child_blocks"), 1, limits.CONTAINER_BLOCKS)
    check_blocks(found, f"{path}/child_blocks", inside, "message")


RULES: dict[str, Callable[[Findings, str, Json], None]] = {
    "actions": _actions,
    "alert": _alert,
    "card": _card,
    "carousel": _carousel,
    "container": _container,
    "context": _context,
    "context_actions": _context_actions,
    "data_table": _data_table,
    "data_visualization": _data_visualization,
    "header": _header,
    "image": _image,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "section": _section,
    "table": _table,
}
