"""What Slack would refuse in a message, a view or the answer to a form, in words and with the place.

Stricter than Slack where people would otherwise be let down: every message with blocks needs its meaning in
`text` too (screen readers read nothing else), and text beyond 4,000 characters is refused, not cut.
"""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox import limits
from bot.sandbox.blocks import check_blocks
from bot.sandbox.findings import Findings, Problem, numbered
from bot.sandbox.shapes import HOME_KEYS, MODAL_KEYS
from bot.sandbox.state import Json

ONE_PER_MESSAGE = {"table": limits.TABLES, "data_table": limits.TABLES, "data_visualization": limits.CHARTS}
RESPONSE_ACTIONS = frozenset({"errors", "update", "push", "clear"})


def lint_message(message: Json) -> list[Problem]:
    """Every problem of a message: `text`, `blocks`, `attachments`, `markdown_text`, `metadata`."""
    found = Findings()
    blocks = message.get("blocks") or []
    if not isinstance(blocks, list):
        return [Problem("/blocks", "must be a list of blocks", "invalid_blocks_format")]
    if message.get("markdown_text") is not None:
        _check_markdown(found, message)
    else:
        _check_text(found, message, with_blocks=bool(blocks))
    if len(blocks) > limits.MESSAGE_BLOCKS:
        words = f"must have at most {limits.MESSAGE_BLOCKS} blocks, has {len(blocks)}"
        found.add("/blocks", words, "msg_blocks_too_many")
    if len(message.get("attachments") or []) > limits.ATTACHMENTS:
        found.add("/attachments", f"must be at most {limits.ATTACHMENTS}", "too_many_attachments")
    check_blocks(found, "/blocks", blocks, "message")
    _check_whole_message(found, blocks)
    _check_metadata(found, message.get("metadata"))
    return found.problems


def lint_view(view: Any) -> list[Problem]:
    """Every problem of a modal or of a Home tab."""
    if not isinstance(view, dict) or view.get("type") not in {"modal", "home"}:
        return [Problem("/view/type", "must be modal or home", "invalid_arguments")]
    found = Findings()
    surface = view["type"]
    for key in sorted(view.keys() - (MODAL_KEYS if surface == "modal" else HOME_KEYS)):
        found.add("/view", f"invalid additional property: {key}")
    blocks = found.count("/view/blocks", view.get("blocks"), 1, limits.VIEW_BLOCKS)
    check_blocks(found, "/view/blocks", blocks, surface)
    found.longest("/view/private_metadata", view.get("private_metadata"), limits.PRIVATE_METADATA)
    found.longest("/view/callback_id", view.get("callback_id"), limits.CALLBACK_ID)
    found.longest("/view/external_id", view.get("external_id"), limits.EXTERNAL_ID)
    if surface == "modal":
        _check_modal(found, view, blocks)
    size = len(json.dumps(view, ensure_ascii=False).encode())
    problems = [Problem(each.path, each.words, "invalid_arguments") for each in found.problems]
    if size > limits.VIEW_BYTES:
        problems.insert(0, Problem("/view", f"must be at most {limits.VIEW_BYTES} bytes, is {size}", "view_too_large"))
    return problems


def lint_answer(answer: Any, view: Json) -> list[Problem]:
    """Every problem of what the app answers to the submission of *view*."""
    if not answer:
        return []
    action = answer.get("response_action") if isinstance(answer, dict) else None
    if action not in RESPONSE_ACTIONS:
        return [Problem("/response_action", f"must be one of {', '.join(sorted(RESPONSE_ACTIONS))}, is {action!r}")]
    if action == "errors":
        return _errors(answer.get("errors"), view)
    if action in {"update", "push"}:
        return lint_view(answer.get("view")) or _no_modal(answer["view"])
    return []


def _no_modal(view: Json) -> list[Problem]:
    return [] if view["type"] == "modal" else [Problem("/view/type", "must be modal", "invalid_arguments")]


def _errors(errors: Any, view: Json) -> list[Problem]:
    if not isinstance(errors, dict) or not errors:
        return [Problem("/errors", "must name at least one block")]
    found = Findings()
    inputs = {block.get("block_id") for block in view["blocks"] if block["type"] == "input"}
    for block_id, words in errors.items():
        if block_id not in inputs:
            found.add(f"/errors/{block_id}", "is not the block_id of an input block of this view")
        if not isinstance(words, str) or not words.strip():
            found.add(f"/errors/{block_id}", "must not be empty")
    return found.problems


def _check_text(found: Findings, message: Json, *, with_blocks: bool) -> None:
    text = message.get("text")
    if not isinstance(text, str) or not text.strip():
        reason = "blocks need their meaning in text too" if with_blocks else "must not be empty"
        found.add("/text", reason, "no_text")
    elif len(text) > limits.MESSAGE_TEXT:
        found.add("/text", f"must be at most {limits.MESSAGE_TEXT} characters, is {len(text)}", "msg_too_long")


def _check_markdown(found: Findings, message: Json) -> None:
    if message.get("text") or message.get("blocks"):
        found.add("/markdown_text", "cannot stand beside text or blocks", "markdown_text_conflict")
    if len(message["markdown_text"]) > limits.MARKDOWN_TEXT:
        found.add("/markdown_text", f"must be at most {limits.MARKDOWN_TEXT} characters", "msg_too_long")


def _check_whole_message(found: Findings, blocks: list[Any]) -> None:
    known = [block for block in blocks if isinstance(block, dict)]
    for kind, most in ONE_PER_MESSAGE.items():
        if sum(block.get("type") == kind for block in known) > most:
            found.add("/blocks", f"a message has at most {most} {kind}")
    markdown = sum(len(str(block.get("text", ""))) for block in known if block.get("type") == "markdown")
    if markdown > limits.MARKDOWN_TEXT:
        found.add("/blocks", f"markdown blocks have at most {limits.MARKDOWN_TEXT} characters together")
    total = sum(len(text) for text in strings(known))
    if total > limits.MESSAGE_BLOCKS_TEXT:
        words = f"blocks have at most {limits.MESSAGE_BLOCKS_TEXT} characters of text together, have {total}"
        found.add("/blocks", words, "msg_blocks_too_long")


def strings(thing: Any) -> Iterator[str]:
    """All text that is shown, wherever in the blocks it stands."""
    if isinstance(thing, list):
        for each in thing:
            yield from strings(each)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from strings(value)


def _check_metadata(found: Findings, metadata: Any) -> None:
    if metadata in (None, {}):
        return
    if not isinstance(metadata, dict) or not metadata.get("event_type"):
        found.add("/metadata", "must have event_type and event_payload", "invalid_metadata_format")
    elif not isinstance(metadata.get("event_payload"), dict):
        found.add("/metadata/event_payload", "must be an object", "invalid_metadata_format")
    elif len(json.dumps(metadata)) > limits.METADATA_BYTES:
        found.add("/metadata", f"must be at most {limits.METADATA_BYTES} bytes", "metadata_too_large")


def _check_modal(found: Findings, view: Json, blocks: list[Any]) -> None:
    if "title" not in view:
        found.add("/view", "missing required field: title")
    for name in ("title", "submit", "close"):
        if view.get(name) is not None:
            found.text(f"/view/{name}", view[name], limits.VIEW_TITLE, plain=True)
    found.flag("/view", view, "clear_on_close", "notify_on_close", "submit_disabled")
    inputs = [path for path, block in numbered("/view/blocks", blocks) if _is(block, "input")]
    if inputs and not view.get("submit"):
        found.add("/view/submit", "is required when there is an input block")


def _is(block: Any, kind: str) -> bool:
    return isinstance(block, dict) and block.get("type") == kind
