"""Prompt packs: versioned sets of questions, read from ``prompts/packs/*.yml`` and checked as they are read."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

FOLDER = Path(__file__).parent / "packs"

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
Moment = Literal["before", "live", "after", "checkpoint"]
Finds = Literal["theme", "missed_opportunity", "strength", "open_question"]
Sentence = Annotated[str, Field(min_length=3, max_length=600)]


class PackError(Exception):
    """A pack that cannot be used, with the file and what to change in it."""


def _in_english(text: Mapping[str, str]) -> Mapping[str, str]:
    if "en" not in text:
        raise ValueError("needs its words in English (en) too: they stand in where a translation is missing")
    return text


Text = Annotated[Mapping[Literal["en", "cy"], Sentence], AfterValidator(_in_english)]


class Prompt(BaseModel):
    """One question. ``finds`` is the heading under which what it brings is summarised; ``minutes`` an estimate."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Name
    question: Text
    purpose: Text
    help: Text
    finds: Finds
    minutes: int = Field(ge=1, le=60)


class Pack(BaseModel):
    """A set of prompts for one moment of a workshop."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Name
    version: int = Field(ge=1)
    moment: Moment
    title: Text
    minutes: int = Field(ge=1, le=240)
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _names_are_unique(self) -> "Pack":
        names = [prompt.name for prompt in self.prompts]
        if len(set(names)) < len(names):
            raise ValueError("two prompts have the same name")
        return self

    @property
    def id(self) -> str:
        """``name@version``: what a workshop keeps of the pack that it started with."""
        return f"{self.name}@{self.version}"

    def prompt(self, name: str) -> Prompt:
        """Raise ``KeyError`` where the pack has no such prompt."""
        return next((each for each in self.prompts if each.name == name), None) or _no_prompt(self, name)


def in_language(text: Text, language: str) -> str:
    """*text* in that language, or in English where it has not been translated."""
    return text.get("cy", text["en"]) if language == "cy" else text["en"]


@cache
def pack(pack_id: str) -> Pack:
    """The pack called ``name@version``. Raises ``KeyError`` where there is none."""
    return {each.id: each for each in all_packs()}[pack_id]


@cache
def all_packs(folder: Path = FOLDER) -> tuple[Pack, ...]:
    """Every pack in *folder*. Raises ``PackError`` at the first that is not right."""
    found: dict[str, Path] = {}
    packs = []
    for path in sorted(folder.glob("*.yml")):
        packs.append(read(path))
        first = found.setdefault(packs[-1].id, path)
        if first is not path:
            raise PackError(f"{path.name}: {packs[-1].id} is in {first.name} already; give it a new version")
    return tuple(packs)


def read(path: Path) -> Pack:
    """The pack in *path*. Raises ``PackError`` with everything that is wrong with it."""
    try:
        return Pack.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise PackError(f"{path.name} is not YAML: {error}") from error
    except ValidationError as error:
        raise PackError("\n".join(_complaints(path, error))) from error


def _complaints(path: Path, error: ValidationError) -> Iterator[str]:
    for each in error.errors(include_url=False, include_input=False):
        where = " → ".join(str(part) for part in each["loc"]) or "the whole pack"
        yield f"{path.name}: {where}: {each['msg'].removeprefix('Value error, ')}"


def _no_prompt(pack: Pack, name: str) -> Prompt:
    raise KeyError(f"{pack.id} has no prompt {name!r}")
