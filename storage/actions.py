"""Actions, what was said about them, and when to look at them next."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from bot.workshop.action import Action, ActionState, Evidence, Level, Offer, Outsider, Strength
from bot.workshop.case import NoCaseHere
from bot.workshop.ids import ActionId, FindingId, InstallationId, UserId, WorkshopId
from bot.workshop.record import Change, Line, Update
from storage.scope import Scope
from storage.tables import ActionRow, CaseRow, UpdateRow, WorkshopRow, table
from storage.words import CaseWords
from storage.workshops import locked

NO_DATE = date.max
"""For a draft that has none: a date that never comes."""

actions, updates = table(ActionRow), table(UpdateRow)
cases, workshops = table(CaseRow), table(WorkshopRow)


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

    def sponsored_by(self, user: UserId) -> Sequence[Action]:
        return self._actions(self._all().where(actions.c.sponsor == user))

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
        return [self._update(row) for row in self._scope.execute(told)]

    def lines(self) -> Sequence[Line]:
        moved = select(func.max(updates.c.at)).where(updates.c.action == actions.c.id).scalar_subquery()
        joined = actions.join(workshops, workshops.c.id == actions.c.workshop).join(
            cases, cases.c.id == workshops.c.case_id
        )
        every = (
            select(actions, cases.c.reference, moved.label("moved_at"))
            .select_from(joined)
            .where(self._scope.reach(actions))
            .order_by(actions.c.installation, cases.c.id, actions.c.id)
        )
        return [_line(row) for row in self._scope.execute(every)]

    def look_again(self, action: ActionId, at: datetime | None) -> None:
        self._change(action, {"look_at": at})

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, UserId]]:
        columns = actions.c.installation, actions.c.owner
        ripe = select(*columns).where(self._scope.reach(actions), actions.c.look_at <= now)
        first = self._scope.execute(ripe.order_by(actions.c.look_at, actions.c.id).limit(limit))
        return list(dict.fromkeys((InstallationId(row.installation), UserId(row.owner)) for row in first))

    def followed(self, owner: UserId, by: datetime | None = None) -> Sequence[Action]:
        looked_at = actions.c.look_at.is_not(None) if by is None else actions.c.look_at <= by
        return self._actions(locked(self._all().where(actions.c.owner == owner, looked_at)))

    def look_at_all_again(self, owner: UserId, at: datetime) -> None:
        theirs = self._scope.of(actions), actions.c.owner == owner, actions.c.look_at.is_not(None)
        self._scope.execute(update(actions).where(*theirs).values(look_at=at))

    def _all(self) -> Select[Any]:
        return select(actions).where(self._scope.of(actions)).order_by(actions.c.id)

    def _change(self, action: ActionId, values: dict[str, Any]) -> int:
        this = update(actions).where(self._scope.of(actions), actions.c.id == action)
        return self._scope.execute(this.values(**values)).rowcount

    def _tell(self, action: Action, told: Update) -> None:
        words = self._scope.words_of(action.workshop)
        row = {
            "installation": self._scope.installation,
            "action": action.id,
            "by": told.by or "",
            "at": told.at,
            "before": told.before.value if told.before else None,
            "after": told.after.value,
            "words": words.seal(told.words, "update"),
            "changes": _sealed(words, json.dumps([*map(asdict, told.changes)]) if told.changes else "", "changes"),
            "outside": told.outside,
        }
        self._scope.execute(updates.insert().values(**row))

    def _update(self, row: Row[Any]) -> Update:
        words = self._scope.words_of(WorkshopId(row.workshop))
        changes = _opened(words, row.changes, "changes")
        return Update(
            action=ActionId(row.action),
            by=UserId(row.by) if row.by else None,
            at=row.at,
            before=ActionState(row.before) if row.before else None,
            after=ActionState(row.after),
            words=words.open(row.words, "update"),
            changes=tuple(Change(**each) for each in json.loads(changes or "[]")),
            outside=row.outside,
        )

    def _actions(self, statement: Select[Any]) -> list[Action]:
        return [self._read(row) for row in self._scope.execute(statement)]

    def _read(self, row: Row[Any]) -> Action:
        words = self._scope.words_of(WorkshopId(row.workshop))
        outsider, offer = _opened(words, row.outsider, "outsider"), _opened(words, row.offer, "offer")
        evidence = _opened(words, row.evidence, "evidence")
        return Action(
            id=ActionId(row.id),
            workshop=WorkshopId(row.workshop),
            level=Level(row.level),
            change=words.open(row.change, "change"),
            owner=UserId(row.owner) if row.owner else None,
            due=row.due if row.due != NO_DATE else None,
            measure=words.open(row.measure, "measure"),
            proposed_by=UserId(row.proposed_by),
            proposed_at=row.proposed_at,
            state=ActionState(row.state),
            accepted_at=row.accepted_at,
            closed_at=row.closed_at,
            baseline=_opened(words, row.baseline, "baseline"),
            expected=_opened(words, row.expected, "expected"),
            finding=FindingId(row.finding) if row.finding else None,
            factor=row.factor or "",
            strength=Strength(row.strength) if row.strength else None,
            strength_because=_opened(words, row.strength_because, "strength_because"),
            if_then=_opened(words, row.if_then, "if_then"),
            reviews=tuple(date.fromisoformat(each) for each in (row.reviews or "").split(",") if each),
            outsider=Outsider(**json.loads(outsider)) if outsider else None,
            sponsor=UserId(row.sponsor) if row.sponsor else None,
            asked_at=row.asked_at,
            returned_at=row.returned_at,
            offer=_offer(offer) if offer else None,
            into=ActionId(row.into) if row.into else None,
            evidence=Evidence(**json.loads(evidence)) if evidence else None,
            settled_at=row.settled_at,
            heard_at=row.heard_at,
            snoozed_until=row.snoozed_until,
            snoozes=row.snoozes,
            held_until=row.held_until,
            decider=UserId(row.decider) if row.decider else None,
            vacated_at=row.vacated_at,
        )

    def _facts(self, action: Action) -> dict[str, Any]:
        words = self._scope.words_of(action.workshop)
        outsider = json.dumps(asdict(action.outsider)) if action.outsider else ""
        offer = json.dumps(asdict(action.offer), default=date.isoformat) if action.offer else ""
        evidence = json.dumps(asdict(action.evidence)) if action.evidence else ""
        return {
            "workshop": action.workshop,
            "level": action.level.value,
            "change": words.seal(action.change, "change"),
            "owner": action.owner or "",
            "due": action.due or NO_DATE,
            "measure": words.seal(action.measure, "measure"),
            "proposed_by": action.proposed_by,
            "proposed_at": action.proposed_at,
            "state": action.state.value,
            "accepted_at": action.accepted_at,
            "closed_at": action.closed_at,
            "baseline": _sealed(words, action.baseline, "baseline"),
            "expected": _sealed(words, action.expected, "expected"),
            "finding": action.finding,
            "factor": action.factor or None,
            "strength": action.strength.value if action.strength else None,
            "strength_because": _sealed(words, action.strength_because, "strength_because"),
            "if_then": _sealed(words, action.if_then, "if_then"),
            "reviews": ",".join(map(date.isoformat, action.reviews)) or None,
            "outsider": _sealed(words, outsider, "outsider"),
            "sponsor": action.sponsor,
            "asked_at": action.asked_at,
            "returned_at": action.returned_at,
            "offer": _sealed(words, offer, "offer"),
            "into": action.into,
            "evidence": _sealed(words, evidence, "evidence"),
            "settled_at": action.settled_at,
            "heard_at": action.heard_at,
            "snoozed_until": action.snoozed_until,
            "snoozes": action.snoozes,
            "held_until": action.held_until,
            "decider": action.decider,
            "vacated_at": action.vacated_at,
        }


def _line(row: Row[Any]) -> Line:
    return Line(
        installation=InstallationId(row.installation),
        reference=row.reference,
        workshop=WorkshopId(row.workshop),
        action=ActionId(row.id),
        level=Level(row.level),
        state=ActionState(row.state),
        strength=Strength(row.strength) if row.strength else None,
        owner=UserId(row.owner) if row.owner else None,
        outside=row.outsider is not None,
        due=row.due if row.due != NO_DATE else None,
        moved_at=row.moved_at,
    )


def _sealed(words: CaseWords, text: str, column: str) -> bytes | None:
    return words.seal(text, column) if text else None


def _opened(words: CaseWords, sealed: bytes | None, column: str) -> str:
    return words.open(sealed, column) if sealed is not None else ""


def _offer(stored: str) -> Offer:
    told = json.loads(stored)
    due = date.fromisoformat(told["due"]) if told["due"] else None
    return Offer(due, told["change"], UserId(told["owner"]) if told["owner"] else None, told["why"])
