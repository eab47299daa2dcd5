"""Where a workshop stands, who may move it on, and who takes part."""

from collections.abc import Callable

import pytest

from bot.workshop.ids import UserId
from bot.workshop.workshop import (
    MOST_PEOPLE,
    AgencyMissing,
    AlreadyInvited,
    AlreadyRunning,
    NobodyInvited,
    NotInTheWorkshop,
    NotOver,
    NotTheFacilitator,
    Participant,
    Phase,
    TooManyPeople,
    Workshop,
    WrongPhase,
    checked_people,
)
from tests.workshop.examples import ANNA, BEN, FERN, HOUSING, NOON, NURSE, STRANGER, a_workshop

Move = Callable[[Workshop, UserId], Workshop]

MOVES: dict[str, tuple[Move, set[Phase], Phase]] = {
    "invite": (Workshop.invite, {Phase.PREPARING}, Phase.BEFORE),
    "start": (Workshop.start, {Phase.PREPARING, Phase.BEFORE}, Phase.LIVE),
    "close the session": (lambda workshop, by: workshop.close_session(by, NOON), {Phase.LIVE}, Phase.AGREEING),
    "follow up": (Workshop.follow_up, {Phase.AGREEING}, Phase.FOLLOWING_UP),
    "close": (Workshop.close, {Phase.FOLLOWING_UP}, Phase.CLOSED),
}
every_move = pytest.mark.parametrize(("move", "origins", "goal"), MOVES.values(), ids=MOVES.keys())
each_move = pytest.mark.parametrize("move", [move for move, _, _ in MOVES.values()], ids=MOVES.keys())


def people(count: int) -> list[Participant]:
    return [Participant(UserId(f"U{number}"), "Agency", "Role") for number in range(count)]


def test_a_workshop_goes_from_preparing_to_closed_in_fern_s_hands() -> None:
    workshop = a_workshop().invite(FERN).start(FERN).close_session(FERN, NOON).follow_up(FERN).close(FERN)

    assert workshop == a_workshop(Phase.CLOSED, ended_at=NOON)


def test_a_session_may_start_without_questions_beforehand() -> None:
    assert a_workshop(Phase.PREPARING).start(FERN).phase is Phase.LIVE


@pytest.mark.parametrize("phase", Phase)
def test_another_follows_on_the_case_once_it_is_over_and_in_fern_s_hands(phase: Phase) -> None:
    workshop = a_workshop(phase)

    if phase in {Phase.CLOSED, Phase.CANCELLED}:
        assert workshop.over(FERN) == workshop
        with pytest.raises(NotTheFacilitator):
            workshop.over(ANNA)
    else:
        with pytest.raises(NotOver):
            workshop.over(FERN)


@every_move
@pytest.mark.parametrize("phase", Phase)
def test_a_move_leads_from_its_own_phases_only(move: Move, origins: set[Phase], goal: Phase, phase: Phase) -> None:
    workshop = a_workshop(phase)

    if phase in origins:
        assert move(workshop, FERN).phase is goal
    else:
        with pytest.raises((WrongPhase, AlreadyInvited, AlreadyRunning)) as refused:
            move(workshop, FERN)
        assert refused.value.facts in ({"phase": phase}, {})
    assert workshop.phase is phase


def test_a_second_tap_is_told_that_the_first_was_enough() -> None:
    with pytest.raises(AlreadyInvited):
        a_workshop().invite(FERN).invite(FERN)
    with pytest.raises(AlreadyRunning):
        a_workshop().start(FERN).start(FERN)


@each_move
@pytest.mark.parametrize("phase", Phase)
def test_a_participant_moves_nothing_and_is_told_whose_it_is(move: Move, phase: Phase) -> None:
    with pytest.raises(NotTheFacilitator) as refused:
        move(a_workshop(phase), ANNA)

    assert refused.value.facts == {"facilitator": FERN}


@each_move
@pytest.mark.parametrize("phase", Phase)
def test_a_stranger_learns_neither_the_phase_nor_the_facilitator(move: Move, phase: Phase) -> None:
    with pytest.raises(NotInTheWorkshop) as refused:
        move(a_workshop(phase), STRANGER)

    assert refused.value.facts == {}
    assert refused.value.key == "refusal-no-case-here"


def test_the_workshop_is_seen_by_its_people_and_its_facilitator_alone() -> None:
    workshop = a_workshop()

    assert all(workshop.seen_by(user) is workshop for user in (FERN, ANNA, BEN))
    with pytest.raises(NotInTheWorkshop):
        workshop.seen_by(STRANGER)


def test_fern_takes_part_as_facilitator_without_being_a_participant() -> None:
    workshop = a_workshop()

    assert workshop.includes(FERN)
    assert workshop.participant(FERN) is None
    assert workshop.participant(ANNA) == NURSE


def test_a_facilitator_may_be_a_participant_too() -> None:
    fern = Participant(FERN, "Independent", "Facilitator")
    workshop = a_workshop(participants=(fern, NURSE))

    assert workshop.participant(FERN) == fern
    assert workshop.invite(FERN).phase is Phase.BEFORE


def test_during_names_the_phases_that_will_do() -> None:
    live = a_workshop(Phase.LIVE)

    assert live.during(Phase.BEFORE, Phase.LIVE) is live
    with pytest.raises(WrongPhase):
        live.during(Phase.BEFORE, Phase.AGREEING)


def test_a_workshop_needs_somebody_to_hold_it_with() -> None:
    with pytest.raises(NobodyInvited):
        checked_people([])


def test_twenty_five_people_fit_and_one_more_does_not() -> None:
    assert len(checked_people(people(MOST_PEOPLE))) == MOST_PEOPLE == 25
    with pytest.raises(TooManyPeople) as refused:
        checked_people(people(MOST_PEOPLE + 1))
    assert refused.value.facts == {"most": 25}


def test_somebody_chosen_twice_takes_part_once_with_what_was_said_last() -> None:
    corrected = Participant(ANNA, "Health board", "Ward sister")

    assert checked_people([NURSE, HOUSING, corrected]) == (corrected, HOUSING)
    assert len(checked_people([*people(MOST_PEOPLE), *people(MOST_PEOPLE)])) == MOST_PEOPLE


@pytest.mark.parametrize(
    ("agency", "role"), [("", "Teacher"), ("High school", ""), ("  ", "Teacher"), ("School", "\n")]
)
def test_everybody_comes_from_an_agency_and_has_a_role_there(agency: str, role: str) -> None:
    with pytest.raises(AgencyMissing):
        checked_people([NURSE, Participant(BEN, agency, role)])
