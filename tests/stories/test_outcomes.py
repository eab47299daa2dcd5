"""When the summary is published, everybody who said something hears what happened with it."""

from datetime import datetime

from bot.sandbox import Person
from tests.stories.office import LONDON, Office, office

LETTER, CHAIR = "Nobody opened the second letter.", "The canteen kept a chair for him."
AUNT = "He sleeps at his aunt's and misses appointments."
HEARD = "what happened with what you said"


async def test_each_contributor_hears_which_of_their_words_stand_in_which_line(database_url: str) -> None:
    async with office(database_url) as case:
        anna, ben, cerys, dev, ella = await a_session_of_five(case)
        await case.publishes()
        published = case.message(anna, "what the group found")

        told = case.direct(anna, HEARD).words
        assert "One line of it rests on what you said" in told
        assert f"Quoted from you:\n• Also said: “{AUNT}”" in told
        assert published.ts.replace(".", "") in str(case.direct(anna, HEARD).blocks)
        # Unattributed words are theirs all the same, and they alone are told.
        assert (
            f"Quoted from you:\n• Moments that could have gone another way: “{LETTER}”" in case.direct(ben, HEARD).words
        )
        assert LETTER not in case.told(anna)
        # A line that the facilitator left out, and what was for the facilitator only.
        told = case.direct(cerys, HEARD).words
        assert "One answer or reply of yours is behind no line" in told
        assert CHAIR not in told
        told = case.direct(dev, HEARD).words
        assert "One answer was for the facilitator only" in told
        assert "as you wished" in told
        # Who said nothing hears nothing, and the facilitator nothing of anybody.
        assert HEARD not in case.told(ella)
        assert HEARD not in case.told(case.fern)
        assert case.slack.refusals == []


async def test_who_said_much_the_same_is_told_so(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "The discharge letters reach the school nurse weeks late.")
        await case.person("Ben Housing").replies(stage, "Discharge letters reach our school nurse weeks late.")
        late = "The discharge letters reach the school nurse many weeks late."
        await case.person("Cerys School").replies(stage, late)
        await case.settles()
        await case.closes()
        await case.publishes()

        assert "Quoted from you" in case.direct(case.person("Anna Nurse"), HEARD).words
        told = case.direct(case.person("Cerys School"), HEARD).words
        assert "Quoted from somebody who said much the same" in told
        assert "Quoted from you" not in told
        assert case.slack.refusals == []


async def test_the_same_words_are_shown_once_with_every_heading_that_they_stand_under(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        stage = await case.starts()
        words = "Which letter does the waiting list go by?"
        await case.person("Anna Nurse").replies(stage, words)
        await case.settles()
        await case.closes()
        await case.publishes()

        told = case.direct(case.person("Anna Nurse"), HEARD).words
        assert told.count(words) == 1
        assert f"What played a part; Open questions: “{words}”" in told
        assert case.slack.refusals == []


async def test_it_waits_for_the_summary_to_stand_and_for_working_hours(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna, *_ = await a_session_of_five(case)
        case.clock.to(datetime(2026, 3, 10, 18, tzinfo=LONDON))
        case.slack.trouble.refuse("chat.postMessage", "is_archived")
        await case.publishes()
        assert HEARD not in case.told(anna)
        await case.until(datetime(2026, 3, 11, 9, 1, tzinfo=LONDON))
        assert HEARD not in case.told(anna)
        assert "Slack would not take the summary" in case.told(case.fern)


async def test_what_comes_in_the_evening_is_told_in_the_morning_and_once(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna, *_ = await a_session_of_five(case)
        case.clock.to(datetime(2026, 3, 10, 18, tzinfo=LONDON))
        await case.publishes()
        assert HEARD not in case.told(anna)
        await case.until(datetime(2026, 3, 11, 9, 1, tzinfo=LONDON))
        await case.outlasts_trouble()
        assert case.told(anna).count(HEARD) == 1
        assert case.slack.refusals == []


async def a_session_of_five(case: Office) -> tuple[Person, ...]:
    """A closed session in which four of five said something, each in another way; one line has been left out."""
    await case.opens()
    await case.invites()
    anna, ben, cerys, dev, ella = (
        case.person(name) for name in ("Anna Nurse", "Ben Housing", "Cerys School", "Dev Police", "Ella Social")
    )
    await case.answers(ben, LETTER, visibility="The group, without attribution")
    await case.answers(cerys, "", CHAIR)
    await case.answers(dev, "The sergeant signed without him.", visibility="Only the facilitator")
    stage = await case.starts()
    await anna.replies(stage, AUNT)
    await case.closes()
    await case.fern.clicks("Check the draft")
    await case.fern.clicks("Words behind it", on=case.fern.form, near="kept a chair")
    await case.fern.clicks("Leave this line out", on=case.fern.form)
    await case.fern.dismisses()
    await case.fern.dismisses()
    return anna, ben, cerys, dev, ella
