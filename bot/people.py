"""Knowing people as Slack knows them: their time zone, and whether their account is still there."""

from typing import Protocol

from bot.outbox import TryLater
from bot.work import Store, Work
from bot.workshop.ids import InstallationId, UserId
from bot.workshop.person import Person

AT_ONCE = 20


class Directory(Protocol):
    """Slack's directory of people. May raise ``TryLater``."""

    async def look_up(self, installation: InstallationId, user: UserId) -> Person: ...


def changed(work: Work, person: Person) -> None:
    """Take over what Slack tells of somebody we know; of others nothing is stored."""
    if work.people.get(person.user) is not None:
        _put(work, person)


async def get_to_know(store: Store, directory: Directory) -> int:
    """Ask Slack about people whom we have not asked about; gives how many it told us of."""
    unknown = await store.everywhere(lambda work: work.people.unknown(AT_ONCE))
    for met, (installation, user) in enumerate(unknown):
        try:
            person = await directory.look_up(installation, user)
        except TryLater:
            return met
        await store.run(installation, _put, person)
    return len(unknown)


def _put(work: Work, person: Person) -> None:
    work.people.put(person)
    # Another time zone moves what is to come, and who is gone has somebody else see to it.
    work.actions.look_at_all_again(person.user, work.now)
