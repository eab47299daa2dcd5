"""The ladder: how it is written, and on which days it is climbed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workshop.ladder import DEFAULT, BadLadder, Rung, To, ladder_of

rungs = st.one_of(
    st.just(Rung(None)),
    st.builds(Rung, st.integers(-365, 365)),
    st.builds(Rung, st.integers(1, 365), st.sampled_from([To.FACILITATOR, To.SPONSOR, To.BOARD])),
)


def test_the_ladder_that_comes_with_the_bot_reads_as_it_is_written() -> None:
    ladder = ladder_of(DEFAULT)

    assert str(ladder) == DEFAULT
    assert [each.name for each in ladder.rungs] == [
        "half-way", "before-7", "due", "late-3", "late-7", "facilitator", "sponsor", "board",
    ]  # fmt: skip


def test_an_action_of_six_weeks_is_asked_about_half_way_a_week_before_on_the_day_and_twice_after() -> None:
    days = list(ladder_of(DEFAULT).days(date(2026, 3, 2), date(2026, 4, 13)))

    assert days == [
        (date(2026, 3, 23), "half-way"),
        (date(2026, 4, 6), "before-7"),
        (date(2026, 4, 13), "due"),
        (date(2026, 4, 16), "late-3"),
        (date(2026, 4, 20), "late-7"),
    ]


@pytest.mark.parametrize("length", range(19))
def test_half_way_is_left_out_where_it_would_be_the_second_message_in_two_days(length: int) -> None:
    due = date(2026, 3, 2) + timedelta(days=length)

    assert "half-way" not in [rung for _, rung in ladder_of(DEFAULT).days(date(2026, 3, 2), due)]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "needs a day"),
        ("soon", "“soon”"),
        ("0, +0", "twice"),
        ("facilitator -3", "before the action is late"),
        ("0, facilitator +10, sponsor +10", "facilitator first"),
        ("0, facilitator +10, board +5", "facilitator first"),
    ],
    ids=["nothing", "a word", "a day twice", "the facilitator too early", "two at once", "the board first"],
)
def test_a_ladder_that_cannot_be_climbed_says_why(written: str, why: str) -> None:
    with pytest.raises(BadLadder, match=why):
        ladder_of(written)


@given(st.lists(rungs, min_size=1, max_size=8))
def test_what_is_written_down_is_read_back(some: list[Rung]) -> None:
    written = ", ".join(map(str, some))
    try:
        ladder = ladder_of(written)
    except BadLadder:
        return

    assert ladder_of(str(ladder)) == ladder
    assert set(ladder.rungs) == set(some)
