"""How the first letter of a name changes in Welsh: Catrin, i Gatrin, a Chatrin, fy Nghatrin."""

from collections.abc import Iterator
from enum import Enum, auto


class Mutation(Enum):
    """Soft, nasal or aspirate; the soft one makes a G go."""

    SOFT = auto()
    SOFT_GONE = auto()
    NASAL = auto()
    ASPIRATE = auto()


AFTER_SOFT = frozenset("i o gan am ar at wrth heb dros drwy trwy neu dy ei dan hyd i'w o'i a'i fod".split())
TRIGGERS = {
    Mutation.SOFT: AFTER_SOFT,
    Mutation.SOFT_GONE: AFTER_SOFT - {"am", "at"},
    Mutation.NASAL: frozenset("fy yn ym yng".split()),
    Mutation.ASPIRATE: frozenset("a gyda tua ei na".split()),
}
"""The words after which a name changes; a change that makes an ordinary word counts only there."""

CHANGES = {
    Mutation.SOFT: {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "m": "f"},
    Mutation.SOFT_GONE: {"g": ""},
    Mutation.NASAL: {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"},
    Mutation.ASPIRATE: {"p": "ph", "t": "th", "c": "ch"},
}
FIXED = ("ch", "th", "ph", "dd", "ng")


def mutations(name: str) -> Iterator[tuple[Mutation, str]]:
    if name.lower().startswith(FIXED):
        return
    for mutation, changes in CHANGES.items():
        for old, new in changes.items():
            if name.lower().startswith(old) and len(name) > len(old) + 1:
                yield mutation, (new + name[len(old) :]).capitalize()
                break
