"""Sentences, clauses and stems, in both languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.synthesis.wording import clauses, is_clause, is_whole, language, sentences, stems


def cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was 17.5 at the time. Who knew?", ["He was 17.5 at the time.", "Who knew?"]),
        ("Dr. Jones rang e.g. on Monday. Nobody answered.", ["Dr. Jones rang e.g. on Monday.", "Nobody answered."]),
        ("- the aunt did\n- the school did not", ["- the aunt did", "- the school did not"]),
        ("“He waited.” Then he left…", ["“He waited.”", "Then he left…"]),
        ("Pwy a ŵyr? Neb.", ["Pwy a ŵyr?", "Neb."]),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert cut(text, sentences(text)) == expected


@given(st.text(max_size=120))
def test_sentences_are_of_the_text_in_their_order_and_leave_out_nothing_but_spaces(text: str) -> None:
    spans = sentences(text)

    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(cut(text, spans)).split()) == "".join(text.split())


def test_a_clause_says_by_itself_what_it_says_in_its_sentence() -> None:
    text = "The letter came late, and housing closed the file; the ward was full."

    assert cut(text, clauses(text)) == ["The letter came late", "housing closed the file", "the ward was full."]


@pytest.mark.parametrize(
    "text",
    [
        "I don't think that housing closed the file.",
        "Nobody believed him, and he was told the truth.",
        "If the letter had come, housing would have kept the file open.",
        "Nid oedd neb yn gwybod, ond roedd y drws ar agor.",
    ],
)
def test_what_stands_behind_a_denial_is_no_clause_of_its_own(text: str) -> None:
    assert not [clause for clause in cut(text, clauses(text)) if not text.startswith(clause)]


def test_words_are_whole_only_from_the_start_of_a_sentence_to_the_end_of_one() -> None:
    text = "Not all staff were told. The letter was late. He waited."

    assert is_whole(text, "The letter was late.")
    assert is_whole(text, "The letter was late. He waited.")
    assert not is_whole(text, "all staff were told.")
    assert not is_whole(text, "The letter was late")
    assert not is_clause(text, "all staff were told.")


def test_forms_of_a_word_have_one_stem_and_small_words_none() -> None:
    assert stems("They rang us about referrals") == stems("Nobody phoned about the referral")


def test_welsh_keeps_its_words_as_they_are_and_loses_its_small_ones() -> None:
    assert stems("Roedd y llythyr yn hwyr ac nid oedd neb yn gwybod.") == ["llythyr", "hwyr", "gwybod"]
    assert language("Roedd y llythyr yn hwyr") == "cy"
    assert language("The letter was late") == "en"


def test_a_mask_is_nobody_s_word() -> None:
    assert stems("[name masked] rang the ward") == stems("rang the ward")
