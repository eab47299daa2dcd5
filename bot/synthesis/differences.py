"""Where two agencies say opposite things of one subject: shown side by side, and left open.

Only words under a role are compared: an agency's view is built from what its people say as its people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.synthesis import cues
from bot.synthesis.claims import DENIAL
from bot.synthesis.draft import Heading, Rule
from bot.synthesis.heard import Heard, Listening
from bot.synthesis.piles import Pile
from bot.synthesis.telling import Corpus, Passage, likeness
from bot.synthesis.wording import stemmed

ALIKE = 0.3
"""Likeness from which two sentences are of one subject."""

ENOUGH = 2
"""Telling words that they share at the least."""

MOST_DIFFERENCES = 5
"""More at once are read by nobody."""

FEW = 12
"""Texts that have a word at which it is telling, in a small room."""

GOOD, WANTING = Heading.STRENGTH, Heading.MISSED_OPPORTUNITY


def differences(hearing: Listening, corpus: Corpus) -> list[Pile]:
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
    """Its sentences, as far as they say something: whoever asks takes no side."""
    return [corpus.passage(each, span) for span in each.sentences if not cues.question(each.text[span[0] : span[1]])]


def _opposed(passages: Sequence[Passage], corpus: Corpus) -> Iterator[tuple[float, Passage, Passage]]:
    denying = [bool(DENIAL.search(each.words)) for each in passages]
    for one, other in _near(passages, corpus):
        first, second = passages[one], passages[other]
        if first.whose.agency.casefold() == second.whose.agency.casefold():
            continue
        opposite = denying[one] != denying[other] or {first.whose.heading, second.whose.heading} == {GOOD, WANTING}
        if opposite and (alike := likeness(first, second)) >= ALIKE:
            yield alike, first, second


def _near(passages: Sequence[Passage], corpus: Corpus) -> list[tuple[int, int]]:
    """Pairs, by their places, that share enough telling words which are not everywhere."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(passages):
        for stem in each.weights:
            if corpus.counts.get(stem, 0) <= max(FEW, corpus.size // 20):
                having[stem].append(place)
    shared = Counter(pair for places in having.values() for pair in combinations(places, 2))
    return sorted(pair for pair, count in shared.items() if count >= ENOUGH)


def _written(stem: str, passage: Passage) -> str:
    return next(passage.words[start:end] for found, start, end in stemmed(passage.words) if found == stem)
