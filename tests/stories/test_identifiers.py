"""People type numbers and addresses without thinking; what is kept does not tell who somebody is."""

from datetime import date

from tests.stories.office import Office, office
from tests.stories.test_reflections import writes, written

PHONE, POSTCODE = "Ring his aunt on 01632 960 417.", "The letter went to SW1A 1AA again."


async def test_in_a_form_it_comes_back_masked_and_nothing_is_kept_before_its_author_has_seen_it(
    database_url: str,
) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, PHONE, "Only the facilitator")
        await anna.submits()

        assert "a phone number" in case.reads(anna) or "phone number" in case.reads(anna)
        assert anna.form is not None
        assert "Ring his aunt on [phone number]." in anna.form.values.values()
        assert "Only the facilitator" in anna.form.values.values()
        assert drafted(case) == []
        question, _ = anna.form.labels
        anna.fills({question: "Ring his aunt."})
        await anna.submits()
        assert "2 of 3" in case.reads(anna)
        assert drafted(case) == ["Ring his aunt."]

        writes(anna, POSTCODE)
        await anna.clicks("Save and leave", on=anna.form)
        assert "postcode" in case.reads(anna)
        await anna.clicks("Save and leave", on=anna.form)
        assert "Saved" in case.reads(anna)
        assert drafted(case) == ["Ring his aunt.", "The letter went to [postcode] again."]
        assert written(case) == {}
        assert case.slack.refusals == []


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
        assert case.slack.refusals == []


def drafted(case: Office) -> list[str]:
    """Everything of Anna's that is stored, sent or not."""
    workshop, anna = case.workshop.id, case.person("Anna Nurse").id
    return [each.words for each in case.record(lambda work: work.answers.of_person(workshop, anna))]  # type: ignore[arg-type]
