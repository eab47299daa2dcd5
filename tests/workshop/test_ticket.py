"""The rules of a ticket."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.workshop.action import Outsider
from bot.workshop.ids import ActionId
from bot.workshop.ticket import HOLDS, NoTicket, Ticket, TicketOver

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRST = Ticket.after(None, ActionId(1), NOON)


def test_the_newest_works_until_its_time_is_over() -> None:
    assert FIRST.shown(1, NOON + HOLDS - timedelta(seconds=1)) == FIRST
    with pytest.raises(NoTicket):
        FIRST.shown(1, NOON + HOLDS)


def test_each_before_the_newest_is_over() -> None:
    second = Ticket.after(FIRST.used(NOON), ActionId(1), NOON)

    assert second.shown(2, NOON) == Ticket(ActionId(1), 2, NOON + HOLDS)
    with pytest.raises(TicketOver):
        second.shown(1, NOON)


def test_it_is_used_once() -> None:
    with pytest.raises(TicketOver):
        FIRST.used(NOON).shown(1, NOON)


@pytest.mark.parametrize("contact", ["rhys@practice.example", " r.huws+lcat@nhs.wales.example.uk "])
def test_an_address_is_written_to(contact: str) -> None:
    assert Outsider("Dr Rhys", contact).address == contact.strip()


@pytest.mark.parametrize(
    "contact",
    [
        "", "01632 960 100", "rhys@practice", "rhys@practice.example, ann@example.org", "Rhys <rhys@practice.example>",
        "rhys@practice.example\nBcc: x@example.org", "@example.org", "rhys @example.org",
    ],
)  # fmt: skip
def test_anything_else_is_not(contact: str) -> None:
    assert Outsider("Dr Rhys", contact).address == ""
