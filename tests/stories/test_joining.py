"""Somebody is in the room and writes, but is no participant: they are asked, and answer for themselves."""

from bot.sandbox import Message, Person
from tests.stories.conftest import asked
from tests.stories.office import Office, session

LIFE = "What does life look like"
READ = "I have read what is kept and who sees it"


async def test_a_visitor_joins_and_what_they_wrote_before_is_kept(database_url: str) -> None:
    async with session(database_url) as case:
        gwen, stage = await visiting(case)
        said = await gwen.replies(stage, "Lavender: she sees him at the libary.")
        await gwen.edits(said, "Lavender: she sees him at the library. Ring 01632 960 417.")
        slip = await gwen.replies(stage, "Crimson.")
        await gwen.deletes(slip)
        await case.settles()

        assert case.kept == []
        assert "Do you want to join?" in case.whispered(gwen)
        assert "Lavender" not in case.whispered(gwen)
        assert not any("Lavender" in repr(row) for row in asked(database_url, "SELECT body FROM drafts"))
        await joins(case, gwen)

        assert "Your reply has been kept" in case.reads(gwen)
        await gwen.dismisses()
        assert [words for _, _, words in case.kept if words] == [
            "Lavender: she sees him at the library. Ring [phone number]."
        ]
        assert "has joined the session" in case.told(case.fern)
        assert "Librarian (City library)" in case.told(case.fern)
        assert "Librarian" in case.message(gwen, "Understand why support stopped").words
        assert "One reply kept" in case.told(case.fern)
        await gwen.replies(stage, "He reads there all day.")
        await case.outlasts_trouble()

        assert len([words for _, _, words in case.kept if words]) == 2
        assert "Do you want to join?" not in case.told(gwen)
        await case.fern.clicks("My brief")
        await case.settles()
        assert f"Joined during the session, after the questions:* {gwen.mention}" in case.reads(case.fern)
        assert "0 of 5 have answered" in case.reads(case.fern)
        assert asked(database_url, "SELECT count(*) FROM drafts") == [(0,)]
        assert case.slack.refusals == []


async def test_what_a_stale_button_answers_stands_in_the_thread_where_it_was_pressed(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        gwen, stage = await visiting(case)
        await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        [question] = [each for each in case.slack.messages(case.room) if each.post.only_for == gwen.id]
        await joins(case, gwen)
        await gwen.dismisses()
        await gwen.clicks("Join the session", on=question)

        assert "nothing to join here any more" in case.whispered(gwen)
        said = [each for each in case.slack.messages(case.room) if each.post.only_for == gwen.id][-1]
        assert said.post.thread_ts == stage.ts


async def test_who_misses_the_question_is_asked_once_more_in_private(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        gwen, stage = await visiting(case)
        said = await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        await gwen.replies(stage, "Every day.")
        await case.outlasts_trouble()
        await gwen.replies(stage, "Until six.")
        await case.outlasts_trouble()

        whispers = [each for each in case.slack.messages(case.room) if each.post.only_for == gwen.id]
        assert len(whispers) == 1
        [again] = [each for each in gwen.direct_messages if "Do you want to join?" in each.words]
        assert said.ts.replace(".", "") in again.words
        await joins(case, gwen)
        assert "Your 3 replies have been kept" in case.reads(gwen)
        await gwen.dismisses()
        await gwen.clicks("Join the session", on=again)
        said_to = [each.words for each in case.slack.messages(again.channel)]
        assert any("nothing to join here any more" in words for words in said_to)
        assert case.slack.refusals == []


async def test_who_says_no_is_forgotten_and_may_think_again(database_url: str) -> None:
    async with session(database_url) as case:
        gwen, stage = await visiting(case)
        await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        await gwen.clicks("No, thank you")
        assert "erased" in case.reads(gwen)
        await gwen.dismisses()
        await gwen.replies(stage, "Every day.")
        await case.outlasts_trouble()

        assert "Do you want to join?" not in case.told(gwen)
        assert asked(database_url, "SELECT count(*) FROM drafts WHERE draft LIKE 'held:%'") == [(0,)]
        await joins(case, gwen)
        await gwen.dismisses()
        await gwen.replies(stage, "Until six.")
        await case.settles()
        assert case.kept == [("Gwen Visitor", 1, "Until six.")]
        assert case.slack.refusals == []


async def test_what_waits_for_an_answer_goes_when_the_session_ends(database_url: str) -> None:
    async with session(database_url) as case:
        gwen, stage = await visiting(case)
        await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        question = next(each for each in gwen.thread(stage) if each.post.only_for == gwen.id)
        await case.closes()
        await gwen.replies(stage, "Every day.")
        await case.outlasts_trouble()
        await gwen.clicks("Join the session", on=question)

        assert not gwen.has_form
        assert "nothing to join here any more" in case.whispered(gwen)
        assert "Do you want to join?" not in case.told(gwen)
        assert case.kept == []
        assert asked(database_url, "SELECT count(*) FROM drafts") == [(0,)]
        assert case.slack.refusals == []


async def test_nobody_joins_without_agency_role_and_having_read_what_is_kept(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        gwen, stage = await visiting(case)
        await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        await gwen.clicks("Join the session")
        gwen.fills({"Your agency": " ", "Your role": "Librarian", "Before you join": [READ]})
        assert "needs an agency and a role" in await case.refused(gwen)
        assert case.kept == []


async def test_the_facilitator_other_workspaces_and_what_is_said_in_a_pause_are_not_asked(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        gwen, stage = await visiting(case)
        sian = case.slack.stranger("Sian Elsewhere")
        await case.person("Anna Nurse").invites(sian, case.room)
        await sian.replies(stage, "From the other council.")
        await case.fern.replies(stage, "Thank you, all.")
        case.clock.forward(seconds=5)
        await case.fern.clicks("Pause keeping")
        case.clock.forward(seconds=5)
        await gwen.replies(stage, "Off the record?")
        await case.outlasts_trouble()

        people = {gwen.id, sian.id}
        assert [each for each in case.slack.messages(case.room) if each.post.only_for in people] == []
        assert asked(sqlite_url, "SELECT count(*) FROM drafts") == [(0,)]
        assert "Do you want to join?" not in case.told(gwen) + case.told(case.fern)


async def visiting(case: Office) -> tuple[Person, Message]:
    """Gwen, who was brought into the channel, and the first question."""
    anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
    await anna.invites(gwen, case.room)
    return gwen, case.message(gwen, LIFE)


async def joins(case: Office, gwen: Person) -> None:
    """Fill in the form and send it."""
    await gwen.clicks("Join the session")
    gwen.fills({"Your agency": "City library", "Your role": "Librarian", "Before you join": [READ]})
    await gwen.submits()
    await case.settles()
