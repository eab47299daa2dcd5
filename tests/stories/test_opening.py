"""Opening a case: as many people as a workshop holds, once, and with what it needs."""

import asyncio
from datetime import date

import pytest

from bot.sandbox import FormRefused
from tests.stories.office import CREW, fills_in_safety, office


async def test_as_many_people_as_a_workshop_holds_find_room_in_its_forms(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        people = [(case.person(f"Person {chr(65 + number)}"), "A" * 80, "B" * 80) for number in range(25)]
        await case.opens_a_case(case.fern, people)

        assert len(case.workshop.participants) == 25
        assert {person.id for person, _, _ in people} <= set(case.room.members)
        assert len(case.posted("Understand why support stopped")) == 1
        assert case.slack.refusals == []


async def test_when_owners_are_reminded_and_where_can_be_chosen_as_a_case_is_opened(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.fern.runs("/case open")
        case.fern.fills(
            {
                "Pseudonym": "Rowan",
                "Purpose of the workshop": "Understand.",
                "Date of the workshop": date(2026, 3, 10),
                "People": [ben],
            }
        )
        await case.fern.submits()
        fills_in_safety(case.fern)
        case.fern.fills({"Reminders of actions": ["I choose when owners are reminded, and where"]})
        await case.fern.submits()
        case.fern.fills(
            {
                "The owner hears": ["3 days before", "on the date"],
                "The facilitator hears": "5 days late",
                "The sponsor of the action hears": "5 days late",
                "It goes on the list for the board": None,
                "From the date on": "in private, as before the date",
            }
        )
        assert "each some days after the one before" in await case.refused(case.fern)
        case.fern.fills({"The sponsor of the action hears": None})
        await case.fern.submits()
        case.fern.fills({"Agency of person 1": "City council", "Role of person 1": "Housing officer"})
        await case.fern.submits()
        await case.settles()

        assert str(case.workshop.ladder) == "-3, 0, facilitator +5"
        assert not case.workshop.nudges_openly
        assert case.slack.refusals == []


async def test_a_form_that_is_sent_twice_opens_one_case(database_url: str) -> None:
    async with office(database_url) as case:
        await case.fern.runs("/case open")
        case.fern.fills(
            {
                "Pseudonym": "Rowan",
                "Purpose of the workshop": "Understand.",
                "Date of the workshop": date(2026, 3, 10),
                "People": [case.person("Anna Nurse")],
            }
        )
        await case.fern.submits()
        fills_in_safety(case.fern)
        await case.fern.submits()
        case.fern.fills({"Agency of person 1": "Health board", "Role of person 1": "Community nurse"})
        await asyncio.gather(case.fern.submits(), case.fern.submits(), return_exceptions=True)
        await case.settles()

        shown = await case.fern.runs("/case list")
        assert shown is not None
        assert shown.words.count("Rowan") == 1
        assert len(case.slack.calls_of("conversations.create")) == 1
        # What is said to the second tap has no form left to stand above, as nobody but a test can tap so fast.
        assert {each.error for each in case.slack.refusals} <= {"not_found"}


async def test_what_a_case_needs_is_asked_for_under_its_own_question(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.fern.uses("Open a case")
        case.fern.fills(
            {
                "Pseudonym": "  ",
                "Purpose of the workshop": "Understand.",
                "Date of the workshop": date(2026, 3, 1),
                "People": [case.person("Anna Nurse")],
            }
        )
        with pytest.raises(FormRefused) as refused:
            await case.fern.submits()
        assert list(refused.value.errors) == ["Pseudonym"]
        case.fern.fills({"Pseudonym": "Rowan"})
        with pytest.raises(FormRefused) as refused:
            await case.fern.submits()
        assert list(refused.value.errors) == ["Date of the workshop"]
        case.fern.fills({"Date of the workshop": date(2026, 3, 2)})
        await case.fern.submits()
        fills_in_safety(case.fern, safeguarding=" ", deputy=case.fern)
        with pytest.raises(FormRefused) as refused:
            await case.fern.submits()
        assert list(refused.value.errors) == ["Your deputy"]
        case.fern.fills({"Your deputy": None})
        with pytest.raises(FormRefused) as refused:
            await case.fern.submits()
        assert list(refused.value.errors) == ["Whom to ring about safeguarding"]
        fills_in_safety(case.fern)
        await case.fern.submits()
        case.fern.fills({"Agency of person 1": "Health board", "Role of person 1": " "})
        with pytest.raises(FormRefused) as refused:
            await case.fern.submits()
        assert list(refused.value.errors) == ["Role of person 1"]
        case.fern.fills({"Role of person 1": "Community nurse"})
        await case.fern.submits()
        await case.settles()

        assert str(case.phase) == "preparing"
        assert case.workshop.held_on == date(2026, 3, 2)
        assert case.slack.refusals == []


async def test_the_channel_carries_the_reference_and_nothing_else(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        room = case.room
        assert (room.name, room.private, room.topic) == ("lc-2026-0001", True, "")
        assert set(room.members) == {
            case.fern.id,
            case.slack.bot_user_id,
            *(case.person(each).id for each, _, _ in CREW),
        }
        card = case.message(case.fern, "Understand why support stopped")
        assert card.pinned
        assert case.slack.refusals == []
