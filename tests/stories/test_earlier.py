"""A workshop begins with what became of the actions of those before it, as far as its people may know."""

from datetime import date, datetime

from bot.sandbox import Person
from tests.stories.office import LONDON, Office, agreed
from tests.stories.test_again import NEW_DATE, closes_workshop, desk, opens_again
from tests.stories.test_brief import plain

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
