"""Where two agencies say opposite things of one subject: shown side by side, and left open.

Only words under a role are compared: an agency's view is built from what its people say as its people.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.synthesis.claims import DENIAL
from bot.synthesis.draft import Heading, Rule
from bot.synthesis.heard import Heard, Hearing
from bot.synthesis.piles import Pile
from bot.synthesis.telling import Corpus, Passage, likeness
from bot.synthesis.wording import sentences, stemmed

ALIKE = 0.3
"""Likeness from which two sentences are of one subject."""

ENOUGH = 2
"""Telling words that they share at the least."""

MOST_DIFFERENCES = 5
"""More at once are read by nobody."""

GOOD, WANTING = Heading.STRENGTH, Heading.MISSED_OPPORTUNITY


def differences(hearing: Hearing, corpus: Corpus) -> list[Pile]:
    """The pairs that are most alike and still opposed, each person in one of them at most."""
    passages = [passage for each in hearing.heard if each.author for passage in _passages(each, corpus)]
    ranked = sorted(_opposed(passages, corpus), key=lambda pair: (-pair[0], pair[1].in_order, pair[2].in_order))
    chosen: list[Pile] = []
    taken: set[object] = set()
    for _, one, other in ranked:
        pair = {one.whose.source, other.whose.source}
        if not taken & pair and len(chosen) < MOST_DIFFERENCES:
            taken |= pair
            shared = tuple(sorted({_written(stem, one) for stem in one.weights.keys() & other.weights.keys()}))
            chosen.append(Pile(Heading.DIFFERENCE, hearing.of(pair), Rule.OPPOSED, shared=shared))
    return chosen


def sides(members: Sequence[Heard], corpus: Corpus) -> tuple[Passage, Passage] | None:
    """The two sentences that are opposed; ``None`` where *members* are not two sides of one thing."""
    passages = [passage for each in members if each.author for passage in _passages(each, corpus)]
    ranked = sorted(_opposed(passages, corpus), key=lambda pair: (-pair[0], pair[1].in_order, pair[2].in_order))
    return (ranked[0][1], ranked[0][2]) if ranked else None


def _passages(each: Heard, corpus: Corpus) -> list[Passage]:
    return [
        Passage(each, each.text[start:end], corpus.weights(each.text[start:end])) for start, end in sentences(each.text)
    ]


def _opposed(passages: Sequence[Passage], corpus: Corpus) -> Iterator[tuple[float, Passage, Passage]]:
    for one, other in _near(passages, corpus):
        if one.whose.agency.casefold() != other.whose.agency.casefold() and _opposite(one, other):
            alike = likeness(one.weights, other.weights)
            if alike >= ALIKE and len(one.weights.keys() & other.weights.keys()) >= ENOUGH:
                yield round(alike, 9), one, other


def _near(passages: Sequence[Passage], corpus: Corpus) -> Iterator[tuple[Passage, Passage]]:
    """Pairs that share a telling word that is not everywhere."""
    having: dict[str, list[int]] = {}
    for place, each in enumerate(passages):
        for stem in sorted(each.weights):
            if corpus.counts.get(stem, 0) <= max(FEW, corpus.size // 20):
                having.setdefault(stem, []).append(place)
    pairs = {pair for places in having.values() for pair in combinations(places, 2)}
    yield from ((passages[one], passages[other]) for one, other in sorted(pairs))


FEW = 12


def _opposite(one: Passage, other: Passage) -> bool:
    """Whether one denies what the other says, or one was asked what went well and the other what did not."""
    asked = {one.whose.heading, other.whose.heading}
    return asked == {GOOD, WANTING} or bool(DENIAL.search(one.words)) != bool(DENIAL.search(other.words))


def _written(stem: str, passage: Passage) -> str:
    return next(passage.words[start:end] for found, start, end in stemmed(passage.words) if found == stem)
