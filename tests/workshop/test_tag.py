"""Tags: suggested by anyone, settled by the facilitator, and never half said."""

from dataclasses import replace

import pytest

from bot.workshop.ids import ContributionId, TagId, WorkshopId
from bot.workshop.summary import FindingKind
from bot.workshop.tag import FactorMissing, Parts, PartsMissing, SettledAlready, Tag, TagKind, TagState
from prompts.lexicon import Factors, factors
from tests.workshop.examples import ANNA, NOON

PARTS = Parts("He had stopped answering letters.", "The rule closes a file after two.", "A call before closing.")


def a_tag(kind: TagKind) -> Tag:
    return Tag(TagId(1), WorkshopId(1), ContributionId(1), kind, ANNA, NOON)


def test_every_tag_has_a_heading_of_the_summary() -> None:
    assert {kind.heading for kind in TagKind} == set(FindingKind)


def test_a_factor_is_one_of_the_list_before_it_is_settled() -> None:
    with pytest.raises(FactorMissing):
        a_tag(TagKind.FACTOR).settle(ANNA, NOON)
    assert replace(a_tag(TagKind.FACTOR), factor="rules").settle(ANNA, NOON).state is TagState.SETTLED


@pytest.mark.parametrize(
    "parts", [None, replace(PARTS, sense=" "), replace(PARTS, known=""), replace(PARTS, helped="")]
)
def test_a_missed_opportunity_without_its_three_parts_is_not_settled(parts: Parts | None) -> None:
    with pytest.raises(PartsMissing):
        replace(a_tag(TagKind.OPPORTUNITY), parts=parts).settle(ANNA, NOON)
    assert replace(a_tag(TagKind.OPPORTUNITY), parts=PARTS).settle(ANNA, NOON).settled_by == ANNA


def test_what_is_decided_is_decided_once() -> None:
    settled = a_tag(TagKind.STRENGTH).settle(ANNA, NOON)
    for again in (Tag.settle, Tag.leave_out):
        with pytest.raises(SettledAlready):
            again(settled, ANNA, NOON)


def test_the_factors_read_as_conditions_and_each_stands_once() -> None:
    assert len(factors().factors) >= 10
    assert factors().get("handover") is not None
    assert factors().get("somebody's mistake") is None
    with pytest.raises(ValueError, match="stands twice: rules"):
        Factors.model_validate({"factors": [{"name": "rules", "title": {"en": "Rules"}, "asks": {"en": "Why?"}}] * 2})
