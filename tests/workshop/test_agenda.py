"""What is still to come in a session, and how the facilitator changes it on the spot."""

from collections.abc import Callable

import pytest

from bot.workshop.agenda import (
    MOST_TO_COME,
    Agenda,
    AgendaFull,
    Planned,
    StageGone,
    earlier,
    first,
    new_name,
    with_next,
    without,
)

PICTURE, SENSE, CHANGE = (Planned(name, 10) for name in ("picture", "sense", "change"))
AGENDA = (PICTURE, SENSE, CHANGE)


def test_a_stage_is_taken_out_brought_forward_or_put_next() -> None:
    assert without(AGENDA, "sense") == (PICTURE, CHANGE)
    assert earlier(AGENDA, "change") == (PICTURE, CHANGE, SENSE)
    assert earlier(AGENDA, "picture") == AGENDA
    assert first(AGENDA, "change") == (CHANGE, PICTURE, SENSE)


def test_a_question_of_the_moment_comes_next_under_a_name_of_its_own() -> None:
    asked = Planned(new_name(["picture", "added-1"]), 5, question="What did the aunt say?")

    assert with_next(AGENDA, asked)[0].name == "added-2"


@pytest.mark.parametrize("change", [without, earlier, first])
def test_a_stage_that_is_gone_is_said_to_be_gone(change: Callable[[Agenda, str], Agenda]) -> None:
    with pytest.raises(StageGone):
        change(AGENDA, "opened before")


def test_an_agenda_that_nobody_gets_through_is_refused() -> None:
    with pytest.raises(AgendaFull):
        with_next(AGENDA * (MOST_TO_COME // 3), PICTURE)
