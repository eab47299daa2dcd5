"""What an owner outside the workspace says on the page that their ticket opens."""

from dataclasses import dataclass
from enum import StrEnum

from bot import actions, handovers, progress, risks
from bot.privacy import lookout
from bot.risks import NoWordsForRisk, Said
from bot.work import Work
from bot.workshop.action import Action, ActionState, Evidence
from bot.workshop.ids import ActionId
from bot.workshop.privacy import Find, Severity
from bot.workshop.refusal import Refusal
from bot.workshop.ticket import NoTicket, Ticket, TicketOver
from prompts.phrasings import Wording

LONGEST = 2_000
"""Characters that somebody can write."""


class NothingChosen(Refusal):
    """One of the answers."""

    key = "outside-nothing-chosen"


class TooLong(Refusal):
    """More than the form takes."""

    key = "outside-too-long"


class Answer(StrEnum):
    """What can be said of an action from outside."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    ON_TRACK = "on_track"
    BLOCKED = "blocked"
    DONE = "done"
    NOT_MINE = "not_mine"


TO_THE_QUESTION = (Answer.ACCEPTED, Answer.DECLINED)
ON_THE_WAY = (Answer.ON_TRACK, Answer.BLOCKED, Answer.DONE, Answer.NOT_MINE)


@dataclass(frozen=True)
class Page:
    """What a ticket opens. ``safeguarding`` is whom to ring where somebody is in danger."""

    action: Action
    ticket: Ticket
    safeguarding: str

    @property
    def answers(self) -> tuple[Answer, ...]:
        return TO_THE_QUESTION if self.action.state is ActionState.PROPOSED else ON_THE_WAY


def page(work: Work, action_id: ActionId, number: int) -> Page:
    """What the ticket with *number* opens; nothing changes by looking at it."""
    action = work.actions.get(action_id)  # held from here on, so that of two answers one comes first
    ticket = work.tickets.of(action_id)
    if ticket is None:
        raise NoTicket
    ticket.shown(number, work.now)
    if action.outsider is None or not action.asks_owner:
        raise TicketOver
    return Page(action, ticket, work.workshops.glance(action.workshop).safeguarding)


def found(work: Work, action_id: ActionId, words: str) -> tuple[Find, ...]:
    """What in *words* tells who somebody is and cannot stay."""
    action = work.actions.get(action_id)
    finds = lookout(work, work.workshops.glance(action.workshop)).finds(words)
    return tuple(each for each in finds if each.severity is Severity.HIGH)


def weigh(work: Work, action_id: ActionId, number: int, said: Said, asked_about: str) -> tuple[Wording, ...]:
    """Raise what is about a risk to somebody now, at once; gives what has to be asked about first."""
    shown = page(work, action_id, number)
    if len(said.text) > LONGEST:
        raise TooLong(most=LONGEST, field="words")
    asked = risks.unanswered(said.text, said.risk, asked_about)
    if said.risk:
        _raise(work, shown.action, said.text)
    return asked


def say(work: Work, action_id: ActionId, number: int, answer: str, words: str) -> None:
    """Record it as the facilitator would have, who answers for the action and hears of it; the ticket is used."""
    shown = page(work, action_id, number)
    if answer not in shown.answers:
        raise NothingChosen(field="answer")
    _said(work, shown.action, Answer(answer), words.strip())
    work.tickets.put(shown.ticket.used(work.now))


def _raise(work: Work, action: Action, words: str) -> None:
    """Their name goes with it, as the facilitator has to know whom to ring."""
    if not words or action.outsider is None:
        raise NoWordsForRisk
    workshop = work.workshops.get(action.workshop)
    risks.raise_now(work, None, workshop, f"{action.outsider.name}: {words}")


def _said(work: Work, action: Action, answer: Answer, words: str) -> None:
    keeper = action.owner or action.proposed_by
    match answer:
        case Answer.ACCEPTED:
            actions.moved(work, keeper, action.id, lambda each: each.accept(keeper, work.now), words, outside=True)
        case Answer.DECLINED:
            actions.moved(work, keeper, action.id, lambda each: each.decline(keeper, words), words, outside=True)
        case Answer.ON_TRACK:
            actions.moved(work, keeper, action.id, lambda each: each.on_track(keeper), words, outside=True)
        case Answer.BLOCKED:
            progress.blocked(work, keeper, action.id, words, outside=True)
        case Answer.DONE:
            actions.done(work, keeper, action.id, Evidence(words), outside=True)
        case Answer.NOT_MINE:
            handovers.let_go(work, keeper, action.id, words, outside=True)
