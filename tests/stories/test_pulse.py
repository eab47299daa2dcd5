"""How the session was: shown together, once nothing can change any more, and never anybody's own number."""

from bot.sandbox import Person
from tests.stories.office import CREW, FIRST, Office
from tests.stories.test_afterwards import at, begins, closed_session, reads_notice, reminders, writes

NAMES = [name for name, _, _ in CREW]
HELD_BACK, FREE = "0: I held back", "10: I could say anything"


async def test_means_are_shown_once_the_week_is_over_to_the_facilitator_and_to_whoever_asks(database_url: str) -> None:
    async with closed_session(database_url) as case:
        await case.until(at(11, 9, 1))
        for name, number in zip(NAMES, (HELD_BACK, "2", "9", FREE), strict=False):
            await chooses(case, case.person(name), number)
        assert "still open, until 17 March 2026" in await seen(case.fern, case)
        await chooses_again(case, case.person("Ben Housing"), "3")
        await case.until(at(17, 23, 50))
        assert "still open" in await seen(case.fern, case)
        await case.until(at(18, 0, 10))

        # Four of five answered: too few, and nothing says that it was four.
        shown = await seen(case.fern, case)
        assert "Too few people answered" in shown
        assert "of 10" not in shown
        assert shown == await seen(case.person("Ella Social"), case)
        assert case.slack.refusals == []


async def test_when_everybody_has_answered_it_closes_and_nothing_can_be_changed(database_url: str) -> None:
    async with closed_session(database_url) as case:
        await case.until(at(11, 9, 1))
        for name, number in zip(NAMES, (HELD_BACK, "1", "9", FREE, FREE), strict=True):
            assert "still open" in await seen(case.fern, case)
            await chooses(case, case.person(name), number)

        shown = await seen(case.fern, case)
        assert "6 of 10. The answers were far apart" in shown
        assert "I held back" in shown
        assert shown == await seen(case.person("Anna Nurse"), case)
        await case.person("Anna Nurse").clicks("Look at my answers")
        assert "have closed" in case.told(case.person("Anna Nurse"))
        assert case.slack.refusals == []


async def test_it_closes_with_the_workshop(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        await case.until(at(11, 9, 1))
        for name in NAMES[:4]:
            await chooses(case, case.person(name), "9")
        await case.publishes()
        await begins_pulse(case.person("Ella Social"))
        await case.fern.clicks("Close the workshop")
        await case.settles()

        assert "This workshop is closed" in await case.refused(case.person("Ella Social"))
        assert "Too few people answered" in await seen(case.fern, case)
        assert case.slack.refusals == []


async def test_nobody_is_shown_a_single_number_or_who_gave_one(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.until(at(11, 9, 1))
        told = case.told(case.fern)
        await begins_pulse(anna)
        assert "nobody is shown what you choose" in case.reads(anna)
        assert anna.form is not None
        assert len(anna.form.labels) == 1  # neither who may see it is asked, nor of a risk: there are no words
        await anna.dismisses()
        await chooses(case, anna, "4")
        assert case.told(case.fern) == told
        assert "Read the answers" not in case.direct(case.fern, "draft of the summary").labels

        await begins(ben)
        writes(ben, "The aunt's empty chair.")
        while "This is what you have written" not in case.reads(ben):
            await ben.submits()
        await ben.submits()
        await ben.dismisses()
        await case.settles()
        await case.fern.clicks("Read the answers")
        assert "empty chair" in case.reads(case.fern)
        assert "of 10" not in case.reads(case.fern)
        assert "How was the session?" not in case.reads(case.fern)
        await case.fern.dismisses()
        await case.fern.clicks("Check the draft")
        assert "of 10" not in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_one_reminder_names_both_and_a_pulse_that_has_closed_is_not_mentioned(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.until(at(11, 9, 1))
        await chooses(case, anna, "4")
        await case.until(at(13, 9, 1))
        [first] = reminders(ben)
        assert "What? So what? Now what?" in first
        assert "How was the session?" in first
        [first] = reminders(anna)
        assert "How was the session?" not in first
        await ben.clicks("I cannot do this one", on=ben.last_direct_message)
        await case.until(at(16, 9, 1))
        await case.until(at(31, 18))
        assert reminders(ben) == []
        assert len(reminders(anna)) == 2
        assert case.slack.refusals == []


async def test_so_few_people_that_nothing_could_be_shown_are_not_asked(sqlite_url: str) -> None:
    async with closed_session(sqlite_url, people=NAMES[:4]) as case:
        await case.until(at(11, 9, 1))
        anna = case.person("Anna Nurse")
        assert "What? So what? Now what?" in case.told(anna)
        assert "How was the session?" not in case.told(anna)
        assert "See how it was" not in case.direct(anna, "after the session").labels
        assert case.slack.refusals == []


async def test_a_pulse_can_be_all_that_is_asked(sqlite_url: str) -> None:
    async with closed_session(sqlite_url, afterwards="How was the session?: 3 questions, 3 minutes") as case:
        await case.until(at(11, 9, 1))
        anna = case.person("Anna Nurse")
        assert "How was the session?" in case.told(anna)
        assert "What? So what? Now what?" not in case.told(anna)
        await anna.opens_home()
        await case.settles()
        assert anna.home is not None
        assert "How was the session? (until 17 March 2026)" in anna.home.text
        await anna.runs("/reflect")
        await reads_notice(anna)
        await anna.submits()
        await anna.submits()
        await anna.submits()
        assert "Nothing is written yet" in await case.refused(anna)
        assert case.record(lambda work: work.answers.of(FIRST)) == []
        assert case.slack.refusals == []


async def begins_pulse(person: Person) -> None:
    await person.clicks("Answer now", near="How was the session?")
    await reads_notice(person)


async def chooses(case: Office, person: Person, number: str) -> None:
    """Choose *number* for the first question, skip the others, send."""
    await begins_pulse(person)
    await fills_in(case, person, number)


async def chooses_again(case: Office, person: Person, number: str) -> None:
    await person.clicks("Look at my answers")
    await person.clicks("Change", on=person.form, near="How safe")
    await fills_in(case, person, number)


async def fills_in(case: Office, person: Person, number: str) -> None:
    assert person.form is not None
    person.fills({person.form.labels[0]: number})
    while "This is what you have chosen" not in case.reads(person):
        await person.submits()
    await person.submits()
    assert "counts together" in case.reads(person)
    await person.dismisses()
    await case.settles()


async def seen(person: Person, case: Office) -> str:
    """What *person* sees of it now."""
    await person.clicks("See how it was")
    shown = case.reads(person)
    await person.dismisses()
    return shown
