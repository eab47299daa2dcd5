"""Writing to owners outside the workspace, at the moments at which an owner inside would be asked."""

from collections.abc import Sequence
from datetime import date

from bot import letters
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.ids import ActionId
from bot.workshop.letter import Letter
from bot.workshop.ticket import Ticket


def reaches(work: Work, action: Action) -> bool:
    """Whether its owner is outside the workspace and can be written to."""
    return work.house.mail and action.outsider is not None and bool(action.outsider.address)


def ask(work: Work, action: Action) -> None:
    """Whether they take it on. Links from before are over, whoever had them."""
    if reaches(work, action):
        letter = letters.mail(action, f"asked:{action.asked_at:%Y%m%dT%H%M%S%f}", _next(work, action.id), work.now)
        work.letters.write(letter)
    elif work.tickets.of(action.id) is not None:
        _next(work, action.id)


def nudge(work: Work, action: Action, day: date) -> Letter | None:
    """How it goes; once a day at most, as owners inside are asked."""
    before = work.tickets.of(action.id)
    letter = letters.mail(action, f"{day}", before.number + 1 if before else 1, work.now)
    if not work.letters.write(letter):
        return None
    _next(work, action.id)
    return letter


def mailed(work: Work, actions: Sequence[Action]) -> frozenset[ActionId]:
    return frozenset(each.id for each in actions if reaches(work, each))


def _next(work: Work, action: ActionId) -> int:
    ticket = Ticket.after(work.tickets.of(action), action, work.now)
    work.tickets.put(ticket)
    return ticket.number
