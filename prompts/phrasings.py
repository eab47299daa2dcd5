"""Wordings that ask whether something is about a risk to somebody now: read from ``prompts/lexicon/*.yml``."""

import re
from collections import defaultdict
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
SHORT = 4
SENTENCE = re.compile(r"[^.!?;\n]+")
TOKEN = re.compile(r"\w+")
BETWEEN = r"[\s,:–—-]+"
GAP = rf"(?:[\w'’%-]+{BETWEEN}){{0,4}}"
NOTHING = r"(?!)"
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
    now: str = ""
    over: str = ""
    talk: str = ""
    phrasings: tuple[Phrasing, ...]

    def found(self, sentence: str) -> Iterator[Wording]:
        """What asks in *sentence*, a find for each phrasing.

        Every reply of a session is looked through, and hardly any asks: only lines that have a telling word in common
        with the sentence are tried.
        """
        matches = self._matches(sentence)
        if not matches:
            return
        now = self._now.search(sentence) is not None
        if not now and self._elsewhere.search(sentence):
            return
        for number, match in sorted(matches.items()):
            phrasing, unless = self.phrasings[number], self._unless[number]
            if (now or not phrasing.only_with) and not (unless and unless.search(sentence)):
                yield Wording(match[0], phrasing.why)

    def _matches(self, sentence: str) -> dict[int, re.Match[str]]:
        """By the phrasing's number, the match of its lines that begins first; of several, that of the first line."""
        matches: dict[int, re.Match[str]] = {}
        for line in self.tried(sentence):
            match = line.pattern.search(sentence)
            before = matches.get(line.phrasing)
            if match and (before is None or match.start() < before.start()):
                matches[line.phrasing] = match
        return matches

    def tried(self, sentence: str) -> list["Asks"]:
        """The lines that may stand in *sentence*, by the words that each of them needs."""
        words = frozenset(TOKEN.findall(sentence.lower()))
        in_a_row = f" {' '.join(words)} "
        in_common = [number for word in self._by_word.keys() & words for number in self._by_word[word]]
        lines = [self.lines[number] for number in sorted({*in_common, *self._by_word[""]})]
        return [each for each in lines if not any(map(words.isdisjoint, each.whole)) and each.begun_in(in_a_row)]

    @cached_property
    def _now(self) -> re.Pattern[str]:
        return self._any_of(self.now)

    @cached_property
    def _elsewhere(self) -> re.Pattern[str]:
        return self._any_of(self.over + self.talk)

    @cached_property
    def _unless(self) -> list[re.Pattern[str] | None]:
        return [self._any_of(each.unless) if each.unless else None for each in self.phrasings]

    @cached_property
    def lines(self) -> list["Asks"]:
        return [
            Asks(number, self._any_of(line), _Line(line, self.groups).needs())
            for number, each in enumerate(self.phrasings)
            for line in each.asks.splitlines()
            if line.strip()
        ]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The numbers of the lines by each of their most telling whole words; under no word those that need none."""
        found: defaultdict[str, list[int]] = defaultdict(list, {"": []})
        for number, line in enumerate(self.lines):
            for word in line.whole[0] if line.whole else [""]:
                found[word].append(number)
        return dict(found)

    def _any_of(self, lines: str) -> re.Pattern[str]:
        read = [_Line(line, self.groups).pattern() for line in lines.splitlines() if line.strip()] or [NOTHING]
        return re.compile(rf"(?<![\w'’])(?:{'|'.join(read)})(?![\w])", re.IGNORECASE)


@dataclass(frozen=True)
class Asks:
    """A line with the number of its phrasing, and sets of words of which it needs one each, the most telling set first.

    ``want*`` is whatever begins so.
    """

    phrasing: int
    pattern: re.Pattern[str]
    needs: list[frozenset[str]]

    @cached_property
    def whole(self) -> list[frozenset[str]]:
        """The sets of whole words alone: these are quickly looked for."""
        return [each for each in self.needs if not any(word.endswith("*") for word in each)]

    @cached_property
    def _begun(self) -> list[list[str]]:
        """The other sets, each word with the space before it, and with the one behind it unless it only begins so."""
        others = [each for each in self.needs if each not in self.whole]
        return [[f" {word[:-1]}" if word.endswith("*") else f" {word} " for word in each] for each in others]

    def begun_in(self, words: str) -> bool:
        """Whether one of each of the other sets is among *words*, which have a space before and behind them."""
        return all(any(each in words for each in some) for some in self._begun)


def asking(text: str) -> tuple[Wording, ...]:
    """What in *text* sounds like a risk to somebody now, in any language that has a list; each wording once."""
    found = [each for lexicon in lexicons() for sentence in SENTENCE.findall(text) for each in lexicon.found(sentence)]
    return tuple({each.words.casefold(): each for each in found}.values())


def get_ready() -> None:
    """Compile every list: it takes as long as hundreds of replies, and the first reply should not wait for it."""
    asking("ready")


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Every list that we ship, read once."""
    return tuple(read_lexicon(path) for path in sorted(FOLDER.glob("risk-*.yml")))


def read_lexicon(path: Path) -> Lexicon:
    return Lexicon.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


class _Line:
    """One line of a lexicon, turned into a regular expression."""

    def __init__(self, line: str, groups: Mapping[str, str]) -> None:
        self._line = line
        self._groups = groups
        self._signs = SIGN.findall(line)
        self._at = 0

    def needs(self) -> list[frozenset[str]]:
        """Sets of words of which each has to have one in the sentence, the least common first."""
        found = sorted(self._needed_words(), key=_commonness)
        several = self._next() == "|"
        self._at = 0
        telling = self.telling() if several else None
        return ([telling] if telling is not None else []) if several else found

    def telling(self) -> frozenset[str] | None:
        """The least common words of which one has to be there, or ``None`` where no word has to."""
        found = self._telling_choices("")
        self._at = 0
        return found

    def _telling_choices(self, end: str) -> frozenset[str] | None:
        ways = [self._telling_words()]
        while self._next() == "|":
            self._at += 1
            ways.append(self._telling_words())
        if self._next() != end:
            raise NotALexicon(f"a bracket is missing: {self._line}")
        return _union(ways)

    def _telling_words(self) -> frozenset[str] | None:
        return min(self._needed_words(), key=_commonness, default=None)

    def _needed_words(self) -> list[frozenset[str]]:
        needed: list[frozenset[str]] = []
        while (sign := self._next()) not in {"|", ")", "]", ""}:
            self._at += 1
            one = None
            if sign in {"[", "("}:
                inside = self._telling_choices("]" if sign == "[" else ")")
                self._at += 1
                one = inside if sign == "(" else None
            elif sign.startswith("{"):
                one = None if sign == "{Name}" else _Line(self._groups[sign[1:-1]], self._groups).telling()
            elif sign != "...":
                one = _key(sign)
            if one is not None:
                needed.append(one)
        return needed

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


def _union(ways: list[frozenset[str] | None]) -> frozenset[str] | None:
    return None if any(each is None for each in ways) else frozenset(word for each in ways for word in each or ())


def _key(word: str) -> frozenset[str] | None:
    """The longest whole part of a word, or the beginning of one, as it stands in a sentence in small letters."""
    parts = [part for part in re.findall(r"[\w*#]+", word.lower()) if "#" not in part and not part.startswith("*")]
    usable = [part for part in parts if "*" not in part[:-1]]
    return frozenset({max(usable, key=len)}) if usable else None


def _commonness(words: frozenset[str]) -> int:
    """Short words are common ones, as a rule."""
    return sum(10 if len(word) <= SHORT else 1 for word in words)
