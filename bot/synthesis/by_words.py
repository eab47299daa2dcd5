"""Which texts are about the same thing by their telling words alone: for where nothing large can be loaded."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from bot.synthesis.joining import joined
from bot.synthesis.wording import stems

ALIKE = 0.15
"""Average likeness of their members from which two groups are one."""

ENOUGH = 2
"""Telling words that two texts must share: a single one in common proves nothing."""

NEXT_TO_NOTHING = ALIKE / 8
"""Below this, two texts count as not alike at all: there are very many such pairs, and they decide nothing."""

EVERYWHERE, FEW, MOST_WITH_A_WORD = 0.25, 40, 250
"""A word is too common to make two texts alike in more than a quarter of them; among forty it only weighs little."""

IMAGINED = 5
"""Texts that have none of the words, counted besides: among two or three texts a shared word is still telling."""


def together(texts: Sequence[str]) -> list[list[int]]:
    """The places of *texts* in groups; the same texts in another order make the same groups."""
    order = sorted(range(len(texts)), key=lambda place: texts[place])
    found = joined(_likenesses([frozenset(stems(texts[place])) for place in order]), len(order), ALIKE)
    return sorted(sorted(order[each] for each in group) for group in found)


def _likenesses(telling: Sequence[Collection[str]]) -> dict[tuple[int, int], float]:
    """The likeness of each two texts that share enough, from 0 to 1; what is next to nothing is left out."""
    counts = Counter(stem for each in telling for stem in each)
    weights = {stem: math.log((len(telling) + IMAGINED) / count) for stem, count in counts.items()}
    most = max(FEW, min(MOST_WITH_A_WORD, len(telling) * EVERYWHERE))
    having = {stem: list[int]() for stem, count in counts.items() if count <= most}
    lengths = [math.sqrt(sum(weights[stem] ** 2 for stem in sorted(each))) for each in telling]
    found = {}
    for place, each in enumerate(telling):
        weight: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for stem in sorted(having.keys() & set(each)):
            for other in having[stem]:
                weight[other] += weights[stem] ** 2
                shared[other] += 1
            having[stem].append(place)
        for other, count in shared.items():
            likeness = weight[other] / (lengths[other] * lengths[place])
            if likeness >= NEXT_TO_NOTHING and count >= ENOUGH:
                found[other, place] = likeness
    return found
