"""A summary is a draft until somebody answers for it, and every line of it has words behind it."""

from dataclasses import replace

import pytest

from bot.synthesis.summary import NotADraft, NothingFound, SummaryState
from bot.workshop.ids import FindingId
from bot.workshop.summary import Source, SourceKind
from tests.synthesis.lines import a_line
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


def test_sources_have_one_order_whoever_asks() -> None:
    one, two = Source(SourceKind.ANSWER, 2), Source(SourceKind.CONTRIBUTION, 1)

    assert sorted([two, one, Source(SourceKind.ANSWER, 10)]) == [one, Source(SourceKind.ANSWER, 10), two]
