"""Workshops with the people in them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, exists, or_, select, union, update

from bot.workshop.agenda import Agenda, Listening, Planned
from bot.workshop.case import NoCaseHere
from bot.workshop.ids import CaseId, InstallationId, UserId, WorkshopId
from bot.workshop.ladder import ladder_of
from bot.workshop.workshop import News, Participant, Phase, Visibility, Workshop
from storage.scope import Scope
from storage.tables import CaseRow, DataKeyRow, ParticipantRow, WorkshopRow, table

cases, workshops, participants = table(CaseRow), table(WorkshopRow), table(ParticipantRow)
data_keys = table(DataKeyRow)


class Workshops:
    """Implements ``bot.work.Workshops``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._stored: dict[WorkshopId, tuple[Participant, ...]] = {}

    def add(self, workshop: Workshop) -> Workshop:
        self._scope.words_of_case(workshop.case)  # raises unless the case is ours
        row = self._row(workshop) | {"installation": self._scope.installation}
        number = self._scope.execute(workshops.insert().values(**row).returning(workshops.c.id)).scalar_one()
        stored = replace(workshop, id=WorkshopId(number), installation=self._scope.installation)
        self._seat(stored)
        return stored

    def get(self, workshop: WorkshopId) -> Workshop:
        return self._workshops([self._scope.one(locked(self._all().where(workshops.c.id == workshop)))])[0]

    def glance(self, workshop: WorkshopId) -> Workshop:
        return self._workshops([self._scope.one(self._all().where(workshops.c.id == workshop))])[0]

    def on_case(self, case: CaseId) -> Workshop:
        latest = self._all().where(workshops.c.case_id == case).order_by(workshops.c.id.desc()).limit(1)
        return self._workshops([self._scope.one(locked(latest))])[0]

    def all_on_case(self, case: CaseId) -> Sequence[Workshop]:
        every = self._all().where(workshops.c.case_id == case).order_by(workshops.c.id)
        return self._workshops(self._scope.execute(every).all())

    def of_programme(self, programme: CaseId) -> Sequence[Workshop]:
        theirs = cases.c.programme_id == programme, exists().where(data_keys.c.case_id == cases.c.id)
        there = select(cases.c.id).where(self._scope.of(cases), *theirs)
        every = self._all().where(workshops.c.case_id.in_(there)).order_by(workshops.c.id)
        return self._workshops(self._scope.execute(every).all())

    def in_phase(self, phase: Phase) -> Sequence[tuple[InstallationId, WorkshopId]]:
        there = select(workshops).where(self._scope.reach(workshops), workshops.c.phase == phase.value)
        rows = self._scope.execute(there.order_by(workshops.c.id))
        return [(InstallationId(row.installation), WorkshopId(row.id)) for row in rows]

    def with_person(self, user: UserId) -> Sequence[Workshop]:
        """Those that somebody runs or takes part in, in the order in which they were opened."""
        mine = or_(workshops.c.facilitator == user, workshops.c.deputy == user)
        runs = select(workshops.c.id).where(self._scope.of(workshops), mine)
        joins = select(participants.c.workshop).where(self._scope.of(participants), participants.c.user == user)
        theirs = self._all().where(workshops.c.id.in_(union(runs, joins))).order_by(workshops.c.id)
        return self._workshops(self._scope.execute(theirs).all())

    def save(self, workshop: Workshop) -> None:
        this = update(workshops).where(self._scope.of(workshops), workshops.c.id == workshop.id)
        if self._scope.execute(this.values(**self._row(workshop))).rowcount != 1:
            raise NoCaseHere
        if self._stored.get(workshop.id) != workshop.participants:
            there = self._scope.of(participants), participants.c.workshop == workshop.id
            self._scope.execute(delete(participants).where(*there))
            self._seat(workshop)

    def look_again(self, workshop: WorkshopId, at: datetime | None) -> None:
        this = update(workshops).where(self._scope.of(workshops), workshops.c.id == workshop)
        if self._scope.execute(this.values(look_at=at)).rowcount != 1:
            raise NoCaseHere

    def due(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, WorkshopId]]:
        waiting = select(workshops.c.installation, workshops.c.id)
        ripe = waiting.where(self._scope.reach(workshops), workshops.c.look_at <= now)
        first = ripe.order_by(workshops.c.look_at, workshops.c.id).limit(limit)
        return [(InstallationId(row.installation), WorkshopId(row.id)) for row in self._scope.execute(first)]

    def _row(self, workshop: Workshop) -> dict[str, Any]:
        words = self._scope.words_of_case(workshop.case)
        to_come = json.dumps([asdict(each) for each in workshop.upcoming]) if workshop.upcoming else ""
        return facts(workshop) | {
            "safeguarding": words.seal(workshop.safeguarding, "safeguarding"),
            "upcoming": words.seal(to_come, "upcoming") if to_come else None,
        }

    def _upcoming(self, row: Row[Any]) -> Agenda:
        if row.upcoming is None:
            return ()
        opened = self._scope.words_of(WorkshopId(row.id)).open(row.upcoming, "upcoming")
        return tuple(
            Planned(each["name"], each["minutes"], Listening(each["listens"]), each["finds"], each["question"])
            for each in json.loads(opened)
        )

    def _safeguarding(self, row: Row[Any]) -> str:
        if row.safeguarding is None:
            return ""
        return self._scope.words_of(WorkshopId(row.id)).open(row.safeguarding, "safeguarding")

    def _all(self) -> Select[Any]:
        return select(workshops).where(self._scope.of(workshops))

    def _seat(self, workshop: Workshop) -> None:
        words = self._scope.words_of(workshop.id)
        rows = [
            {
                "installation": self._scope.installation,
                "workshop": workshop.id,
                "user": person.user,
                "position": position,
                "agency": words.seal(person.agency, "agency"),
                "role": words.seal(person.role, "role"),
            }
            for position, person in enumerate(workshop.participants)
        ]
        if rows:
            self._scope.connection.execute(participants.insert(), rows)
        self._stored[workshop.id] = workshop.participants

    def _workshops(self, rows: Sequence[Row[Any]]) -> list[Workshop]:
        seated = self._seated([WorkshopId(row.id) for row in rows])
        self._stored.update(seated)
        return [
            Workshop(
                id=WorkshopId(row.id),
                installation=InstallationId(row.installation),
                case=CaseId(row.case_id),
                facilitator=UserId(row.facilitator),
                held_on=row.held_on,
                participants=seated[WorkshopId(row.id)],
                phase=Phase(row.phase),
                pack=row.pack,
                agenda=row.agenda,
                after=listed(row.after),
                visibility=Visibility(row.visibility),
                deputy=UserId(row.deputy) if row.deputy else None,
                safeguarding=self._safeguarding(row),
                contacts=tuple(UserId(user) for user in listed(row.contacts)),
                ended_at=row.ended_at,
                register=row.register,
                upcoming=self._upcoming(row),
                timekeeping=row.timekeeping,
                kind_wording=row.kind_wording,
                interrupted=News(row.interrupted) if row.interrupted else None,
                ladder=ladder_of(row.ladder) if row.ladder else None,
                nudges_openly=row.nudges_openly,
                model=row.model,
            )
            for row in rows
        ]

    def _seated(self, ids: Sequence[WorkshopId]) -> dict[WorkshopId, tuple[Participant, ...]]:
        people: defaultdict[WorkshopId, list[Participant]] = defaultdict(list)
        for row in self._scope.connection.execute(seats(), {"mine": self._scope.installation, "ids": ids}):
            words = self._scope.words_of(WorkshopId(row.workshop))
            agency, role = words.open(row.agency, "agency"), words.open(row.role, "role")
            people[WorkshopId(row.workshop)].append(Participant(UserId(row.user), agency, role))
        return {each: tuple(people[each]) for each in ids}


@cache
def seats() -> Select[Any]:
    there = (
        participants.c.installation == bindparam("mine"),
        participants.c.workshop.in_(bindparam("ids", expanding=True)),
    )
    return select(participants).where(*there).order_by(participants.c.workshop, participants.c.position)


def locked(statement: Select[Any]) -> Select[Any]:
    """Others wait for these rows until the unit of work ends, but may go on storing what refers to them."""
    return statement.with_for_update(key_share=True)


def listed(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()


def facts(workshop: Workshop) -> dict[str, Any]:
    return {
        "case_id": workshop.case,
        "facilitator": workshop.facilitator,
        "held_on": workshop.held_on,
        "phase": workshop.phase.value,
        "pack": workshop.pack,
        "agenda": workshop.agenda,
        "after": ",".join(workshop.after),
        "visibility": workshop.visibility.value,
        "deputy": workshop.deputy,
        "contacts": ",".join(workshop.contacts),
        "ended_at": workshop.ended_at,
        "register": workshop.register,
        "timekeeping": workshop.timekeeping,
        "kind_wording": workshop.kind_wording,
        "interrupted": workshop.interrupted.value if workshop.interrupted else None,
        "ladder": str(workshop.ladder) if workshop.ladder else None,
        "nudges_openly": workshop.nudges_openly,
        "model": workshop.model,
    }
