"""Slack gives the channel of a session another id: everything goes on under that one, and nothing is lost."""

from bot.workshop.ids import ChannelId
from bot.workshop.workshop import News
from tests.stories.office import FIRST, Office, session

LIFE = "What does life look like"


async def resumes(case: Office) -> None:
    await case.fern.clicks("Resume keeping", on=case.direct(case.fern, "another id while the session"))
    if case.fern.has_form:
        await case.fern.submits()
    await case.settles()
    case.clock.forward(seconds=5)


async def test_a_session_goes_on_under_the_new_id_of_its_channel(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben, gwen = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Gwen Visitor"))
        await anna.invites(gwen, case.room)
        stage = case.message(anna, LIFE)
        first = await anna.replies(stage, "He sleeps at his ant's.")
        second = await ben.replies(stage, "Something about his mother.")
        third = await ben.replies(stage, "He misses appointments.")
        await case.settles()

        case.slack.trouble.deliver_twice(2)
        former = case.slack.trouble.give_new_id(case.room)
        await case.settles()
        assert case.workshop.interrupted is News.OFFERED
        assert case.told(case.fern).count("another id while the session runs") == 2  # notice and desk
        assert "Paused:" in case.message(anna, LIFE).words.replace("*", "")
        await gwen.replies(stage, "I am only here to take the minutes.")
        await case.settles()
        assert case.record(lambda work: work.channels.now(ChannelId(former))) == case.room.id
        await resumes(case)

        await anna.edits(first, "He sleeps at his aunt's.")
        await ben.deletes(second)
        await anna.reacts("star", on=third)
        await anna.replies(stage, "His aunt drives him.")
        await case.settles()
        assert len(case.record(lambda work: work.tags.marks(FIRST))) == 1
        await case.moves_on()

        assert [words for _, _, words in case.kept] == [
            "He sleeps at his aunt's.",
            None,
            "He misses appointments.",
            "His aunt drives him.",
        ]
        assert len(case.posted(LIFE)) == 1
        assert case.slack.refusals == []


async def test_what_slack_tells_of_either_id_before_and_after_is_kept_once(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.hold_events()
        await anna.replies(stage, "Said before, told of after.")
        case.slack.trouble.give_new_id(case.room)
        case.clock.forward(seconds=1)
        await anna.replies(stage, "Said after, told of before.")
        case.slack.trouble.release_events([2, 1, 0, 2])
        await case.outlasts_trouble()

        assert [words for _, _, words in case.kept] == ["Said before, told of after.", "Said after, told of before."]
        assert case.slack.refusals == []


async def test_a_channel_that_is_made_public_stops_the_keeping(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.convert(case.room, public=True)
        await case.settles()
        assert "has been made public while the session runs" in case.told(case.fern)
        await anna.replies(stage, "Between us: his father rang me.")
        await case.settles()
        assert case.kept == []

        case.slack.trouble.convert(case.room, public=False)
        await case.settles()
        assert "looks as it should again" in case.told(case.fern)
        await case.fern.clicks("Resume keeping", on=case.direct(case.fern, "looks as it should again"))
        await case.settles()
        assert case.workshop.interrupted is None
        assert case.slack.refusals == []
