"""For how long of a stretch somebody's reply would have been kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.workshop.agenda import Listening
from bot.workshop.gap import listened, missed
from bot.workshop.ids import StageId, WorkshopId
from bot.workshop.session import Stage

TEN = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return TEN + timedelta(minutes=minutes)


STAGE = Stage(StageId(1), WorkshopId(1), 1, "picture", at(0))


@pytest.mark.parametrize(
    ("stage", "minutes"),
    [
        (STAGE, 20),
        (replace(STAGE, opened_at=at(15)), 15),
        (replace(STAGE, opened_at=at(30)), 0),
        (replace(STAGE, closed_at=at(12)), 2),
        (replace(STAGE, closed_at=at(5)), 0),
        (replace(STAGE, pauses=((at(5), at(12)), (at(20), None))), 8),
        (replace(STAGE, pauses=((at(5), None),)), 0),
        (replace(STAGE, pauses=((at(1), at(2)), (at(40), None))), 20),
        (replace(STAGE, listens=Listening.SILENT), 0),
        (replace(STAGE, listens=Listening.SILENT, revealed_at=at(25)), 5),
        (replace(STAGE, listens=Listening.SILENT, silenced_at=at(12)), 2),
        (replace(STAGE, listens=Listening.SILENT, revealed_at=at(25), pauses=((at(20), at(28)),)), 2),
    ],
)
def test_only_what_would_have_been_kept_counts(stage: Stage, minutes: int) -> None:
    assert listened(stage, at(10), at(30)) == timedelta(minutes=minutes)
    assert bool(missed([stage], at(10), at(30))) is bool(minutes)
