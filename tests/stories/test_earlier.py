"""A workshop begins with what became of the actions of those before it, as far as its people may know."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime

from bot.sandbox import Person
from tests.stories.office import CREW, LONDON, Office, agreed, office
from tests.stories.test_again import NEW_DATE, closes_workshop, desk, opens_again
from tests.stories.test_brief import plain

SERIES = "Turning eighteen"
RULE, CALLS = "No application closes by itself", "Ben rings Rowan every Monday"
APPLICATIONS = "His flat was handed over to another team, and nobody told us."


async def has_tried(case: Office) -> None:
    """Ben has changed a rule for services, which helped, and still has something to do for Rowan."""
    ben = case.person("Ben Housing")
    await case.proposes(ben, ben, RULE, due=date(2026, 3, 27), level="Services")
    await is_done(case, ben)
    await case.until(datetime(2026, 4, 21, 9, 0, tzinfo=LONDON))
    await ben.clicks("Say what you see")
    ben.fills(
        {
            "How does it stand now?": "One since March",
            "Is that what was hoped for?": "It helped: we see what we hoped for",
        }
    )
    await ben.submits()
    await case.settles()
    await case.proposes(ben, ben, CALLS, due=date(2026, 12, 4))


async def is_done(case: Office, owner: Person) -> None:
    await owner.runs("/actions")
    await owner.clicks("Done")
    owner.fills({"What shows that it is done?": "The rule is gone."})
    await owner.submits()
    await owner.dismisses()
    await case.settles()


async def test_another_case_begins_with_what_its_facilitator_knows_of_services(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        await has_tried(case)
        await case.opens(pseudonym="Wren", held_on=date(2026, 5, 12))
        await case.fern.clicks("Send the questions", on=desk(case))
        await case.settles()
        await case.fern.clicks("My brief", on=desk(case))
        await case.settles()
        brief = case.reads(case.fern)
        assert "What became of earlier actions for services, in other workshops that you ran" in brief
        assert "(LC-2026-0001): “No application closes by itself” – done, and it helped." in plain(case, brief)
        assert "Hoped for: All of them by the summer. Seen since: One since March." in plain(case, brief)
        assert "Telling each other, and handing over" in brief
        assert CALLS not in brief  # what was for Rowan stays with Rowan
        await case.fern.dismisses()

        await case.until(datetime(2026, 5, 12, 9, 30, tzinfo=LONDON))
        await case.fern.clicks("Start the session", on=desk(case))
        await case.settles()
        wren = case.slack.find_channel("lc-2026-0002")
        assert case.posted("What does life look like", wren)
        assert not case.posted("earlier actions", wren)  # the others there have no part in Rowan's case
        assert not case.posted(RULE, wren)
        assert case.slack.refusals == []


async def test_the_next_workshop_on_a_case_begins_with_its_plan(database_url: str) -> None:
    async with agreed(database_url) as case:
        await has_tried(case)
        await closes_workshop(case)
        await opens_again(case)
        assert "done, and it helped: 1; still open: 1" in desk(case).words
        await case.fern.clicks("What became of them", on=desk(case))
        assert RULE in case.reads(case.fern)
        assert CALLS in case.reads(case.fern)
        await case.fern.dismisses()

        await case.fern.clicks("Send the questions", on=desk(case))
        await case.settles()
        await case.answers(case.person("Anna Nurse"), APPLICATIONS)
        await case.fern.clicks("My brief", on=desk(case))
        await case.settles()
        read = plain(case, case.reads(case.fern))
        assert read.index("People have written about this now") < read.index(APPLICATIONS)
        await case.fern.dismisses()

        await case.until(datetime.combine(NEW_DATE, datetime.min.time(), LONDON).replace(hour=9, minute=30))
        await case.fern.runs("/case start", case.room)
        await case.settles()
        told = case.posted("What became of earlier actions")[-1]
        assert told.words.index("Done, and it helped") < told.words.index(RULE) < told.words.index("Still open")
        assert CALLS in told.words
        first = case.posted("What does life look like")[-1]
        assert case.slack.messages(case.room).index(told) < case.slack.messages(case.room).index(first)
        assert case.slack.refusals == []


@asynccontextmanager
async def begun_series(database_url: str) -> AsyncIterator[Office]:
    """A programme of one case of Fern's, with Dee as her deputy and an action of Ben's for services."""
    async with office(database_url) as case:
        await case.opens(afterwards="None", programme=SERIES, deputy=case.person("Dee Deputy"))
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "He sleeps at his aunt's and misses appointments.")
        await case.closes()
        await case.publishes()
        ben = case.person("Ben Housing")
        change = "No application for Rowan (LC-2026-0001) or anybody else closes by itself"
        await case.proposes(ben, ben, change, due=date(2026, 3, 27), level="Services")
        await is_done(case, ben)
        await case.proposes(ben, ben, CALLS, due=date(2026, 12, 4))
        yield case


async def test_a_programme_hears_what_became_of_services_and_nothing_else_of_its_cases(database_url: str) -> None:
    async with begun_series(database_url) as case:
        assert f"Programme: {SERIES}" in plain(case, case.posted("Purpose:")[0].words)
        await case.person("Ben Housing").clicks("Add an action")
        assert "Later workshops of the programme read" in case.reads(case.person("Ben Housing"))
        await case.person("Ben Housing").dismisses()

        dee = case.person("Dee Deputy")
        people = [(case.person(name), agency, role) for name, agency, role in CREW[2:]]
        await case.opens_a_case(dee, people, pseudonym="Wren", held_on=date(2026, 5, 12), in_programme=SERIES)
        assert "done; whether it helped is not known yet: 1" in case.direct(dee, "LC-2026-0002 · Wren").words
        await dee.clicks("What became of them")
        assert "in this programme" in case.reads(dee)
        assert "No application for (left out) ((left out)) or anybody else closes by itself" in case.reads(dee)
        assert CALLS not in case.reads(dee)
        assert not any(secret in case.reads(dee) for secret in ("Rowan", "LC-2026-0001", "six last term"))
        await dee.dismisses()

        await case.until(datetime(2026, 5, 12, 9, 30, tzinfo=LONDON))
        await dee.clicks("Start the session", on=case.direct(dee, "LC-2026-0002 · Wren"))
        await case.settles()
        [told] = case.posted("What became of earlier actions", case.slack.find_channel("lc-2026-0002"))
        assert "No application for (left out) ((left out)) or anybody else closes by itself" in told.words
        assert "nothing else of their cases" in told.words
        for secret in ("Rowan", "LC-2026-0001", "Ben", CALLS):
            assert secret not in told.words
        assert case.slack.refusals == []


async def test_a_programme_is_for_those_who_run_or_stand_in_for_one_of_its_workshops(sqlite_url: str) -> None:
    async with begun_series(sqlite_url) as case:
        await case.fern.runs("/case open")
        assert case.fern.form is not None
        assert case.fern.form.options("Programme") == [SERIES]
        case.fern.fills({"Programme": SERIES, "A new programme": "Another"})
        case.fern.fills({"Pseudonym": "W", "Purpose of the workshop": "W", "Date of the workshop": NEW_DATE})
        case.fern.fills({"People": [case.person("Anna Nurse")]})
        assert "not both" in await case.refused(case.fern)
        await case.fern.dismisses()

        ben = case.person("Ben Housing")
        await ben.runs("/case open")
        assert ben.form is not None
        assert "Programme" not in ben.form.labels
        await ben.dismisses()
        people = [(case.person(name), agency, role) for name, agency, role in CREW[2:]]
        await case.opens_a_case(ben, people, pseudonym="Wren", programme=SERIES.lower())
        assert "earlier actions" not in case.direct(ben, "LC-2026-0002 · Wren").words
        assert case.slack.refusals == []
