"""Checkpoints of workshops, and what people saw at them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from bot.workshop.checkpoint import Checkpoint, Effect, Match, Sighting
from bot.workshop.ids import ActionId, InstallationId, UserId, WorkshopId
from storage.scope import Scope
from storage.tables import CheckpointRow, SightingRow, table
from storage.upsert import insert_or_replace

checkpoints, sightings = table(CheckpointRow), table(SightingRow)


class Checkpoints:
    """Implements ``bot.work.Checkpoints``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, workshop: WorkshopId) -> Checkpoint:
        there = select(checkpoints).where(self._scope.of(checkpoints), checkpoints.c.workshop == workshop)
        row = self._scope.execute(there).one_or_none()
        if row is None:
            return Checkpoint(workshop)
        return Checkpoint(workshop, row.number, row.asked_at, row.everybody, row.look_at)

    def put(self, checkpoint: Checkpoint) -> None:
        self._scope.words_of(checkpoint.workshop)  # raises unless the workshop is ours
        row = {
            "installation": self._scope.installation,
            "workshop": checkpoint.workshop,
            "number": checkpoint.number,
            "asked_at": checkpoint.asked_at,
            "everybody": checkpoint.everybody,
            "look_at": checkpoint.look_at,
        }
        insert_or_replace(self._scope.connection, checkpoints, [row], ("installation", "workshop"))

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, WorkshopId]]:
        ripe = select(checkpoints.c.installation, checkpoints.c.workshop).where(
            self._scope.reach(checkpoints), checkpoints.c.look_at <= now
        )
        first = ripe.order_by(checkpoints.c.look_at, checkpoints.c.workshop).limit(limit)
        return [(InstallationId(row.installation), WorkshopId(row.workshop)) for row in self._scope.execute(first)]

    def see(self, sighting: Sighting) -> None:
        words = self._scope.words_of(sighting.workshop)
        row = {
            "installation": self._scope.installation,
            "action": sighting.action,
            "number": sighting.number,
            "by": sighting.by,
            "workshop": sighting.workshop,
            "at": sighting.at,
            "effect": sighting.effect.value if sighting.effect else None,
            "match": sighting.match.value if sighting.match else None,
            "level": words.seal(sighting.level, "level"),
            "words": words.seal(sighting.words, "sighting"),
        }
        key = ("installation", "action", "number", "by")
        insert_or_replace(self._scope.connection, sightings, [row], key)

    def sightings(self, workshop: WorkshopId) -> Sequence[Sighting]:
        there = select(sightings).where(self._scope.of(sightings), sightings.c.workshop == workshop)
        order = sightings.c.number, sightings.c.at, sightings.c.action, sightings.c.by
        return [self._read(row) for row in self._scope.execute(there.order_by(*order))]

    def _read(self, row: Row[Any]) -> Sighting:
        words = self._scope.words_of(WorkshopId(row.workshop))
        return Sighting(
            workshop=WorkshopId(row.workshop),
            action=ActionId(row.action),
            number=row.number,
            by=UserId(row.by),
            at=row.at,
            effect=Effect(row.effect) if row.effect else None,
            match=Match(row.match) if row.match else None,
            level=words.open(row.level, "level"),
            words=words.open(row.words, "sighting"),
        )
