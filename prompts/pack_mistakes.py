"""What is wrong with a pack, in words for whoever writes it: what to change, and on which line."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from prompts.pack import Mistake, Place


def of_the_whole(given: Any) -> Iterator[Mistake]:
    """What is wrong between the parts, told even where a part is wrong too, so that nothing comes in a second round."""
    if not isinstance(given, Mapping):
        return
    asked = list(_given_prompts(given))
    seen: set[str] = set()
    for place, prompt in asked:
        name = str(prompt.get("name"))
        if name in seen and "name" in prompt:
            yield ((*place, "name"), f"two questions are called {name}: rename one")
        seen.add(name)
    minutes = sum(each["minutes"] for _, each in asked if isinstance(each.get("minutes"), int))
    if isinstance(given.get("minutes"), int) and minutes > given["minutes"] > 0:
        yield (("minutes",), f"the questions take {minutes} minutes with their follow-ups: promise at least as many")
    yield from _headings(given, asked)
    yield from _together(given, asked)
    yield from _timing(given)


def _given_prompts(given: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    prompts = given.get("prompts")
    for position, prompt in enumerate(prompts if isinstance(prompts, list) else []):
        if isinstance(prompt, Mapping):
            yield ("prompts", position), prompt
            if isinstance(prompt.get("follow_up"), Mapping):
                yield ("prompts", position, "follow_up"), prompt["follow_up"]


def _headings(given: Mapping[str, Any], asked: Iterable[tuple[Place, Mapping[str, Any]]]) -> Iterator[Mistake]:
    kept_apart = given.get("private") is True or given.get("smallest_group") is not None
    for place, prompt in asked:
        if kept_apart and prompt.get("finds") not in (None, "nothing"):
            yield ((*place, "finds"), "answers to this pack enter no summary: take finds out")
        elif not kept_apart and prompt.get("kind", "long_text") == "long_text" and prompt.get("finds") is None:
            yield ((*place, "finds"), "is missing: say which heading the answers come under, or 'nothing'")


def _together(given: Mapping[str, Any], asked: Iterable[tuple[Place, Mapping[str, Any]]]) -> Iterator[Mistake]:
    """What is shown only together: words cannot be, and before the session nobody could prepare from it."""
    if given.get("smallest_group") is None:
        return
    if given.get("private") is True:
        yield (("smallest_group",), "nobody else sees a private pack: take this or private out")
    if given.get("moment") in ("before", "live"):
        yield (("smallest_group",), "is for after the session: take it out, or make the moment after")
    for place, prompt in asked:
        if prompt.get("kind", "long_text") != "scale":
            yield ((*place, "kind"), "with smallest_group only numbers are shown, together: make it a scale")


def _timing(given: Mapping[str, Any]) -> Iterator[Mistake]:
    moment = given.get("moment")
    if moment == "checkpoint" and given.get("due") is None:
        yield (("due",), "is missing: say how long after the session, such as '6 weeks' or '3 months'")
    if moment in ("before", "live") and given.get("due") is not None:
        yield (("due",), "is counted from the session, so it is for moment after and checkpoint: take it out")
    if moment == "live":
        for place, prompt in _given_prompts(given):
            if place[-1] == "follow_up":
                yield (place, "a live stage is one question for the whole group: take the follow-up out")
            elif prompt.get("kind", "long_text") != "long_text":
                yield ((*place, "kind"), "a live stage is answered in a thread: take kind out")


WORDS = {
    "missing": "is missing: add it",
    "extra_forbidden": "is not known here: check its spelling, or take it out",
    "string_too_long": "is too long: at most {max_length} characters",
    "string_too_short": "is too short: at least {min_length} characters",
    "string_type": "needs words: write some, in quotation marks if they are there already",
    "string_pattern_mismatch": "does not fit: use small letters, digits and hyphens, beginning with a letter",
    "too_long": "has {actual_length}: at most {max_length} items",
    "too_short": "has {actual_length}: at least {min_length} item",
    "literal_error": "use {expected}",
    "bool_type": "use true or false",
    "bool_parsing": "use true or false",
    "int_type": "needs a whole number",
    "int_parsing": "needs a whole number",
    "greater_than_equal": "needs a number of at least {ge}",
    "less_than_equal": "needs a number of at most {le}",
    "model_type": "needs fields, each with its name and a colon",
    "dict_type": "needs the words by language: en, and cy where there is a translation",
    "mapping_type": "needs the words by language: en, and cy where there is a translation",
    "invalid_key": "is no name of a field: put it in quotation marks, or take it out",
    "tuple_type": "needs a list, each item on a line that begins with a hyphen",
}


def in_words(error: Any) -> str:
    if error["type"] == "string_pattern_mismatch" and error["loc"][-1] == "due":
        return "needs a number and days, weeks or months, such as '6 weeks'"
    known = WORDS.get(error["type"])
    return known.format(**error.get("ctx", {})) if known else str(error["msg"]).removeprefix("Value error, ")


def told_by_its_items(error: Any, given: Any) -> bool:
    """Whether a list is called too short only because pydantic does not count the items that are wrong themselves."""
    for part in error["loc"]:
        given = given[part] if _leads_on(given, part) else None
    return error["type"] == "too_short" and bool(given)


def not_yaml(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    hint = "; words with a colon in them need quotation marks" if what.startswith("mapping values") else ""
    return told(path, line, f"this is not YAML: {what}{hint}")


def told(path: Path, line: int, what: str) -> str:
    return " ".join(f"{path.name}, line {line}: {what}".split())


def where(given: Any, place: Place) -> str:
    """The way to *place* in words, with the names of prompts and options in place of their numbers."""
    way: list[str] = []
    for part in place:
        number = part + 1 if isinstance(given, list) and isinstance(part, int) else part
        given = given[part] if _leads_on(given, part) else None
        name = given.get("name") if number != part and isinstance(given, Mapping) else None
        way.append(name if isinstance(name, str) else str(number))
    return " → ".join(part for part in way if part != "[key]") or "the whole pack"


def _leads_on(given: Any, part: int | str) -> bool:
    if isinstance(given, list):
        return isinstance(part, int) and part < len(given)
    return isinstance(given, Mapping) and part in given


def line(tree: yaml.Node | None, place: Place) -> int:
    """The line of *place*, or of the nearest part around it that is in the file."""
    line = tree.start_mark.line + 1 if tree else 1
    for part in place:
        if isinstance(tree, yaml.SequenceNode) and isinstance(part, int) and part < len(tree.value):
            tree = tree.value[part]
            line = tree.start_mark.line + 1
        elif isinstance(tree, yaml.MappingNode):
            entry = next((each for each in tree.value if each[0].value == str(part)), None)
            if entry is None:
                break
            line, tree = entry[0].start_mark.line + 1, entry[1]
        else:
            break
    return line


def twice(tree: yaml.Node | None) -> Iterator[Mistake]:
    """Fields given twice in one place, of which YAML would keep the last without a word."""
    waiting: list[tuple[Place, yaml.Node | None]] = [((), tree)]
    known: set[int] = set()
    while waiting:
        place, node = waiting.pop()
        if id(node) in known:
            continue
        known.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += [((*place, position), each) for position, each in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            keys = [str(key.value) for key, _ in node.value]
            for key in sorted({each for each in keys if keys.count(each) > 1}):
                yield (*place, key), "is there twice: keep one"
            waiting += [((*place, str(key.value)), value) for key, value in node.value]
