"""How much of a reference a text has: ROUGE-1 and ROUGE-SU4 (pairs of words at most four apart, and words), as F1."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from snowballstemmer import EnglishStemmer

GAP = 4


def rouge_1(text: str, references: Sequence[str]) -> float:
    return _mean(text, references, Counter)


def rouge_su4(text: str, references: Sequence[str]) -> float:
    return _mean(text, references, _pairs_and_words)


def _mean(text: str, references: Sequence[str], units: Callable[[list[str]], Counter[object]]) -> float:
    found = units(_words(text))
    return sum(_f1(found, units(_words(each))) for each in references) / len(references)


def _f1(found: Counter[object], meant: Counter[object]) -> float:
    shared = (found & meant).total()
    return 2 * shared / (found.total() + meant.total()) if shared else 0.0


def _pairs_and_words(words: list[str]) -> Counter[object]:
    pairs = [(one, other) for place, one in enumerate(words) for other in words[place + 1 : place + 2 + GAP]]
    return Counter[object]([*words, *pairs])


def _words(text: str) -> list[str]:
    return list(EnglishStemmer().stemWords(re.findall(r"[a-z0-9]+", text.casefold())))
