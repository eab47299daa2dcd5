"""Which of many short texts are about the same thing, and by which words one can tell.

Two texts are alike by the terms that they share, each weighing the more the fewer texts have it. Texts are put together
while they are alike on average, so that no chain of small likenesses joins what has nothing in common.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.synthesis.joining import joined
from bot.synthesis.terms import terms

ALIKE = 0.15
"""Average likeness of their members from which two groups are one."""

ENOUGH = 2
"""Terms that two texts must share, one of them a word: a single one in common proves nothing, and an age still less."""

NEXT_TO_NOTHING = ALIKE / 8
"""Below this, two texts count as not alike at all: there are very many such pairs, and they decide nothing."""

EVERYWHERE, FEW, MOST_WITH_A_TERM = 0.25, 40, 250
"""A term is too common to make two texts alike in more than a quarter of them; among forty it only weighs little."""

IMAGINED = 5
"""Texts that have none of the terms, counted besides: among two or three texts a shared word is still telling."""

MOST_SHARED = 6
"""Words that are told of a group."""

Reader = Callable[[str], Mapping[str, str]]
"""The terms of a text: keys that texts may share, with the words in which they were written."""


@dataclass(frozen=True)
class Group:
    """Texts about the same thing, by their places; ``shared`` are the words that they have in common, as written.

    ``shared`` begins with what most of them have; a text that is alone shares nothing.
    """

    members: tuple[int, ...]
    shared: tuple[str, ...] = ()


def groups(texts: Sequence[str], read: Reader = terms) -> list[Group]:
    """Every one of *texts* in exactly one group, the largest groups first.

    The same texts in another order make the same groups: places are only counted once all is settled.
    """
    order = sorted(range(len(texts)), key=lambda place: texts[place])
    read_texts = [read(texts[place]) for place in order]
    weights = _weights(read_texts)
    found = [
        Group(tuple(order[each] for each in members), _shared([read_texts[each] for each in members], weights))
        for members in joined(_likenesses(read_texts, weights), len(order), ALIKE)
    ]
    return sorted(found, key=lambda group: (-len(group.members), [texts[each] for each in group.members]))


def _weights(read_texts: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """How telling each term is: less, the more of the texts have it."""
    return {term: math.log((len(read_texts) + IMAGINED) / count) for term, count in _counts(read_texts).items()}


def _counts(read_texts: Iterable[Mapping[str, str]]) -> Counter[str]:
    """In how many texts each term stands."""
    return Counter(term for each in read_texts for term in each)


def _likenesses(read_texts: Sequence[Mapping[str, str]], weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """The likeness of each two texts that share enough, from 0 to 1; what is next to nothing is left out."""
    most = max(FEW, min(MOST_WITH_A_TERM, len(read_texts) * EVERYWHERE))
    having = {term: list[int]() for term, count in _counts(read_texts).items() if count <= most}
    lengths = [math.sqrt(sum(weights[term] ** 2 for term in sorted(each))) for each in read_texts]
    found = {}
    for place, each in enumerate(read_texts):
        together: dict[int, float] = defaultdict(float)
        shared: dict[int, int] = defaultdict(int)
        worded: set[int] = set()
        for term in sorted(each.keys() & having.keys()):
            for other in having[term]:
                together[other] += weights[term] ** 2
                shared[other] += 1
            if not _is_time(term):
                worded.update(having[term])
            having[term].append(place)
        for other, weight in together.items():
            likeness = weight / (lengths[other] * lengths[place])
            if likeness >= NEXT_TO_NOTHING and shared[other] >= ENOUGH and other in worded:
                found[other, place] = likeness
    return found


def _shared(members: Sequence[Mapping[str, str]], weights: Mapping[str, float]) -> tuple[str, ...]:
    """What at least two of *members* have in common, by how many have it and how telling it is."""
    having = _counts(members)
    telling = sorted(
        (term for term, count in having.items() if count > 1), key=lambda term: (-having[term] * weights[term], term)
    )
    return tuple(_as_written(term, members) for term in telling[:MOST_SHARED])


def _as_written(term: str, members: Iterable[Mapping[str, str]]) -> str:
    """The writing that most of *members* use; of two, the shorter."""
    written = Counter(each[term] for each in members if term in each)
    return min(written, key=lambda words: (-written[words], len(words), words))


def _is_time(term: str) -> bool:
    return term.startswith("age ") or term[0].isdigit()
