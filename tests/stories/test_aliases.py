"""Real names that a facilitator puts on the register are masked wherever somebody writes them, and never shown."""

from bot.sandbox import Person
from tests.stories.office import office, session
from tests.stories.test_identifiers import deeds, drafted
from tests.stories.test_reflections import writes, written

NAME = "Gwyn Protheroe"


async def test_a_name_is_masked_in_forms_and_threads_before_and_after_it_was_put_in(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        await case.invites()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.begins_to_answer(anna)
        writes(anna, "Protheroe's letters went to the old flat, ring 01632 960 417.")
        await anna.submits()
        anna.fills({"What to do with it": "Keep it, because …", "Why it has to stay": "It is the duty desk."})
        await anna.submits()
        await anna.dismisses()
        await case.answers(ben, "I asked Mr Protheroe to come in.")

        await case.fern.clicks("Names to mask")
        await puts_in(case.fern, NAME, "Rowan")
        assert "masked in 2 answers and replies" in case.reads(case.fern)
        assert drafted(case) == ["Rowan's letters went to the old flat, ring 01632 960 417."]
        assert written(case) == {"I asked Mr Rowan to come in.": "named_role"}

        await anna.runs("/reflect")
        writes(anna, "gwyn protheroe was never asked. I told Wyn twice.")
        await anna.submits()
        assert "could tell who somebody is:* name" in case.reads(anna)
        assert "Rowan was never asked." in str(anna.form and anna.form.values)
        await anna.dismisses()

        await case.fern.dismisses()
        stage = await case.starts()
        await case.person("Dev Police").replies(stage, "G. Protheroe was seen on Tuesday.")
        await case.settles()
        assert case.kept == [("Dev Police", 1, "Rowan was seen on Tuesday.")]
        assert "name" in case.told(case.person("Dev Police"))
        assert case.slack.refusals == []


async def test_a_name_that_was_put_in_is_never_shown_again(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.fern.runs("/case names")
        await puts_in(case.fern, NAME, "Rowan")
        await puts_in(case.fern, "Mair Protheroe", "Rowan's mother")

        shown = case.reads(case.fern)
        assert "2 names are masked" in shown
        assert "Rowan's mother" in shown
        assert case.fern.form is not None
        assert not any(case.fern.form.values.get(label) for label in ("Real name", "What stands for it"))
        assert "Protheroe" not in str(case.fern.form.view.payload)
        assert "Protheroe" not in case.told(case.fern)
        assert [deed for _, deed in deeds(case)] == ["alias_added", "alias_added"]


async def test_a_name_can_be_taken_off_and_is_then_no_longer_masked(database_url: str) -> None:
    async with session(database_url) as case:
        stage = case.message(case.fern, "What does life look like")
        await case.fern.clicks("Names to mask")
        await puts_in(case.fern, "Will Jones", "the uncle")
        anna = case.person("Anna Nurse")
        await anna.replies(stage, "Will Jones will ring.")
        await case.settles()
        await case.fern.clicks("Remove", on=case.fern.form)
        assert "No name is masked" in case.reads(case.fern)
        await anna.replies(stage, "Will Jones rang.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["the uncle will ring.", "Will Jones rang."]
        assert [deed for _, deed in deeds(case)] == ["alias_added", "alias_dropped"]
        assert case.slack.refusals == []


async def test_a_draft_loses_lines_that_hold_a_name(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, "What does life look like")
        await case.person("Anna Nurse").replies(stage, "Gwyn sleeps at his aunt's.")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Names to mask")
        await puts_in(case.fern, NAME, "Rowan")
        await case.fern.dismisses()
        await case.settles()

        await case.fern.clicks("Check the draft")
        assert "Rowan sleeps at his aunt's." in case.reads(case.fern)
        assert "Gwyn" not in case.reads(case.fern)


async def test_what_cannot_be_put_in_is_told_under_its_question(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        fern = case.fern
        await fern.clicks("Names to mask")
        for name, pseudonym, sentence in (
            ("G", "Rowan", "two letters at least"),
            (NAME, "Gwyn's son", "must not hold a name"),
            (NAME, "the man of 943 476 5919", "write it without"),
        ):
            fern.fills({"Real name": name, "What stands for it": pseudonym})
            assert sentence in await case.refused(fern)
        await puts_in(fern, NAME, "Rowan")
        fern.fills({"Real name": NAME.lower(), "What stands for it": "Robin"})
        assert "on the register already" in await case.refused(fern)
        assert "One name is masked" in case.reads(fern)


async def test_the_register_is_the_facilitators_alone(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna = case.person("Anna Nurse")
        await anna.runs("/case names", case.room)

        assert "Only the facilitator" in case.whispered(anna)
        assert anna.form is None


async def puts_in(person: Person, name: str, pseudonym: str) -> None:
    person.fills({"Real name": name, "What stands for it": pseudonym})
    await person.submits()
