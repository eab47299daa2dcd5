"""A facilitator who cannot go on has a deputy, who can take over at any time."""

import pytest

from bot import cases
from bot.sandbox import Person
from bot.workshop.ids import UserId
from bot.workshop.workshop import NotInTheWorkshop
from tests.stories.conftest import sql
from tests.stories.office import FIRST, Office, office

DEPUTY = "Gwen Deputy"


async def test_a_deputy_takes_over_in_the_middle_of_a_session_and_gives_it_back(database_url: str) -> None:
    async with office(database_url) as case:
        gwen = await with_deputy(case)
        assert "You are the deputy of" in case.told(gwen)
        await case.starts()
        await gwen.clicks("Take over")
        await case.settles()

        assert case.workshop.facilitator == gwen.id
        assert case.workshop.deputy == case.fern.id
        await gwen.clicks("Next stage")
        await case.settles()
        assert "Stage 2 of 4" in case.told(gwen)
        assert "You are the deputy of" in case.told(case.fern)
        assert "Next stage" not in case.direct(case.fern, "You are the deputy of").labels
        await case.fern.runs("/case next", case.room)
        assert "Only the facilitator" in case.whispered(case.fern)

        await case.fern.runs("/case takeover", case.room)
        await case.settles()
        assert case.workshop.facilitator == case.fern.id
        await case.closes()
        assert "is ready" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_a_deputy_helps_from_their_own_desk_while_the_session_runs(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        gwen, anna = await with_deputy(case), case.person("Anna Nurse")
        assert case.direct(gwen, "You are the deputy of").labels == ["Take over"]
        stage = await case.starts()
        await gwen.clicks("Write for somebody", on=case.direct(gwen, "You are the deputy of"))
        gwen.fills({"Who said it?": anna, "What was said": "He sleeps at his aunt's."})
        await gwen.submits()
        await anna.replies(stage, "He misses appointments.")
        await case.settles()
        assert "spoken" in case.message(anna, "He sleeps at his aunt's.").words

        desk = case.direct(gwen, "You are the deputy of")
        await gwen.clicks("So far", on=desk)
        await case.settles()
        assert "He sleeps at his aunt's." in case.reads(gwen)
        await gwen.dismisses()
        await gwen.clicks("Tags", on=desk)
        assert "nothing has been tagged yet" in case.reads(gwen)
        await gwen.dismisses()
        await case.closes()
        assert case.direct(gwen, "You are the deputy of").labels == ["Tags", "Take over"]
        assert case.slack.refusals == []


async def test_a_draft_that_waits_comes_to_whoever_takes_over(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        gwen = await with_deputy(case)
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "He sleeps at his aunt's.")
        await case.closes()
        await gwen.clicks("Take over")
        await case.settles()

        await gwen.clicks("Check the draft")
        assert "He sleeps at his aunt's." in case.reads(gwen)
        await gwen.submits()
        await case.settles()
        assert str(case.phase) == "following_up"
        assert case.slack.refusals == []


async def test_nobody_else_takes_over(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await with_deputy(case)
        anna = case.person("Anna Nurse")
        await anna.runs("/case takeover", case.room)
        assert "Only the deputy can take" in case.whispered(anna)
        assert case.workshop.facilitator == case.fern.id


async def test_an_outsider_is_not_told_where_the_workshop_stands(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await with_deputy(case)
        sql(sqlite_url, "UPDATE workshops SET phase = 'closed'")

        with pytest.raises(NotInTheWorkshop):
            case.record(lambda work: cases.take_over(work, UserId("UOUTSIDER"), FIRST))


async def with_deputy(case: Office) -> Person:
    gwen = case.person(DEPUTY)
    people = [(case.person("Anna Nurse"), "Health board", "Community nurse")]
    await case.opens_a_case(case.fern, people, deputy=gwen)
    return gwen
