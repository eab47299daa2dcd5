"""People type numbers and addresses without thinking; what is kept does not tell who somebody is."""

from datetime import date

import pytest

from bot.sandbox import FormRefused
from bot.workshop.ids import UserId
from bot.workshop.privacy import LocalPattern
from tests.stories.office import FIRST, WHOLE, Office, fills_in_safety, office
from tests.stories.test_reflections import writes, written

PHONE, POSTCODE = "Ring his aunt on 01632 960 417.", "The letter went to SW1A 1AA again."


async def test_in_a_form_it_comes_back_and_nothing_is_kept_before_its_author_has_seen_it(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, POSTCODE, "Only the facilitator")
        await anna.submits()

        assert "could tell who somebody is:* postcode" in case.reads(anna)
        assert anna.form is not None
        assert "The letter went to [postcode] again." in anna.form.values.values()
        assert "Only the facilitator" in anna.form.values.values()
        assert drafted(case) == []
        anna.fills({anna.form.labels[0]: "The letter went to her old home. NHS 943 476 5919."})
        await anna.submits()
        assert "The letter went to her old home. NHS [NHS number]." in anna.form.values.values()
        anna.fills({anna.form.labels[0]: "The letter went to her old home."})
        await anna.submits()
        assert "2 of 3" in case.reads(anna)
        assert drafted(case) == ["The letter went to her old home."]

        writes(anna, POSTCODE)
        await anna.clicks("Save and leave", on=anna.form)
        assert "postcode" in case.reads(anna)
        await anna.clicks("Save and leave", on=anna.form)
        assert "Saved" in case.reads(anna)
        assert drafted(case) == ["The letter went to her old home.", "The letter went to [postcode] again."]
        assert written(case) == {}
        assert case.slack.refusals == []


async def test_what_is_of_little_harm_is_masked_unless_its_author_says_why_it_has_to_stay(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        for person in (anna, ben):
            await case.begins_to_answer(person)
            writes(person, PHONE)
            await person.submits()
            assert "This may stay if it has to:* phone number" in case.reads(person)
            assert "Ring his aunt on [phone number]." in case.reads(person)
            assert person.form is not None
            assert PHONE in person.form.values.values()
        assert drafted(case) == []

        await anna.submits()
        assert "2 of 3" in case.reads(anna)
        assert drafted(case) == ["Ring his aunt on [phone number]."]

        ben.fills({"What to do with it": "Keep it, because …"})
        assert "why this has to stay" in await case.refused(ben)
        assert drafted(case, "Ben Housing") == []
        ben.fills({"Why it has to stay": "It is the number of the duty desk."})
        await ben.submits()
        assert "2 of 3" in case.reads(ben)
        assert drafted(case, "Ben Housing") == [PHONE]
        assert deeds(case) == [("Ben Housing", "identifier_kept")]

        # What was decided is not asked again when only the eyes it is for change.
        await ben.clicks("Back", on=ben.form)
        writes(ben, PHONE, "Only the facilitator")
        await ben.submits()
        assert "2 of 3" in case.reads(ben)
        assert drafted(case, "Ben Housing") == [PHONE]
        assert case.slack.refusals == []


async def test_a_record_number_of_this_place_is_masked_as_the_settings_say(sqlite_url: str) -> None:
    client_number = (LocalPattern("client number", r"C\d{6}"),)
    async with office(sqlite_url, local_patterns=client_number) as case:
        await case.opens()
        stage = await case.starts()
        anna = case.person("Anna Nurse")
        await anna.replies(stage, "See c123456 of last year.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "See [record number] of last year.")]
        assert "record number" in case.told(anna)


async def test_in_a_thread_the_kept_copy_is_masked_and_the_author_alone_is_told(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        stage = await case.starts()
        anna, dev = case.person("Anna Nurse"), case.person("Dev Police")
        said = await anna.replies(stage, PHONE)
        await dev.replies(stage, "He was seen on Tuesday.")
        await case.settles()

        assert case.kept == [
            ("Anna Nurse", 1, "Ring his aunt on [phone number]."),
            ("Dev Police", 1, "He was seen on Tuesday."),
        ]
        assert "phone number" in case.told(anna)
        assert "please edit or delete it there" in case.told(anna)
        for person in (dev, case.fern):
            assert "phone number" not in case.told(person)
        assert "01632" not in case.told(anna)

        await anna.edits(said, "Ring his aunt.")
        await case.settles()
        assert case.kept[0] == ("Anna Nurse", 1, "Ring his aunt.")
        assert len([each for each in anna.direct_messages if "please edit or delete" in each.words]) == 1

        # An edit can bring an identifier as well as take one away.
        await anna.edits(said, "Ring his aunt on 01632 960 002.")
        await case.settles()
        assert case.kept[0] == ("Anna Nurse", 1, "Ring his aunt on [phone number].")
        assert len([each for each in anna.direct_messages if "please edit or delete" in each.words]) == 2
        assert case.slack.refusals == []


async def test_cases_and_actions_do_not_take_what_tells_who_somebody_is(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.starts()
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.fern.clicks("Add an action")
        case.fern.fills(
            {
                "What will be different?": "The boy born 12 April 2009 is seen weekly",
                "One owner": ben,
                "By when?": date(2026, 3, 20),
                "How will you know that it helped?": "Visits made",
                **WHOLE,
            }
        )
        assert "write it without" in await case.refused(case.fern)
        assert case.actions == []

        await ella.runs("/case open")
        ella.fills(
            {
                "Pseudonym": "Robin",
                "Purpose of the workshop": "Why did 943 476 5919 fall between two stools?",
                "Date of the workshop": date(2026, 3, 20),
                "People": [ben],
            }
        )
        assert "write it without" in await case.refused(ella)
        ella.fills(
            {"Pseudonym": "Robin 943 476 5919", "Purpose of the workshop": "Why did he fall between two stools?"}
        )
        assert "write it without" in await case.refused(ella)
        ella.fills({"Pseudonym": "Robin"})
        await ella.submits()
        fills_in_safety(ella)
        await ella.submits()
        ella.fills({"Agency of person 1": "Housing", "Role of person 1": "Worker of the boy born 12 April 2009"})
        with pytest.raises(FormRefused) as refused:
            await ella.submits()
        assert list(refused.value.errors) == ["Role of person 1"]
        assert case.slack.refusals == []


def drafted(case: Office, name: str = "Anna Nurse") -> list[str]:
    """Everything that somebody has written in the form, sent or not."""
    user = UserId(case.person(name).id)
    return [each.words for each in case.record(lambda work: work.answers.of_person(FIRST, user))]


def deeds(case: Office) -> list[tuple[str, str]]:
    """What the audit log says, with people's names."""
    names = {person.id: name for name, person in case.people.items()}
    return [(names[each.by or ""], str(each.deed)) for each in case.record(lambda work: work.audit.of(FIRST))]
