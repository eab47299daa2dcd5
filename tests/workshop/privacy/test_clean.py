"""What becomes of a text once its author has decided."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workshop.privacy import (
    Alias,
    AliasRegister,
    CleanText,
    Find,
    IdentifierKept,
    Keep,
    Kind,
    NoReasonToKeep,
    guard,
    masked,
    settled,
)
from tests.workshop.privacy.invented import LOCAL, MARKERS, REGISTER, TODAY

PARTS = [
    "943 476 5919", "Catrin", "jane.smith", "@", "example.org", "07700 900123", "CF10 1AB", "B801200005001", "4929",
    "1234", "5678 9015", "dob", "12/05/2014", "J. Smith", "Gatrin", "crime 12/3456/24", "TKT-12345", " ", "\u200b",
    "\u2013", ", ", "é", "AB 12 34 56 C", "+44",
]  # fmt: skip
mixtures = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)


def finds(text: str) -> tuple[Find, ...]:
    return guard(text, today=TODAY, register=REGISTER, local=LOCAL)


def settle(text: str, kept: dict[Find, Keep] | None = None) -> CleanText:
    return settled(text, kept or {}, markers=MARKERS, today=TODAY, register=REGISTER, local=LOCAL)


def test_a_name_becomes_its_pseudonym_and_anything_else_the_word_for_its_kind() -> None:
    text = "Catrin's mum (Jane Smith, 07700 900123) moved to CF10 1AB."

    assert masked(text, finds(text), MARKERS) == "Child A's mum (Ms A, [phone]) moved to [postcode]."


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Gwyn Protheroe rang", "Rowan rang"),
        ("I asked Protheroe Gwyn twice", "I asked Rowan twice"),
        ("Gwyn, Protheroe's son", "Rowan, Rowan's son"),
        ("Gwyn told Mair Protheroe", "Rowan told Rowan's mother Rowan"),
    ],
)
def test_a_name_that_is_masked_in_two_goes_is_one(text: str, after: str) -> None:
    for each in (Alias("Gwyn", "Rowan"), Alias("Mair", "Rowan's mother"), Alias("Protheroe", "Rowan")):
        register = AliasRegister((each,))
        text = masked(text, guard(text, today=TODAY, register=register), MARKERS)

    assert text == after


def test_a_name_in_two_finds_is_one() -> None:
    register = AliasRegister((Alias("Gwyn", "Rowan"), Alias("Protheroe", "Rowan")))

    assert masked("Gwyn Protheroe rang", guard("Gwyn Protheroe rang", today=TODAY, register=register), MARKERS) == (
        "Rowan rang"
    )


def test_nothing_said_is_masked() -> None:
    assert settle("ring 07700 900123 or tom@example.org") == "ring [phone] or [email]"


def test_a_telephone_number_is_kept_with_a_reason_and_the_rest_masked() -> None:
    text = "Duty desk 01632 960001, Catrin, 07700 900123"
    desk = finds(text)[0]

    assert settle(text, {desk: Keep("The duty desk is public.")}) == "Duty desk 01632 960001, Child A, [phone]"


def test_a_postcode_is_not_kept_whatever_the_reason() -> None:
    (find,) = finds("at CF10 1AB")

    with pytest.raises(IdentifierKept) as refused:
        settle("at CF10 1AB", {find: Keep("We need it.")})

    assert refused.value.key == "refusal-identifier-kept"
    assert refused.value.facts == {"kind": Kind.POSTCODE.value}


def test_a_telephone_number_is_not_kept_without_a_reason() -> None:
    (find,) = finds("ring 07700 900123")

    with pytest.raises(NoReasonToKeep):
        settle("ring 07700 900123", {find: Keep("  ")})


def test_a_decision_about_another_version_of_the_text_keeps_nothing() -> None:
    (find,) = finds("ring 07700 900123")

    assert settle("do ring 07700 900123", {find: Keep("An office.")}) == "do ring [phone]"


def test_what_appears_only_after_masking_is_masked_too() -> None:
    text = "Catrin@example.org"

    assert finds(settle(text)) == ()


@settings(deadline=None, max_examples=300)
@given(text=mixtures)
def test_nothing_is_found_in_what_is_settled(text: str) -> None:
    assert finds(settle(text)) == ()


@settings(deadline=None, max_examples=200)
@given(text=st.lists(st.sampled_from(PARTS), max_size=6).map(" , ".join))
def test_masking_what_is_found_leaves_nothing_to_find(text: str) -> None:
    assert finds(masked(text, finds(text), MARKERS)) == ()
