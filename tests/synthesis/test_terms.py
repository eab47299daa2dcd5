"""The terms of a text: the same thing in other words has the same term, and what carries no subject has none."""

import pytest

from bot.synthesis.terms import stem, terms


@pytest.mark.parametrize(
    "forms",
    [
        "referral referrals referred referring",
        "discharge discharged discharges discharging",
        "close closed closing closure",
        "exclude excluded exclusion",
        "letter letters",
        "assess assessed assessment assessments assessing",
        "move moved moving moves",
        "plan planned planning plans",
        "tenancy tenancies",
        "agree agreed agreeing agreement",
        "rang rung phoned called",
        "child children",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["police policy", "ward word", "plan planet", "address add", "class clap", "bus bust"])
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()

    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "written",
    ["at 18", "He was eighteen", "aged 18", "turned eighteen", "an 18-year-old", "eighteen years old", "18th birthday"],
)
def test_an_age_is_one_term_however_it_is_written(written: str) -> None:
    assert "age 18" in terms(written)


@pytest.mark.parametrize("written", ["at 17:30", "was 20%", "at 16 weeks", "were two meetings", "at 3", "was 250"])
def test_other_numbers_are_no_ages(written: str) -> None:
    assert not [term for term in terms(written) if term.startswith("age")]


def test_a_stretch_of_time_is_one_term_in_digits_and_in_words() -> None:
    assert terms("two weeks later").keys() == terms("a fortnight before").keys() == terms("2 weeks").keys()
    assert terms("three months") != terms("three years")


def test_a_term_is_told_as_it_was_written() -> None:
    assert terms("The Ward’s letters") == {"ward": "ward", "letter": "letters"}


def test_words_without_a_subject_are_left_out_in_both_languages() -> None:
    assert terms("It was what they had been told, and the service did.") == {}
    assert terms("Roedd hi wedi bod yn y tŷ ar gyfer y llythyr.").keys() >= {"llythyr"}
    assert "roedd" not in terms("Roedd y llythyr yno")


def test_the_pseudonym_tells_nothing() -> None:
    assert terms("Rowan's aunt", ignoring=["rowan"]) == {"aunt": "aunt"}


def test_what_stands_in_the_place_of_an_identifier_tells_nothing() -> None:
    assert terms("Ring [phone number] or [NHS number] for the ward.") == {"ring": "ring", "ward": "ward"}


@pytest.mark.parametrize("text", ["", "  \n", "...", "1234567890", "😀", "'", "-", "a-b"])
def test_a_text_without_words_has_no_terms(text: str) -> None:
    assert terms(text) == {}
