"""What is left of a line once words behind it have been changed or taken back."""

from dataclasses import replace

import pytest

from bot.synthesis.draft import Asked, Entitled, Heading, Line, Part, Quotation, Rule, Title, Why
from bot.synthesis.summary import SummaryState
from bot.synthesis.unsaid import left_of
from tests.synthesis.lines import a_line, reply
from tests.workshop.examples import a_finding, a_summary

ANNA = "His post is weeks old when he gets it."
BEN = "Nobody reads the post with him."
BOTH = a_line(
    ANNA,
    reply(1),
    reply(2),
    quotations=(Quotation(reply(1), ANNA, "Community nurse"), Quotation(reply(2), BEN, "Housing officer")),
    why=Why(Rule.ALIKE, ("post", "weeks"), (reply(1), reply(2))),
    phrases=("weeks old",),
    people=5,
    agencies=2,
    asked=(Asked("ward", "the ward"),),
)
SAID = {reply(1): (f"{ANNA} It is.",), reply(2): (BEN,)}
WITHOUT_ANNA = {reply(2): (BEN,)}


def test_a_line_whose_words_are_all_still_said_stays_as_it_is() -> None:
    assert left_of(BOTH, SAID) == BOTH


def test_a_line_goes_on_without_the_words_of_one_of_its_people() -> None:
    left = left_of(BOTH, WITHOUT_ANNA)

    assert left is not None
    assert (left.evidence, left.quotations) == ((reply(2),), BOTH.quotations[1:])
    assert left.title == Title(BEN, source=reply(2))
    assert (left.why, left.phrases, left.asked) == (Why(Rule.ALIKE, nearest=(reply(2),)), (), ())
    assert (left.people, left.agencies) == (None, None)
    assert "weeks" not in str(left)


def test_words_that_were_changed_are_no_quotation_any_more() -> None:
    left = left_of(BOTH, {**SAID, reply(1): ("His post is late.",)})

    assert left is not None
    assert left.evidence == BOTH.evidence
    assert left.quotations == BOTH.quotations[1:]
    assert "weeks" not in str(left)


def test_a_line_that_rests_on_nothing_else_goes() -> None:
    assert left_of(a_line(ANNA, reply(1)), WITHOUT_ANNA) is None


def test_a_line_of_which_nothing_can_be_read_goes() -> None:
    assert left_of(replace(BOTH, quotations=BOTH.quotations[:1]), WITHOUT_ANNA) is None


@pytest.mark.parametrize("entitled", [Entitled.FACTOR, Entitled.SERVICE, Entitled.FACILITATOR])
def test_a_title_that_is_none_of_the_words_stays(entitled: Entitled) -> None:
    left = left_of(replace(BOTH, title=Title("Letters", entitled)), WITHOUT_ANNA)

    assert left is not None
    assert left.title == Title("Letters", entitled)


@pytest.mark.parametrize("entitled", [Entitled.PHRASE, Entitled.MODEL])
def test_a_title_made_from_all_the_words_goes_with_some_of_them(entitled: Entitled) -> None:
    left = left_of(replace(BOTH, title=Title("Post that is weeks old", entitled)), WITHOUT_ANNA)

    assert left is not None
    assert left.title == Title(BEN, source=reply(2))


def test_what_a_model_said_of_the_words_goes_and_what_the_facilitator_said_stays() -> None:
    def left(by: Entitled) -> Line | None:
        return left_of(replace(BOTH, claim="Post is weeks old.", claimed_by=by), WITHOUT_ANNA)

    model, facilitator = left(Entitled.MODEL), left(Entitled.FACILITATOR)
    assert model is not None
    assert facilitator is not None
    assert (model.claim, facilitator.claim) == ("", "Post is weeks old.")


def test_the_parts_of_a_missed_opportunity_stand_in_its_tag() -> None:
    known = Quotation(reply(1), "The ward had written.", part=Part.KNOWN, from_tag=True)
    line = a_line(ANNA, reply(1), heading=Heading.MISSED_OPPORTUNITY, quotations=(known,))

    assert left_of(line, {reply(1): (ANNA, "The ward had written.")}) == line
    settled_otherwise = left_of(line, {reply(1): (ANNA,)})
    assert settled_otherwise is not None
    assert settled_otherwise.quotations == ()


@pytest.mark.parametrize("state", [each for each in SummaryState if each is not SummaryState.PUBLISHED])
def test_a_version_that_does_not_stand_loses_what_is_not_said_any_more(state: SummaryState) -> None:
    alone = a_finding(2, line=a_line(ANNA, reply(1)))
    before = a_summary(state=state, findings=(a_finding(1, line=BOTH), alone, replace(alone, left_out=True)))

    after = before.still_saying(WITHOUT_ANNA)

    assert [each.id for each in after.findings] == [1]
    assert "weeks" not in str(after)


def test_what_stands_published_loses_only_what_was_left_out_of_it() -> None:
    alone = a_finding(2, line=a_line(ANNA, reply(1)), left_out=True)
    before = a_summary(state=SummaryState.PUBLISHED, findings=(a_finding(1, line=BOTH), alone))

    assert before.still_saying(WITHOUT_ANNA) == replace(before, findings=before.findings[:1])
