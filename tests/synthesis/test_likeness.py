"""Texts about the same thing are put together, by words that can be named, whatever order they come in."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.synthesis.likeness import ENOUGH, Group, groups
from bot.synthesis.terms import terms
from tests.synthesis.turning_points import MARI, ROWAN

PROJECT = Path(__file__).parents[2]
SUBJECTS = "ward school nurse letter housing referral aunt police bus money diary clinic at-18 two-weeks".split()

texts = st.lists(st.lists(st.sampled_from(SUBJECTS), max_size=8).map(" ".join) | st.text(max_size=30), max_size=16)


def together(found: Sequence[Group]) -> set[frozenset[int]]:
    """Every two texts that stand in one group."""
    return {frozenset(pair) for group in found for pair in combinations(group.members, 2)}


def intended(case: Sequence[tuple[str, str]]) -> set[frozenset[int]]:
    return {
        frozenset((one, other))
        for one, other in combinations(range(len(case)), 2)
        if case[one][0] and case[one][0] == case[other][0]
    }


@pytest.mark.parametrize("case", [ROWAN, MARI], ids=["Rowan", "Mari"])
def test_people_who_write_about_the_same_moment_are_put_together(case: Sequence[tuple[str, str]]) -> None:
    found, meant = together(groups([text for _, text in case])), intended(case)

    assert len(found & meant) >= 0.9 * len(found)
    assert len(found & meant) >= 0.8 * len(meant)


@pytest.mark.parametrize("case", [ROWAN, MARI], ids=["Rowan", "Mari"])
@pytest.mark.parametrize("size", [5, 12])
def test_a_few_people_are_enough(case: Sequence[tuple[str, str]], size: int) -> None:
    chance, right, found, meant = Random(size), 0, 0, 0  # noqa: S311 - any sample will do
    for _ in range(60):
        some = chance.sample(case, size)
        pairs, gold = together(groups([text for _, text in some])), intended(some)
        right, found, meant = right + len(pairs & gold), found + len(pairs), meant + len(gold)

    assert right >= 0.9 * found
    assert right >= 0.8 * meant


@settings(deadline=None, max_examples=60)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(written: list[str], chance: Random) -> None:
    shuffled = list(written)
    chance.shuffle(shuffled)

    def contents(found: Sequence[Group], of: Sequence[str]) -> list[tuple[list[str], tuple[str, ...]]]:
        return [([of[place] for place in group.members], group.shared) for group in found]

    assert contents(groups(shuffled), shuffled) == contents(groups(written), written)


@settings(deadline=None, max_examples=60)
@given(texts)
def test_every_text_is_in_one_group_and_shares_enough_with_another_of_it(written: list[str]) -> None:
    found = groups(written)

    assert sorted(place for group in found for place in group.members) == list(range(len(written)))
    for group in found:
        for place in group.members if len(group.members) > 1 else ():
            others = [each for each in group.members if each != place]
            assert max(len(terms(written[place]).keys() & terms(written[each]).keys()) for each in others) >= ENOUGH
        assert bool(group.shared) == (len(group.members) > 1)


def test_a_group_says_why_it_is_one_beginning_with_what_most_have() -> None:
    [group] = groups(
        ["The ward rang on Friday.", "On Friday the ward sent a letter.", "Friday: the ward had a letter."]
    )

    assert group.shared == ("friday", "ward", "letter")


def test_one_word_or_an_age_and_a_time_in_common_prove_nothing() -> None:
    assert together(groups(["The aunt had a key.", "His aunt lost money.", "Her bus was late."])) == set()
    assert together(groups(["At 17, two weeks in hospital.", "At 17, two weeks of college."])) == set()


def test_what_everybody_writes_joins_nobody() -> None:
    everybody = [f"Nurse and school {first} {second}." for first, second in zip(SUBJECTS[3:9], "abcdef", strict=True)]

    assert together(groups(everybody)) == set()


def test_no_chain_of_small_likenesses_joins_what_has_nothing_in_common() -> None:
    chain = [
        "The ward lost a letter.",
        "A lost letter came with the bus money.",
        "The bus money paid for the police diary.",
        "The police diary named the clinic and the aunt.",
    ]

    assert frozenset((0, 3)) not in together(groups(chain))


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_the_groups_are_the_same_in_every_process(seed: str) -> None:
    program = (
        "from bot.synthesis.likeness import groups; from tests.synthesis.turning_points import ROWAN;"
        "print(groups([text for _, text in ROWAN]))"
    )

    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert printed.stdout.strip() == str(groups([text for _, text in ROWAN]))


def test_nothing_and_nothing_but_blanks_are_told_apart_from_nothing() -> None:
    assert groups([]) == []
    assert groups(["", ""]) == [Group((0,)), Group((1,))]
