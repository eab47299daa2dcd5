"""Tickets of owners outside the workspace."""

from sqlalchemy import select

from bot.workshop.ids import ActionId
from bot.workshop.ticket import Ticket
from storage.scope import Scope
from storage.tables import TicketRow, table
from storage.upsert import insert_or_replace

tickets = table(TicketRow)


class Tickets:
    """Implements ``bot.work.Tickets``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of(self, action: ActionId) -> Ticket | None:
        there = select(tickets).where(self._scope.of(tickets), tickets.c.action == action)
        row = self._scope.execute(there).one_or_none()
        return Ticket(action, row.number, row.until, row.used_at) if row else None

    def put(self, ticket: Ticket) -> None:
        row = {
            "installation": self._scope.installation,
            "action": ticket.action,
            "number": ticket.number,
            "until": ticket.until,
            "used_at": ticket.used_at,
        }
        insert_or_replace(self._scope.connection, tickets, [row], ("installation", "action"))
