"""A sentence encoder of a few words, made byte by byte: words of one meaning have one row, and no model is brought."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from struct import pack
from typing import Any

from bot.synthesis.weights import Weights

MEANINGS: Sequence[Sequence[str]] = (
    ("flat", "tenancy", "landlord", "eviction"),
    ("ward", "hospital", "discharge", "doctor"),
    ("school", "tutor", "college", "lessons"),
)

INT64, FLOAT = 7, 1
CLS, SEP, UNKNOWN = range(3)
UNUSED = ("attention_mask", "token_type_ids")


def tiny_weights(folder: Path) -> Weights:
    """The model and its tokenizer in *folder*, laid out as the known model is, with what they have to be."""
    model, tokenizer = _model(), _tokenizer()
    (folder / "onnx").mkdir(parents=True)
    (folder / "onnx" / "model.onnx").write_bytes(model)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    return Weights(folder, *(hashlib.sha256(each).hexdigest() for each in (model, tokenizer)))


def _words() -> dict[str, int]:
    return {
        word: len(MEANINGS) * place + kind + 3
        for kind, words in enumerate(MEANINGS)
        for place, word in enumerate(words)
    }


def _tokenizer() -> bytes:
    """It cuts and fills up, as that of the known model does; whoever reads with it has to see to that."""
    special = {"[CLS]": CLS, "[SEP]": SEP, "[UNK]": UNKNOWN}
    about: dict[str, Any] = {
        "version": "1.0",
        "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
        "padding": {
            "strategy": {"Fixed": 4},
            "direction": "Right",
            "pad_to_multiple_of": None,
            "pad_id": UNKNOWN,
            "pad_type_id": 0,
            "pad_token": "[UNK]",
        },
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", SEP], "cls": ["[CLS]", CLS]},
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": special | _words(), "unk_token": "[UNK]"},
    }
    return json.dumps(about).encode()


def _model() -> bytes:
    """As an ONNX file: each token's row is looked up, and that is all."""
    kinds = len(MEANINGS)
    rows = [[0.0] * kinds for _ in range(3 + len(_words()))]
    for number in _words().values():
        rows[number][(number - 3) % kinds] = 1.0
    table = b"".join(pack(f"<{kinds}f", *row) for row in rows)
    table_of = _packed((1, len(rows)), (1, kinds), (2, FLOAT), (8, b"table"), (9, table))
    look_up = _packed((1, b"table"), (1, b"input_ids"), (2, b"last_hidden_state"), (4, b"Gather"))
    inputs = [(11, _tensor(name, INT64, b"batch", b"tokens")) for name in ("input_ids", *UNUSED)]
    states = _tensor("last_hidden_state", FLOAT, b"batch", b"tokens", b"kinds")
    graph = _packed((1, look_up), (2, b"tiny"), (5, table_of), *inputs, (12, states))
    return _packed((1, 8), (7, graph), (8, _packed((2, 13))))


def _tensor(name: str, kind: int, *dimensions: bytes) -> bytes:
    shape = _packed(*((1, _packed((2, each))) for each in dimensions))
    return _packed((1, name.encode()), (2, _packed((1, _packed((1, kind), (2, shape))))))


def _packed(*fields: tuple[int, int | bytes]) -> bytes:
    """Fields of a protocol buffer, by their numbers."""
    return b"".join(_field(number, value) for number, value in fields)


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    return bytes(_sevens(value))


def _sevens(value: int) -> Iterable[int]:
    while value > 0x7F:
        yield value & 0x7F | 0x80
        value >>= 7
    yield value
