"""How strong an action is: a rule over its words, after the published hierarchy, that people may see otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.workshop.action import Strength


@dataclass(frozen=True)
class Sign:
    """A kind of action, and wordings that tell it: ``*`` is the rest of a word, ``^`` the beginning of the change."""

    kind: str
    strength: Strength
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """``words`` are those of the change that tell its kind."""

    strength: Strength
    kind: str
    words: str


def suggest(change: str, signs: Sequence[Sign]) -> Suggestion | None:
    """What the words of *change* tell, the strongest of it; ``None`` where they tell nothing.

    What it begins with decides where that is weaker: to look into a single pathway is not to have one.
    """
    told = [(found, sign) for sign in signs if (found := _pattern(sign.wordings).search(change.strip()))]
    first = (sign for found, sign in told if found.start() == 0 and sign.strength is Strength.WEAKER)
    strongest = min((sign for _, sign in told), key=lambda sign: list(Strength).index(sign.strength), default=None)
    decides = next(first, strongest)
    return next((Suggestion(sign.strength, sign.kind, found[0]) for found, sign in told if sign is decides), None)


@cache
def _pattern(wordings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_regex, wordings)), re.IGNORECASE)


def _regex(wording: str) -> str:
    words = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in wording.removeprefix("^").split())
    return rf"\A{words}\b" if wording.startswith("^") else rf"\b{words}\b"
