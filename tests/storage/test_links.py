"""Words for links: nobody else can make, read or change one."""

import base64
from string import ascii_letters, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.links import Links
from storage.vault import KEY_LENGTH, CannotOpen, Vault

OLD, NEW = (bytes([number]) * KEY_LENGTH for number in (1, 2))
FACTS = ("E1/T0123456", "42", "7")
LINKS = Links({"k1": OLD})
LETTERS = f"{ascii_letters}{digits}-_"


def test_what_was_sealed_is_known_again_and_says_nothing_to_others() -> None:
    word = LINKS.seal(*FACTS)

    assert LINKS.open(word) == FACTS
    assert word != LINKS.seal(*FACTS)
    assert not any(fact.encode() in base64.urlsafe_b64decode(word + "==") for fact in FACTS[:1])
    assert set(word) <= set(LETTERS)


def test_a_new_key_leaves_what_the_one_before_sealed() -> None:
    assert Links({"k2": NEW, "k1": OLD}).open(LINKS.seal(*FACTS)) == FACTS
    assert Links({"k2": NEW}).open(LINKS.seal(*FACTS)) is None


def test_what_seals_words_opens_no_link_and_the_other_way_round() -> None:
    vault = Vault({"k1": OLD})
    sealed = vault.seal(b"E1/T0123456\n42\n7", "ticket")

    assert LINKS.open(base64.urlsafe_b64encode(sealed).decode().rstrip("=")) is None
    with pytest.raises(CannotOpen):
        vault.open(base64.urlsafe_b64decode(LINKS.seal(*FACTS) + "=="), "ticket")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 60), st.sampled_from("ABCDwxyz0189-_"))
def test_whatever_is_changed_it_is_no_link_any_more(place: int, letter: str) -> None:
    word = LINKS.seal(*FACTS)
    other = f"{word[:place]}{letter}{word[place + 1 :]}"

    assert LINKS.open(other) == (FACTS if other == word else None)


def test_the_last_letter_has_one_spelling() -> None:
    word = LINKS.seal(*FACTS)

    opened = [LINKS.open(word[:-1] + letter) for letter in LETTERS]
    assert [facts for facts in opened if facts is not None] == [FACTS]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=500))
def test_whatever_is_made_up_is_none(word: str) -> None:
    assert LINKS.open(word) is None
