"""Whatever order the network makes of reactions and of the replies that they are on, the store ends the same."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import inbox, reactions, tagged
from bot.demo.clock import HandClock
from bot.house import House
from bot.reactions import Reaction
from bot.workshop.ids import MessageTs, UserId
from bot.workshop.tag import TagKind
from storage.database import Database
from storage.vault import Vault
from tests.stories.test_any_order import (
    CLOSED,
    FIRST,
    HERE,
    OPENED,
    PARTICIPANTS,
    PEOPLE,
    ROOM,
    ROOTS,
    Event,
    Said,
    begin,
    later,
)

HOUSE = House(tags={"star": TagKind.STRENGTH, "gear": TagKind.FACTOR})
SAID = later(ROOTS[0], 60)


@dataclass(frozen=True)
class Deed:
    """Somebody puts a reaction on the reply, or takes it away."""

    user: UserId
    name: str
    there: bool
    seconds: int

    @property
    def reaction(self) -> Reaction:
        return Reaction(ROOM, SAID, self.user, self.name, self.there, later(SAID, self.seconds))


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("tags") / "begun.sqlite3"
    shutil.copy(migrated_file, file)
    with store(file) as database:
        database.transact(HERE, lambda work: work.installations.install(None, "T1", "UBOT", OPENED))
        database.transact(HERE, begin)
    return file


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_repetition_leave_the_same_tags(begun: Path, database_path: Path, data: st.DataObject) -> None:
    deleted = data.draw(st.booleans())
    moments = data.draw(st.lists(st.integers(1, 500), max_size=8, unique=True))
    people, names = st.sampled_from(PEOPLE), st.sampled_from(["star", "gear", "tada"])
    deeds = [Deed(data.draw(people), data.draw(names), data.draw(st.booleans()), each) for each in moments]
    reply = Said(PEOPLE[0], 0, SAID, ("Nobody rang back.", "Nobody rang us back."), deleted)
    events: list[Deed | Event] = [*deeds, *reply.events]
    again = data.draw(st.lists(st.sampled_from(events), max_size=4))
    arriving = data.draw(st.permutations([*events, *again]))

    with store(Path(shutil.copy(begun, database_path / "evening.sqlite3"))) as database:
        for each in arriving:
            if isinstance(each, Deed):
                database.transact(HERE, reactions.react, each.reaction)
            else:
                database.transact(HERE, inbox.receive, inbox.Arrived(each.id, each.reply))
        found = database.transact(HERE, lambda work: tagged.all_of(work, FIRST))

    readings = [each for of_reply in found.values() for each in of_reply]
    assert {(each.what.kind, user) for each in readings for user in each.people} == (set() if deleted else last(deeds))


def last(deeds: Sequence[Deed]) -> set[tuple[TagKind, UserId]]:
    """Who has last put which reaction there, and not taken it away."""
    latest = {(each.user, each.name): each.there for each in sorted(deeds, key=lambda each: each.seconds)}
    stand = {key for key, there in latest.items() if there}
    return {(HOUSE.tags[name], user) for user, name in stand if name in HOUSE.tags and user in PARTICIPANTS}


def store(file: Path) -> Database:
    return Database(f"sqlite:///{file}", Vault({"test": bytes(range(32))}), HandClock(CLOSED), house=HOUSE)


def test_a_reaction_says_nothing_of_what_is_no_reply(begun: Path, database_path: Path) -> None:
    with store(Path(shutil.copy(begun, database_path / "aside.sqlite3"))) as database:
        aside = Reaction(ROOM, MessageTs("1773135999.000100"), PEOPLE[0], "star", there=True, revision=SAID)
        database.transact(HERE, reactions.react, aside)

        assert database.transact(HERE, lambda work: tagged.all_of(work, FIRST)) == {}
