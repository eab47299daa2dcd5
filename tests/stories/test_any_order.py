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
from bot.gathering import Gathering
from bot.inbox import Arrived
from bot.work import Work
from bot.workshop.case import Case
from bot.workshop.ids import CaseId, ChannelId, InstallationId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.letter import LetterKind
from bot.workshop.session import Stage
from bot.workshop.workshop import Participant, Phase, Workshop
from storage.database import Database
from storage.vault import Vault
from storage.writer import Closed
from tests.stories.conftest import sql

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
    def said_at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)

    @property
    def in_time(self) -> bool:
        return self.thread == 1 or self.said_at <= CLOSED


@dataclass(frozen=True)
class Evening:
    """What was said, the order and repetition in which it reaches us, and when we learn the second thread's root.

    ``pauses`` are stretches of the first question in which nothing was kept. So many come ``together``, to one process
    or each time to a new one.
    """

    said: list[Said]
    arriving: list[Event]
    rooted_after: int
    pauses: tuple[tuple[datetime, datetime], ...]
    together: int
    one_process: bool

    def paused(self, each: Said) -> bool:
        return each.thread == 0 and any(begun < each.said_at < ended for begun, ended in self.pauses)

    def keeps(self, each: Said) -> bool:
        return each.in_time and not self.paused(each) and each.user in PARTICIPANTS

    def tells(self, each: Said) -> str | None:
        """The letter that its author gets because it is not kept: one for each reason and stage."""
        if self.keeps(each) or each.user not in PARTICIPANTS:
            return None
        return f"not_kept:{each.thread + 1}:{'closed' if not each.in_time else 'paused'}:{each.user}"


def later(ts: MessageTs, seconds: int) -> MessageTs:
    whole, _, fraction = ts.partition(".")
    return MessageTs(f"{int(whole) + seconds}.{fraction}")


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    """A random evening."""
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
    turns = sorted(draw(st.lists(st.integers(1, 999), max_size=4, unique=True)))
    moments_of_turns = [OPENED + timedelta(seconds=each) for each in turns]
    pauses = tuple(zip(moments_of_turns[::2], moments_of_turns[1::2], strict=False))
    arriving = draw(st.permutations([*events, *again]))
    return Evening(
        said, arriving, draw(st.integers(0, len(events))), pauses, draw(st.integers(1, 6)), draw(st.booleans())
    )


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
def test_any_order_repetition_and_company_leave_the_same_record(
    begun: Path, database_path: Path, evening: Evening
) -> None:
    file = Path(shutil.copy(begun, database_path / "evening.sqlite3"))
    clock = HandClock(CLOSED + timedelta(hours=1))

    with store(file, clock) as database:
        database.transact(HERE, pause_first, evening.pauses)
        one = Gathering(database)

        def arrive(events: Sequence[Event]) -> None:
            for first in range(0, len(events), evening.together):
                gathering = one if evening.one_process else Gathering(database)
                asyncio.run(gather(gathering, events[first : first + evening.together]))

        arrive(evening.arriving[: evening.rooted_after])
        database.transact(HERE, root_second)
        arrive(evening.arriving[evening.rooted_after :])
        clock.forward(hours=1)
        asyncio.run(inbox.apply_kept(database, Desks(database).heard))

        kept = {each.ts: each.words for each in database.transact(HERE, lambda work: work.contributions.of(FIRST))}
        asked = database.transact(HERE, lambda work: work.inbox.kept(work.now + timedelta(days=2), 100))
        told = database.transact(HERE, letters_waiting)

    assert kept == {
        each.ts: None if each.deleted else each.versions[-1] for each in evening.said if evening.keeps(each)
    }
    assert list(asked) == []
    assert sorted(told) == sorted({key for each in evening.said if (key := evening.tells(each))})


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


def pause_first(work: Work, pauses: tuple[tuple[datetime, datetime], ...]) -> None:
    work.stages.save(replace(work.stages.of(FIRST)[0], pauses=pauses))


def letters_waiting(work: Work) -> list[str]:
    """The keys of everything that waits to tell somebody that a reply was not kept."""
    keys = []
    while claimed := work.letters.claim(work.now, until=work.now, limit=10):
        for each in claimed:
            keys += [each.letter.key] if each.letter.kind is LetterKind.NOT_KEPT else []
            work.letters.moot(each.id, work.now)
    return keys


def root_second(work: Work) -> None:
    second = work.stages.of(FIRST)[1]
    work.stages.save(second.rooted_at(ROOTS[1]))


async def gather(gathering: Gathering, events: Sequence[Event]) -> None:
    await asyncio.gather(*(gathering.receive(HERE, Arrived(event.id, event.reply)) for event in events))


def test_a_reply_in_a_thread_that_is_not_known_yet_has_to_wait(begun: Path, database_path: Path) -> None:
    file = Path(shutil.copy(begun, database_path / "held.sqlite3"))
    early = Said(PEOPLE[0], 1, later(ROOTS[1], 5), ("Nobody rang back.",), deleted=False)

    with store(file, HandClock(CLOSED)) as database, pytest.raises(capture.NotYet):
        database.transact(HERE, capture.hear, early.events[0].reply)


async def test_one_that_breaks_our_code_costs_the_others_nothing(begun: Path, database_path: Path) -> None:
    file = Path(shutil.copy(begun, database_path / "broken.sqlite3"))
    fine = Said(PEOPLE[0], 0, later(ROOTS[0], 5), ("Nobody rang back.",), deleted=False)
    broken = Said(PEOPLE[1], 1, later(ROOTS[1], 5), ("She rang twice.",), deleted=False)

    with store(file, HandClock(CLOSED)) as database:
        database.transact(HERE, root_second)
        sql(f"sqlite:///{file}", "UPDATE stages SET listens = 'what no release of ours has written' WHERE position = 2")
        gathering = Gathering(database)
        outcomes = await asyncio.gather(
            *(
                gathering.receive(HERE, Arrived(event.id, event.reply))
                for event in (*broken.events, *fine.events, *fine.events)
            ),
            return_exceptions=True,
        )
        kept = database.transact(HERE, lambda work: work.contributions.of(FIRST))

    assert isinstance(outcomes[0], ValueError)
    assert outcomes[1:] == [FIRST, None]
    assert [each.words for each in kept] == ["Nobody rang back."]


async def test_a_copy_of_what_this_process_has_stored_is_not_taken_to_the_store_again(
    begun: Path, database_path: Path
) -> None:
    file = Path(shutil.copy(begun, database_path / "again.sqlite3"))
    said = Said(PEOPLE[0], 0, later(ROOTS[0], 5), ("Nobody rang back.", "Nobody rang the ward back."), deleted=False)
    first, second = (Arrived(event.id, event.reply) for event in said.events)

    with store(file, HandClock(CLOSED)) as database:
        gathering = Gathering(database)
        assert await gathering.receive(HERE, first) == FIRST

    assert await gathering.receive(HERE, first) is None
    with pytest.raises(Closed):
        await gathering.receive(HERE, second)
    with pytest.raises(Closed):  # what was not stored has to be tried each time
        await gathering.receive(HERE, second)
