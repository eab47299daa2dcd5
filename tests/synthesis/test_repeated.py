"""One person's point stands once in what is read, and is never lost."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.synthesis.draft import Entitled, Heading, Line, Rule, Title, Why
from bot.synthesis.summary import Finding, Summary, SummaryState
from bot.workshop.ids import FindingId, SummaryId, WorkshopId
from tests.synthesis.lines import a_line, reply

WORDS = "Which letter does the waiting list go by?"
ALONE = a_line(WORDS, reply(1), heading=Heading.ALSO_SAID, key="alone", why=Why(Rule.ALONE))
ASKED = a_line(WORDS, reply(1), heading=Heading.OPEN_QUESTION, key="asked")


def summary(*lines: Line) -> Summary:
    at = datetime(2026, 3, 10, tzinfo=UTC)
    findings = tuple(Finding(line, FindingId(number)) for number, line in enumerate(lines, 1))
    return Summary(SummaryId(1), WorkshopId(1), 1, SummaryState.DRAFT, at, findings)


def read(found: Summary) -> list[str]:
    return [each.line.key for each in found.lines]


def test_what_another_line_quotes_is_not_also_said() -> None:
    assert read(summary(ASKED, ALONE)) == ["asked"]
    assert read(summary(ALONE)) == ["alone"]


def test_it_is_read_again_once_the_other_line_is_left_out_and_never_leaves_the_draft() -> None:
    found = summary(ASKED, ALONE)

    assert read(found.without(FindingId(1))) == ["alone"]
    assert [each.key for each in found.draft.lines] == ["asked", "alone"]


def test_a_point_of_which_only_a_part_is_quoted_stays() -> None:
    more = replace(ALONE, evidence=(reply(1), reply(2)))
    assert read(summary(ASKED, more)) == ["asked", "alone"]

    other = replace(ASKED, quotations=(replace(ASKED.quotations[0], words="Which letter?"),))
    assert read(summary(other, ALONE)) == ["asked", "alone"]


def test_what_the_facilitator_put_named_or_worded_there_stays() -> None:
    named = replace(ALONE, title=Title("The list and its letter", Entitled.FACILITATOR))

    for line in (named, replace(ALONE, claim="The list is a riddle."), replace(ALONE, why=Why(Rule.DECIDED))):
        assert read(summary(ASKED, line)) == ["asked", "alone"]
