"""The process that drafts: it reads rooms from its input, writes drafts to its output, and knows nothing else.

Started ahead by ``bot/drafting.py``, so that the bot neither loads nor waits for what is large and slow here. Words
come through a pipe of its own and are gone with the answer; nothing is logged and nothing is kept.
"""

import sys
from collections.abc import Callable
from typing import BinaryIO

from bot.synthesis.asking import READY, frame, hearing_of, next_frame
from bot.synthesis.by_vectors import draft
from bot.synthesis.draft import Draft
from bot.synthesis.heard import Listening
from bot.synthesis.written import written


def answer(asked: BinaryIO, told: BinaryIO, drafted: Callable[[Listening], Draft] = draft) -> None:
    """Draft what is asked for until nobody asks any more."""
    _tell(told, READY)
    while (request := next_frame(asked)) is not None:
        _tell(told, written(drafted(hearing_of(request))))
        _tell(told, READY)


def _tell(told: BinaryIO, content: bytes) -> None:
    told.write(frame(content))
    told.flush()


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer)
