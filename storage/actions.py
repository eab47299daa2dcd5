"""Actions, what was said about them, and when to look at them next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update

from bot.workshop.action import Action, ActionState, Level, Update
from bot.workshop.case import NoCaseHere
from bot.workshop.ids import ActionId, InstallationId, UserId, WorkshopId
from storage.scope import Scope
from storage.tables import ActionRow, UpdateRow, table
from storage.workshops import locked

actions, updates = table(ActionRow), table(UpdateRow)


class Actions:
    """Implements ``bot.work.Actions``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, action: Action, first: Update) -> Action:
        row = self._facts(action) | {"installation": self._scope.installation}
        number = self._scope.execute(actions.insert().values(**row).returning(actions.c.id)).scalar_one()
        stored = replace(action, id=ActionId(number))
        self._tell(stored, first)
        return stored

    def get(self, action: ActionId) -> Action:
        return self._read(self._scope.one(locked(self._all().where(actions.c.id == action))))

    def of(self, workshop: WorkshopId) -> Sequence[Action]:
        return self._actions(self._all().where(actions.c.workshop == workshop))

    def owned_by(self, user: UserId) -> Sequence[Action]:
        return self._actions(self._all().where(actions.c.owner == user))

    def save(self, action: Action, update: Update) -> None:
        if self._change(action.id, self._facts(action)) != 1:
            raise NoCaseHere
        self._tell(action, update)

    def updates(self, action: ActionId) -> Sequence[Update]:
        told = (
            select(updates, actions.c.workshop)
            .select_from(updates.join(actions, actions.c.id == updates.c.action))
            .where(self._scope.of(updates), updates.c.action == action)
            .order_by(updates.c.id)
        )
        return [
            Update(
                action=ActionId(row.action),
                by=UserId(row.by),
                at=row.at,
                before=ActionState(row.before) if row.before else None,
                after=ActionState(row.after),
                words=self._scope.words_of(WorkshopId(row.workshop)).open(row.words, "update"),
            )
            for row in self._scope.execute(told)
        ]

    def look_again(self, action: ActionId, at: datetime | None) -> None:
        self._change(action, {"look_at": at})

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, ActionId]]:
        ripe = select(actions.c.installation, actions.c.id).where(self._scope.reach(actions), actions.c.look_at <= now)
        first = ripe.order_by(actions.c.look_at, actions.c.id).limit(limit)
        return [(InstallationId(row.installation), ActionId(row.id)) for row in self._scope.execute(first)]

    def _all(self) -> Select[Any]:
        return select(actions).where(self._scope.of(actions)).order_by(actions.c.id)

    def _change(self, action: ActionId, values: dict[str, Any]) -> int:
        this = update(actions).where(self._scope.of(actions), actions.c.id == action)
        return self._scope.execute(this.values(**values)).rowcount

    def _tell(self, action: Action, told: Update) -> None:
        row = {
            "installation": self._scope.installation,
            "action": action.id,
            "by": told.by,
            "at": told.at,
            "before": told.before.value if told.before else None,
            "after": told.after.value,
            "words": self._scope.words_of(action.workshop).seal(told.words, "update"),
        }
        self._scope.execute(updates.insert().values(**row))

    def _actions(self, statement: Select[Any]) -> list[Action]:
        return [self._read(row) for row in self._scope.execute(statement)]

    def _read(self, row: Row[Any]) -> Action:
        words = self._scope.words_of(WorkshopId(row.workshop))
        return Action(
            id=ActionId(row.id),
            workshop=WorkshopId(row.workshop),
            level=Level(row.level),
            change=words.open(row.change, "change"),
            owner=UserId(row.owner),
            due=row.due,
            measure=words.open(row.measure, "measure"),
            proposed_by=UserId(row.proposed_by),
            proposed_at=row.proposed_at,
            state=ActionState(row.state),
            accepted_at=row.accepted_at,
            closed_at=row.closed_at,
        )

    def _facts(self, action: Action) -> dict[str, Any]:
        words = self._scope.words_of(action.workshop)
        return {
            "workshop": action.workshop,
            "level": action.level.value,
            "change": words.seal(action.change, "change"),
            "owner": action.owner,
            "due": action.due,
            "measure": words.seal(action.measure, "measure"),
            "proposed_by": action.proposed_by,
            "proposed_at": action.proposed_at,
            "state": action.state.value,
            "accepted_at": action.accepted_at,
            "closed_at": action.closed_at,
        }
