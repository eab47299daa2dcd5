"""Wordings that ask whether something is about a risk to somebody now: read from ``prompts/lexicon/*.yml``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from prompts.pack import Language, Text

FOLDER = Path(__file__).resolve().parent / "lexicon"

SIGN = re.compile(r"\.\.\.|\{\w+\}|[()\[\]|]|[^\s()\[\]|{}]+")
SENTENCE = re.compile(r"[^.!?;\n]+")
BETWEEN = r"[\s,:–—-]+"
GAP = rf"(?:[\w'’%-]+{BETWEEN}){{0,4}}"
NAME = r"(?-i:[A-Z][a-z'’-]+)"


class NotALexicon(ValueError):
    """A line of a lexicon that cannot be read, with the line."""


@dataclass(frozen=True)
class Wording:
    """Words that ask, as they were written, and why they do, by language."""

    words: str
    why: Mapping[Language, str]


class Phrasing(BaseModel):
    """Lines that ask for the same reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    why: Text
    asks: str
    unless: str = ""
    only_with: Literal["now"] | None = None


class Lexicon(BaseModel):
    """The lines of one language. See the head of ``risk-en.yml`` for how they are read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    groups: dict[str, str] = Field(default_factory=dict)
    now: str
    over: str
    talk: str
    phrasings: tuple[Phrasing, ...]

    def found(self, sentence: str) -> Iterator[Wording]:
        """What asks in *sentence*, a find for each phrasing."""
        now = self._now.search(sentence) is not None
        if not now and self._elsewhere.search(sentence):
            return
        for phrasing, asks, unless in self._compiled:
            match = asks.search(sentence)
            if match and (now or not phrasing.only_with) and not (unless and unless.search(sentence)):
                yield Wording(match[0], phrasing.why)

    @cached_property
    def _now(self) -> re.Pattern[str]:
        return self._any_of(self.now)

    @cached_property
    def _elsewhere(self) -> re.Pattern[str]:
        return self._any_of(self.over + self.talk)

    @cached_property
    def _compiled(self) -> list[tuple[Phrasing, re.Pattern[str], re.Pattern[str] | None]]:
        return [
            (each, self._any_of(each.asks), self._any_of(each.unless) if each.unless else None)
            for each in self.phrasings
        ]

    def _any_of(self, lines: str) -> re.Pattern[str]:
        read = [_Line(line, self.groups).pattern() for line in lines.splitlines() if line.strip()]
        return re.compile(rf"(?<![\w'’])(?:{'|'.join(read)})(?![\w])", re.IGNORECASE)


def asking(text: str) -> tuple[Wording, ...]:
    """What in *text* sounds like a risk to somebody now, in any language that has a list; each wording once."""
    found = [each for lexicon in lexicons() for sentence in SENTENCE.findall(text) for each in lexicon.found(sentence)]
    return tuple({each.words.casefold(): each for each in found}.values())


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Every list that we ship, read once."""
    return tuple(
        Lexicon.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("risk-*.yml"))
    )


class _Line:
    """One line of a lexicon, turned into a regular expression."""

    def __init__(self, line: str, groups: Mapping[str, str]) -> None:
        self._line = line
        self._groups = groups
        self._signs = SIGN.findall(line)
        self._at = 0

    def pattern(self) -> str:
        read = self._choices("")
        if self._at != len(self._signs):
            raise NotALexicon(f"a bracket too many: {self._line}")
        return read

    def _choices(self, end: str) -> str:
        """What stands between two brackets, up to *end*: one or more ways to say it, with bars between them."""
        ways = [self._words()]
        while self._next() == "|":
            self._at += 1
            ways.append(self._words())
        if self._next() != end:
            raise NotALexicon(f"a bracket is missing: {self._line}")
        return f"(?:{'|'.join(ways)})"

    def _words(self) -> str:
        """Words one after the other; those that need not be there bring the space beside them."""
        read = ""
        needs_space = False
        while (sign := self._next()) not in {"|", ")", "]", ""}:
            self._at += 1
            if sign == "...":
                read += (BETWEEN if needs_space else "") + GAP
                needs_space = False
            elif sign == "[":
                inside = self._choices("]")
                self._at += 1
                read += f"(?:{BETWEEN}{inside})?" if needs_space else f"(?:{inside}{BETWEEN})?"
            else:
                read += (BETWEEN if needs_space else "") + self._one(sign)
                needs_space = True
        if not read:
            raise NotALexicon(f"nothing between two signs: {self._line}")
        return read

    def _one(self, sign: str) -> str:
        if sign == "(":
            inside = self._choices(")")
            self._at += 1
            return inside
        if sign == "{Name}":
            return NAME
        if sign.startswith("{"):
            group = sign[1:-1]
            if group not in self._groups:
                raise NotALexicon(f"no group {group}: {self._line}")
            return _Line(self._groups[group], self._groups).pattern()
        return re.escape(sign).replace(r"\*", r"[\w-]*").replace(r"\#", r"\d").replace("'", "['’]")

    def _next(self) -> str:
        return self._signs[self._at] if self._at < len(self._signs) else ""
