"""People are asked again at most twice, in private, and never once they have said no."""

from datetime import date, datetime

from bot.sandbox import Person
from tests.stories.office import CREW, LONDON, Office, office


async def test_two_reminders_at_most_and_only_to_those_who_have_not_sent(database_url: str) -> None:
    async with office(database_url) as case:
        await opens_for_thursday(case)
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.answers(anna, "Nobody rang the ward back.")
        await case.begins_to_answer(ben)
        await ben.submits()
        await ben.dismisses()

        await case.until(at(9, 8, 59))
        assert reminders(ben) == []
        await case.until(at(9, 9, 1))
        assert len(reminders(ben)) == 1
        await case.until(at(10, 9, 1))
        await case.until(at(11, 18, 0))

        assert reminders(anna) == []
        assert len(reminders(ben)) == 2
        assert len(reminders(case.person("Cerys School"))) == 2
        assert all("still open" not in each.words for each in case.fern.sees(case.room))
        assert case.slack.refusals == []


async def test_who_is_asked_can_put_it_off_or_say_that_they_cannot(database_url: str) -> None:
    async with office(database_url) as case:
        await opens_for_thursday(case)
        ben, cerys = case.person("Ben Housing"), case.person("Cerys School")
        await case.until(at(9, 9, 1))
        await ben.clicks("Remind me tomorrow", on=ben.last_direct_message)
        await cerys.clicks("I cannot do this one", on=cerys.last_direct_message)
        await case.settles()
        assert "not asked again" in case.told(cerys)
        assert "one person cannot" in case.told(case.fern)
        assert "Cerys" not in case.told(case.fern)

        await case.until(at(10, 9, 1))
        assert len(reminders(ben)) == 1
        await case.until(at(11, 18, 0))
        assert len(reminders(ben)) <= 2
        assert reminders(cerys) == []

        # The questions stay open to somebody who has said no.
        await case.answers(cerys, "The letters went to an old address.")
        assert "1 of 5 have answered" in case.told(case.fern)
        assert "cannot" not in case.direct(case.fern, "have answered").words
        assert case.slack.refusals == []


async def test_nobody_is_asked_once_the_session_has_started(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens_for_thursday(case)
        await case.fern.runs("/case start", case.room)
        await case.settles()
        await case.until(at(11, 9, 1))

        assert reminders(case.person("Ben Housing")) == []
        assert case.unsent == 0


async def opens_for_thursday(case: Office) -> None:
    people = [(case.person(name), agency, role) for name, agency, role in CREW]
    await case.opens_a_case(case.fern, people, held_on=date(2026, 3, 12))
    await case.invites()


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def reminders(person: Person) -> list[str]:
    """What asks again, as it stands now."""
    return [each.words for each in person.direct_messages if "Remind me tomorrow" in each.labels]
