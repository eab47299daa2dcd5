"""Who may reflect, when, and what is kept of it."""

from datetime import UTC, datetime

import pytest

from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import Reflection, ReflectionFrozen, ReflectionNotOpen, reflecting
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


def test_a_reflection_is_sent_once_and_keeps_when() -> None:
    written = Reflection(WorkshopId(1), UserId("U-ANNE"), "lcat-before@1")
    first, again = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)

    assert written.sent_at is None
    assert written.sent(first).sent(again).sent_at == first
