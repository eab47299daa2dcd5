"""Numbers that are shown together or not at all."""

import pytest

from bot.workshop.pulse import Mark, Spread, mark


def test_fewer_than_the_smallest_group_are_not_shown() -> None:
    assert mark([7, 8, 9, 10], 5) is None
    assert mark([7, 8, 9, 10, 10], 5) == Mark(9.0, Spread.CLOSE)
    assert mark([], 5) is None


def test_a_mean_is_rounded_to_a_half_so_that_one_who_stands_alone_is_not_worked_out() -> None:
    assert mark([10, 10, 10, 10, 9], 5) == mark([10, 10, 10, 10, 10], 5) == Mark(10.0, Spread.CLOSE)


@pytest.mark.parametrize(
    ("numbers", "spread"),
    [
        ([6, 6, 7, 7, 8], Spread.CLOSE),
        ([4, 5, 7, 9, 8], Spread.APART),
        ([0, 0, 10, 10, 10], Spread.FAR),
    ],
)
def test_how_far_apart_the_answers_are_is_said_in_words(numbers: list[int], spread: Spread) -> None:
    found = mark(numbers, 5)
    assert found is not None
    assert found.spread is spread
