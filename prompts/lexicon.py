"""Words that the bot knows things about: services and what people call them, and words that carry no subject."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from prompts.pack import Label, Language, Name

FOLDER = Path(__file__).resolve().parent / "lexicon"

Spoken = Mapping[Language, Annotated[tuple[Annotated[str, Field(min_length=2)], ...], Field(min_length=1)]]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Service(_Part):
    """A service. ``within`` is the wider one that it is a part of; ``roles`` tell it in an agency or a role alone."""

    name: Name
    title: Label
    within: Name | None = None
    words: Spoken
    roles: Spoken = Field(default_factory=dict)

    def called(self, *, as_role: bool) -> Iterator[str]:
        """What people call it, in every language."""
        for spoken in (self.words, self.roles) if as_role else (self.words,):
            for words in spoken.values():
                yield from words


class Services(_Part):
    """Every service that the bot can recognise."""

    services: tuple[Service, ...]

    @model_validator(mode="after")
    def _hangs_together(self) -> "Services":
        names = [each.name for each in self.services]
        twice = sorted({each for each in names if names.count(each) > 1})
        for each in self.services:
            words = list(each.called(as_role=True))
            twice += sorted({word for word in words if words.count(word) > 1})
        unknown = sorted({each.within for each in self.services if each.within and each.within not in names})
        if twice:
            raise ValueError(f"stands twice: {', '.join(twice)}")
        if unknown:
            raise ValueError(f"within a service that is not there: {', '.join(unknown)}")
        return self

    def get(self, name: str) -> Service:
        """The service called *name*. Raises ``KeyError`` where there is none."""
        return self._by_name[name]

    def line(self, name: str) -> tuple[str, ...]:
        """*name*, the service that it is within, and so on outwards."""
        found = [name]
        while (wider := self.get(found[-1]).within) is not None and wider not in found:
            found.append(wider)
        return tuple(found)

    @cached_property
    def _by_name(self) -> Mapping[str, Service]:
        return {each.name: each for each in self.services}


class Common(_Part):
    """Words in which two texts may agree without being about the same thing, and irregular ``forms`` by their word."""

    common: Mapping[Language, str]
    forms: Mapping[str, tuple[str, ...]]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for words in self.common.values() for word in words.split())

    @cached_property
    def form_of(self) -> Mapping[str, str]:
        """Each irregular form, with the word that it belongs to."""
        return {form: word for word, forms in self.forms.items() for form in forms}


class Factor(_Part):
    """A condition that makes something more likely. ``name`` is kept; ``asks`` helps to see whether it is this one."""

    name: Name
    title: Label
    asks: Label


class Factors(_Part):
    """The conditions that a reply can be tagged with."""

    factors: tuple[Factor, ...]

    @model_validator(mode="after")
    def _each_once(self) -> "Factors":
        names = [each.name for each in self.factors]
        twice = sorted({each for each in names if names.count(each) > 1})
        if twice:
            raise ValueError(f"stands twice: {', '.join(twice)}")
        return self

    def get(self, name: str) -> Factor | None:
        return next((each for each in self.factors if each.name == name), None)


class FactorWords(_Part):
    """Words that show a contributory factor, by its name."""

    factors: Mapping[Name, Spoken]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.factors)


@cache
def factor_words() -> FactorWords:
    return FactorWords.model_validate(_read("factor-words.yml"))


@cache
def factors() -> Factors:
    return Factors.model_validate(_read("factors.yml"))


@cache
def services() -> Services:
    return Services.model_validate(_read("services.yml"))


@cache
def common() -> Common:
    return Common.model_validate(_read("common.yml"))


def _read(name: str) -> object:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
