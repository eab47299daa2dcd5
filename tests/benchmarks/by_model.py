"""Ways of finding themes that need a model, where LCAT_SEMANTIC names its folder: ours by meaning, and others on it."""

import importlib
import importlib.util
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.synthesis.by_meaning import Meaning, Model
from bot.synthesis.vectors import Vectors
from bot.synthesis.weights import Weights
from tests.benchmarks.peers import Grouping, Labels, best_k_means, counted_somewhere, ours
from tests.benchmarks.practice import Practice

SMALLEST_TOPIC = 5
"""Texts that BERTopic makes a topic of; by itself it wants ten, and finds next to none among fifty."""


class Remembering(Model):
    """Reads each text once for all ways that are compared; what reading costs is measured apart."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self._read: dict[str, Vectors] = {}

    def row(self, text: str) -> Vectors:
        if text not in self._read:
            self._read[text] = super().row(text)
        return self._read[text]


def themes(kind: type[Model] = Model) -> Mapping[str, Grouping]:
    """Nothing where no model is given; what is not installed is left out."""
    weights = _weights()
    if weights is None:
        return {}
    model = kind(weights)
    found: dict[str, Grouping] = {
        "the local engine, by meaning": lambda one: ours(one, Meaning(model).vectors),
        "MiniLM + k-means": lambda one: best_k_means(_rows(one, model)),
    }
    if importlib.util.find_spec("bertopic") is not None:
        found["BERTopic"] = lambda one: _bertopic(one.texts, _rows(one, model))
    return found


def _weights() -> Weights | None:
    folder = os.environ.get("LCAT_SEMANTIC", "")
    sums = os.environ.get("LCAT_SEMANTIC_SHA256", "")
    return Weights(Path(folder), *(sums.split(",") if sums else ())) if folder else None


def _rows(one: Practice, model: Model) -> NDArray[np.float64]:
    return np.stack([model.row(text) for text in one.texts])


def _bertopic(texts: Sequence[str], rows: NDArray[np.float64]) -> Labels:
    """With its own settings otherwise, on the vectors that all of them share."""
    flat: Any = importlib.import_module("umap").UMAP(
        n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0, n_jobs=1
    )
    made = importlib.import_module("bertopic").BERTopic(umap_model=flat, min_topic_size=SMALLEST_TOPIC)
    labels, _ = made.fit_transform(texts, rows)
    return counted_somewhere(np.asarray(labels, dtype=np.int64), rows)
