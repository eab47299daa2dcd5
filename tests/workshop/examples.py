"""The people of a workshop, and what they have, for tests of the rules."""

from collections.abc import Container
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.synthesis.summary import Finding, Summary, SummaryState
from bot.workshop.action import Action, Level
from bot.workshop.ids import ActionId, CaseId, FindingId, InstallationId, StageId, SummaryId, UserId, WorkshopId
from bot.workshop.session import Stage
from bot.workshop.working_time import WorkingTime
from bot.workshop.workshop import Participant, Phase, Workshop
from tests.synthesis.lines import a_line, reply

FERN, ANNA, BEN, STRANGER = (UserId(name) for name in ("U-FERN", "U-ANNA", "U-BEN", "U-STRANGER"))
"""The facilitator, a nurse, a housing officer, and somebody who has no part in it."""

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NURSE = Participant(ANNA, "Health board", "Community nurse")
HOUSING = Participant(BEN, "City council", "Housing officer")


def a_workshop(phase: Phase = Phase.PREPARING, **other: Any) -> Workshop:
    """Fern's workshop with Anna and Ben."""
    facts: dict[str, Any] = {
        "id": WorkshopId(1),
        "installation": InstallationId("-/T1"),
        "case": CaseId(1),
        "facilitator": FERN,
        "held_on": date(2026, 3, 10),
        "participants": (NURSE, HOUSING),
        "phase": phase,
    }
    return Workshop(**facts | other)


def an_action(**other: Any) -> Action:
    """What Anna proposed to Ben."""
    facts: dict[str, Any] = {
        "id": ActionId(42),
        "workshop": WorkshopId(1),
        "level": Level.SERVICE,
        "change": "Discharge letters reach the school nurse within two days",
        "owner": BEN,
        "due": date(2026, 3, 20),
        "measure": "Letters that came in time",
        "proposed_by": ANNA,
        "proposed_at": NOON,
    }
    return Action(**facts | other)


def a_stage(**other: Any) -> Stage:
    facts: dict[str, Any] = {
        "id": StageId(1),
        "workshop": WorkshopId(1),
        "position": 1,
        "name": "picture",
        "opened_at": NOON,
    }
    return Stage(**facts | other)


def a_finding(number: int = 1, **other: Any) -> Finding:
    return replace(Finding(a_line("He sleeps at his aunt's.", reply(number)), FindingId(number)), **other)


def a_summary(**other: Any) -> Summary:
    facts: dict[str, Any] = {
        "id": SummaryId(1),
        "workshop": WorkshopId(1),
        "version": 1,
        "state": SummaryState.DRAFT,
        "drafted_at": NOON,
        "findings": (a_finding(1), a_finding(2)),
    }
    return Summary(**facts | other)


def hours(zone: str = "Europe/London", holidays: Container[date] = frozenset()) -> WorkingTime:
    return WorkingTime(ZoneInfo(zone), holidays=holidays)
