"""What of a text carries its subject: neither common words nor what stands in the place of an identifier."""

import pytest

from bot.synthesis.terms import subjects, unmasked


def test_words_without_a_subject_are_left_out_in_both_languages() -> None:
    assert subjects("They were with him because of the letter.") == {"letter"}
    assert subjects("Mae'r llythyr yn y tŷ.") >= {"llythyr"}


def test_what_stands_in_the_place_of_an_identifier_tells_nothing() -> None:
    assert subjects("Ring [phone number] about the letter.") == {"ring", "letter"}
    assert unmasked("Ring [phone number].") == f"Ring {' ' * len('[phone number]')}."


@pytest.mark.parametrize("text", ["", "...", "he is it"])
def test_a_text_without_words_has_no_subject(text: str) -> None:
    assert subjects(text) == frozenset()
