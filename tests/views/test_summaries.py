"""The draft, the words behind a line and the published summary, small and as full as they can be."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot import letters
from bot.contents.summaries import SummaryPage
from bot.sandbox.blockkit import lint_message, lint_view, strings
from bot.summaries import Draft, LineReview
from bot.synthesis.local import MOST_LINES
from bot.workshop.ids import FindingId
from bot.workshop.summary import Finding, FindingKind, SummaryState
from handlers.views import ids
from handlers.views.blocks import Message
from handlers.views.summaries import evidence_view, review_form, summary_page
from prompts.words import words
from tests.views import facts
from tests.views.facts import EXTREME, NOTHING, SMALL, WORKSPACE, Size
from tests.views.test_limits import assert_whole, marked_up

SAY = words("en")
SIZES = {
    "small": SMALL,
    "eighty long lines": EXTREME,
    "eighty short lines": replace(SMALL, findings=80, quote=12),
    "one line that a whole room stands behind": replace(EXTREME, findings=1, evidence=100),
    "one endless sentence": replace(EXTREME, findings=1, evidence=1, quote=4000),
}
every_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())


def pages(size: Size) -> list[Message]:
    """The published summary, as it is sent."""
    summary = facts.a_summary(size, SummaryState.PUBLISHED)
    split = letters.pages(summary.lines)
    return [page(size, split, number) for number in range(1, len(split) + 1)]


def page(size: Size, split: Sequence[Sequence[Finding]], number: int) -> Message:
    findings = tuple(split[number - 1])
    evidence = {finding.id: facts.evidence_of(size, finding.evidence) for finding in findings}
    summary = facts.a_summary(size, SummaryState.PUBLISHED)
    return summary_page(
        SAY, SummaryPage(facts.a_case(size), summary, number, len(split), findings, evidence), WORKSPACE
    )


def draft(size: Size) -> Draft:
    return Draft(facts.a_file(size), facts.a_summary(size), unquoted=size.people)


def review(size: Size, *, left_out: bool = False) -> LineReview:
    finding = facts.a_finding(size, 1)
    draft = facts.a_summary(size)
    return LineReview(draft.id, FindingId(1), left_out, facts.evidence_of(size, finding.evidence))


def test_a_summary_can_have_as_many_lines_as_the_engine_drafts() -> None:
    assert MOST_LINES * len(FindingKind) == EXTREME.findings


@every_size
def test_slack_takes_every_page_of_a_summary(size: Size) -> None:
    for shown in pages(size):
        assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []
        for text in [shown.text, *marked_up(shown.blocks)]:
            assert not re.search(r"<!|<@U1>|<https://evil", text)
            assert_whole(text)


@every_size
def test_every_line_is_on_one_page_with_its_speaker_and_its_places(size: Size) -> None:
    shown = "\n".join(text for each in pages(size) for text in strings(each.blocks))

    findings = facts.a_summary(size).lines
    assert [shown.count(f"“{number}. ") for number in range(len(findings))] == [1] * len(findings)
    assert shown.count("said here") >= len(findings)
    assert "…" not in shown


@every_size
def test_who_approved_it_stands_on_the_first_page_and_how_to_object_on_the_last(size: Size) -> None:
    shown = ["\n".join(strings(each.blocks)) for each in pages(size)]

    assert [f"<@{facts.FERN}>" in each for each in shown] == [True] + [False] * (len(shown) - 1)
    assert ["Tell the facilitator" in each for each in shown] == [False] * (len(shown) - 1) + [True]
    if len(shown) > 1:
        assert all(f"({number} of {len(shown)})" in each for number, each in enumerate(shown, start=1))


@every_size
def test_slack_takes_the_draft_with_a_way_behind_every_line(size: Size) -> None:
    view = review_form(SAY, draft(size)).to_dict()

    buttons = [block["accessory"]["value"] for block in view["blocks"] if "accessory" in block]
    assert lint_view(view) == []
    assert buttons == [f"1:{finding.id}" for finding in facts.a_summary(size).lines]
    assert view["callback_id"] == ids.SUMMARY_FORM


def test_a_draft_of_nothing_is_still_a_form() -> None:
    assert lint_view(review_form(SAY, draft(NOTHING)).to_dict()) == []


@every_size
@pytest.mark.parametrize("left_out", [False, True], ids=["in", "left out"])
def test_slack_takes_the_words_behind_a_line(size: Size, *, left_out: bool) -> None:
    view = evidence_view(SAY, review(size, left_out=left_out)).to_dict()

    assert lint_view(view) == []
    for text in marked_up(view["blocks"]):
        assert_whole(text)


def test_the_words_behind_a_line_are_shown_to_their_end() -> None:
    sources = facts.a_finding(SMALL, 1).evidence
    endless = [replace(each, words=facts.long(12_000)) for each in facts.evidence_of(SMALL, sources)]

    view = evidence_view(SAY, replace(review(SMALL), evidence=tuple(endless))).to_dict()

    assert lint_view(view) == []
    assert "".join(strings(view["blocks"])).count("https://evil") == facts.long(12_000).count("https://evil")


def test_a_window_too_full_says_how_much_more_is_behind_the_line() -> None:
    view = evidence_view(SAY, review(replace(EXTREME, findings=1, evidence=100))).to_dict()

    assert re.search(r"\d+ more", " ".join(strings(view["blocks"])))


def test_words_that_were_taken_back_are_not_shown_and_the_line_is_said_to_go_with_them() -> None:
    view = evidence_view(SAY, replace(review(SMALL), evidence=())).to_dict()

    assert lint_view(view) == []
    assert list(strings(view["blocks"])) == [SAY.rich("evidence-gone")]


def test_a_line_that_was_left_out_cannot_be_left_out_again() -> None:
    view = evidence_view(SAY, review(SMALL, left_out=True)).to_dict()

    assert list(strings(view["blocks"])) == [SAY.rich("evidence-left-out")]
