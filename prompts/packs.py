"""Prompt packs: versioned sets of questions, read from ``prompts/packs/*.yml`` and checked as they are read."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

FOLDER = Path(__file__).resolve().parent / "packs"

ON_THE_SCALE = tuple(str(number) for number in range(11))
MOST_WORDS = 29

Place: TypeAlias = tuple[int | str, ...]
Mistake: TypeAlias = tuple[Place, str]
"""Where something is wrong, counted from the part that was checked, and what to change."""

Language = Literal["en", "cy"]
Moment = Literal["before", "live", "after", "checkpoint"]
Finds = Literal["theme", "missed_opportunity", "strength", "open_question"]
Heading = Literal[Finds, "nothing"]
Kind = Literal["long_text", "choice", "choices", "scale", "date", "person"]
Value: TypeAlias = str | tuple[str, ...] | int | date


class PackError(Exception):
    """Packs that cannot be used, with the file, the line and what to change, one mistake a line."""


class NotAnAnswer(ValueError):
    """What was given does not fit the kind of answer that the prompt asks for."""


def _in_english(text: Mapping[str, str]) -> Mapping[str, str]:
    if "en" not in text:
        raise ValueError("needs its words in English (en) too: they stand in where a translation is missing")
    return text


def _soon_read(question: str) -> str:
    words = len(question.split())
    if words > MOST_WORDS:
        raise ValueError(f"has {words} words: ask one thing, in fewer than {MOST_WORDS + 1}")
    return question


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
Sentence = Annotated[str, Field(min_length=3, max_length=300)]
Short = Annotated[str, Field(min_length=1, max_length=75)]
Asking = Annotated[str, Field(min_length=3, max_length=150), AfterValidator(_soon_read)]

Text = Annotated[Mapping[Language, Sentence], AfterValidator(_in_english)]
Label = Annotated[Mapping[Language, Short], AfterValidator(_in_english)]
Question = Annotated[Mapping[Language, Asking], AfterValidator(_in_english)]
OnScale = Annotated[int, Field(ge=0, le=10)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Option(_Part):
    """One answer to choose: ``name`` is kept, ``text`` is read. Slack holds ten, of 75 characters each."""

    name: Name
    text: Label


class Ends(_Part):
    """What 0 and 10 mean."""

    low: Label
    high: Label


class Range(_Part):
    """Numbers on the scale, both ends included."""

    at_least: OnScale | None = None
    at_most: OnScale | None = None

    @model_validator(mode="after")
    def _holds_a_number(self) -> "Range":
        if self.at_least is None and self.at_most is None:
            raise ValueError("needs at_least or at_most, with a number from 0 to 10")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("no number is in it: at_least is above at_most")
        return self

    def __contains__(self, number: int) -> bool:
        return (self.at_least or 0) <= number <= (10 if self.at_most is None else self.at_most)


class When(_Part):
    """The answers after which a follow-up is asked: any (``answered``), some options, or a range of the scale."""

    answered: Literal[True] | None = None
    chosen: tuple[Name, ...] | None = Field(default=None, min_length=1)
    scale: Range | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_word_is_enough(cls, given: Any) -> Any:
        return {"answered": True} if given == "answered" else given

    @model_validator(mode="after")
    def _is_one_condition(self) -> "When":
        if sum(each is not None for each in (self.answered, self.chosen, self.scale)) != 1:
            raise ValueError("needs exactly one of answered, chosen and scale")
        return self

    def holds(self, answer: str) -> bool:
        """Whether the follow-up is asked after *answer*, in its text form."""
        if not answer.strip():
            return False
        if self.chosen is not None:
            return not set(self.chosen).isdisjoint(answer.split("\n"))
        if self.scale is not None:
            return answer in ON_THE_SCALE and int(answer) in self.scale
        return True


class Prompt(_Part):
    """One question. ``finds`` is the heading that its answers come under in a summary."""

    name: Name
    kind: Kind = "long_text"
    question: Question
    purpose: Text
    help: Text
    finds: Heading = "nothing"
    minutes: int = Field(ge=1, le=60)
    options: tuple[Option, ...] = Field(default=(), max_length=10)
    ends: Ends | None = None
    follow_up: "FollowUp | None" = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Prompt":
        _refuse("Prompt", [*self._misfits(), *self._misfits_of_the_follow_up()])
        return self

    @property
    def is_summarised(self) -> bool:
        """Whether its answers come under a heading of the summary; others are read and never quoted."""
        return self.finds != "nothing"

    def option(self, name: str) -> Option:
        """Raise ``KeyError`` where the prompt has no such option."""
        for each in self.options:
            if each.name == name:
                return each
        raise KeyError(f"the prompt {self.name} has no option {name!r}")

    def _misfits(self) -> Iterator[Mistake]:
        chooses = self.kind in {"choice", "choices"}
        names = [each.name for each in self.options]
        if chooses and len(names) < 2:  # noqa: PLR2004 - a choice is between two
            yield (("options",), f"kind {self.kind} needs 2 to 10 options, each with a name and a text")
        if names and not chooses:
            yield (("options",), f"kind {self.kind} has no options: take them out, or make it a choice or choices")
        for position, name in enumerate(names):
            if name in names[:position]:
                yield (("options", position, "name"), f"two options are called {name}: rename one")
        if self.kind == "scale" and self.ends is None:
            yield (("ends",), "kind scale needs ends: what 0 means (low) and what 10 means (high)")
        if self.ends is not None and self.kind != "scale":
            yield (("ends",), f"kind {self.kind} has no ends: take them out, or make it a scale")
        if self.is_summarised and self.kind != "long_text":
            yield (("finds",), f"kind {self.kind} brings no words to summarise: take finds out")

    def _misfits_of_the_follow_up(self) -> Iterator[Mistake]:
        if self.follow_up is None:
            return
        place, when = ("follow_up", "when"), self.follow_up.when
        if when.scale is not None and self.kind != "scale":
            yield ((*place, "scale"), f"the question before is of kind {self.kind}, which has no numbers")
        if when.chosen is None:
            return
        if self.kind not in {"choice", "choices"}:
            yield ((*place, "chosen"), f"the question before is of kind {self.kind}, which has no options")
            return
        names = [each.name for each in self.options]
        for position, name in enumerate(when.chosen):
            if name not in names:
                yield ((*place, "chosen", position), f"{name} is no option of {self.name}; it has {', '.join(names)}")


class FollowUp(Prompt):
    """A question asked only after certain answers to the one before it."""

    when: When

    @model_validator(mode="after")
    def _ends_there(self) -> "FollowUp":
        if self.follow_up is not None:
            _refuse("FollowUp", [(("follow_up",), "a follow-up has none of its own: make it a question")])
        return self


class Pack(_Part):
    """A set of prompts for one moment of a workshop.

    ``private`` is for one's own learning and enters no summary; with ``smallest_group`` answers are shown only where
    so many people gave one; ``due`` is how long after the session the pack is asked.
    """

    name: Name
    version: int = Field(ge=1)
    moment: Moment
    title: Label
    minutes: int = Field(ge=1, le=240)
    private: bool = False
    smallest_group: int | None = Field(default=None, ge=5, le=50)
    due: Annotated[str, Field(pattern=r"^[1-9][0-9]? (day|week|month)s?$")] | None = None
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=12)

    @property
    def id(self) -> str:
        """``name@version``: what a workshop keeps of the pack that it started with."""
        return f"{self.name}@{self.version}"

    @property
    def every_prompt(self) -> tuple[Prompt, ...]:
        """All that may be asked, each follow-up after its question."""
        return tuple(each for prompt in self.prompts for each in (prompt, prompt.follow_up) if each is not None)

    def prompt(self, name: str) -> Prompt:
        """The prompt or follow-up called *name*. Raises ``KeyError`` where there is none."""
        for each in self.every_prompt:
            if each.name == name:
                return each
        raise KeyError(f"{self.id} has no prompt {name!r}")

    def due_on(self, held_on: date) -> date | None:
        """The day on which to ask, for a session held on that day; ``None`` for a pack without ``due``."""
        if self.due is None:
            return None
        number, unit = int(self.due.split()[0]), self.due.split()[1].rstrip("s")
        if unit == "month":
            years, month = divmod(held_on.month - 1 + number, 12)
            year = held_on.year + years
            return date(year, month + 1, min(held_on.day, monthrange(year, month + 1)[1]))
        return held_on + timedelta(days=number * (7 if unit == "week" else 1))


def in_language(text: Mapping[Language, str], language: str) -> str:
    """*text* in that language, or in English where it has not been translated."""
    return text.get("cy", text["en"]) if language == "cy" else text["en"]


# A form, step by step. Answers are kept as text, by prompt name; an empty one was skipped.


def steps(pack: Pack, answers: Mapping[str, str]) -> tuple[Prompt, ...]:
    """The prompts to ask, in order, with each follow-up whose condition the answers so far meet."""
    return tuple(_asked(pack, answers))


def minutes_left(pack: Pack, answers: Mapping[str, str], after: str | None = None) -> int:
    """Minutes for the steps behind *after* (all of them without it) that have no answer yet.

    Raises ``KeyError`` where the pack has no such prompt. *after* may be a follow-up that is not asked any more.
    """
    names = [each.name for each in pack.every_prompt]
    behind = names if after is None else names[names.index(pack.prompt(after).name) + 1 :]
    to_come = [each for each in steps(pack, answers) if each.name in behind]
    return sum(each.minutes for each in to_come if not answers.get(each.name, "").strip())


def encode(prompt: Prompt, value: Value) -> str:
    """The text form in which an answer is kept. Raises ``NotAnAnswer`` where *value* does not fit the prompt.

    A choice is its option's name; choices are names, one a line, in the pack's order; a number of the scale is
    ``0`` to ``10``; a date is ISO or the words that were typed; a person is a user id; long text is
    itself.
    """
    if isinstance(value, tuple):
        text = "\n".join(each.name for each in prompt.options if each.name in value)
        if prompt.kind != "choices" or len(text.split("\n")) != len(set(value)):
            raise NotAnAnswer(f"{prompt.name} does not have these options")
        return text
    text = value.isoformat() if isinstance(value, date) else str(value)
    decode(prompt, text)
    return text


def decode(prompt: Prompt, text: str) -> Value:
    """What ``encode`` was given. Raises ``NotAnAnswer`` where *text* does not fit the prompt, or is empty."""
    if not text.strip():
        raise NotAnAnswer(f"{prompt.name} has no answer")
    names = {each.name for each in prompt.options}
    match prompt.kind:
        case "choice" if text not in names:
            raise NotAnAnswer(f"{prompt.name} has no such option")
        case "choices":
            if not names.issuperset(text.split("\n")):
                raise NotAnAnswer(f"{prompt.name} does not have these options")
            return tuple(text.split("\n"))
        case "scale":
            if text not in ON_THE_SCALE:
                raise NotAnAnswer(f"{prompt.name} takes a whole number from 0 to 10")
            return int(text)
        case "date":
            return _day(text) or text
        case "person" if len(text.split()) != 1:
            raise NotAnAnswer(f"{prompt.name} takes one person")
    return text


def _asked(pack: Pack, answers: Mapping[str, str]) -> Iterator[Prompt]:
    for prompt in pack.prompts:
        yield prompt
        if prompt.follow_up is not None and prompt.follow_up.when.holds(answers.get(prompt.name, "")):
            yield prompt.follow_up


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# Reading packs, and telling what is wrong with them.


def pack(pack_id: str, folders: Sequence[Path] = ()) -> Pack:
    """The pack called ``name@version``, ours or one in *folders*. Raises ``KeyError`` where there is none."""
    return _by_id(tuple(folders))[pack_id]


def all_packs(folders: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """Every pack that we ship and those in *folders*, by name and version, as they were when first read.

    Raises ``PackError`` with everything that is wrong in any file.
    """
    return tuple(_by_id(tuple(folders)).values())


def problems(folder: Path = FOLDER) -> list[str]:
    """What to change in the packs in *folder*, each with its file and line: nothing where all can be used."""
    return _survey([FOLDER, folder])[1]


def read(path: Path) -> Pack:
    """The pack in *path*. Raises ``PackError`` with everything that is wrong with it."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        given = None if tree is None else _Values().construct_document(tree)
    except yaml.YAMLError as error:
        raise PackError(_not_yaml(path, error)) from error
    except ValueError as error:
        raise PackError(_told(path, 1, f"this is not text that can be read: {error}")) from error
    try:
        found: Pack | None = Pack.model_validate(given)
        mistakes: list[Mistake] = []
    except ValidationError as error:
        found = None
        errors = error.errors(include_url=False, include_input=False)
        mistakes = [(each["loc"], _in_words(each)) for each in errors if not _told_by_its_items(each, given)]
    mistakes += [*_twice(tree), *_of_the_whole(given)]
    if found is None or mistakes:
        told = sorted((_line(tree, place), f"{_where(given, place)}: {what}") for place, what in mistakes)
        raise PackError("\n".join(_told(path, line, what) for line, what in told))
    return found


class _Values(yaml.constructor.SafeConstructor):
    """YAML's plain values out of nodes that we keep, for their lines."""


@cache
def _by_id(folders: tuple[Path, ...]) -> dict[str, Pack]:
    found, wrong = _survey([FOLDER, *folders])
    if wrong:
        raise PackError("\n".join(wrong))
    return {each.id: each for each in sorted(found, key=lambda each: (each.name, each.version))}


def _survey(folders: Iterable[Path]) -> tuple[list[Pack], list[str]]:
    found: dict[str, tuple[Path, Pack]] = {}
    wrong: list[str] = []
    for folder in dict.fromkeys(each.resolve() for each in folders):
        if not folder.is_dir():
            wrong.append(f"{folder} is not a folder: make it, or name another")
            continue
        for path in sorted(each for each in folder.iterdir() if each.suffix in {".yml", ".yaml"}):
            try:
                one = read(path)
            except PackError as error:
                wrong += str(error).splitlines()
                continue
            first, _ = found.setdefault(one.id, (path, one))
            if first is not path:
                whose = "comes with the app" if first.parent == FOLDER != path.parent else f"is in {first.name} already"
                line = _line(yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader), ("name",))
                wrong.append(_told(path, line, f"{one.id} {whose}; give this one another name or a new version"))
    return [one for _, one in found.values()], wrong


def _of_the_whole(given: Any) -> Iterator[Mistake]:
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
        elif given.get("moment") == "live" and prompt.get("finds") == "nothing":
            yield ((*place, "finds"), "what is said in a live stage enters the summary: give it a heading")
    if given.get("private") is True and given.get("smallest_group") is not None:
        yield (("smallest_group",), "nobody else sees a private pack: take this or private out")


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


def _refuse(what: str, mistakes: Iterable[Mistake]) -> None:
    """Raise all of *mistakes* as one error, each in its own place."""
    details = [
        InitErrorDetails(type=PydanticCustomError("misfit", "{told}", {"told": told}), loc=place, input=None)
        for place, told in mistakes
    ]
    if details:
        raise ValidationError.from_exception_data(what, details, hide_input=True)


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


def _in_words(error: Any) -> str:
    if error["type"] == "string_pattern_mismatch" and error["loc"][-1] == "due":
        return "needs a number and days, weeks or months, such as '6 weeks'"
    known = WORDS.get(error["type"])
    return known.format(**error.get("ctx", {})) if known else str(error["msg"]).removeprefix("Value error, ")


def _told_by_its_items(error: Any, given: Any) -> bool:
    """Whether a list is called too short only because pydantic does not count the items that are wrong themselves."""
    for part in error["loc"]:
        given = given[part] if _leads_on(given, part) else None
    return error["type"] == "too_short" and bool(given)


def _not_yaml(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    hint = "; words with a colon in them need quotation marks" if what.startswith("mapping values") else ""
    return _told(path, line, f"this is not YAML: {what}{hint}")


def _told(path: Path, line: int, what: str) -> str:
    return " ".join(f"{path.name}, line {line}: {what}".split())


def _where(given: Any, place: Place) -> str:
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


def _line(tree: yaml.Node | None, place: Place) -> int:
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


def _twice(tree: yaml.Node | None) -> Iterator[Mistake]:
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
