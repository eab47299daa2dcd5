"""The weights of a small model that tells what is alike in meaning: brought by an administrator, and no others."""

import hashlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

EXTRA = ("onnxruntime", "tokenizers")

MODEL_PLACES = ("onnx/model.onnx", "model.onnx")
TOKENIZER_PLACES = ("tokenizer.json",)

KNOWN_MODEL = "6fd5d72fe4589f189f8ebc006442dbb529bb7ce38f8082112682524616046452"
KNOWN_TOKENIZER = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
"""SHA-256 of ``onnx/model.onnx`` and ``tokenizer.json`` of sentence-transformers/all-MiniLM-L6-v2."""


class WrongWeights(Exception):
    """They cannot be used: a sentence for an administrator, without its full stop."""


@dataclass(frozen=True)
class Weights:
    """A folder with a model and its tokenizer, and what both have to be."""

    folder: Path
    model_sha256: str = KNOWN_MODEL
    tokenizer_sha256: str = KNOWN_TOKENIZER

    def check(self) -> None:
        """Raise ``WrongWeights`` where nothing could run them, or where a file is missing or another."""
        if not all(importlib.util.find_spec(each) for each in EXTRA):
            raise WrongWeights("what runs such a model is not installed; install lcat[semantic], or unset it")
        for path, expected in self._files():
            with _opened(path) as file:
                _compare(path, hashlib.file_digest(file, "sha256").hexdigest(), expected)

    def read(self) -> tuple[bytes, bytes]:
        """Model and tokenizer, checked as they were read. Raises ``WrongWeights``."""
        model, tokenizer = (_checked(path, expected) for path, expected in self._files())
        return model, tokenizer

    def _files(self) -> Iterator[tuple[Path, str]]:
        yield _found(self.folder, MODEL_PLACES), self.model_sha256
        yield _found(self.folder, TOKENIZER_PLACES), self.tokenizer_sha256


def _found(folder: Path, places: tuple[str, ...]) -> Path:
    for each in places:
        if (folder / each).is_file():
            return folder / each
    raise WrongWeights(f"there is no {' or '.join(places)} in {folder}")


def _checked(path: Path, expected: str) -> bytes:
    with _opened(path) as file:
        content = file.read()
    _compare(path, hashlib.sha256(content).hexdigest(), expected)
    return content


def _opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except OSError as error:
        raise WrongWeights(f"{path} cannot be read ({error.strerror})") from error


def _compare(path: Path, found: str, expected: str) -> None:
    if found != expected:
        raise WrongWeights(f"{path} is not the file that was meant: its SHA-256 is {found}, and not {expected}")
