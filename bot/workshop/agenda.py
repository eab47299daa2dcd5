"""What is still to come in a session: the stages in their order, which the facilitator may change on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.workshop.refusal import Refusal

MOST_TO_COME = 12


class StageGone(Refusal):
    """The stage has been opened or taken out meanwhile."""

    key = "refusal-stage-gone"


class AgendaFull(Refusal):
    """More stages than anybody gets through."""

    key = "refusal-agenda-full"


class Listening(StrEnum):
    """How a stage takes what people say."""

    OPEN = "open"
    CLARIFYING = "clarifying"  # questions of fact only
    SILENT = "silent"  # everybody writes in a form of their own; the thread listens once it is revealed


@dataclass(frozen=True)
class Planned:
    """A stage that is to come. ``question`` is one that was added on the spot; without it, the agenda's is asked.

    ``finds`` is the heading of a summary that its replies come under, ``nothing`` where they come under none.
    """

    name: str
    minutes: int
    listens: Listening = Listening.OPEN
    finds: str = "theme"
    question: str = ""


Agenda = tuple[Planned, ...]


def without(agenda: Agenda, name: str) -> Agenda:
    """*agenda* without that stage. Raises ``StageGone`` where it is not in it."""
    _place(agenda, name)
    return tuple(each for each in agenda if each.name != name)


def earlier(agenda: Agenda, name: str) -> Agenda:
    """*agenda* with that stage one place earlier; the first stays where it is."""
    place = _place(agenda, name)
    if place == 0:
        return agenda
    return (*agenda[: place - 1], agenda[place], agenda[place - 1], *agenda[place + 1 :])


def first(agenda: Agenda, name: str) -> Agenda:
    """*agenda* with that stage next."""
    place = _place(agenda, name)
    return (agenda[place], *agenda[:place], *agenda[place + 1 :])


def with_next(agenda: Agenda, added: Planned) -> Agenda:
    """*agenda* with *added* before everything else. Raises ``AgendaFull``."""
    if len(agenda) >= MOST_TO_COME:
        raise AgendaFull(most=MOST_TO_COME)
    return (added, *agenda)


def new_name(taken: Sequence[str]) -> str:
    """A name for a question that was added on the spot."""
    return f"added-{1 + sum(1 for each in taken if each.startswith('added-'))}"


def _place(agenda: Agenda, name: str) -> int:
    for place, each in enumerate(agenda):
        if each.name == name:
            return place
    raise StageGone
