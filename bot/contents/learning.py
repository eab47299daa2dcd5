"""A copy of what somebody has written for themselves alone, in as many parts as Slack asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.contents.reading import case_of
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import UserId
from bot.workshop.letter import Letter
from bot.workshop.reflection import Answer
from prompts.pack import Pack
from prompts.words import escape

PART_LENGTH = 9_000
"""Characters in one part, as Slack counts them; it refuses messages of about 13,200 with all markup counted."""

QUESTION_LENGTH = 200
"""Of a question with its markup, about."""

PIECE = re.compile(r".{1,1500}(?:\s+|$)|.{1,1500}", re.DOTALL)
"""Of a long answer: broken between words where there is a gap."""


@dataclass(frozen=True)
class Passage:
    """A question and what was answered, or a piece of it; nothing where it was skipped."""

    prompt: str
    words: str


@dataclass(frozen=True)
class OwnCopy:
    """One part of a copy, for the author alone."""

    case: Case
    pack: Pack
    part: int
    parts: int
    passages: tuple[Passage, ...]


def own_copy(work: Work, letter: Letter) -> OwnCopy | None:
    """Nothing once it has been erased, or where there are no more parts."""
    case, workshop = case_of(work, letter.subject)
    pack_id, _, part = letter.detail.split("|")
    pack = work.house.packs.pack(pack_id)
    answers = [each for each in work.answers.of_person(workshop.id, UserId(letter.lane)) if each.pack == pack_id]
    parts = parts_of(pack, {each.prompt: each for each in answers}) if answers else []
    if int(part) > len(parts):
        return None
    return OwnCopy(case, pack, int(part), len(parts), tuple(parts[int(part) - 1]))


def parts_of(pack: Pack, answers: Mapping[str, Answer]) -> list[list[Passage]]:
    """Every question with its answer in full, in as many parts as are needed."""
    parts: list[list[Passage]] = [[]]
    for passage in _passages(pack, answers):
        if parts[-1] and sum(map(_length, parts[-1])) + _length(passage) > PART_LENGTH:
            parts.append([])
        parts[-1].append(passage)
    return parts


def _passages(pack: Pack, answers: Mapping[str, Answer]) -> Iterator[Passage]:
    for prompt in pack.every_prompt:
        answer = answers.get(prompt.name)
        if answer is None:
            yield Passage(prompt.name, "")
        elif prompt.kind == "long_text":
            yield from (Passage(prompt.name, piece) for piece in PIECE.findall(answer.words))
        else:
            yield Passage(prompt.name, answer.words)


def _length(passage: Passage) -> int:
    return QUESTION_LENGTH + len(escape(passage.words))
