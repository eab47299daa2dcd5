"""What is said of words is sealed as they are, and goes when they go."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.workshop.ids import MessageTs, TagId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from storage.database import Database
from storage.work import Work
from tests.storage.examples import BRYN, HERE, a_contribution, a_mark, a_tag, an_answer, open_stage

LATER = MessageTs("1772443900.000100")


@pytest.fixture
def workshop(store: Database) -> WorkshopId:
    return store.transact(HERE, tagged)


def tagged(work: Work) -> WorkshopId:
    """A reply and an answer, each with a tag."""
    stage = open_stage(work)
    work.contributions.put(a_contribution(stage.workshop, stage.id))
    work.answers.put([an_answer(stage.workshop)])
    [reply], [answer] = work.contributions.of(stage.workshop), work.answers.every(stage.workshop)
    work.tags.add(a_tag(stage.workshop, source=Source(SourceKind.CONTRIBUTION, reply.id)))
    work.tags.add(a_tag(stage.workshop, source=Source(SourceKind.ANSWER, answer.id)))
    work.tags.mark(a_mark(stage.workshop))
    return stage.workshop


def kinds_left(store: Database, workshop: WorkshopId) -> list[SourceKind]:
    return [each.source.kind for each in store.transact(HERE, lambda work: work.tags.of(workshop))]


def test_a_tag_comes_back_as_it_was_put(store: Database, workshop: WorkshopId) -> None:
    stored = store.transact(HERE, lambda work: work.tags.of(workshop))
    [(_, mark)] = store.transact(HERE, lambda work: work.tags.marks(workshop))

    assert [replace(each, id=TagId(0), source=a_tag(workshop).source) for each in stored] == [a_tag(workshop)] * 2
    assert mark == a_mark(workshop)


def test_a_reply_that_is_taken_back_takes_its_tags_and_reactions_along(store: Database, workshop: WorkshopId) -> None:
    def take_back(work: Work) -> None:
        [said] = work.contributions.of(workshop)
        work.contributions.put(replace(said, words=None, revision=LATER))

    store.transact(HERE, take_back)

    assert kinds_left(store, workshop) == [SourceKind.ANSWER]
    assert store.transact(HERE, lambda work: work.tags.mark(a_mark(workshop, revision=MessageTs("1772443820.000100"))))


def test_an_edit_keeps_them(store: Database, workshop: WorkshopId) -> None:
    def edit(work: Work) -> None:
        [said] = work.contributions.of(workshop)
        work.contributions.put(replace(said, words="It reads otherwise now", revision=LATER))
        work.answers.put([an_answer(workshop, words="And so does this")])

    store.transact(HERE, edit)

    assert kinds_left(store, workshop) == [SourceKind.CONTRIBUTION, SourceKind.ANSWER]
    assert len(store.transact(HERE, lambda work: work.tags.marks(workshop))) == 1


@pytest.mark.parametrize(
    "erase",
    [
        lambda work, workshop: work.answers.drop(
            workshop, BRYN, an_answer(workshop).pack, [an_answer(workshop).prompt]
        ),
        lambda work, workshop: work.reflections.drop(workshop, BRYN, an_answer(workshop).pack),
    ],
    ids=["emptied", "withdrawn"],
)
def test_an_answer_that_is_erased_takes_its_tags_along(
    store: Database, workshop: WorkshopId, erase: Callable[[Work, WorkshopId], None]
) -> None:
    store.transact(HERE, erase, workshop)

    assert kinds_left(store, workshop) == [SourceKind.CONTRIBUTION]
