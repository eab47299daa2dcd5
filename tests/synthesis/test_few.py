"""A few texts about the same thing are put together, whatever order they come in."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from bot.synthesis import by_words
from bot.synthesis.by_vectors import ByVectors
from bot.synthesis.draft import Heading
from bot.synthesis.heard import Heard
from bot.synthesis.joining import joined
from bot.workshop.summary import Source, SourceKind
from tests.synthesis.turning_points import MARI, ROWAN

Pairs = set[frozenset[int]]


def together(texts: Sequence[str], asked: Sequence[str] = ()) -> Pairs:
    """Every two of *texts* that are put together."""
    accounts = [
        (Heard(Source(SourceKind.ANSWER, place), text, question, Heading.MISSED_OPPORTUNITY, "", None, ()),)
        for place, (text, question) in enumerate(zip(texts, asked or [""] * len(texts), strict=True))
    ]
    return {frozenset(pair) for group in ByVectors().groups(accounts) for pair in combinations(group, 2)}


def intended(case: Sequence[tuple[str, str]]) -> Pairs:
    return {
        frozenset((one, other))
        for one, other in combinations(range(len(case)), 2)
        if case[one][0] and case[one][0] == case[other][0]
    }


@pytest.mark.parametrize("case", [ROWAN, MARI], ids=["Rowan", "Mari"])
@pytest.mark.parametrize("size", [5, 12, 15])
def test_people_who_write_about_the_same_moment_are_put_together(case: Sequence[tuple[str, str]], size: int) -> None:
    chance, right, found, meant = Random(size), 0, 0, 0  # noqa: S311 - any sample will do
    for _ in range(40):
        some = chance.sample(case, size)
        pairs, gold = together([text for _, text in some]), intended(some)
        right, found, meant = right + len(pairs & gold), found + len(pairs), meant + len(gold)

    assert right >= 0.9 * found
    assert right >= 0.8 * meant


def test_two_who_mention_somebody_are_not_put_together_for_that() -> None:
    apart = ("His aunt was never asked what she could manage.", "Two letters came back unopened.", "He was cold.")

    assert together([f"As @colleague said: {text}" for text in apart[:2]] + [*apart[2:]]) == set()


def test_the_order_of_the_texts_changes_nothing() -> None:
    texts = [text for _, text in ROWAN]
    shuffled = Random(1).sample(texts, len(texts))  # noqa: S311 - any order will do

    def said(of: Sequence[str]) -> set[frozenset[str]]:
        return {frozenset(of[place] for place in pair) for pair in together(of)}

    assert said(shuffled) == said(texts)


def test_one_word_in_common_proves_nothing() -> None:
    texts = ["His aunt had a key to the flat.", "His aunt lost money at the bank.", "The bus from college was late."]

    assert together(texts) == set()


def test_texts_without_a_subject_are_about_nothing_in_common() -> None:
    assert together(["Who is it?", "It is what it is.", "", "The ward lost a letter."], ["a", "a", "a", "b"]) == set()


def test_no_chain_of_small_likenesses_joins_what_has_nothing_in_common() -> None:
    assert joined({(0, 1): 0.3, (1, 2): 0.25, (2, 3): 0.3}, 4, 0.2) == [[0, 1], [2, 3]]
    assert joined({(0, 1): 0.3, (1, 2): 0.25, (0, 2): 0.2}, 3, 0.2) == [[0, 1, 2]]


def test_nothing_to_put_together() -> None:
    assert joined({}, 0, 0.2) == []
    assert joined({}, 2, 0.2) == [[0], [1]]


# Where nothing large can be loaded


@pytest.mark.parametrize("case", [ROWAN, MARI], ids=["Rowan", "Mari"])
def test_words_alone_put_together_what_is_about_the_same_moment(case: Sequence[tuple[str, str]]) -> None:
    groups = by_words.together([text for _, text in case])
    found = {frozenset(pair) for group in groups for pair in combinations(group, 2)}

    assert sorted(place for group in groups for place in group) == list(range(len(case)))
    assert len(found & intended(case)) >= 0.9 * len(found)
    assert len(found & intended(case)) >= 0.8 * len(intended(case))


def test_two_texts_that_share_one_telling_word_are_not_put_together() -> None:
    assert by_words.together(["The aunt had a key.", "His aunt lost money.", ""]) == [[0], [1], [2]]


def test_words_alone_make_the_same_of_texts_in_any_order() -> None:
    texts = [text for _, text in MARI]
    shuffled = Random(2).sample(texts, len(texts))  # noqa: S311 - any order will do

    def said(of: Sequence[str]) -> set[frozenset[str]]:
        return {frozenset(of[place] for place in group) for group in by_words.together(of)}

    assert said(shuffled) == said(texts)
