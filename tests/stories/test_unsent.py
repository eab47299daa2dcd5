"""What was written before the session and not sent: its author hears what becomes of it."""

from tests.stories.office import Office, office

BEGUN = "what you had written to the questions before it was not sent"


async def test_who_has_not_sent_is_told_once_and_no_message_invites_any_more(database_url: str) -> None:
    async with office(database_url) as case:
        anna, ben, cerys = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Cerys School"))
        await case.opens()
        await case.invites()
        await case.begins_to_answer(anna)
        assert anna.form is not None
        anna.fills({anna.form.labels[0]: "Nobody rang the ward back."})
        await anna.submits()
        await anna.dismisses()
        await case.answers(ben, "The application closed by itself.")
        await case.starts()
        await case.outlasts_trouble()

        assert case.told(anna).count(BEGUN) == 1
        assert BEGUN not in case.told(ben) + case.told(cerys) + case.told(case.fern)
        assert "they can no longer be changed" in case.direct(ben, "before the workshop").words
        for person in (anna, cerys):
            invitation = case.direct(person, "before the workshop")
            assert "these questions are closed" in invitation.words
            assert "Answer now" not in invitation.labels
        assert case.slack.refusals == []


async def test_a_session_without_questions_before_it_tells_nobody(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.starts()
        await case.outlasts_trouble()

        assert case.told(case.person("Anna Nurse")) == ""


async def test_questions_go_on_behind_the_last_answer_and_not_at_one_that_was_skipped(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await case.opens()
        await case.invites()
        await case.begins_to_answer(anna)
        await goes_through(case, "", "", "His aunt would take him.")
        await anna.clicks("Answer now")

        assert anna.form is not None
        assert anna.form.submit == "Send"


async def test_a_reference_after_the_command_names_the_case(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await case.opens()
        await case.invites()
        await anna.runs("/reflect LC-2026-0001")
        assert anna.has_form
        await anna.dismisses()
        shown = await anna.runs("/reflect lc-2026-0999")
        assert shown is not None
        assert "You have no part in LC-2026-0999" in shown.words


async def goes_through(case: Office, *words: str) -> None:
    """Leave each question with these words, and the review unsent."""
    anna, waiting = case.person("Anna Nurse"), list(words)
    while anna.form is not None and anna.form.submit == "Next":
        anna.fills({anna.form.labels[0]: waiting.pop(0) if waiting else "Said."})
        await anna.submits()
    await anna.dismisses()
