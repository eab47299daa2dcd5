"""A private hint at kinder wording: beside the reply, for its author alone, once for each question."""

from tests.stories.conftest import asked
from tests.stories.office import Office, session

LIFE = "What does life look like"
BLAME = "The school should have told us in May."


async def test_the_author_alone_is_shown_a_question_once_for_each_stage(database_url: str) -> None:
    async with session(database_url) as case:
        anna, stage = case.person("Anna Nurse"), case.message(case.fern, LIFE)
        await anna.replies(stage, BLAME)
        await case.slack.settled()
        await anna.replies(stage, "Why didn't they ring?")
        await case.settles()

        [hint] = hints(case)
        assert "“The school should have told”" in hint
        assert "What made it make sense at the time?" in hint
        assert case.whispered(anna) == hint
        assert [words for _, _, words in case.kept] == [BLAME, "Why didn't they ring?"]
        second = await case.moves_on()
        await anna.replies(second, "Housing failed to answer.")
        await case.settles()
        assert len(hints(case)) == 2
        assert "blame" not in case.told(case.fern)
        assert not any(
            "blame" in repr(row) or "told us" in repr(row) for row in asked(database_url, "SELECT * FROM letters")
        )
        assert case.slack.refusals == []


async def test_words_that_were_changed_or_are_about_a_risk_get_no_hint(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, LIFE)
        said = await case.person("Anna Nurse").replies(stage, BLAME)
        await case.person("Anna Nurse").edits(said, "What did the school know in May?")
        await case.person("Ben Housing").replies(stage, "They should have come: he will kill himself tonight.")
        await case.person("Cerys School").replies(stage, "I should have told you in May.")
        await case.settles()

        assert hints(case) == []
        assert len(case.kept) == 3


async def test_the_facilitator_can_do_without_hints(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.fern.clicks("What is to come")
        await case.fern.clicks("No hints about wording", on=case.fern.form)
        assert case.fern.form is not None
        assert "Hint, in private, at kinder wording" in case.fern.form.buttons
        await case.fern.dismisses()
        await case.person("Anna Nurse").replies(case.message(case.fern, LIFE), BLAME)
        await case.settles()

        assert hints(case) == []


def hints(case: Office) -> list[str]:
    """Every hint that somebody was shown."""
    seen = case.slack.messages(case.room)
    return [each.words for each in seen if each.post.only_for and "can sound like blame" in each.words]
