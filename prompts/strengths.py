"""What makes an action strong or weak, in words: read from ``prompts/lexicon/strength.yml``."""

from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from prompts.lexicon import FOLDER, Spoken
from prompts.pack import Name, Text


class Kind(BaseModel):
    """A kind of action in the hierarchy. See the head of ``strength.yml`` for how its words are read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    strength: Literal["stronger", "intermediate", "weaker"]
    title: Text
    words: Spoken
    instead: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _helps(self) -> "Kind":
        if (self.strength == "weaker") != (len(self.instead) == 2):  # noqa: PLR2004 - two examples, as the form shows
            raise ValueError(f"{self.name}: a weaker kind has two changes to have instead, and no other has any")
        return self


class Kinds(BaseModel):
    """The hierarchy."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[Kind, ...] = Field(min_length=1)

    def get(self, name: str) -> Kind:
        """The kind called *name*. Raises ``KeyError`` where there is none."""
        return {each.name: each for each in self.kinds}[name]


@cache
def kinds() -> Kinds:
    return Kinds.model_validate(yaml.safe_load((FOLDER / "strength.yml").read_text(encoding="utf-8")))
