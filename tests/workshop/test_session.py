"""Stages of a live session: which one listens, and to which words, however late they come."""

from datetime import datetime, timedelta

import pytest

from bot.workshop.ids import ChannelId, ContributionId, MessageTs, StageId, WorkshopId
from bot.workshop.session import Contribution, open_stage
from bot.workshop.workshop import Visibility
from tests.workshop.examples import ANNA, NOON, a_stage

SECOND = timedelta(seconds=1)
CLOSED = NOON + timedelta(minutes=25)


def test_an_open_stage_listens_until_it_is_closed() -> None:
    stage = a_stage()

    assert stage.listening
    assert not stage.closed(CLOSED).listening


def test_closing_again_does_not_move_the_end() -> None:
    closed = a_stage().closed(CLOSED)

    assert closed.closed(CLOSED + timedelta(hours=1)) == closed


@pytest.mark.parametrize(
    ("said_at", "heard"),
    [(NOON, True), (CLOSED - SECOND, True), (CLOSED, True), (CLOSED + SECOND, False)],
    ids=["at the start", "just in time", "with the bell", "too late"],
)
def test_what_counts_is_when_it_was_said_not_when_it_reached_us(said_at: datetime, *, heard: bool) -> None:
    assert a_stage().closed(CLOSED).heard_at(said_at) is heard


def test_an_open_stage_hears_everything() -> None:
    assert a_stage().heard_at(CLOSED + timedelta(days=1))


def test_the_stage_that_listens_is_the_one_not_yet_closed() -> None:
    first, second = a_stage().closed(CLOSED), a_stage(id=StageId(2), position=2)

    assert open_stage([first, second]) == second
    assert open_stage([first]) is None
    assert open_stage([]) is None


def test_a_stage_learns_its_thread_once_slack_has_taken_the_card() -> None:
    stage = a_stage()

    assert stage.root is None
    assert stage.rooted_at(MessageTs("1.0")).root == "1.0"


def test_words_said_in_the_session_stand_under_their_speaker_s_role() -> None:
    said = Contribution(
        ContributionId(1),
        WorkshopId(1),
        StageId(1),
        ChannelId("C1"),
        MessageTs("1.1"),
        ANNA,
        "Hello.",
        MessageTs("1.1"),
    )

    assert said.visibility is Visibility.NAMED_ROLE
