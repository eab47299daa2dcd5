"""A gap: a stretch of a running session in which Slack could not reach the bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.workshop.agenda import Listening
from bot.workshop.ids import GapId, MessageTs, WorkshopId
from bot.workshop.session import Stage

SHORTEST = timedelta(minutes=1)
"""Slack delivers again what went missing for less."""

NOTHING_YET = MessageTs("0")


@dataclass(frozen=True)
class Gap:
    """``stage`` is the position of the stage whose thread is being read, ``cursor`` where the next page of it begins.

    The latest is read first: what is being said there is missed most.

    ``seen`` is the time of the last reply that was read there. ``found`` counts what was missed and is kept now,
    ``refused`` is Slack's word where it does not let us read. ``look_at`` is when to go on, ``None`` once all is read.
    """

    id: GapId
    workshop: WorkshopId
    began_at: datetime
    ended_at: datetime
    stage: int = 0
    cursor: str = ""
    seen: MessageTs = NOTHING_YET
    found: int = 0
    refused: str = ""
    look_at: datetime | None = None


def missed(stages: Sequence[Stage], began: datetime, ended: datetime) -> list[Stage]:
    """Those whose thread would have been listened to in that stretch."""
    return [stage for stage in stages if listened(stage, began, ended)]


def silence(stages: Sequence[Stage], began: datetime, ended: datetime) -> timedelta:
    """How much of the stretch somebody's reply would have been kept in."""
    return sum((listened(each, began, ended) for each in stages), timedelta())


def to_read(stages: Sequence[Stage], gap: Gap) -> list[Stage]:
    """Those whose thread is still to be read, the next one first; words are taken back in closed ones too."""
    had = [each for each in stages if each.opened_at < gap.ended_at and each.root is not None]
    return sorted((each for each in had if each.position <= gap.stage), key=lambda stage: -stage.position)


def listened(stage: Stage, began: datetime, ended: datetime) -> timedelta:
    """For how long of the stretch the thread of *stage* was meant to be listened to."""
    at, end = max(began, stage.opened_at), min(ended, stage.closed_at or ended)
    total = timedelta()
    for begun, over in sorted(_deaf(stage), key=lambda stretch: stretch[0]):
        total += max(min(begun, end) - at, timedelta())
        at = max(at, over or end)
    return total + max(end - at, timedelta())


def _deaf(stage: Stage) -> list[tuple[datetime, datetime | None]]:
    if stage.listens is not Listening.SILENT:
        return list(stage.pauses)
    return [*stage.pauses, (stage.silenced_at or stage.opened_at, stage.revealed_at)]
