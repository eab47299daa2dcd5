"""Events are taken in once and kept until they are applied; forms are kept for whoever began them."""

from datetime import datetime

import pytest

from storage.database import Database
from storage.drafts import SomebodyElses
from storage.work import Work
from tests.storage.examples import BRYN, CERI, HERE, NOW, THERE, later

PAYLOAD = {"type": "message", "text": "Doedd neb yn gwybod", "nested": {"list": [1, None, True]}}


def test_an_event_is_taken_in_once(store: Database) -> None:
    assert store.transact(HERE, lambda work: work.inbox.accept("Ev1", NOW))
    assert not store.transact(HERE, lambda work: work.inbox.accept("Ev1", later(hours=1)))
    assert store.transact(THERE, lambda work: work.inbox.accept("Ev1", NOW))


def test_of_several_events_those_are_taken_in_that_are_new(store: Database) -> None:
    store.transact(HERE, lambda work: work.inbox.accept_all(["Ev1", "Ev2"], NOW))
    assert store.transact(HERE, lambda work: work.inbox.accept_all(["Ev2", "Ev3"], NOW)) == {"Ev3"}


def test_what_cannot_be_applied_yet_is_kept_with_its_attempts(store: Database) -> None:
    store.transact(HERE, lambda work: work.inbox.accept("Ev1", NOW))
    store.transact(HERE, lambda work: work.inbox.keep("Ev1", PAYLOAD, try_at=later(minutes=1), reason="no stage"))

    assert store.transact(None, lambda work: work.inbox.kept(NOW, 10)) == []
    assert store.transact(None, lambda work: work.inbox.kept(later(minutes=1), 10)) == [(HERE, "Ev1", PAYLOAD, 1)]

    store.transact(HERE, lambda work: work.inbox.keep("Ev1", PAYLOAD, try_at=later(minutes=2), reason="no stage"))
    assert store.transact(None, lambda work: work.inbox.kept(later(minutes=2), 10)) == [(HERE, "Ev1", PAYLOAD, 2)]


def test_an_event_is_kept_even_if_taking_it_in_was_undone(store: Database) -> None:
    store.transact(HERE, lambda work: work.inbox.keep("Ev1", PAYLOAD, try_at=NOW, reason="broke"))

    assert not store.transact(HERE, lambda work: work.inbox.accept("Ev1", NOW))
    assert store.transact(None, lambda work: work.inbox.kept(NOW, 10)) == [(HERE, "Ev1", PAYLOAD, 1)]


def keep(work: Work, event_id: str, at: datetime) -> None:
    work.inbox.keep(event_id, {}, try_at=at, reason="later")


def accept(work: Work, event_id: str, at: datetime) -> bool:
    return work.inbox.accept(event_id, at)


def test_what_waited_longest_comes_first(store: Database) -> None:
    for minutes in (3, 1, 2):
        at = later(minutes=minutes)
        store.transact(HERE, keep, f"Ev{minutes}", at)

    kept = store.transact(None, lambda work: work.inbox.kept(later(hours=1), 2))

    assert [each[1] for each in kept] == ["Ev1", "Ev2"]


def test_of_an_applied_event_only_the_id_is_left(store: Database) -> None:
    store.transact(HERE, lambda work: work.inbox.keep("Ev1", PAYLOAD, try_at=NOW, reason="broke"))
    store.transact(HERE, lambda work: work.inbox.applied("Ev1"))

    assert store.transact(None, lambda work: work.inbox.kept(later(days=1), 10)) == []
    assert not store.transact(HERE, lambda work: work.inbox.accept("Ev1", NOW))


def test_old_events_are_forgotten_a_few_at_a_time_but_never_what_waits(store: Database) -> None:
    for number in range(5):
        store.transact(HERE, accept, f"Ev{number}", later(minutes=number))
    store.transact(THERE, lambda work: work.inbox.accept("Ev0", NOW))
    store.transact(HERE, lambda work: work.inbox.keep("Ev1", PAYLOAD, try_at=NOW, reason="broke"))

    gone = [store.transact(None, lambda work: work.inbox.purge(later(minutes=4), 3)) for _ in range(3)]

    assert gone == [3, 1, 0]
    assert store.transact(HERE, lambda work: work.inbox.accept("Ev0", NOW))
    assert not store.transact(HERE, lambda work: work.inbox.accept("Ev1", NOW))
    assert not store.transact(HERE, lambda work: work.inbox.accept("Ev4", NOW))


def test_a_draft_is_kept_for_whoever_began_it(store: Database) -> None:
    store.transact(HERE, lambda work: work.drafts.put("d1", BRYN, {"step": 1}, NOW))
    store.transact(HERE, lambda work: work.drafts.put("d1", BRYN, PAYLOAD, later(minutes=1)))

    assert store.transact(HERE, lambda work: work.drafts.get("d1", BRYN)) == PAYLOAD
    assert store.transact(HERE, lambda work: work.drafts.get("d1", CERI)) is None
    with pytest.raises(SomebodyElses):
        store.transact(HERE, lambda work: work.drafts.put("d1", CERI, {}, NOW))

    store.transact(HERE, lambda work: work.drafts.drop("d1"))
    assert store.transact(HERE, lambda work: work.drafts.get("d1", BRYN)) is None
