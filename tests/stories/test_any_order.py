"""Whatever order the network makes of what people said, the store ends the same."""

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import capture, inbox
from bot.capture import Reply
from bot.clock import Clock
from bot.demo.clock import HandClock
from bot.desks import Desks
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import CaseId, ChannelId, InstallationId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.session import Stage
from bot.workshop.workshop import Participant, Phase, Workshop
from storage.database import Database
from storage.vault import Vault

HERE, ROOM = InstallationId("-/T1"), ChannelId("C1")
ROOTS = (MessageTs("1773135000.000100"), MessageTs("1773136000.000100"))
OPENED, CLOSED = (datetime.fromtimestamp(float(root), UTC) for root in ROOTS)
PEOPLE = (UserId("UANNA"), UserId("UBEN"), UserId("UVISITOR"))
PARTICIPANTS = PEOPLE[:2]


@dataclass(frozen=True)
class Event:
    """What Slack tells, once, under its own id."""

    id: str
    reply: Reply


@dataclass(frozen=True)
class Said:
    """One message with everything that its author did to it, in the order in which they did it."""

    user: UserId
    thread: int
    ts: MessageTs
    versions: tuple[str, ...]
    deleted: bool

    @property
    def events(self) -> list[Event]:
        first = Reply(ROOM, ROOTS[self.thread], self.ts, self.user, self.versions[0], self.ts)
        told = [replace(first, words=each, revision=later(self.ts, n)) for n, each in enumerate(self.versions)]
        if self.deleted:
            told.append(replace(first, words=None, revision=later(self.ts, len(told))))
        return [Event(f"Ev{self.ts}-{number}", each) for number, each in enumerate(told)]

    @property
    def kept(self) -> bool:
        in_time = self.thread == 1 or datetime.fromtimestamp(float(self.ts), UTC) <= CLOSED
        return in_time and self.user in PARTICIPANTS


def later(ts: MessageTs, seconds: int) -> MessageTs:
    whole, _, fraction = ts.partition(".")
    return MessageTs(f"{int(whole) + seconds}.{fraction}")


@st.composite
def evenings(draw: st.DrawFn) -> tuple[list[Said], list[Event], int]:
    """What was said, the order and repetition in which it reaches us, and when we learn the second thread's root."""
    moments = draw(st.lists(st.integers(1, 2000), min_size=1, max_size=6, unique=True))
    words = st.text(alphabet="abc é<&", min_size=0, max_size=6)
    said = [
        Said(
            user=draw(st.sampled_from(PEOPLE)),
            thread=draw(st.integers(0, 1)),
            ts=later(ROOTS[0], moment),
            versions=(draw(words), *draw(st.lists(words, max_size=3))),
            deleted=draw(st.booleans()),
        )
        for moment in moments
    ]
    events = [event for each in said for event in each.events]
    again = draw(st.lists(st.sampled_from(events), max_size=4))
    return said, draw(st.permutations([*events, *again])), draw(st.integers(0, len(events)))


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session whose first question is closed, and whose second is on its way to the channel."""
    file = tmp_path_factory.mktemp("order") / "begun.sqlite3"
    shutil.copy(migrated_file, file)
    with store(file, lambda: OPENED) as database:
        asyncio.run(database.install(HERE, enterprise_id=None, team_id="T1", bot_user_id="UBOT", now=OPENED))
        database.transact(HERE, begin)
    return file


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evening=evenings())
def test_any_order_and_repetition_leave_the_same_record(
    begun: Path, tmp_path: Path, evening: tuple[list[Said], list[Event], int]
) -> None:
    said, arriving, rooted_after = evening
    file = Path(shutil.copy(begun, tmp_path / "evening.sqlite3"))
    clock = HandClock(CLOSED + timedelta(hours=1))

    with store(file, clock) as database:
        arrive(database, arriving[:rooted_after])
        database.transact(HERE, root_second)
        arrive(database, arriving[rooted_after:])
        clock.forward(hours=1)
        asyncio.run(inbox.apply_kept(database, Desks(database).heard))

        kept = {each.ts: each.words for each in database.transact(HERE, lambda work: work.contributions.of(FIRST))}
        asked = database.transact(HERE, lambda work: work.inbox.kept(work.now + timedelta(days=2), 100))

    assert kept == {each.ts: None if each.deleted else each.versions[-1] for each in said if each.kept}
    assert list(asked) == []


FIRST = WorkshopId(1)


def store(file: Path, clock: Clock) -> Database:
    return Database(f"sqlite:///{file}", Vault({"test": bytes(range(32))}), clock)


def begin(work: Work) -> None:
    case = work.cases.add(
        Case(CaseId(0), HERE, "LC-2026-0001", "Rowan", "To understand.", PEOPLE[0], OPENED, channel=ROOM)
    )
    crew = tuple(Participant(user, "Agency", "Role") for user in PARTICIPANTS)
    held = date(2026, 3, 10)
    work.workshops.add(Workshop(FIRST, HERE, case.id, UserId("UFERN"), held, crew, phase=Phase.LIVE))
    first = work.stages.add(Stage(StageId(0), FIRST, 1, "picture", OPENED))
    work.stages.save(first.rooted_at(ROOTS[0]).closed(CLOSED))
    work.stages.add(Stage(StageId(0), FIRST, 2, "sense", CLOSED))


def root_second(work: Work) -> None:
    second = work.stages.of(FIRST)[1]
    work.stages.save(second.rooted_at(ROOTS[1]))


def arrive(database: Database, events: Sequence[Event]) -> None:
    for event in events:
        database.transact(HERE, inbox.receive, event.id, event.reply)


def test_a_reply_in_a_thread_that_is_not_known_yet_has_to_wait(begun: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(begun, tmp_path / "held.sqlite3"))
    early = Said(PEOPLE[0], 1, later(ROOTS[1], 5), ("Nobody rang back.",), deleted=False)

    with store(file, HandClock(CLOSED)) as database, pytest.raises(capture.NotYet):
        database.transact(HERE, capture.hear, early.events[0].reply)
