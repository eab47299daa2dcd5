"""Ways of finding themes that need a model, where LCAT_SEMANTIC names its folder: ours by meaning, and others on it."""

import importlib
import importlib.util
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.synthesis.by_meaning import Meaning, Model
from bot.synthesis.weights import Weights
from tests.benchmarks.peers import Grouping, Labels, best_k_means, counted_somewhere, ours
from tests.benchmarks.practice import Practice

SMALLEST_TOPIC = 5
"""Texts that BERTopic makes a topic of; by itself it wants ten, and finds next to none among fifty."""


def themes() -> Mapping[str, Grouping]:
    """Nothing where no model is given; what is not installed is left out."""
    if model() is None:
        return {}
    found: dict[str, Grouping] = {"the local engine, by meaning": by_meaning, "MiniLM + k-means": k_means}
    if importlib.util.find_spec("bertopic") is not None:
        found["BERTopic"] = bertopic
    return found


@cache
def model() -> Model | None:
    folder = os.environ.get("LCAT_SEMANTIC", "")
    sums = os.environ.get("LCAT_SEMANTIC_SHA256", "")
    return Model(Weights(Path(folder), *(sums.split(",") if sums else ()))) if folder else None


def by_meaning(one: Practice) -> Labels:
    return ours(one, Meaning(_model()).vectors)


def k_means(one: Practice) -> Labels:
    return best_k_means(_rows(one))


def bertopic(one: Practice) -> Labels:
    """With its own settings otherwise, on the vectors that all of them share."""
    flat: Any = importlib.import_module("umap").UMAP(
        n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0, n_jobs=1
    )
    made = importlib.import_module("bertopic").BERTopic(umap_model=flat, min_topic_size=SMALLEST_TOPIC)
    rows = _rows(one)
    labels, _ = made.fit_transform(one.texts, rows)
    return counted_somewhere(np.asarray(labels, dtype=np.int64), rows)


def _rows(one: Practice) -> NDArray[np.float64]:
    return np.stack([_model().row(text) for text in one.texts])


def _model() -> Model:
    given = model()
    if given is None:
        raise LookupError("LCAT_SEMANTIC")
    return given
