"""Tags: suggested by anyone, settled by the facilitator, and never half said."""

from dataclasses import replace
from itertools import permutations

import pytest

from bot.workshop.ids import ChannelId, MessageTs, TagId, UserId, WorkshopId
from bot.workshop.summary import FindingKind, Source, SourceKind
from bot.workshop.tag import (
    NO_PARTS,
    FactorMissing,
    Mark,
    Parts,
    PartsMissing,
    Reading,
    Tag,
    Tagged,
    TagKind,
    TagState,
    complete,
    readings,
)
from prompts.lexicon import Factors, factors
from tests.workshop.examples import ANNA, FERN, NOON

PARTS = Parts("He had stopped answering letters.", "The rule closes a file after two.", "A call before closing.")
REPLY = Source(SourceKind.CONTRIBUTION, 1)
BEN = UserId("U-BEN")
STRENGTH, FACTOR, MISSED = Tagged(TagKind.STRENGTH), Tagged(TagKind.FACTOR), Tagged(TagKind.OPPORTUNITY)


def a_tag(what: Tagged, by: UserId = ANNA, state: TagState = TagState.SUGGESTED, parts: Parts = NO_PARTS) -> Tag:
    return Tag(TagId(1), WorkshopId(1), REPLY, what, by, NOON, parts, state)


def a_mark(kind: TagKind, by: UserId = ANNA, *, there: bool = True, settles: bool = False) -> Mark:
    place = ChannelId("C1"), MessageTs("1.1")
    return Mark(WorkshopId(1), *place, by, kind.value, kind, there, settles, MessageTs("1.2"))


def test_every_tag_has_a_heading_of_the_summary() -> None:
    assert {kind.heading for kind in TagKind} <= set(FindingKind)


def test_a_factor_is_one_of_the_list_before_it_is_settled() -> None:
    with pytest.raises(FactorMissing):
        complete(FACTOR, NO_PARTS)
    complete(replace(FACTOR, factor="rules"), NO_PARTS)


@pytest.mark.parametrize("missing", ["known", "sense", "helped"])
def test_a_missed_opportunity_without_its_three_parts_is_not_settled(missing: str) -> None:
    with pytest.raises(PartsMissing) as refused:
        complete(MISSED, replace(PARTS, **{missing: "  "}))
    assert refused.value.field == missing
    complete(MISSED, PARTS)


def test_what_several_people_say_of_a_reply_is_one_suggestion() -> None:
    said = readings([a_tag(STRENGTH), a_tag(STRENGTH, BEN)], [a_mark(TagKind.STRENGTH, FERN)])

    assert said == (Reading(STRENGTH, NO_PARTS, (ANNA, BEN, FERN), settled=False),)


def test_a_reaction_that_was_taken_away_says_nothing() -> None:
    assert readings([], [a_mark(TagKind.STRENGTH, there=False)]) == ()


def test_the_facilitators_reaction_settles_what_needs_no_more_words() -> None:
    marks = [a_mark(kind, FERN, settles=True) for kind in TagKind]

    assert {each.what.kind: each.settled for each in readings([], marks)} == {
        TagKind.OPPORTUNITY: False,
        TagKind.FACTOR: False,
        TagKind.STRENGTH: True,
        TagKind.OPEN_QUESTION: True,
    }


def test_settled_beats_suggested() -> None:
    rules = Tagged(TagKind.FACTOR, "rules")
    settled = a_tag(rules, FERN, TagState.SETTLED)

    assert readings([settled], [a_mark(TagKind.FACTOR)]) == (Reading(rules, NO_PARTS, (FERN,), settled=True),)


def test_what_was_left_out_is_not_suggested_by_a_reaction_again() -> None:
    left_out = a_tag(STRENGTH, FERN, TagState.LEFT_OUT)

    assert readings([left_out], [a_mark(TagKind.STRENGTH)]) == ()


def test_another_factor_of_the_same_reply_is_another_suggestion() -> None:
    rules, timing = Tagged(TagKind.FACTOR, "rules"), Tagged(TagKind.FACTOR, "timing")
    said = readings([a_tag(timing), a_tag(rules, FERN, TagState.LEFT_OUT)], [])

    assert [each.what for each in said] == [timing]


def test_the_order_of_reactions_tells_nothing() -> None:
    marks = [a_mark(TagKind.STRENGTH, BEN), a_mark(TagKind.STRENGTH), a_mark(TagKind.FACTOR, BEN)]

    assert len({readings([], order) for order in permutations(marks)}) == 1


def test_the_factors_read_as_conditions_and_each_stands_once() -> None:
    assert len(factors().factors) >= 10
    assert factors().get("handover") is not None
    assert factors().get("somebody's mistake") is None
    with pytest.raises(ValueError, match="stands twice: rules"):
        Factors.model_validate({"factors": [{"name": "rules", "title": {"en": "Rules"}, "asks": {"en": "Why?"}}] * 2})
