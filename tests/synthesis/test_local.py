"""The local engine: invents nothing, hides nobody, and says the same every time."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.grounding import grounded
from bot.synthesis.local import MOST_LINES, draft, passages
from bot.synthesis.material import Quotable
from bot.workshop.summary import Finding, FindingKind, Source, SourceKind
from tests.synthesis.examples import REFERRALS, ROOM, said

PROJECT = Path(__file__).parents[2]
SUBJECTS = "ward school nurse letter housing referral aunt police bus money diary clinic".split()


@st.composite
def rooms(draw: st.DrawFn) -> list[Quotable]:
    """What a room could have written: ordinary words in any combination, and any other text besides."""
    ordinary = st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=8).map(" ".join)
    sentence = st.tuples(ordinary | st.text(min_size=1, max_size=40), st.sampled_from([".", "?", "!", "", "\n"]))
    text = st.lists(sentence.map("".join), min_size=1, max_size=4).map(" ".join).filter(lambda words: words.strip())
    texts = draw(st.lists(text, max_size=14))
    return [
        said(
            number,
            each,
            finds=draw(st.sampled_from(FindingKind)),
            speaker=draw(st.sampled_from(["", "Nurse", "Teacher"])),
        )
        for number, each in enumerate(texts)
    ]


def lines(findings: Sequence[Finding]) -> list[str]:
    return [finding.words for finding in findings]


@settings(deadline=None, max_examples=50)
@given(rooms(), st.randoms(use_true_random=False))
def test_the_draft_does_not_depend_on_the_order_in_which_words_arrive(room: list[Quotable], chance: object) -> None:
    shuffled = list(room)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert draft(shuffled) == draft(room)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_draft_is_the_same_in_every_process(seed: str) -> None:
    program = "from bot.synthesis.local import draft; from tests.synthesis.examples import ROOM; print(draft(ROOM))"

    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert printed.stdout.strip() == str(draft(ROOM))


@settings(deadline=None, max_examples=60)
@given(rooms())
def test_every_line_is_a_sentence_word_for_word_with_its_evidence(room: list[Quotable]) -> None:
    findings = draft(room)

    texts = {each.source: each for each in room}
    for finding in findings:
        assert finding.words
        assert any(finding.words in passages(texts[source].text) for source in finding.evidence)
        assert all(texts[source].finds is finding.kind for source in finding.evidence)
    assert grounded(findings, room) == findings


@settings(deadline=None, max_examples=60)
@given(rooms())
def test_every_voice_is_behind_exactly_one_line(room: list[Quotable]) -> None:
    cited = [source for finding in draft(room) for source in finding.evidence]

    assert sorted(cited) == sorted(each.source for each in room)


def test_three_people_who_say_the_same_stand_behind_one_line() -> None:
    findings = draft([said(number, text) for number, text in enumerate(REFERRALS)])

    assert len(findings) == 1
    assert findings[0].evidence == tuple(Source(SourceKind.CONTRIBUTION, number) for number in range(3))
    assert findings[0].words in REFERRALS


def test_a_single_voice_keeps_its_own_line_beside_the_many() -> None:
    findings = draft(ROOM)

    alone = next(finding for finding in findings if "aunt" in finding.words)
    assert alone.speaker == "Role 4"
    assert len(alone.evidence) == 1


def test_somebody_who_says_the_opposite_keeps_a_line_of_their_own() -> None:
    told, never_told = "Housing rang the ward on Monday.", "Housing never rang the ward on Monday."

    assert lines(draft([said(1, told), said(2, never_told)])) == [told, never_told]


@pytest.mark.parametrize(
    "denial", ["did not ring", "didn't ring", "didn’t ring", "could never ring", "had no time to ring"]
)
def test_a_denial_is_heard_in_whatever_words(denial: str) -> None:
    findings = draft(
        [said(1, "Housing did ring the ward on Monday."), said(2, f"Housing {denial} the ward on Monday.")]
    )

    assert len(findings) == 2


def test_what_most_people_say_comes_first_under_its_heading() -> None:
    themes = [finding for finding in draft(ROOM) if finding.kind is FindingKind.THEME]

    assert [len(finding.evidence) for finding in themes] == [3, 1]


def test_the_headings_come_in_the_order_in_which_they_are_read() -> None:
    kinds = [finding.kind for finding in draft(ROOM)]

    assert kinds == sorted(kinds, key=list(FindingKind).index)
    assert set(kinds) == set(FindingKind)


def test_the_question_that_was_asked_stands_under_the_open_questions() -> None:
    questions = [finding for finding in draft(ROOM) if finding.kind is FindingKind.OPEN_QUESTION]

    assert lines(questions) == ["Who decides about the waiting list?"]


def test_not_knowing_without_a_question_mark_is_kept_all_the_same() -> None:
    wondered = said(1, "How housing decides is a riddle to us.", finds=FindingKind.OPEN_QUESTION)

    assert lines(draft([wondered])) == [wondered.text]


def test_short_agreement_proves_nothing_and_is_not_put_behind_others() -> None:
    assert len(draft([said(1, "The school."), said(2, "The school rang the ward on Monday.")])) == 2


def test_the_same_words_under_two_headings_stand_under_both() -> None:
    found = draft([said(1, REFERRALS[0]), said(2, REFERRALS[0], finds=FindingKind.STRENGTH)])

    assert [finding.kind for finding in found] == [FindingKind.STRENGTH, FindingKind.THEME]


def test_the_passage_that_says_the_most_is_quoted_and_a_long_sentence_never_cut() -> None:
    rambling = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)) + "."

    assert lines(draft([said(1, f"The clinic lost his letter twice. {rambling}")])) == [
        "The clinic lost his letter twice."
    ]
    assert lines(draft([said(1, rambling)])) == [rambling]


def test_the_shortest_of_equals_is_quoted() -> None:
    assert lines(draft([said(1, "The clinic lost his letter twice. It did. It was so.")])) == [
        "The clinic lost his letter twice."
    ]


def test_somebody_who_writes_in_a_thousand_sentences_keeps_nobody_waiting() -> None:
    breathless = "Oh. " * 750

    assert len(passages(breathless)) < 45 * 750
    assert lines(draft([said(1, breathless)])) == ["Oh."]


def test_a_heading_has_a_most_of_lines_with_the_best_supported_kept() -> None:
    many = [said(number, f"Number{chr(97 + number)} differs.") for number in range(26)]
    agreed = [said(100 + number, text) for number, text in enumerate(REFERRALS)]

    found = draft([*many, *agreed])

    assert len(found) == MOST_LINES
    assert found[0].words in REFERRALS


def test_nothing_written_finds_nothing() -> None:
    assert draft([]) == ()


def test_passages_are_runs_of_whole_sentences() -> None:
    text = "He was 17.5 at the time. Who knew?\n\n- the aunt did"

    assert passages(text) == [
        "He was 17.5 at the time.",
        "He was 17.5 at the time. Who knew?",
        text,
        "Who knew?",
        "Who knew?\n\n- the aunt did",
        "- the aunt did",
    ]
