"""Edits and deletions reach us in any order, and more than once."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.workshop.ids import MessageTs, StageId, UserId, WorkshopId
from bot.workshop.session import Answered, Stage
from storage.database import Database
from storage.types import slack_order
from tests.storage.examples import HERE, ROOM, a_contribution, open_stage

revisions = st.integers(1, 6)
copies = st.lists(st.tuples(revisions, st.booleans()), min_size=1, max_size=8)
numbers = count(1)


@pytest.fixture
def stage(store: Database) -> Stage:
    return store.transact(HERE, open_stage)


def put(store: Database, stage: Stage, words: str | None, revision: str, ts: str = "100.000001") -> bool:
    said = a_contribution(stage.workshop, stage.id, ts=MessageTs(ts), words=words, revision=MessageTs(revision))
    return store.transact(HERE, lambda work: work.contributions.put(said))


def words_at(store: Database, ts: str = "100.000001") -> str | None:
    found = store.transact(HERE, lambda work: work.contributions.at(ROOM, MessageTs(ts)))
    assert found is not None
    return found.words


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(copies)
def test_the_latest_edit_stands_and_a_deletion_ends_it(
    store: Database, stage: Stage, copies: list[tuple[int, bool]]
) -> None:
    ts = f"{next(numbers)}.000001"
    changed = [put(store, stage, None if gone else f"v{at}", f"200.{at:06}", ts) for at, gone in copies]

    deleted = any(gone for _, gone in copies)
    assert words_at(store, ts) == (None if deleted else f"v{max(at for at, _ in copies)}")
    assert changed[0]
    assert sum(changed) <= len({at for at, gone in copies if not gone}) + deleted


def test_a_copy_of_the_same_revision_changes_nothing(store: Database, stage: Stage) -> None:
    assert put(store, stage, "first", "100.000001")
    assert not put(store, stage, "first", "100.000001")
    assert put(store, stage, "second", "100.000002")
    assert not put(store, stage, "first", "100.000001")
    assert words_at(store) == "second"


def test_what_was_deleted_before_we_heard_of_it_stays_away(store: Database, stage: Stage) -> None:
    assert put(store, stage, None, "100.000005")
    assert not put(store, stage, "late", "100.000001")
    assert not put(store, stage, "later", "100.000009")
    assert not put(store, stage, None, "100.000009")
    assert words_at(store) is None


@pytest.mark.parametrize(
    ("earlier", "later"), [("999999999.000001", "1000000000.000001"), ("5.9", "5.10e0"), ("5.1", "5.100001")]
)
def test_moments_are_compared_as_numbers_whatever_their_length(
    store: Database, stage: Stage, earlier: str, later: str
) -> None:
    first, second = sorted([earlier, later], key=slack_order)
    assert put(store, stage, "second", second)
    assert not put(store, stage, "first", first)
    assert words_at(store) == "second"


def test_contributions_come_in_the_order_in_which_they_were_said(store: Database, stage: Stage) -> None:
    moments = ["1000000000.000002", "999999999.000009", "1000000000.000001", "1000000001.000000"]
    for each in moments:
        put(store, stage, each, each, each)

    said = store.transact(HERE, lambda work: work.contributions.of(stage.workshop))

    assert [each.ts for each in said] == sorted(moments, key=slack_order)
    assert store.transact(HERE, lambda work: work.contributions.of(WorkshopId(99))) == []


def test_an_edit_keeps_the_id_that_evidence_refers_to(store: Database, stage: Stage) -> None:
    put(store, stage, "first", "100.000001")
    before = store.transact(HERE, lambda work: work.contributions.at(ROOM, MessageTs("100.000001")))
    put(store, stage, "second", "100.000002")
    after = store.transact(HERE, lambda work: work.contributions.at(ROOM, MessageTs("100.000001")))

    assert before is not None
    assert after is not None
    assert (before.id, before.stage) == (after.id, StageId(stage.id))


def test_what_a_reply_answers_follows_its_edits_and_goes_with_its_words(store: Database, stage: Stage) -> None:
    def told(revision: str, words: str | None, answers: Answered) -> Answered:
        said = a_contribution(stage.workshop, stage.id, words=words, revision=MessageTs(revision), answers=answers)
        store.transact(HERE, lambda work: work.contributions.put(said))
        [stored] = store.transact(HERE, lambda work: work.contributions.of(stage.workshop))
        return stored.answers

    assert told("100.000001", "As Anna says.", UserId("U1")) == UserId("U1")
    assert told("100.000002", "As was said.", MessageTs("99.000001")) == MessageTs("99.000001")
    assert told("100.000003", None, None) is None
