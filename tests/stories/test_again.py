"""A second workshop on a case: in the same channel, with what was arranged before, and with words of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime

import pytest

from bot import opening
from bot.opening import OpenedAlready
from bot.sandbox import Message, Person
from bot.workshop.case import Programme
from bot.workshop.ids import CaseId, UserId, WorkshopId
from bot.workshop.workshop import Phase
from tests.stories.office import FIRST, LONDON, Office, agreed
from tests.stories.test_aliases import puts_in

AUNT = "He sleeps at his aunt's and misses appointments."
LIFE = "What does life look like"
SECOND = WorkshopId(2)
NEW_DATE = date(2026, 9, 15)


@asynccontextmanager
async def looked_at_once(database_url: str) -> AsyncIterator[Office]:
    """A case whose first workshop is closed, with an action of Ben's that is still open."""
    async with agreed(database_url) as case:
        ben = case.person("Ben Housing")
        await case.fern.runs("/case names")
        await puts_in(case.fern, "Gwyn Protheroe", "Rowan")
        await case.fern.dismisses()
        await case.proposes(ben, ben, "Ben rings every Monday", due=date(2026, 12, 4))
        await closes_workshop(case)
        yield case


async def closes_workshop(case: Office) -> None:
    await case.fern.clicks("Close the workshop", on=desk(case))
    await case.settles()


def desk(case: Office, which: int = -1) -> Message:
    return [each for each in case.fern.direct_messages if "The case's channel" in each.words][which]


async def opens_again(case: Office, **changed: object) -> None:
    """Fern goes through the pages and changes the date, and what else is *changed*."""
    await case.fern.clicks("Another workshop", on=desk(case))
    case.fern.fills({"Date of the workshop": NEW_DATE, **changed})
    for _ in range(3):
        await case.fern.submits()
    await case.settles()


async def test_it_begins_with_the_people_and_the_arrangements_of_the_last_one(database_url: str) -> None:
    async with looked_at_once(database_url) as case:
        fern = case.fern
        await fern.clicks("Another workshop", on=desk(case))
        assert fern.form is not None
        assert "LC-2026-0001 · Rowan" in case.reads(fern)
        assert "Understand why support stopped" in case.reads(fern)
        assert "Pseudonym" not in fern.form.labels
        assert len(fern.form.values["People"]) == 5
        fern.fills({"Date of the workshop": NEW_DATE})
        await fern.submits()
        assert fern.form.values["Whom to ring about safeguarding"] == "Duty desk, 01632 960 100"
        await fern.submits()
        assert fern.form.values["Role of person 1"] == "Community nurse"
        await fern.submits()
        await case.settles()

        assert len(case.slack.calls_of("conversations.create")) == 1
        first, second = case.posted("Purpose:")
        assert "closed" in first.words
        assert "being prepared" in second.words
        assert "15 September 2026" in second.words
        assert "Another workshop" not in desk(case, 0).labels
        assert "Send the questions" in desk(case).labels
        assert case.workshop.id == SECOND
        assert case.slack.refusals == []


async def test_what_is_said_there_is_its_own_and_what_was_said_before_stays_with_its_authors(database_url: str) -> None:
    async with looked_at_once(database_url) as case:
        fern, anna, ben = case.fern, case.person("Anna Nurse"), case.person("Ben Housing")
        before = case.posted(AUNT)[0]
        await opens_again(case)
        await fern.clicks("Send the questions", on=desk(case))
        await case.settles()
        await case.answers(anna, "He has moved in with his aunt for good.")
        await case.until(datetime(2026, 9, 15, 9, 30, tzinfo=LONDON))
        await fern.runs("/case start", case.room)
        await case.settles()
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "Mr Protheroe has a key of his own.")
        await anna.deletes(before)
        await case.settles()

        said = case.record(lambda work: work.contributions.of(SECOND))
        assert [each.words for each in said] == ["Mr Rowan has a key of his own."]
        assert [each.words for each in case.record(lambda work: work.answers.of(SECOND))] == [
            "He has moved in with his aunt for good."
        ]
        assert [each.words for each in case.contributions] == [None]

        await ben.runs("/actions all", case.room)
        assert "Ben rings every Monday" in case.reads(ben)
        assert "From the workshop of" not in case.reads(ben)
        await ben.dismisses()
        assert "Add an action" not in case.posted("action plan")[0].labels
        await case.proposes(fern, ben, "Ben rings on Fridays too", due=date(2026, 12, 11))
        await ben.runs("/actions all", case.room)
        assert case.reads(ben).index("Fridays too") < case.reads(ben).index("Ben rings every Monday")
        assert "From the workshop of 10 March 2026" in case.reads(ben)
        await ben.dismisses()
        await ben.runs("/actions")
        await ben.clicks("Done", near="every Monday")
        ben.fills({"What shows that it is done?": "A note of each call."})
        await ben.submits()
        await case.settles()
        assert case.said_of(1)[-1] == ("done", "A note of each call.")
        assert case.phase is Phase.LIVE
        assert case.slack.refusals == []


async def test_other_people_are_brought_into_the_channel_and_a_series_begins(sqlite_url: str) -> None:
    async with looked_at_once(sqlite_url) as case:
        gwen = case.person("Gwen Mentor")
        await case.fern.clicks("Another workshop", on=desk(case))
        case.fern.fills(
            {
                "Date of the workshop": NEW_DATE,
                "People": [case.person("Anna Nurse"), gwen],
                "A new programme": " Turning  eighteen",
            }
        )
        await case.fern.submits()
        await case.fern.submits()
        case.fern.fills({"Agency of person 2": "Leaving care charity", "Role of person 2": "Mentor"})
        await case.fern.submits()
        await case.settles()

        assert "Mentor (Leaving care charity)" in case.message(gwen, "being prepared").words
        assert gwen.id in case.room.members
        assert case.record(lambda work: work.cases.get(CaseId(1))).programme == Programme(CaseId(1), "Turning eighteen")
        assert "Turning eighteen" in case.message(gwen, "being prepared").words
        assert case.slack.refusals == []


async def test_there_is_one_only_once_the_last_is_closed_and_for_its_facilitator(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        assert "Once you have closed it" in await told(case, case.fern)
        assert "Only the facilitator" in await told(case, case.person("Anna Nurse"))
        await closes_workshop(case)
        await opens_again(case)

        assert "Once you have closed it" in await told(case, case.fern)
        with pytest.raises(OpenedAlready):
            case.record(lambda work: opening.again(work, UserId(case.fern.id), FIRST))


async def told(case: Office, person: Person) -> str:
    shown = await person.runs("/case again", case.room)
    assert shown is not None
    assert not person.has_form
    return shown.words
