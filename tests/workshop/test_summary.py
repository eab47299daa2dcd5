"""A summary is a draft until somebody answers for it, and every line of it has words behind it."""

from dataclasses import replace

import pytest

from bot.synthesis.draft import Heading
from bot.synthesis.summary import NotADraft, NothingFound, NotPublished, SummaryState, changes
from bot.workshop.ids import FindingId
from bot.workshop.summary import Source, SourceKind
from tests.synthesis.lines import a_line, reply
from tests.workshop.examples import FERN, NOON, a_finding, a_summary


def test_fern_approves_a_draft_and_answers_for_it() -> None:
    approved = a_summary().approve(FERN, NOON)

    assert (approved.state, approved.approved_by, approved.approved_at) == (SummaryState.APPROVED, FERN, NOON)
    assert approved.findings == a_summary().findings


def test_publishing_keeps_who_approved_it_and_when() -> None:
    published = a_summary().approve(FERN, NOON).published()

    assert published.state is SummaryState.PUBLISHED
    assert (published.approved_by, published.approved_at) == (FERN, NOON)


@pytest.mark.parametrize("state", [SummaryState.APPROVED, SummaryState.PUBLISHED])
def test_what_has_been_approved_is_neither_approved_again_nor_changed(state: SummaryState) -> None:
    summary = a_summary(state=state)

    with pytest.raises(NotADraft):
        summary.approve(FERN, NOON)
    with pytest.raises(NotADraft):
        summary.without(FindingId(1))


def test_a_summary_without_a_single_line_is_not_published() -> None:
    with pytest.raises(NothingFound):
        a_summary(findings=()).approve(FERN, NOON)


def test_a_line_can_be_left_out_and_the_others_stay_in_their_order() -> None:
    draft = a_summary(findings=(a_finding(1), a_finding(2), a_finding(3)))

    assert [each.id for each in draft.without(FindingId(2)).lines] == [1, 3]
    assert draft.without(FindingId(99)) == draft
    assert draft.without(FindingId(2)).without(FindingId(2)) == draft.without(FindingId(2))
    assert len(draft.lines) == 3


def test_leaving_out_every_line_leaves_nothing_to_approve() -> None:
    with pytest.raises(NothingFound):
        a_summary().without(FindingId(1)).without(FindingId(2)).approve(FERN, NOON)


def test_a_line_without_evidence_cannot_exist() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        a_finding(line=replace(a_line(), evidence=()))


def test_only_what_stands_in_the_channel_is_corrected_or_withdrawn() -> None:
    out = a_summary(state=SummaryState.PUBLISHED)

    assert out.corrected(FERN, NOON).state is SummaryState.CORRECTED
    assert (out.withdrawn(FERN, NOON).ended_by, out.withdrawn(FERN, NOON).ended_at) == (FERN, NOON)
    for other in (a_summary(), out.withdrawn(FERN, NOON), out.corrected(FERN, NOON)):
        with pytest.raises(NotPublished):
            other.withdrawn(FERN, NOON)


def test_what_is_different_is_told_by_what_lines_rest_on() -> None:
    before = a_summary(findings=(a_finding(1), a_finding(2), a_finding(3)))
    reworded = a_finding(12, line=a_line("He slept there.", reply(2)))
    after = a_summary(findings=(a_finding(11, line=a_finding(1).line), reworded, a_finding(4)))

    found = changes(before, after)

    assert [each.id for each in found.new] == [4]
    assert [each.id for each in found.changed] == [12]
    assert [each.id for each in found.gone] == [3]
    assert not changes(before, before)


def test_a_line_that_grows_is_changed_only_where_it_reads_otherwise() -> None:
    before = a_summary(findings=(a_finding(1),))
    more = a_finding(1, line=replace(a_finding(1).line, evidence=(reply(1), reply(2))))

    assert not changes(before, a_summary(findings=(more,)))


def test_a_line_is_found_again_by_most_of_what_it_rests_on() -> None:
    four = a_line("Letters came late.", *map(reply, range(1, 5)))
    some = a_finding(7, line=a_line("Letters came late.", *map(reply, range(2, 6))))
    few = a_finding(8, line=a_line("Letters came late.", reply(1), reply(9)))
    elsewhere = a_finding(9, line=replace(four, heading=Heading.STRENGTH))

    assert a_summary(findings=(elsewhere, few, some)).resting_on(four) == some
    assert a_summary(findings=(elsewhere, few)).resting_on(four) is None


def test_lines_that_stay_keep_their_number_and_what_was_left_out_stays_out() -> None:
    draft = a_summary(findings=(a_finding(1), a_finding(2), a_finding(3))).without(FindingId(3))

    again = draft.with_lines([a_finding(2).line, a_line("New", reply(9))])

    assert [(each.id, each.left_out) for each in again.findings] == [(2, False), (0, False), (3, True)]
    assert [each.id for each in again.keeping(FindingId(3)).lines] == [2, 0, 3]


def test_the_headings_are_read_in_their_order() -> None:
    strength = a_finding(1, line=replace(a_line(), heading=Heading.STRENGTH))
    urgent = a_finding(2, line=replace(a_line(), heading=Heading.URGENT))

    assert [each.id for each in a_summary(findings=(strength, urgent)).lines] == [2, 1]


def test_sources_have_one_order_whoever_asks() -> None:
    one, two = Source(SourceKind.ANSWER, 2), Source(SourceKind.CONTRIBUTION, 1)

    assert sorted([two, one, Source(SourceKind.ANSWER, 10)]) == [one, Source(SourceKind.ANSWER, 10), two]
