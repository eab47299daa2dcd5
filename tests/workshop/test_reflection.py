"""Who may reflect, when, and what is kept of it."""

from datetime import UTC, datetime

import pytest

from bot.workshop.ids import UserId, WorkshopId
from bot.workshop.reflection import (
    Occasion,
    Reflection,
    ReflectionFrozen,
    ReflectionNotOpen,
    ReflectionOver,
    reflecting,
)
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


@pytest.mark.parametrize("occasion", [Occasion.AFTER, Occasion.TOGETHER])
def test_people_look_back_from_the_end_of_the_session_to_the_end_of_the_workshop(occasion: Occasion) -> None:
    for phase in (Phase.AGREEING, Phase.FOLLOWING_UP):
        assert reflecting(a_workshop(phase), ANNA, occasion) == NURSE
    for phase in (Phase.PREPARING, Phase.BEFORE, Phase.LIVE):
        with pytest.raises(ReflectionNotOpen):
            reflecting(a_workshop(phase), ANNA, occasion)
    for phase in (Phase.CLOSED, Phase.CANCELLED):
        with pytest.raises(ReflectionOver):
            reflecting(a_workshop(phase), ANNA, occasion)


def test_what_is_for_oneself_alone_stays_open_and_is_open_to_the_facilitator_too() -> None:
    for phase in (Phase.AGREEING, Phase.FOLLOWING_UP, Phase.CLOSED):
        assert reflecting(a_workshop(phase), ANNA, Occasion.ALONE) == NURSE
        assert reflecting(a_workshop(phase), FERN, Occasion.ALONE).user == FERN
    with pytest.raises(ReflectionNotOpen):
        reflecting(a_workshop(Phase.LIVE), ANNA, Occasion.ALONE)
    with pytest.raises(NotInTheWorkshop):
        reflecting(a_workshop(Phase.CLOSED), STRANGER, Occasion.ALONE)


def test_a_reflection_is_sent_once_and_keeps_when() -> None:
    written = Reflection(WorkshopId(1), UserId("U-ANNE"), "lcat-before@1")
    first, again = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)

    assert written.sent_at is None
    assert written.sent(first).sent(again).sent_at == first
