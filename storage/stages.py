"""The stages of a live session."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, select, update

from bot.workshop.agenda import Listening
from bot.workshop.case import NoCaseHere
from bot.workshop.ids import ChannelId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.session import InThread, Meeting, Stage
from bot.workshop.workshop import Phase
from storage.scope import Scope
from storage.several import among
from storage.tables import CaseRow, ParticipantRow, StageRow, WorkshopRow, table

stages, workshops, cases = table(StageRow), table(WorkshopRow), table(CaseRow)
participants = table(ParticipantRow)


class Stages:
    """Implements ``bot.work.Stages``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, stage: Stage) -> Stage:
        row = self._row(stage) | {"installation": self._scope.installation}
        number = self._scope.execute(stages.insert().values(**row).returning(stages.c.id)).scalar_one()
        return replace(stage, id=StageId(number))

    def get(self, stage: StageId) -> Stage:
        return self._read(self._scope.one(select(stages).where(self._scope.of(stages), stages.c.id == stage)))

    def of(self, workshop: WorkshopId) -> Sequence[Stage]:
        there = self._scope.of(stages), stages.c.workshop == workshop
        rows = self._scope.execute(select(stages).where(*there).order_by(stages.c.position))
        return [self._read(row) for row in rows]

    def meeting(self, channel: ChannelId, root: MessageTs, user: UserId) -> Meeting | None:
        here = {"mine": self._scope.installation, "here": channel, "root": root, "who": user}
        row = self._scope.connection.execute(said_in_thread(), here).first()
        if row is None:
            return None
        stage = self._read(row) if row.id is not None else None
        return _meeting(row, stage, user, takes_part=row.participant is not None)

    def meetings(self, asked: Collection[InThread]) -> Mapping[InThread, Meeting]:
        channels, roots, users = ({each[place] for each in asked} for place in range(3))
        mine, dialect = {"mine": self._scope.installation}, self._scope.dialect
        rows = self._scope.connection.execute(workshops_in_channels(dialect), mine | {"here": list(channels)}).all()
        held: defaultdict[ChannelId, list[Row[Any]]] = defaultdict(list)
        for each in rows:
            held[ChannelId(each.channel)].append(each)
        there = mine | {"there": [row.meeting for row in rows]}
        threads = self._scope.connection.execute(threads_there(dialect), there | {"roots": list(roots)})
        found = {(row.workshop, row.root): self._read(row) for row in threads}
        people = self._scope.connection.execute(people_there(dialect), there | {"who": list(users)})
        present = {(row.workshop, row.user) for row in people}
        return {
            (channel, root, user): _meeting(
                row, found.get((row.meeting, root)), user, takes_part=(row.meeting, user) in present
            )
            for channel, root, user in asked
            if (row := _nearest(held[channel], root, found)) is not None
        }

    def has_thread(self, root: MessageTs) -> bool:
        there = self._scope.of(stages), stages.c.root == root
        return self._scope.execute(select(stages.c.id).where(*there).limit(1)).first() is not None

    def save(self, stage: Stage) -> None:
        this = update(stages).where(self._scope.of(stages), stages.c.id == stage.id)
        if self._scope.execute(this.values(**self._row(stage))).rowcount != 1:
            raise NoCaseHere

    def _row(self, stage: Stage) -> dict[str, Any]:
        if not stage.question:
            return facts(stage) | {"question": None}
        sealed = self._scope.words_of(stage.workshop).seal(stage.question, "question")
        return facts(stage) | {"question": sealed}

    def _read(self, row: Row[Any]) -> Stage:
        workshop = WorkshopId(row.workshop)
        return Stage(
            id=StageId(row.id),
            workshop=workshop,
            position=row.position,
            name=row.name,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            root=MessageTs(row.root) if row.root else None,
            minutes=row.minutes,
            listens=Listening(row.listens),
            finds=row.finds,
            question=self._scope.words_of(workshop).open(row.question, "question") if row.question else "",
            pauses=pauses(row.pauses),
            revealed_at=row.revealed_at,
            silenced_at=row.silenced_at,
        )


def _nearest(
    held: Sequence[Row[Any]], root: MessageTs, threads: Mapping[tuple[int, MessageTs], Stage]
) -> Row[Any] | None:
    """Of the workshops *held* in a channel, oldest first, the one whose thread it is, or the latest."""
    theirs = [row for row in held if (row.meeting, root) in threads] or held
    return theirs[-1] if theirs else None


def _meeting(row: Row[Any], stage: Stage | None, user: UserId, *, takes_part: bool) -> Meeting:
    return Meeting(
        id=WorkshopId(row.meeting),
        phase=Phase(row.phase),
        register=row.register,
        stage=stage,
        takes_part=takes_part,
        runs=user in {row.facilitator, row.deputy},
        kind_wording=row.kind_wording,
    )


@cache
def said_in_thread() -> Select[Any]:
    """Everything about a reply's place in one question, made once: it is asked for every reply in every channel.

    The workshop whose thread it is, of those on the case of this channel, and the latest where it is nobody's. Others
    may read it too; a move waits until we are done. A message's time is unique only within its channel, so the thread
    is looked for among the stages of these workshops.
    """
    mine: BindParameter[str] = bindparam("mine")
    thread = (stages.c.workshop == workshops.c.id) & (stages.c.root == bindparam("root"))
    who = (participants.c.workshop == workshops.c.id) & (participants.c.user == bindparam("who"))
    found = (
        workshops.join(cases, cases.c.id == workshops.c.case_id)
        .outerjoin(stages, thread & (stages.c.installation == mine))
        .outerjoin(participants, who & (participants.c.installation == mine))
    )
    seen = select(*meeting_columns(), participants.c.user.label("participant"), *stages.c)
    here = workshops.c.installation == mine, cases.c.installation == mine, cases.c.channel == bindparam("here")
    nearest = seen.select_from(found).where(*here).order_by(stages.c.id.is_(None), workshops.c.id.desc()).limit(1)
    return nearest.with_for_update(read=True, of=workshops)


@cache
def workshops_in_channels(dialect: str) -> Select[Any]:
    """The workshops on the cases of these channels, oldest first. They are locked as for a single reply."""
    found = select(*meeting_columns(), cases.c.channel).join_from(workshops, cases, cases.c.id == workshops.c.case_id)
    mine: BindParameter[str] = bindparam("mine")
    here = workshops.c.installation == mine, cases.c.installation == mine, among(dialect, cases.c.channel, "here")
    return found.where(*here).order_by(workshops.c.id).with_for_update(read=True, of=workshops)


@cache
def threads_there(dialect: str) -> Select[Any]:
    mine: BindParameter[str] = bindparam("mine")
    there = among(dialect, stages.c.workshop, "there"), among(dialect, stages.c.root, "roots")
    return select(stages).where(stages.c.installation == mine, *there)


@cache
def people_there(dialect: str) -> Select[Any]:
    mine: BindParameter[str] = bindparam("mine")
    there = among(dialect, participants.c.workshop, "there"), among(dialect, participants.c.user, "who")
    return select(participants.c.workshop, participants.c.user).where(participants.c.installation == mine, *there)


def meeting_columns() -> tuple[ColumnElement[Any], ...]:
    of = workshops.c
    return of.id.label("meeting"), of.phase, of.register, of.facilitator, of.deputy, of.kind_wording


def facts(stage: Stage) -> dict[str, Any]:
    return {
        "workshop": stage.workshop,
        "position": stage.position,
        "name": stage.name,
        "opened_at": stage.opened_at,
        "closed_at": stage.closed_at,
        "root": stage.root,
        "minutes": stage.minutes,
        "listens": stage.listens.value,
        "finds": stage.finds,
        "pauses": " ".join(
            f"{begun.isoformat()}/{ended.isoformat() if ended else ''}" for begun, ended in stage.pauses
        ),
        "revealed_at": stage.revealed_at,
        "silenced_at": stage.silenced_at,
    }


def pauses(text: str) -> tuple[tuple[datetime, datetime | None], ...]:
    pairs = [each.partition("/") for each in text.split()]
    return tuple(
        (datetime.fromisoformat(begun), datetime.fromisoformat(ended) if ended else None) for begun, _, ended in pairs
    )
