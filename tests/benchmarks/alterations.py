"""Words altered as somebody careless, and as a machine that makes things up, would alter them."""

from collections.abc import Iterator, Sequence
from random import Random


def alterations(words: str, others: Sequence[str], chance: Random) -> Iterator[str]:
    """*words* with one left out, replaced, denied or swapped, in other letters, or run together with *others*."""
    pieces = words.split()
    for place in range(len(pieces)):
        yield " ".join(pieces[:place] + pieces[place + 1 :])
        yield " ".join([*pieces[:place], chance.choice(["letter", "never", "school", "aunt"]), *pieces[place + 1 :]])
        yield " ".join([*pieces[:place], "not", *pieces[place:]])
        if place:
            swapped = list(pieces)
            swapped[place - 1], swapped[place] = swapped[place], swapped[place - 1]
            yield " ".join(swapped)
    yield words.upper()
    yield words.rstrip(".?!")
    yield f"“{words}”"
    for other in others:
        yield f"{words} {other}"
        yield f"{words.rstrip('.?!')} and {other}"
