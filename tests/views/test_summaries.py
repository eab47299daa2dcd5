"""The draft, its forms, the words behind a line and the published summary, small and as full as they can be."""

import re
from dataclasses import replace

import pytest

from bot import letters
from bot.contents.summaries import SummaryDraft, SummaryEnded, SummaryPage
from bot.reviews import LineReview, Review
from bot.sandbox.blockkit import lint_message, lint_view, strings
from bot.synthesis.draft import Heading, Rule
from bot.synthesis.summary import Against, Changes, Made, Summary, SummaryState
from bot.workshop.ids import FindingId, MessageTs
from bot.workshop.letter import Post
from bot.workshop.workshop import Phase
from handlers.views import ids
from handlers.views.blocks import Message
from handlers.views.reviews import evidence_view, review_form, rework_form, split_form
from handlers.views.summaries import draft_ready, ended, summary_page
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
both = pytest.mark.parametrize("full", [False, True], ids=["a quotation", "everything"])


def pages(size: Size, *, full: bool = False) -> list[Message]:
    """The published summary, as it is sent."""
    summary = facts.a_summary(size, SummaryState.PUBLISHED, full=full)
    split = letters.pages(summary.lines)
    count = len(split) + 1 if len(split) > 1 else 1
    return [page(size, summary, number, count) for number in range(1, count + 1)]


def page(size: Size, summary: Summary, number: int, count: int) -> Message:
    overview = number == 1 and count > 1
    findings = summary.lines if overview else letters.pages(summary.lines)[max(number - 2, 0)]
    sources = [source for finding in findings for source in finding.evidence]
    evidence = {each.source: each for each in facts.evidence_of(size, sources)}
    corrects = replace(summary, made=Made(against=Against(1, new=number, changed=number, gone=number)))
    shown = SummaryPage(facts.a_case(size), corrects, number, count, findings, evidence, overview)
    return summary_page(SAY, shown, WORKSPACE)


def review(size: Size, *, full: bool = False, state: SummaryState = SummaryState.DRAFT) -> Review:
    summary = facts.a_summary(size, state, full=full)
    lines = summary.findings
    return Review(facts.a_file(size), summary, size.people, summary, Changes(lines, lines, lines))


def line(size: Size, *, left_out: bool = False) -> LineReview:
    finding = replace(facts.a_full_finding(size, 1), left_out=left_out)
    return LineReview(facts.a_summary(size), finding, facts.evidence_of(size, finding.evidence))


def menus(view: dict[str, object]) -> list[str]:
    """The lines that a menu stands beside."""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    found = [each["accessory"]["options"][0]["value"] for each in blocks if "accessory" in each]
    return [value.partition(":")[2] for value in found]


@every_size
@both
def test_slack_takes_every_page_of_a_summary(size: Size, *, full: bool) -> None:
    for shown in pages(size, full=full):
        assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []
        for text in [shown.text, *marked_up(shown.blocks)]:
            assert not re.search(r"<!|<@U1>|<https://evil", text)
            assert_whole(text)


@every_size
def test_every_line_is_on_one_page_with_its_speaker_and_its_places(size: Size) -> None:
    first, *rest = pages(size)
    shown = "\n".join(text for each in rest or [first] for text in strings(each.blocks))

    findings = facts.a_summary(size).lines
    assert [shown.count(f"“{number}. ") for number in range(len(findings))] == [1] * len(findings)
    assert shown.count("said here") >= len(findings) * 2 // 3
    assert "…" not in shown


@pytest.mark.parametrize("size", [SMALL, EXTREME, SIZES["eighty short lines"]])
def test_who_hears_a_page_hears_all_of_it(size: Size) -> None:
    for each in pages(size):
        read = " ".join(strings([block for block in each.blocks if block["type"] == "section"]))
        assert re.findall(r"“(\d+)\. ", each.text) == re.findall(r"“(\d+)\. ", read)
        assert not each.text.endswith("…")


def test_the_first_of_several_pages_names_what_is_in_the_others() -> None:
    first, *rest = pages(SIZES["eighty short lines"])

    assert [first.text.count(f"• “{number}. ") for number in (1, 40, 79)] == [1, 1, 1]
    assert "in the thread" in first.text
    assert len(rest) > 1


@every_size
def test_who_approved_it_stands_on_the_first_page_and_how_to_object_on_the_last(size: Size) -> None:
    shown = ["\n".join(strings(each.blocks)) for each in pages(size)]

    assert [f"<@{facts.FERN}>" in each for each in shown] == [True] + [False] * (len(shown) - 1)
    assert "Tell the facilitator" in shown[0]
    assert "Tell the facilitator" in shown[-1]
    if len(shown) > 1:
        assert all(f"({number} of {len(shown)})" in each for number, each in enumerate(shown, start=1))


@pytest.mark.parametrize("size", [SMALL, EXTREME])
@both
@pytest.mark.parametrize("state", [SummaryState.DRAFT, SummaryState.PUBLISHED, SummaryState.WITHDRAWN])
def test_slack_takes_every_page_of_the_review_with_a_menu_beside_every_line(
    size: Size, state: SummaryState, *, full: bool
) -> None:
    found: list[str] = []
    number, last = 0, False
    while not last:
        view = review_form(SAY, review(size, full=full, state=state), number).to_dict()
        assert lint_view(view) == []
        assert view["callback_id"] == ids.SUMMARY_FORM
        last = ids.REVIEW_MORE not in str(view["blocks"])
        assert ("submit" in view) == (last and state is SummaryState.DRAFT)
        found += menus(view) if state is SummaryState.DRAFT else []
        number += 1
    if state is SummaryState.DRAFT:
        assert [each.rpartition(":")[0] for each in found] == [f"1:{each.id}" for each in facts.a_summary(size).lines]


def test_a_page_that_is_not_there_any_more_is_the_last_one() -> None:
    assert review_form(SAY, review(SMALL), 7).to_dict()["submit"]


def test_a_draft_of_nothing_is_still_a_form() -> None:
    assert lint_view(review_form(SAY, review(NOTHING)).to_dict()) == []


@pytest.mark.parametrize(
    ("phase", "waits"), [(Phase.AGREEING, True), (Phase.FOLLOWING_UP, False), (Phase.CLOSED, False)]
)
@pytest.mark.parametrize("left_out", [False, True], ids=["nothing to quote", "every line left out"])
def test_a_draft_without_a_line_offers_to_go_on_while_the_workshop_waits_for_it(
    phase: Phase, *, waits: bool, left_out: bool
) -> None:
    draft = review(SMALL if left_out else NOTHING)
    file = replace(draft.file, workshop=replace(draft.file.workshop, phase=phase))
    summary = draft.summary
    for each in summary.lines:
        summary = summary.without(each.id)

    view = review_form(SAY, replace(draft, file=file, summary=summary, standing=None)).to_dict()

    assert lint_view(view) == []
    assert ("Go on without a summary" in str(view)) == waits
    assert ids.SUMMARY_WITHOUT in str(view) or not waits


def test_a_draft_with_a_line_is_published_or_left_to_the_desk() -> None:
    draft = review(SMALL)
    waiting = replace(draft.file, workshop=replace(draft.file.workshop, phase=Phase.AGREEING))

    assert ids.SUMMARY_WITHOUT not in str(review_form(SAY, replace(draft, file=waiting)).to_dict())


def test_a_line_that_was_left_out_can_only_be_kept() -> None:
    draft = review(SMALL)
    out = replace(draft, summary=draft.summary.without(FindingId(0)))

    [menu] = [each["accessory"] for each in review_form(SAY, out).to_dict()["blocks"] if "accessory" in each]

    assert [each["text"]["text"] for each in menu["options"]] == ["Keep it"]


def test_themes_of_a_few_words_are_called_points() -> None:
    few = review(SMALL)
    themes = replace(few.summary.findings[0], line=replace(few.summary.findings[0].line, heading=Heading.THEME))
    shown = replace(few, summary=replace(few.summary, findings=(themes,)))
    enough = replace(shown, summary=replace(shown.summary, made=Made(finished=True)))

    assert "Points raised" in " ".join(strings(review_form(SAY, shown).to_dict()["blocks"]))
    assert "Points raised" not in " ".join(strings(review_form(SAY, enough).to_dict()["blocks"]))


@every_size
def test_slack_takes_the_forms_that_change_a_line(size: Size) -> None:
    found = line(size)
    assert found.finding is not None

    for view in (rework_form(SAY, found, found.finding), split_form(SAY, found, found.finding)):
        assert lint_view(view.to_dict()) == []
        assert view.to_dict()["private_metadata"] == "1:1:0"


@every_size
@pytest.mark.parametrize("left_out", [False, True], ids=["in", "left out"])
def test_slack_takes_the_words_behind_a_line(size: Size, *, left_out: bool) -> None:
    view = evidence_view(SAY, line(size, left_out=left_out)).to_dict()

    assert lint_view(view) == []
    for text in marked_up(view["blocks"]):
        assert_whole(text)


def test_the_words_behind_a_line_are_shown_to_their_end() -> None:
    sources = facts.a_finding(SMALL, 1).evidence
    endless = [replace(each, words=facts.long(12_000)) for each in facts.evidence_of(SMALL, sources)]

    view = evidence_view(SAY, replace(line(SMALL), evidence=tuple(endless))).to_dict()

    assert lint_view(view) == []
    assert "".join(strings(view["blocks"])).count("https://evil") == facts.long(12_000).count("https://evil")


def test_a_window_too_full_says_how_much_more_is_behind_the_line() -> None:
    view = evidence_view(SAY, line(replace(EXTREME, findings=1, evidence=100))).to_dict()

    assert re.search(r"\d+ more", " ".join(strings(view["blocks"])))


def test_words_that_were_taken_back_are_not_shown_and_the_line_is_said_to_go_with_them() -> None:
    for gone in (replace(line(SMALL), evidence=()), replace(line(SMALL), finding=None, evidence=())):
        view = evidence_view(SAY, gone).to_dict()
        assert lint_view(view) == []
        assert list(strings(view["blocks"])) == [SAY.rich("evidence-gone")]


def test_a_line_that_was_left_out_cannot_be_left_out_again() -> None:
    view = evidence_view(SAY, line(SMALL, left_out=True)).to_dict()

    assert list(strings(view["blocks"])) == [SAY.rich("evidence-left-out")]


@every_size
def test_what_stands_in_the_place_of_a_version_says_what_became_of_it(size: Size) -> None:
    out = replace(facts.a_summary(size), ended_by=facts.FERN, ended_at=facts.NOW)
    where = Post(facts.ROOM, MessageTs("1773144000.000001"))
    for state, told in ((SummaryState.WITHDRAWN, "withdrawn"), (SummaryState.CORRECTED, "corrected")):
        for first, now in ((True, where), (True, None), (False, where)):
            facts_of = SummaryEnded(facts.a_case(size), replace(out, state=state), first, now)
            shown = ended(SAY, facts_of, WORKSPACE)
            assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []
            assert (told in shown.text) == first


def test_a_proposal_says_how_much_is_different() -> None:
    summary = facts.a_summary(SMALL)
    found = Changes(summary.findings, (), summary.findings)

    shown = draft_ready(
        SAY, SummaryDraft(facts.a_case(SMALL), summary, replaced=False, standing=summary, changes=found)
    )

    assert "one line is new" in shown.text
    assert "One line is gone" in shown.text
    assert "reads differently" not in shown.text
    assert "stays as it is until you approve" in shown.text


def test_a_proposal_says_first_that_words_of_what_is_published_were_taken_back() -> None:
    summary = facts.a_summary(SMALL)
    proposed = SummaryDraft(facts.a_case(SMALL), summary, replaced=False, standing=summary, taken_back=1)

    told = draft_ready(SAY, proposed).text

    assert told.startswith("Somebody has taken back words that the published summary quotes, in one line.")
    assert "in 2 lines" in draft_ready(SAY, replace(proposed, taken_back=2)).text
    assert "taken back" not in draft_ready(SAY, replace(proposed, taken_back=0)).text


def test_what_is_published_can_be_withdrawn_while_a_draft_waits() -> None:
    standing = facts.a_summary(SMALL, SummaryState.PUBLISHED)
    waiting = review_form(SAY, replace(review(SMALL), standing=standing))
    gone = review_form(SAY, replace(review(SMALL), standing=replace(standing, state=SummaryState.WITHDRAWN)))

    assert "Withdraw what is published" in str(waiting.to_dict())
    assert "Withdraw what is published" not in str(gone.to_dict())


def test_everybody_is_told_where_themes_were_put_together_by_meaning() -> None:
    published = facts.a_summary(SMALL, SummaryState.PUBLISHED)
    finding = published.findings[0]
    meant = replace(finding, line=replace(finding.line, why=replace(finding.line.why, rule=Rule.MEANT)))

    assert "by meaning and by words" in page(SMALL, replace(published, findings=(meant,)), 1, 1).text
    assert "by meaning" not in page(SMALL, published, 1, 1).text
