"""Short texts as vectors: what they have in common by words and by parts of words, without any model from elsewhere.

Only the worker process imports this module and those that build on it: scikit-learn is large and slow to load.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

from bot.synthesis.terms import unmasked
from bot.synthesis.wording import stemmed, stems

Vectors: TypeAlias = NDArray[np.float64]

DIMENSIONS = 48
"""Directions that are kept, of words and of letters: fewer bring together what differs, more part what is alike."""

LETTERS = (3, 5)
"""Runs of letters that are compared; they find "referral" in "referred", and the forms of Welsh words."""

LETTERS_WEIGH = 1.0

EVERYWHERE = 0.5
"""Share of the texts above which a run of letters tells nothing."""

FEW = 20
"""Texts below which every run of letters counts; above, one that stands in a single text is left out."""


def vectors(texts: Sequence[str], *, subjects_only: bool = False) -> Vectors:
    """One row of length one for each of *texts*; all zeros where a text has no words of its own.

    With *subjects_only*, what carries no subject is left out: it tells intents apart, and joins what has nothing else
    in common.
    """
    plain = [_subjects(each) if subjects_only else unmasked(each).casefold() for each in texts]
    by_words = _reduced([stems(each) for each in texts], analyzer=list, sublinear_tf=True)
    by_letters = _reduced(
        plain,
        analyzer="char_wb",
        ngram_range=LETTERS,
        sublinear_tf=True,
        min_df=2 if len(plain) >= FEW else 1,
        max_df=EVERYWHERE if len(plain) >= FEW else 1.0,
    )
    return np.asarray(normalize(np.hstack([by_words, LETTERS_WEIGH * by_letters])), dtype=np.float64)


def beside(rows: Vectors, what: Sequence[str], weight: float) -> Vectors:
    """*rows* with *what* stands beside each of them, as a direction of its own."""
    kinds = sorted(set(what))
    if len(kinds) < 2:  # noqa: PLR2004 - what is the same everywhere tells nothing
        return rows
    columns = np.zeros((len(rows), len(kinds)))
    columns[np.arange(len(rows)), [kinds.index(each) for each in what]] = weight
    return np.asarray(normalize(np.hstack([rows, columns])), dtype=np.float64)


def drawn_together(rows: Vectors, links: Mapping[tuple[int, int], float], weight: float) -> Vectors:
    """*rows*, each a little as what it is linked with: who answers somebody need not say again what it is about."""
    if not links:
        return rows
    linked = np.zeros_like(rows)
    for (one, other), strength in sorted(links.items()):
        linked[one] += strength * rows[other]
        linked[other] += strength * rows[one]
    return np.asarray(normalize(rows + weight * normalize(linked)), dtype=np.float64)


def likenesses(rows: Vectors) -> Vectors:
    """How alike each two rows are, from -1 to 1; a row is not compared with itself."""
    found = rows @ rows.T
    np.fill_diagonal(found, -1.0)
    return found


def _subjects(text: str) -> str:
    return " ".join(text[start:end].casefold() for _, start, end in stemmed(text))


def _reduced(texts: Sequence[Any], **reading: Any) -> Vectors:
    try:
        weighed = TfidfVectorizer(lowercase=False, token_pattern=None, **reading).fit_transform(texts)
    except ValueError:
        # Not one word in all of them.
        return np.zeros((len(texts), 1))
    if min(weighed.shape) <= DIMENSIONS:
        return np.asarray(normalize(weighed.toarray()), dtype=np.float64)
    left, strengths, _ = randomized_svd(weighed, DIMENSIONS, n_iter=4, random_state=0)
    return np.asarray(normalize(left * strengths), dtype=np.float64)
