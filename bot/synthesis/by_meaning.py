"""Short texts as vectors by what they mean, beside their words: a small model on this machine, and no way out of it.

Only the worker process that an administrator brought weights for imports this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnxruntime
from sklearn.preprocessing import normalize
from tokenizers import Encoding, Tokenizer

from bot.synthesis.terms import unmasked
from bot.synthesis.vectors import Vectors, vectors
from bot.synthesis.weights import Weights
from bot.synthesis.wording import language

LONGEST = 256
"""Tokens that the known model reads at a time; a longer text is read in parts."""

WORDS_WEIGH = 0.5
"""What words weigh beside meaning, which weighs 1; they alone speak for a text in a language that the model lacks."""

SPOKEN = "en"

FEW = 20
"""Texts below which what all of them have in common cannot be told from what a few of them say."""


class Model:
    """A sentence encoder, loaded once. What it makes of a text depends on nothing but that text."""

    def __init__(self, weights: Weights) -> None:
        model, tokenizer = weights.read()
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        # The file may say that everything is cut and filled up to one length.
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._session = onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])
        self._inputs = [each.name for each in self._session.get_inputs()]

    def row(self, text: str) -> Vectors:
        """The mean over the tokens of *text*, of length one."""
        whole = self._tokenizer.encode(text)
        parts = [whole, *whole.overflowing]
        total = sum((self._summed(each) for each in parts), start=np.zeros(1))
        return np.asarray(normalize(total.reshape(1, -1))[0], dtype=np.float64)

    def _summed(self, part: Encoding) -> Vectors:
        given = {"input_ids": part.ids, "attention_mask": part.attention_mask, "token_type_ids": part.type_ids}
        asked = {name: np.array([given[name]], dtype=np.int64) for name in self._inputs}
        states = self._session.run(None, asked)[0]
        return np.asarray(states[0].sum(axis=0), dtype=np.float64)


@dataclass
class Meaning:
    """What one draft reads with *model*; gone with the draft."""

    model: Model
    _rows: dict[str, Vectors] = field(default_factory=dict)

    def vectors(self, texts: Sequence[str], *, subjects_only: bool = False) -> Vectors:
        """As ``vectors.vectors``, by meaning where there is enough of it, and by words."""
        by_words = vectors(texts, subjects_only=subjects_only)
        known = [place for place, text in enumerate(texts) if language(text) == SPOKEN and unmasked(text).strip()]
        if len(known) < FEW:
            return by_words
        read = np.stack([self._row(unmasked(texts[place])) for place in known])
        # What all of a room have in common tells nothing of its themes.
        by_meaning = np.zeros((len(texts), read.shape[1]))
        by_meaning[known] = normalize(read - read.mean(axis=0))
        return np.asarray(normalize(np.hstack([by_meaning, WORDS_WEIGH * by_words])), dtype=np.float64)

    def _row(self, text: str) -> Vectors:
        if text not in self._rows:
            self._rows[text] = self.model.row(text)
        return self._rows[text]


def _options() -> onnxruntime.SessionOptions:
    """One thread: more add up in another order, and the last digits decide between equals."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    return options
