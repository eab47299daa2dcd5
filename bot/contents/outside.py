"""What owners outside the workspace are written."""

from dataclasses import dataclass
from datetime import date

from bot import mails
from bot.contents.reading import case_of
from bot.rota import hours_of
from bot.work import Work
from bot.workshop.action import Action, ActionState
from bot.workshop.case import Case
from bot.workshop.ids import ActionId, UserId
from bot.workshop.letter import Letter
from bot.workshop.ticket import Ticket


@dataclass(frozen=True)
class Mail:
    """Of the case and the action nothing goes into it but what it takes to find the one who runs the workshop."""

    case: Case
    action: Action
    ticket: Ticket
    facilitator: UserId
    today: date

    @property
    def is_early(self) -> bool:
        """Before its date nobody has to answer."""
        return self.action.due is not None and self.today < self.action.due

    @property
    def is_question(self) -> bool:
        """Whether they are asked to take it on; otherwise how it goes."""
        return self.action.state is ActionState.PROPOSED


def mail(work: Work, letter: Letter) -> Mail | None:
    """``None`` where a newer one was written, or nothing is asked any more."""
    action = work.actions.get(ActionId(letter.subject))
    ticket = work.tickets.of(action.id)
    if ticket is None or ticket.number != int(letter.detail) or ticket.used_at is not None:
        return None
    if not mails.reaches(work, action) or not action.asks_owner:
        return None
    case, workshop = case_of(work, action.workshop)
    return Mail(case, action, ticket, workshop.facilitator, hours_of(work, workshop.facilitator).today(work.now))
