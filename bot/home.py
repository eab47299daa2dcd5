"""What a person finds on their own page: what waits for them, what they own, what they run."""

from dataclasses import dataclass

from bot import actions, cases, invitations, learning
from bot.actions import ActionFile
from bot.cases import CaseFile
from bot.invitations import Waiting
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.workshop import Phase


@dataclass(frozen=True)
class Home:
    """One person's page. ``sessions`` are those that they may look back on for themselves."""

    user: UserId
    reflections: tuple[Waiting, ...]
    actions: tuple[ActionFile, ...]
    running: tuple[CaseFile, ...]
    sessions: tuple[CaseFile, ...] = ()


def of(work: Work, user: UserId) -> Home:
    """*user*'s page: nothing on it that they have no part in."""
    files = cases.of_person(work, user)
    running = [each for each in files if each.workshop.facilitator == user and each.workshop.phase is not Phase.CLOSED]
    return Home(
        user=user,
        reflections=tuple(invitations.due(work, user)),
        actions=tuple(actions.of_owner(work, user)),
        running=tuple(running),
        sessions=tuple(learning.sessions(work, user)),
    )
