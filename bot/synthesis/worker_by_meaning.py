"""The process that drafts, by meaning too: it is told a folder with weights and what they have to be, and no more."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.synthesis.by_meaning import Meaning, Model
from bot.synthesis.by_vectors import draft
from bot.synthesis.draft import Draft, Line, Rule
from bot.synthesis.heard import Listening
from bot.synthesis.weights import Weights
from bot.synthesis.worker import answer


def by_meaning(model: Model, hearing: Listening) -> Draft:
    found = draft(hearing, Meaning(model).vectors)
    return replace(found, lines=tuple(_said_why(each) for each in found.lines))


def _said_why(line: Line) -> Line:
    return replace(line, why=replace(line.why, rule=Rule.MEANT)) if line.why.rule is Rule.ALIKE else line


if __name__ == "__main__":
    folder, model_sha256, tokenizer_sha256 = sys.argv[1:]
    loaded = Model(Weights(Path(folder), model_sha256, tokenizer_sha256))
    answer(sys.stdin.buffer, sys.stdout.buffer, partial(by_meaning, loaded))
