"""The outbox: each letter in its lane, in order, in one hand at a time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import text

from bot import work as ports
from bot.workshop.ids import ChannelId, LetterId, MessageTs, UserId
from bot.workshop.letter import Claimed, LetterKind, Post
from storage.database import Database
from storage.engines import engine_for
from storage.vault import Vault
from storage.work import Work
from tests.storage.examples import ANNE, HERE, NOW, ROOM, THERE, a_letter, later, settle_in

POST = Post(ROOM, MessageTs("100.000001"))


def write(store: Database, *keys: str, **other: object) -> None:
    def put(work: Work) -> None:
        for key in keys:
            work.letters.write(a_letter(key, **other))

    store.transact(HERE, put)


def claim(store: Database, now: datetime = NOW, *, lease: float = 60, limit: int = 10) -> list[Claimed]:
    until = datetime.fromtimestamp(now.timestamp() + lease, NOW.tzinfo)
    return list(store.transact(None, lambda work: work.letters.claim(now, until=until, limit=limit)))


def keys(claimed: list[Claimed]) -> list[str]:
    return [each.letter.key for each in claimed]


def sent(store: Database, letter: Claimed, now: datetime = NOW, post: Post | None = POST) -> None:
    store.transact(None, lambda work: work.letters.sent(letter.id, post, now=now, lane_free_at=now))


def refresh(store: Database, key: str = "plan:1", standing: str | None = "plan:1") -> None:
    store.transact(HERE, lambda work: work.letters.refresh(a_letter(key, standing=standing)))


def test_a_key_is_written_once_in_each_installation(store: Database) -> None:
    letter = a_letter("action_nudge:42:due")

    assert store.transact(HERE, lambda work: work.letters.write(letter))
    assert not store.transact(HERE, lambda work: work.letters.write(replace(letter, lane=ANNE)))
    assert store.transact(THERE, lambda work: work.letters.write(letter))
    assert store.transact(None, lambda work: work.letters.waiting()) == 2


def test_a_claimed_letter_says_whose_it_is_and_when_it_was_first_tried(store: Database) -> None:
    write(store, "a")

    assert claim(store) == [Claimed(LetterId(1), HERE, a_letter("a"), 1, NOW)]


def test_a_lane_gives_one_letter_at_a_time_in_order(store: Database) -> None:
    write(store, "second", not_before=later(seconds=-5))
    write(store, "third", "fourth", not_before=later(seconds=-1))
    write(store, "first", not_before=later(seconds=-9))
    write(store, "elsewhere", lane=ANNE)

    order = []
    for _ in range(5):
        for each in claim(store):
            order.append(each.letter.key)
            sent(store, each)

    assert [key for key in order if key != "elsewhere"] == ["first", "second", "third", "fourth"]
    assert store.transact(HERE, lambda work: work.letters.waiting()) == 0
    assert claim(store) == []


def test_a_lane_in_use_gives_nothing_until_it_is_free(store: Database) -> None:
    write(store, "a", "b")
    first = claim(store)

    assert claim(store) == []

    store.transact(None, lambda work: work.letters.sent(first[0].id, POST, now=NOW, lane_free_at=later(seconds=1)))
    assert claim(store, later(seconds=0.9)) == []
    assert keys(claim(store, later(seconds=1))) == ["b"]


def test_a_letter_waits_for_its_moment_without_holding_up_others(store: Database) -> None:
    write(store, "tomorrow", not_before=later(days=1))
    write(store, "now")

    assert keys(claim(store, lease=0)) == ["now"]
    assert keys(claim(store, later(days=2), lease=0)) == ["now"]


def test_a_hand_that_was_lost_gives_the_letter_again(store: Database) -> None:
    write(store, "a", "b")
    claim(store)

    again = claim(store, later(seconds=61))

    assert [(each.letter.key, each.attempts, each.first_tried_at) for each in again] == [("a", 2, NOW)]


def test_a_claim_takes_no_more_than_it_was_asked_to_the_longest_due_first(store: Database) -> None:
    for minutes in (1, 5, 3):
        write(store, f"{minutes}", lane=ChannelId(f"C-{minutes}"), not_before=later(minutes=-minutes))

    assert keys(claim(store, limit=2)) == ["5", "3"]
    assert keys(claim(store, limit=2)) == ["1"]


def test_two_who_claim_at_once_never_get_the_same_lane(database_url: str, vault: Vault) -> None:
    lanes = [UserId(f"U-{number}") for number in range(12)]
    with Database(database_url, vault) as one, Database(database_url, vault) as two:
        settle_in(one)
        for lane in lanes:
            write(one, f"{lane}-1", f"{lane}-2", lane=lane)
        together = Barrier(4)

        def take(store: Database) -> list[Claimed]:
            together.wait(10)
            return claim(store, limit=5)

        with ThreadPoolExecutor(4) as threads:
            taken = [each for claimed in threads.map(take, [one, two, one, two]) for each in claimed]
        rest = claim(one)

    assert sorted(each.letter.key for each in [*taken, *rest]) == sorted(f"{lane}-1" for lane in lanes)
    assert {each.attempts for each in [*taken, *rest]} == {1}


def test_a_letter_put_off_keeps_its_place_and_its_lane_waits_with_it(store: Database) -> None:
    write(store, "a", "b")
    first = claim(store)[0]
    store.transact(None, lambda work: work.letters.later(first.id, at=later(minutes=5), reason="rate_limited"))

    assert claim(store, later(minutes=4)) == []
    assert [(each.letter.key, each.attempts) for each in claim(store, later(minutes=5))] == [("a", 2)]


def test_what_failed_or_came_too_late_makes_way(store: Database) -> None:
    write(store, "a", "b", "c")

    first = claim(store)[0]
    store.transact(None, lambda work: work.letters.failed(first.id, "is_archived", NOW))
    second = claim(store)[0]
    store.transact(None, lambda work: work.letters.moot(second.id, NOW))

    assert keys(claim(store)) == ["c"]
    assert store.transact(HERE, lambda work: work.letters.waiting()) == 1


def test_a_second_mark_changes_nothing(store: Database) -> None:
    write(store, "a", "b", standing="plan:1")
    first = claim(store)[0]
    sent(store, first)
    claim(store)

    other = Post(ROOM, MessageTs("200.000002"))
    sent(store, first, later(minutes=1), other)
    store.transact(None, lambda work: work.letters.failed(first.id, "too late", NOW))

    assert store.transact(HERE, lambda work: work.letters.post("plan:1")) == POST
    assert claim(store, later(seconds=1)) == []


def test_a_standing_message_is_remembered_where_it_stands(store: Database) -> None:
    write(store, "plan", standing="plan:1")
    sent(store, claim(store)[0])
    moved = Post(ROOM, MessageTs("300.000001"))

    assert store.transact(HERE, lambda work: work.letters.post("plan:1")) == POST

    refresh(store)
    sent(store, claim(store)[0], post=moved)
    assert store.transact(HERE, lambda work: work.letters.post("plan:1")) == moved
    assert store.transact(THERE, lambda work: work.letters.post("plan:1")) is None


def test_a_letter_that_makes_a_room_has_no_post(store: Database) -> None:
    write(store, "room", kind=LetterKind.ROOM, standing="room:1")
    sent(store, claim(store)[0], post=None)

    assert store.transact(HERE, lambda work: work.letters.post("room:1")) is None


def test_asking_twice_for_a_refresh_asks_once(store: Database) -> None:
    refresh(store)
    refresh(store)
    assert store.transact(HERE, lambda work: work.letters.waiting()) == 1

    first = claim(store)[0]
    refresh(store)
    refresh(store)
    assert store.transact(HERE, lambda work: work.letters.waiting()) == 2

    sent(store, first)
    second = claim(store)[0]
    sent(store, second)
    refresh(store)
    assert len({first.letter.key, second.letter.key, *keys(claim(store))}) == 3


def test_a_refresh_waits_behind_the_first_post(store: Database) -> None:
    write(store, "plan:1", standing="plan:1")
    refresh(store)

    assert store.transact(HERE, lambda work: work.letters.waiting()) == 1


def test_a_refresh_finds_a_free_key(store: Database) -> None:
    write(store, "plan:1@1", "plan:1@2", lane=ANNE)
    refresh(store)

    assert "plan:1@3" in keys(claim(store))


def test_only_standing_messages_are_refreshed(store: Database) -> None:
    with pytest.raises(ValueError, match="standing"):
        refresh(store, standing=None)


async def test_many_refreshes_at_once_leave_one_letter(store: Database) -> None:
    def ask(work: ports.Work) -> None:
        work.letters.refresh(a_letter("plan:1", standing="plan:1"))

    await asyncio.gather(*(store.run(HERE, ask) for _ in range(30)))

    assert await store.run(HERE, lambda work: work.letters.waiting()) == 1


def test_a_letter_under_a_message_waits_until_it_stands(store: Database) -> None:
    write(store, "nudge", under="plan:1")
    write(store, "plan", standing="plan:1", not_before=later(seconds=1))

    assert claim(store) == []

    plan = claim(store, later(seconds=1))
    assert keys(plan) == ["plan"]
    sent(store, plan[0], later(seconds=1))
    assert keys(claim(store, later(seconds=2))) == ["nudge"]


def test_a_message_of_another_installation_does_not_count(store: Database) -> None:
    write(store, "nudge", under="plan:1")
    store.transact(THERE, lambda work: work.letters.write(a_letter("plan", standing="plan:1")))
    sent(store, claim(store)[0])

    assert claim(store, later(days=1)) == []


@pytest.mark.parametrize("statement", ["letters", "actions", "inbox", "people"])
def test_looking_for_what_is_due_goes_by_an_index_of_what_waits(
    store: Database, database_url: str, statement: str
) -> None:
    index, query = {
        "letters": (
            "ix_letters_waiting",
            "SELECT id FROM letters WHERE state = 'waiting' AND not_before <= '2026-01-01'",
        ),
        "actions": ("ix_actions_looked_at", "SELECT id FROM actions WHERE look_at <= '2026-01-01' ORDER BY look_at"),
        "inbox": ("ix_inbox_kept", "SELECT event_id FROM inbox WHERE try_at <= '2026-01-01' ORDER BY try_at"),
        "people": ("ix_people_unknown", "SELECT installation FROM people WHERE NOT asked"),
    }[statement]
    store.close()
    engine = engine_for(database_url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            plan = connection.execute(text(f"EXPLAIN {query}")).scalars().all()
        else:
            plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    engine.dispose()

    assert index in "\n".join(plan)
