"""Forms that are open twice, or tapped twice: no typed word is lost, and people are told what happened."""

import asyncio

from bot.sandbox import Person
from tests.stories.office import Office, office
from tests.stories.test_identifiers import POSTCODE, drafted
from tests.stories.test_reflections import MOMENT, STRENGTH, writes

LATER = "Nobody rang the ward back, twice."


async def test_an_answer_that_was_changed_on_another_device_is_shown_before_it_is_replaced(database_url: str) -> None:
    async with office(database_url) as case:
        anna = await answering_on_two_devices(case)
        writes(anna, LATER)
        await anna.submits()
        assert "2 of 3" in case.reads(anna)

        anna.changes_device()
        await anna.submits()
        assert "changed on another device" in case.reads(anna)
        assert LATER in case.reads(anna)
        assert anna.form is not None
        assert MOMENT in anna.form.values.values()
        assert drafted(case) == [LATER]

        await anna.submits()
        assert "2 of 3" in case.reads(anna)
        assert drafted(case) == [MOMENT]
        assert case.slack.refusals == []


async def test_an_empty_form_on_one_device_does_not_wipe_what_was_written_on_another(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna = await answering_on_two_devices(case)
        writes(anna, LATER)
        await anna.submits()

        anna.changes_device()
        writes(anna, "")
        await anna.clicks("Save and leave", on=anna.form)
        assert LATER in case.reads(anna)
        assert drafted(case) == [LATER]
        assert case.slack.refusals == []


async def test_words_that_are_not_kept_yet_are_not_called_kept_beside_a_question_about_a_risk(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna = await answering_on_two_devices(case)
        writes(anna, "Nobody has seen her since he threatened to hurt her.")
        await anna.submits()
        assert "What you wrote has been kept" in case.reads(anna)

        anna.changes_device()
        await anna.submits()
        assert "has not been saved yet" in case.reads(anna)
        assert "You wrote “threatened to hurt”" in case.reads(anna)
        assert "has been kept" not in case.reads(anna)
        assert case.slack.refusals == []


async def test_the_same_words_on_both_devices_are_no_conflict(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna = await answering_on_two_devices(case)
        writes(anna, MOMENT)
        await anna.submits()

        anna.changes_device()
        await anna.submits()
        assert "2 of 3" in case.reads(anna)


async def test_a_second_tap_moves_once_and_says_so(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, MOMENT)
        await anna.submits()
        writes(anna, STRENGTH)
        form = anna.form
        await asyncio.gather(anna.clicks("Back", on=form), anna.clicks("Back", on=form))

        assert "had moved on already" in case.reads(anna)
        await anna.dismisses()
        assert "1 of 3" in case.reads(anna)
        assert drafted(case) == [MOMENT, STRENGTH]


async def test_words_with_an_identifier_are_not_lost_by_a_second_tap(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, POSTCODE)
        form = anna.form
        await asyncio.gather(*(anna.clicks("Save and leave", on=form) for _ in range(2)))

        assert anna.form is not None
        assert "The letter went to [postcode] again." in anna.form.values.values()
        assert drafted(case) == []


async def test_a_form_that_took_too_long_to_open_says_so_and_opens_again(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, MOMENT)
        await anna.submits()
        await anna.dismisses()
        case.slack.trouble.refuse("views.open", "expired_trigger_id")
        await anna.clicks("Answer now")
        await case.settles()
        assert anna.form is None
        assert "took too long to open" in case.told(anna)

        await anna.clicks("Answer now")
        assert "2 of 3" in case.reads(anna)
        assert drafted(case) == [MOMENT]


async def answering_on_two_devices(case: Office) -> Person:
    """Anna has the first question open on both, and has written on the one that she has put down."""
    await case.opens()
    await case.invites()
    anna = case.person("Anna Nurse")
    await case.begins_to_answer(anna)
    writes(anna, MOMENT)
    anna.changes_device()
    await anna.runs("/reflect")
    return anna
