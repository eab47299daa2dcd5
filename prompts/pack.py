"""A prompt pack: a versioned set of questions, what each asks for, and which are asked when."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

ON_THE_SCALE = tuple(str(number) for number in range(11))
MOST_WORDS = 29

Place: TypeAlias = tuple[int | str, ...]
Mistake: TypeAlias = tuple[Place, str]
"""Where something is wrong, counted from the part that was checked, and what to change."""

Language = Literal["en", "cy"]
Moment = Literal["before", "live", "after", "checkpoint"]
Finds = Literal["theme", "missed_opportunity", "strength", "open_question"]
Listens = Literal["open", "clarifying", "silent"]
Heading = Literal[Finds, "nothing"]
Kind = Literal["long_text", "choice", "choices", "scale", "date", "person"]
Value: TypeAlias = str | tuple[str, ...] | int | date


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
    """One question. ``finds`` is the heading that its answers come under in a summary.

    For a stage of a session, ``listens`` says how people answer it, and ``listen_for`` tells the facilitator what to
    listen for; ``ground_rules`` are rules to begin with, for the stage that opens a session.
    """

    name: Name
    kind: Kind = "long_text"
    question: Question
    purpose: Text
    help: Text
    finds: Heading = "nothing"
    listens: Listens = "open"
    listen_for: Text | None = None
    ground_rules: Text | None = None
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

    @property
    def ground_rules(self) -> Text | None:
        """The rules of the first question that has some."""
        return next((each.ground_rules for each in self.prompts if each.ground_rules), None)

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


def _refuse(what: str, mistakes: Iterable[Mistake]) -> None:
    """Raise all of *mistakes* as one error, each in its own place."""
    details = [
        InitErrorDetails(type=PydanticCustomError("misfit", "{told}", {"told": told}), loc=place, input=None)
        for place, told in mistakes
    ]
    if details:
        raise ValidationError.from_exception_data(what, details, hide_input=True)
