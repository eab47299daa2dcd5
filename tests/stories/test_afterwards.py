"""The session is over: a day later people are asked to look back, and nobody is pressed."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.sandbox import Person
from tests.stories.office import CREW, LONDON, Office, office

STAYED, CHANGES = "The aunt's empty chair.", "I see a queue where I saw a boy who does not come."


async def test_everybody_is_asked_to_look_back_on_the_next_working_day(database_url: str) -> None:
    async with closed_session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.until(at(11, 8, 59))
        assert "after the session" not in case.told(anna)
        await case.until(at(11, 9, 1))
        assert "asks you to look back" in case.told(anna)
        assert "3 questions, about 9 minutes" in case.told(anna)
        assert "asks you to look back" not in case.told(case.fern)

        # The same form: a step, away, on by command, back, and off.
        await begins(anna)
        assert "1 of 3" in case.reads(anna)
        assert "does not go into the summary" in case.reads(anna)
        writes(anna, STAYED)
        await anna.submits()
        assert "How was it to be there?" in case.reads(anna)
        await anna.clicks("Save and leave", on=anna.form)
        assert "until the workshop is closed" in case.reads(anna)
        await anna.dismisses()
        await anna.runs("/reflect")
        assert "How was it to be there?" in case.reads(anna)
        await anna.submits()
        writes(anna, CHANGES, "Only the facilitator")
        for _ in range(3):  # that, the question behind it, the last one
            await anna.submits()
        assert "until the workshop is closed" in case.reads(anna)
        await anna.submits()
        assert "with the facilitator" in case.reads(anna)
        await anna.dismisses()
        await case.settles()
        assert "your answers are with the facilitator" in case.told(anna)
        assert "1 of 5 have answered the questions after the session" in case.told(case.fern)

        await case.fern.clicks("Read the answers")
        for words in (STAYED, CHANGES, "only for you", "None of them enters the summary"):
            assert words in case.reads(case.fern)
        await case.fern.dismisses()
        await answers_one(case, ben, "Letters.")
        assert case.slack.refusals == []


async def test_the_answers_after_the_session_do_not_enter_the_summary(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await case.until(at(11, 9, 1))
        await answers_one(case, anna, STAYED)

        await case.fern.clicks("Check the draft")
        assert STAYED not in case.reads(case.fern)
        await case.fern.submits()
        await case.settles()
        published = case.message(anna, "what the group found").words
        await answers_one(case, case.person("Ben Housing"), CHANGES)
        assert case.message(anna, "what the group found").words == published
        assert STAYED not in published
        assert case.slack.refusals == []


async def test_the_facilitator_chooses_which_questions_to_read(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.answers(anna, "Nobody rang the ward back.")
        await case.starts()
        await case.closes()
        await case.fern.clicks("Read the answers")
        assert "Nobody rang the ward back." in case.reads(case.fern)
        assert "Read these" not in case.reads(case.fern)
        await case.fern.dismisses()
        await case.until(at(11, 9, 1))
        await answers_one(case, ben, STAYED, "The group, without attribution")

        await case.fern.clicks("Read the answers")
        assert STAYED in case.reads(case.fern)
        assert "Unattributed" in case.reads(case.fern)
        assert "Nobody rang" not in case.reads(case.fern)
        await case.fern.clicks("Read these", on=case.fern.form)
        assert "Nobody rang the ward back." in case.reads(case.fern)
        assert STAYED not in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_after_two_reminders_there_is_silence(database_url: str) -> None:
    async with closed_session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.until(at(11, 9, 1))
        await answers_one(case, anna, STAYED)
        await case.until(at(13, 8, 59))
        assert reminders(ben) == []
        await case.until(at(13, 9, 1))
        assert len(reminders(ben)) == 1
        await case.until(at(16, 9, 1))  # five days on is Monday
        assert len(reminders(ben)) == 2
        await case.until(at(31, 18))

        assert len(reminders(ben)) == 2
        assert all("What? So what? Now what?" not in each for each in reminders(anna))
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_it_can_be_put_off_or_left_and_taken_up_again_later(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        ben, cerys = case.person("Ben Housing"), case.person("Cerys School")
        await case.until(at(11, 9, 1))
        await case.until(at(13, 9, 1))
        await ben.clicks("Remind me tomorrow", on=ben.last_direct_message)
        await cerys.clicks("I cannot do this one", on=cerys.last_direct_message)
        await case.settles()
        assert "not asked again" in case.told(cerys)
        await case.until(at(16, 9, 1))
        assert len(reminders(ben)) == 1
        await case.until(at(31, 18))
        assert len(reminders(ben)) <= 2
        assert reminders(cerys) == []

        await cerys.runs("/reflect")
        await reads_notice(cerys)
        assert "stayed with you" in case.reads(cerys)
        assert case.slack.refusals == []


async def test_what_was_sent_can_be_withdrawn_until_the_workshop_is_closed(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.until(at(11, 9, 1))
        await answers_one(case, anna, STAYED)
        await case.publishes()
        await anna.clicks("Look at my answers")
        await anna.clicks("Withdraw everything", on=anna.form)
        assert "until the workshop is closed" in case.reads(anna)
        await anna.dismisses()
        await case.settles()
        assert "0 of 5 have answered the questions after the session" in case.told(case.fern)

        await begins(ben)
        writes(ben, CHANGES)
        await case.fern.clicks("Close the workshop")
        await case.settles()
        assert "This workshop is closed" in await case.refused(ben)
        shown = await case.person("Dev Police").runs("/reflect")
        assert shown is not None
        assert "No questions are waiting" in shown.words
        await case.until(at(31, 18))
        assert reminders(ben) == []
        assert case.slack.refusals == []


async def test_nobody_is_asked_where_the_workshop_was_closed_first(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        await case.publishes()
        await case.fern.clicks("Close the workshop")
        await case.until(at(31, 18))
        assert "after the session" not in case.told(case.person("Anna Nurse"))
        assert case.unsent == 0


async def test_no_questions_after_the_session_is_a_choice(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens(afterwards="None")
        await case.starts()
        await case.closes()
        await case.until(at(31, 18))

        assert case.workshop.after == ()
        assert "after the session" not in case.told(case.person("Anna Nurse"))
        assert case.slack.refusals == []


async def test_what_is_due_soonest_of_all_cases_opens_first_and_the_page_lists_all(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await case.until(at(11, 9, 1))
        await anna.runs("/reflect")
        await reads_notice(anna)
        assert "stayed with you" in case.reads(anna)
        await anna.dismisses()
        await anna.opens_home()
        await case.settles()
        assert anna.home is not None
        assert "What? So what? Now what?" in anna.home.text
        assert case.slack.refusals == []


@asynccontextmanager
async def closed_session(url: str, people: Sequence[str] = (), **other: Any) -> AsyncIterator[Office]:
    """A session on Tuesday 10 March that has been closed, with one reply in it; of everybody, or of some *people*."""
    async with office(url) as case:
        crew = [(case.person(name), agency, role) for name, agency, role in CREW if not people or name in people]
        await case.opens_a_case(case.fern, crew, **other)
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "He sleeps at his aunt's and misses appointments.")
        await case.closes()
        yield case


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


async def begins(person: Person) -> None:
    """Open what is asked after the session and, the first time, read the notice."""
    await person.clicks("Answer now", near="What? So what?")
    await reads_notice(person)


async def reads_notice(person: Person) -> None:
    if person.form is not None and person.form.submit == "I have read this":
        await person.submits()


async def answers_one(case: Office, person: Person, words: str, visibility: str = "The group, under my role") -> None:
    """Answer the first question, skip the others, send."""
    await begins(person)
    writes(person, words, visibility)
    while person.form is not None and person.form.submit == "Next":
        await person.submits()
    await person.submits()
    await person.dismisses()
    await case.settles()


def writes(person: Person, words: str, visibility: str = "The group, under my role") -> None:
    assert person.form is not None
    question, *_, shown_to = person.form.labels
    person.fills({question: words, shown_to: visibility})


def reminders(person: Person) -> list[str]:
    """What asks again, as it stands now."""
    return [each.words for each in person.direct_messages if "Remind me tomorrow" in each.labels]
