"""What in somebody's own words points to who wrote them, whoever did: where they place themselves, how they write."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.synthesis.draft import Person, Said
from bot.synthesis.services import named, services_of
from bot.synthesis.wording import WORD, sentences
from prompts import lexicon

LINKS = (
    r"(?:at|in|from|of|on|with|for|the|a|an|as|am|are|was|were|being|work|works|worked|working|here|own|local|side|"
    r"both|all|fel|yn|o|yr|y|gyda)"
)
FIRST = rf"(?:i|i'm|i’m|my|we|we're|we’re|our|us|fy|ein|ni|fel)\b(?:[\s,–-]+{LINKS}\b)*[\s,–-]+"
"""Somebody speaking of themselves, and what may stand between that and the service that they belong to."""

AS_ONE = r"as (?:an?|one of (?:the|our)|(?:his|her|their)(?: own)?)(?: \w+)? "
AS_THE_ONE = r"as the "
"""As what somebody speaks: "as a tutor", "as the tutor I"; "as the college did" is of another."""

RUN, TELLING = 4, 2
"""Words in a row that two texts share, and those among them with a subject, from which one hand is to be suspected."""

ANY_RUN = 7
"""So many in a row are no chance, whatever the words."""

SHORTEST = 3

Run = tuple[str, ...]
Hands = Mapping[Run, frozenset[str]]


def placed(text: str, people: Sequence[Person]) -> frozenset[str] | None:
    """The keys of *people* who belong where *text* says that its author does; ``None`` where it does not say.

    "We on the ward" is of somebody from the ward, with or without a role beside it.
    """
    places = [place for start, end in sentences(text) for place in _placed(text[start:end], people)]
    return frozenset[str].intersection(*places) if places else None


def hands(under_a_role: Collection[Said]) -> Hands:
    """Who writes which words in a row under their role."""
    writers: dict[Run, set[str]] = defaultdict(set)
    for each in under_a_role:
        for run in _runs(each.text):
            writers[run].add(each.author)
    return {run: frozenset(authors) for run, authors in writers.items()}


def telltale(text: str, writers: Hands) -> bool:
    """Whether *text* has words in a row that stand elsewhere under one person's role and nobody else's."""
    return any(len(writers.get(run, ())) == 1 for run in _runs(text))


def _placed(sentence: str, people: Sequence[Person]) -> Iterator[frozenset[str]]:
    for each in named(sentence, as_role=True):
        if _speaks_as(sentence, each.words):
            yield frozenset(person.key for person in people if services_of(person).intersection(each.services))
    for words in sorted({word for person in people for word in (person.agency, person.role) if word.strip()}):
        if _speaks_as(sentence, words):
            yield frozenset(person.key for person in people if words.casefold() in _called(person))


def _called(person: Person) -> tuple[str, str]:
    return person.agency.casefold(), person.role.casefold()


def _speaks_as(sentence: str, words: str) -> bool:
    name = re.escape(words)
    speaking = rf"\b(?:(?:{FIRST}|{AS_ONE}){name}|{AS_THE_ONE}{name}s?,? (?:i|we)\b)"
    return re.search(speaking, sentence, re.IGNORECASE) is not None


def _runs(text: str) -> Iterator[Run]:
    words = [match[0].casefold().replace("’", "'") for match in WORD.finditer(text)]
    telling = [len(word) > SHORTEST and word not in lexicon.common().words for word in words]
    for start in range(len(words) - RUN + 1):
        if sum(telling[start : start + RUN]) >= TELLING:
            yield tuple(words[start : start + RUN])
        if start + ANY_RUN <= len(words):
            yield tuple(words[start : start + ANY_RUN])
