"""What a later workshop hears of earlier actions."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workshop.action import ActionState, Level
from bot.workshop.earlier import Became, Fate, Kin, fate, for_the_group, in_order, is_told
from tests.workshop.examples import NOON, an_action

LATER = NOON + timedelta(days=30)
NOT_IN_A_PLAN = {ActionState.DRAFT, ActionState.DECLINED, ActionState.WITHDRAWN}


@pytest.mark.parametrize(
    ("state", "became"),
    [
        (ActionState.EFFECT_SHOWN, Fate.HELPED),
        (ActionState.NO_EFFECT, Fate.NO_EFFECT),
        (ActionState.DONE, Fate.DONE),
        (ActionState.ACCEPTED, Fate.OPEN),
        (ActionState.ON_TRACK, Fate.OPEN),
        (ActionState.BLOCKED, Fate.OPEN),
        (ActionState.PROPOSED, Fate.LEFT),
    ],
)
def test_each_state_of_a_plan_has_its_words(state: ActionState, became: Fate) -> None:
    assert fate(an_action(state=state)) is became


def test_what_nobody_has_any_more_was_not_acted_on() -> None:
    assert fate(an_action(state=ActionState.ACCEPTED, vacated_at=LATER)) is Fate.LEFT
    assert fate(an_action(state=ActionState.DONE, vacated_at=LATER)) is Fate.DONE


@given(st.sampled_from(ActionState), st.sampled_from(Level), st.sampled_from(Kin))
def test_what_was_for_one_person_stays_with_their_case(state: ActionState, level: Level, kin: Kin) -> None:
    told = is_told(an_action(state=state, level=level), kin)

    assert not (told and level is Level.CASE and kin is not Kin.CASE)
    assert not (told and state in NOT_IN_A_PLAN)
    assert told or state in NOT_IN_A_PLAN or (level is Level.CASE and kin is not Kin.CASE)


def test_the_group_hears_nothing_that_only_its_facilitator_knows() -> None:
    assert [kin for kin in Kin if not for_the_group(became(kin))] == [Kin.FACILITATOR]


@given(st.permutations([became for kin in Kin for became in ((kin, "roles"), (kin, "handover"), (kin, ""))]))
def test_the_nearest_come_first_by_factor_and_without_one_last(mixed: list[tuple[Kin, str]]) -> None:
    ordered = sorted([became(kin, factor) for kin, factor in mixed], key=in_order)

    assert [(each.kin, each.factor) for each in ordered] == [
        (kin, factor) for kin in Kin for factor in ("handover", "roles", "")
    ]


def became(kin: Kin, factor: str = "handover") -> Became:
    return Became(kin, "No application closes by itself", factor, Fate.OPEN)
