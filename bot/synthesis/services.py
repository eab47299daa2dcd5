"""Which services a text names, and which of the people in a workshop belong to them, by a list of everyday words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from bot.synthesis.terms import unmasked
from prompts import lexicon

Phrase = tuple[str, ...]

WORD = re.compile(r"[^\W_]+(?:[&'’][^\W_]+)*['’+]?")


class Placed(Protocol):
    """Somebody who speaks from an agency and a role."""

    @property
    def agency(self) -> str: ...
    @property
    def role(self) -> str: ...


@dataclass(frozen=True)
class Named:
    """What a text calls a service. These ``words`` mean one of ``services``: which, they may leave open."""

    services: tuple[str, ...]
    words: str


def named(text: str, *, as_role: bool = False) -> list[Named]:
    """Every service named in *text*, as often as it is; where a longer name begins with another, the longer counts."""
    tokens = [(match[0], *match.span()) for match in WORD.finditer(unmasked(text))]
    written = [_singular(token) for token, _, _ in tokens]
    small = [_singular(token.casefold()) for token, _, _ in tokens]
    book = _book(as_role=as_role)
    found, place = [], 0
    while place < len(tokens):
        fitting = [*book.at(small, place), *book.at(written, place)]
        length = max((len(phrase) for phrase, _ in fitting), default=0)
        if fitting:
            meant = sorted({service for phrase, service in fitting if len(phrase) == length})
            found.append(Named(tuple(meant), text[tokens[place][1] : tokens[place + length - 1][2]]))
        place += length or 1
    return found


def services_of(person: Placed) -> frozenset[str]:
    """The services that a person belongs to by agency and role, and the wider ones around these."""
    return _services_of(person.agency, person.role)


@cache
def _services_of(agency: str, role: str) -> frozenset[str]:
    told = [*named(agency, as_role=True), *named(role, as_role=True)]
    return frozenset(service for each in told for meant in each.services for service in lexicon.services().line(meant))


@dataclass(frozen=True)
class _Book:
    """Phrases by their first word, with the services that they name."""

    phrases: Mapping[str, Sequence[tuple[Phrase, str]]]

    def at(self, words: Sequence[str], place: int) -> Iterator[tuple[Phrase, str]]:
        """The phrases that stand in *words* at *place*."""
        for phrase, service in self.phrases.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                yield phrase, service


@cache
def _book(*, as_role: bool) -> _Book:
    phrases: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
    for service in lexicon.services().services:
        for called in service.called(as_role=as_role):
            phrase = tuple(_singular(match[0]) for match in WORD.finditer(called))
            phrases[phrase[0]].append((phrase, service.name))
    return _Book(phrases)


def _singular(word: str) -> str:
    """*word* without a plural or possessive ``s``, for comparing only."""
    word = word.replace("’", "'").rstrip("'").removesuffix("'s")
    plural = len(word) > 2 and word[-1] == "s" and not word.endswith(("ss", "us", "is"))  # noqa: PLR2004 - "as", "is"
    return word[:-1] if plural else word
