"""A draft is kept as bytes and comes back as it was."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from bot.synthesis.draft import Asked, Draft, Edition, Entitled, Heading, Line, Part, Quotation, Rule, Title, Why
from bot.synthesis.written import read, written
from bot.workshop.action import Level
from bot.workshop.summary import Source, SourceKind

SAID = Source(SourceKind.ANSWER, 1)
LINE = Line(
    Heading.OPEN_QUESTION,
    "key",
    Title("Pwy sy'n penderfynu?", Entitled.QUOTED, SAID),
    (SAID, Source(SourceKind.CONTRIBUTION, 2)),
    Why(Rule.ASKED, ("letter",), (SAID,)),
    (Quotation(SAID, "Pwy sy'n penderfynu?", "Community nurse", Part.ONE_SIDE),),
    people=6,
    level=Level.CASE,
    asked=(Asked("gp", "the surgery", ("p3",)),),
)
DRAFT = Draft((LINE,), finished=True, editions=(Edition(SAID, "mark"),))


def test_what_is_kept_comes_back_as_it_was() -> None:
    assert read(written(DRAFT)) == DRAFT


def test_the_same_draft_is_the_same_bytes_and_another_is_not() -> None:
    assert written(read(written(DRAFT))) == written(DRAFT)
    assert written(replace(DRAFT, finished=False)) != written(DRAFT)


def test_other_bytes_are_no_draft() -> None:
    with pytest.raises(ValidationError):
        read(b'{"lines": [{"heading": "verdict"}]}')
