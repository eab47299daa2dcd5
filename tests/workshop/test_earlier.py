"""What a later workshop hears of earlier actions."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy import for_another_case
from bot.workshop.action import ActionState, Level
from bot.workshop.case import Case
from bot.workshop.earlier import Became, Fate, Kin, fate, for_the_group, in_order, is_told
from bot.workshop.ids import CaseId, InstallationId, UserId
from bot.workshop.privacy import Alias, AliasRegister
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
    assert [kin for kin in Kin if not for_the_group(kin)] == [Kin.FACILITATOR]


@given(st.permutations([became for kin in Kin for became in ((kin, "roles"), (kin, "handover"), (kin, ""))]))
def test_the_nearest_come_first_by_factor_and_without_one_last(mixed: list[tuple[Kin, str]]) -> None:
    ordered = sorted([became(kin, factor) for kin, factor in mixed], key=in_order)

    assert [(each.kin, each.factor) for each in ordered] == [
        (kin, factor) for kin in Kin for factor in ("handover", "roles", "")
    ]


CASE = Case(CaseId(1), InstallationId("-/T1"), "LC-2026-0001", "Rowan", "", UserId("U0FERN"), NOON)
REGISTER = AliasRegister((Alias("Gwyn Protheroe", "Rowan"), Alias("Mair Protheroe", "Rowan's mother")))
TELLS = [
    "Rowan",
    "rowan's",
    "Gwyn Protheroe",
    "G. Protheroe",
    "Mair Protheroe",
    "LC-2026-0001",
    "lc-2025-0012",
    "07700 900123",
]
WORDS = ["The ward", "rings", "No application", "closes", "by itself", "before", "(", ")", ",", "a referral"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS + TELLS), min_size=1, max_size=12))
def test_nothing_of_another_case_is_left_in_what_its_programme_hears(said: list[str]) -> None:
    told = for_another_case(" ".join(said), CASE, REGISTER, NOON.date()).casefold()

    assert not [each for each in ("rowan", "protheroe", "lc-", "900123") if each in told]


def test_words_that_tell_nothing_are_told_as_they_are() -> None:
    words = "No application closes before somebody has rung"

    assert for_another_case(words, CASE, REGISTER, NOON.date()) == words


def became(kin: Kin, factor: str = "handover") -> Became:
    return Became(kin, "No application closes by itself", factor, Fate.OPEN)
