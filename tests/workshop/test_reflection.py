"""Who may reflect, when, and what is kept of it."""

import pytest

from bot.workshop.reflection import NothingWritten, ReflectionFrozen, ReflectionNotOpen, reflecting, written
from bot.workshop.workshop import NotInTheWorkshop, Phase
from tests.workshop.examples import ANNA, FERN, NURSE, STRANGER, a_workshop


def test_anna_writes_between_the_invitation_and_the_session() -> None:
    assert reflecting(a_workshop(Phase.BEFORE), ANNA) == NURSE


def test_nobody_writes_before_the_questions_are_sent() -> None:
    with pytest.raises(ReflectionNotOpen):
        reflecting(a_workshop(Phase.PREPARING), ANNA)


@pytest.mark.parametrize("phase", sorted(set(Phase) - {Phase.PREPARING, Phase.BEFORE}))
def test_answers_stand_as_they_are_once_the_session_has_started(phase: Phase) -> None:
    with pytest.raises(ReflectionFrozen):
        reflecting(a_workshop(phase), ANNA)


@pytest.mark.parametrize("phase", Phase)
def test_the_facilitator_has_no_questions_to_answer(phase: Phase) -> None:
    with pytest.raises(ReflectionNotOpen):
        reflecting(a_workshop(phase), FERN)


@pytest.mark.parametrize("phase", Phase)
def test_a_stranger_is_told_the_same_in_every_phase(phase: Phase) -> None:
    with pytest.raises(NotInTheWorkshop):
        reflecting(a_workshop(phase), STRANGER)


def test_skipped_questions_are_absent_and_the_others_trimmed() -> None:
    answers = {"moment": "  Nobody rang back.\n", "strength": "", "unknown": "   "}

    assert written(answers) == {"moment": "Nobody rang back."}


@pytest.mark.parametrize("answers", [{}, {"moment": ""}, {"moment": " \n\t", "strength": " "}])
def test_a_form_without_a_word_is_not_an_answer(answers: dict[str, str]) -> None:
    with pytest.raises(NothingWritten):
        written(answers)
