"""Whatever the hours, the outages and the number of replicas: nothing at night, nothing twice, nothing forgotten."""

import asyncio
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import followup
from bot.contents import Content
from bot.contents.nudges import Nudges
from bot.outbox import Envelope, MadeRoom, Outbox, TryLater
from bot.workshop.action import ActionState
from bot.workshop.ids import ChannelId, MessageTs
from bot.workshop.letter import Post
from bot.workshop.nudge import REVIEW, is_review
from bot.workshop.person import Own, Person
from bot.workshop.working_time import WorkingTime
from storage.database import Database
from storage.vault import Vault
from storage.work import Work
from tests.databases import Postgres
from tests.storage.examples import BRYN, HERE, an_action, an_update, open_workshop, settle_in

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Slack:
    """What has been sent to whom and when; ``down`` while it takes nothing."""

    now: datetime = START
    down: bool = False
    sent: list[tuple[datetime, str, Content]] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    async def send(self, envelope: Envelope, content: Content) -> Post:
        if self.down:
            raise TryLater("down")
        self.sent.append((self.now, envelope.key, content))
        return Post(ChannelId("D1"), MessageTs(f"{len(self.sent)}.0"))

    async def update(self, envelope: Envelope, post: Post, content: Content) -> Post:  # noqa: ARG002 - a port
        return post

    async def find(self, envelope: Envelope, since: datetime) -> Post | None:  # noqa: ARG002 - a port
        found = [number for number, (_, key, _) in enumerate(self.sent, 1) if key == envelope.key]
        return Post(ChannelId("D1"), MessageTs(f"{found[0]}.0")) if found else None

    async def make_room(self, *_: object) -> MadeRoom:
        raise TryLater("no rooms here")


gaps = st.lists(st.tuples(st.integers(0, 90), st.booleans()), min_size=5, max_size=30)
zones = st.sampled_from(["Europe/London", "Pacific/Apia", "America/St_Johns"])
worked_hours = st.tuples(zones, st.integers(0, 20), st.frozensets(st.integers(0, 6), min_size=1))
dues = st.lists(st.tuples(st.integers(3, 40), st.sets(st.integers(1, 45), max_size=2)), min_size=1, max_size=4)


Looks = list[tuple[int, bool]]
Theirs = tuple[str, int, frozenset[int]]
Due = list[tuple[int, set[int]]]


@settings(deadline=None, max_examples=10)
@given(gaps, worked_hours, dues)
def test_whoever_looks_whenever_the_owner_hears_in_their_hours_once_and_of_everything(
    migrated_file: Path, hasty_path: Path, looks: Looks, theirs: Theirs, due_in: Due
) -> None:
    path = shutil.copy(migrated_file, hasty_path / "nudges.sqlite3")
    hears_all_and_once(f"sqlite:///{path}", looks, theirs, due_in)


@settings(deadline=None, max_examples=4)
@given(gaps, worked_hours, dues)
def test_so_it_is_on_postgresql_where_two_replicas_write_at_once(
    postgres_server: Postgres, looks: Looks, theirs: Theirs, due_in: Due
) -> None:
    with postgres_server.migrated() as url:
        hears_all_and_once(url, looks, theirs, due_in)


def hears_all_and_once(url: str, looks: Looks, theirs: Theirs, due_in: Due) -> None:
    """Two replicas look in these moments, and on three days more on which nothing is in the way."""
    zone, opens, days = theirs
    slack, own = Slack(), Own(time(opens), time(opens + 3), days)
    worked = WorkingTime(ZoneInfo(zone), own.opens, own.closes, days=days)
    with Database(url, Vault({"k1": b"k" * 32}), slack.clock) as database:
        settle_in(database, HERE)
        database.transact(HERE, lambda work: owns(work, zone, own, due_in))
        for hours, down in looks:
            slack.now, slack.down = slack.now + timedelta(hours=hours), down
            asyncio.run(two_replicas(database, slack))
        slack.down = False
        for _ in range(3):
            slack.now = worked.first_moment(worked.today(slack.now) + timedelta(days=1))
            asyncio.run(two_replicas(database, slack))

        told = [(at, key, each) for at, key, each in slack.sent if isinstance(each, Nudges)]
        assert all(worked.works_at(at) for at, _, _ in told)
        assert len({key for _, key, _ in told}) == len(told)
        assert len({worked.today(at) for at, _, _ in told}) == len(told)
        rungs = [(item.action.id, item.rung) for _, _, each in told for item in each.items]
        assert len(rungs) == len(set(rungs))
        asked = [(at, item.rung) for at, _, each in told for item in each.items if is_review(item.rung)]
        assert all(f"{worked.today(at)}" >= rung.removeprefix(REVIEW) for at, rung in asked)
        assert database.transact(None, lambda work: work.actions.due(slack.now, 10)) == []
        letters = database.transact(HERE, letters_of)
        assert letters <= {key for _, key, _ in slack.sent}


def owns(work: Work, zone: str, own: Own, due_in: list[tuple[int, set[int]]]) -> None:
    """Bryn has taken on an action for each of these: due in so many days, and looked at after so many."""
    workshop = open_workshop(work).id
    work.people.put(Person(BRYN, zone))
    work.people.works(BRYN, own)
    today = START.date()
    for days, looked_at in due_in:
        due, reviews = today + timedelta(days=days), tuple(today + timedelta(days=each) for each in sorted(looked_at))
        action = an_action(workshop, due=due, reviews=reviews, state=ActionState.ACCEPTED, accepted_at=START)
        work.actions.look_again(work.actions.add(action, an_update()).id, START)


async def two_replicas(database: Database, slack: Slack) -> None:
    """Both look, and once more when what gathers for the facilitator may go."""
    for _ in range(2):
        await asyncio.gather(*(followup.plan(database) for _ in range(2)))
        outboxes = [Outbox(database, slack, slack.clock, timedelta(0)) for _ in range(2)]
        await asyncio.gather(*(each.deliver() for each in outboxes))
        slack.now += timedelta(minutes=3)


def letters_of(work: Work) -> set[str]:
    """The letters to Bryn that count as told."""
    found = work.nudges.of([each.id for each in work.actions.owned_by(BRYN)])
    return {nudge.letter for told in found.values() for nudge in told if nudge.to == BRYN}
