"""What is asked of the process that drafts, and how: one frame each way, its length first."""

from dataclasses import dataclass
from functools import cache
from struct import Struct
from typing import BinaryIO

from pydantic import TypeAdapter

from bot.synthesis.draft import Room
from bot.synthesis.heard import Heard, Listening

LENGTH = Struct(">Q")

READY = b"ready"
"""What the process says when it can be asked: first once everything large is loaded."""


@dataclass(frozen=True)
class Request:
    """The words that are to be put in order: all that the process gets to know."""

    heard: tuple[Heard, ...]
    room: Room


def request(hearing: Listening) -> bytes:
    return _requests().dump_json(Request(hearing.heard, hearing.room))


def hearing_of(asked: bytes) -> Listening:
    """What ``request`` was made from, as far as drafting needs it."""
    read = _requests().validate_json(asked)
    return Listening(read.heard, read.room)


def frame(content: bytes) -> bytes:
    return LENGTH.pack(len(content)) + content


def next_frame(stream: BinaryIO) -> bytes | None:
    """The content of the next frame; ``None`` where there is none any more."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


@cache
def _requests() -> TypeAdapter[Request]:
    return TypeAdapter(Request)
