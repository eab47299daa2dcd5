"""Edits and deletions reach us in any order, and more than once."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.workshop.ids import ChannelId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.session import Answered, Stage
from bot.workshop.summary import Source, SourceKind
from storage.database import Database
from storage.types import slack_order
from tests.storage.examples import HERE, ROOM, a_contribution, a_tag, open_stage

revisions = st.integers(1, 6)
MOVED = ChannelId("C-MOVED")
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


@pytest.mark.parametrize("again", ["Nobody rang him back", None])
def test_what_was_told_of_under_two_ids_of_its_channel_is_one_reply(
    store: Database, stage: Stage, again: str | None
) -> None:
    first = a_contribution(stage.workshop, stage.id, ts=MessageTs("100.000001"), revision=MessageTs("100.000001"))
    changed = replace(first, channel=MOVED, words=again, revision=MessageTs("200.000001"))
    kept, also = store.transact(HERE, lambda work: (work.contributions.add(first), work.contributions.add(changed)))
    sources = [Source(SourceKind.CONTRIBUTION, each.id) for each in (kept, also)]
    store.transact(HERE, lambda work: [work.tags.add(a_tag(stage.workshop, source=each)) for each in sources])
    store.transact(HERE, lambda work: work.contributions.about_risk(also.id, risk=True))

    found = [store.transact(HERE, lambda work: work.channels.bring(ROOM, MOVED)) for _ in range(2)]

    stands = replace(changed, id=kept.id, risk=True)
    assert found == [[stands], []]
    assert store.transact(HERE, lambda work: work.contributions.of(stage.workshop)) == [stands]
    told = store.transact(HERE, lambda work: work.tags.of(stage.workshop))
    assert [each.source for each in told] == ([sources[0]] * 2 if again else [])


def test_a_late_copy_of_before_undoes_no_change_under_the_next_id(store: Database, stage: Stage) -> None:
    first = a_contribution(stage.workshop, stage.id, ts=MessageTs("100.000001"), revision=MessageTs("300.000001"))
    copied = replace(first, channel=MOVED, words="Nobody rang", revision=MessageTs("100.000001"))
    kept, _ = store.transact(HERE, lambda work: (work.contributions.add(first), work.contributions.add(copied)))

    store.transact(HERE, lambda work: work.channels.bring(ROOM, MOVED))

    stands = replace(kept, channel=MOVED)
    assert store.transact(HERE, lambda work: work.contributions.of(stage.workshop)) == [stands]
