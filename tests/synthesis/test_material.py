"""Who may be read in a summary, and with what beside their words."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.material import SMALLEST_GROUP, Words, quotable, wordless
from bot.workshop.ids import UserId
from bot.workshop.summary import FindingKind, Source, SourceKind
from bot.workshop.workshop import Visibility
from tests.synthesis.examples import people, wrote

SUBJECTS = "ward school nurse letter housing referral aunt police".split()
NAMED, UNATTRIBUTED, PRIVATE = Visibility.NAMED_ROLE, Visibility.UNATTRIBUTED, Visibility.FACILITATOR_ONLY


@st.composite
def rooms(draw: st.DrawFn) -> list[Words]:
    """Up to nine people, each with a role of their own, who write what they like for whom they like."""
    room = []
    for number in range(draw(st.integers(0, 16))):
        person = draw(st.integers(1, 9))
        words = draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=6))
        room.append(
            wrote(
                number,
                f"{' '.join(words)} {number}.",
                finds=draw(st.sampled_from(FindingKind)),
                author=UserId(f"U{person}"),
                speaker=f"Role {person}",
                prompt=draw(st.sampled_from(["moment", "strength"])),
                visibility=draw(st.sampled_from(Visibility)),
            )
        )
    return room


def test_words_under_a_role_are_quoted_under_it_however_few_take_part() -> None:
    [only] = quotable([wrote(1)], people(1))

    assert only.speaker == "Role 1"


def test_what_is_for_the_facilitator_alone_is_never_quotable_however_many_wrote() -> None:
    everybody = [wrote(number) for number in range(1, 10)]

    assert quotable([wrote(9, visibility=PRIVATE)], people(9)) == []
    assert len(quotable([*everybody, wrote(99, visibility=PRIVATE)], people(9))) == 9


def test_unattributed_words_need_five_people_who_could_have_written_them() -> None:
    hidden = wrote(1, visibility=UNATTRIBUTED)

    assert quotable([hidden], people(SMALLEST_GROUP - 1)) == []
    assert [each.source for each in quotable([hidden], people(SMALLEST_GROUP))] == [hidden.source]
    assert SMALLEST_GROUP == 5


def test_who_stands_by_an_answer_to_the_same_prompt_cannot_have_written_the_unattributed_one() -> None:
    hidden = wrote(1, visibility=UNATTRIBUTED)
    named = [wrote(2), wrote(3)]

    assert hidden.source not in {each.source for each in quotable([hidden, *named], people(6))}
    assert hidden.source in {each.source for each in quotable([hidden, *named], people(7))}


def test_an_answer_to_another_prompt_narrows_nobody_down() -> None:
    hidden = wrote(1, visibility=UNATTRIBUTED)
    elsewhere = [wrote(number, prompt="strength") for number in (2, 3, 4)]

    assert hidden.source in {each.source for each in quotable([hidden, *elsewhere], people(5))}


def test_unattributed_words_carry_no_speaker() -> None:
    five = [wrote(number, visibility=UNATTRIBUTED) for number in range(1, 6)]

    assert [each.speaker for each in quotable(five, people(5))] == [""] * 5


def test_the_order_is_that_of_the_ids_whoever_arrived_first() -> None:
    first, second, third = wrote(1), wrote(2), replace(wrote(3), source=Source(SourceKind.CONTRIBUTION, 1))
    placed = quotable([first, second, third], people(3))

    assert all(quotable(each, people(3)) == placed for each in permutations([first, second, third]))


@settings(deadline=None, max_examples=80)
@given(rooms())
def test_no_role_stands_next_to_words_that_its_owner_wrote_unattributed(room: list[Words]) -> None:
    behind = {each.source: each for each in room}

    for each in quotable(room, people(9)):
        words = behind[each.source]
        assert words.visibility is not PRIVATE
        assert each.speaker == ("" if words.visibility is UNATTRIBUTED else words.speaker)


@settings(deadline=None, max_examples=80)
@given(rooms())
def test_private_words_are_nowhere_and_a_small_group_hides_its_unattributed(room: list[Words]) -> None:
    behind = {each.source: each for each in room}
    cited = [behind[each.source] for each in quotable(room, people(9))]

    assert all(each.visibility is not PRIVATE for each in cited)
    for each in cited:
        if each.visibility is UNATTRIBUTED:
            named = {one.author for one in room if one.visibility is NAMED and one.prompt == each.prompt}
            assert 9 - len(named) >= SMALLEST_GROUP


@pytest.mark.parametrize("text", [":+1:", ":wave::skin-tone-2:", "\N{THUMBS UP SIGN}", ":heart: :heart:", "...", " "])
def test_a_sign_alone_says_nothing_that_could_be_quoted(text: str) -> None:
    assert wordless(text)


@pytest.mark.parametrize("text", ["Yes :+1:", "17", "At 10:30:45 the ward rang.", "Ie"])
def test_a_word_or_a_number_can_be_quoted(text: str) -> None:
    assert not wordless(text)
