"""What a language model may answer: lines that cite words by their ids and quote them, in a strict form."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MOST_LINES = 60
MOST_CITED = 60

Brief = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=100)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12)]


class Under(StrEnum):
    """The headings that a model may write under; the others are reckoned by rules."""

    THEME = "theme"
    MISSED_OPPORTUNITY = "missed_opportunity"
    STRENGTH = "strength"
    OPEN_QUESTION = "open_question"
    DIFFERENCE = "difference"
    CANDIDATE_ACTION = "candidate_action"


class Strict(BaseModel):
    """Nothing more than was asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(Strict):
    """One of the words that a line rests on. ``quote`` repeats some of them, letter for letter; empty for none."""

    id: Id
    quote: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""


class ProposedLine(Strict):
    """One line: a title of three to seven plain words, one sentence, and everything that it rests on."""

    under: Under
    title: Brief
    sentence: Sentence = ""
    cites: Annotated[list[Quote], Field(min_length=1, max_length=MOST_CITED)]


class Proposal(Strict):
    """A whole answer."""

    lines: Annotated[list[ProposedLine], Field(max_length=MOST_LINES)]
