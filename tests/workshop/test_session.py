"""Stages of a live session: which one listens, and to which words, however late they come."""

from datetime import datetime, timedelta

import pytest

from bot.workshop.agenda import Listening
from bot.workshop.ids import ChannelId, ContributionId, MessageTs, StageId, WorkshopId
from bot.workshop.session import Contribution, NotSilent, RevealedAlready, Stage, open_stage
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


def test_nothing_said_in_a_pause_is_kept_however_late_it_comes() -> None:
    stage = a_stage().pause(NOON + SECOND * 10).resumed(NOON + SECOND * 20)

    assert [stage.heard_at(NOON + SECOND * each) for each in (9, 10, 15, 20, 21)] == [True, True, False, True, True]
    assert not stage.paused
    assert stage.pause(CLOSED).pause(CLOSED + SECOND).pauses[-1] == (CLOSED, None)
    assert not stage.pause(CLOSED).heard_at(CLOSED + SECOND)
    assert not stage.pause(CLOSED).closed(CLOSED + SECOND).paused


def test_a_silent_stage_hears_nothing_before_it_is_revealed() -> None:
    silent = a_stage(listens=Listening.SILENT)

    assert silent.silent
    assert not silent.heard_at(NOON + SECOND)
    assert silent.revealed(CLOSED).heard_at(CLOSED)
    assert not silent.revealed(CLOSED).heard_at(CLOSED - SECOND)


def test_what_was_said_before_a_stage_became_silent_stays() -> None:
    stage = a_stage().pause(NOON + SECOND * 5).silence(NOON + SECOND * 10)

    assert not stage.paused
    assert stage.heard_at(NOON + SECOND)
    assert not stage.heard_at(NOON + SECOND * 11)
    after = stage.revealed(NOON + SECOND * 20)
    heard = [after.heard_at(NOON + SECOND * each) for each in (1, 11, 19, 20, 21)]
    assert heard == [True, False, False, True, True]
    assert after.silence_over
    assert not stage.silence_over
    assert stage.closed(CLOSED).silence_over


def test_a_stage_is_revealed_once_and_only_where_somebody_could_write_in_silence() -> None:
    silent = a_stage(listens=Listening.SILENT)

    assert silent.silence(CLOSED) == silent
    with pytest.raises(NotSilent):
        a_stage().revealed(CLOSED)
    for again in (Stage.revealed, Stage.silence):
        with pytest.raises(RevealedAlready):
            again(silent.revealed(CLOSED), CLOSED)


def test_a_stage_can_take_longer_than_planned() -> None:
    assert a_stage(minutes=20).longer(5).ends_at == a_stage().opened_at + timedelta(minutes=25)
