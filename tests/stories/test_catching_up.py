"""Nobody has to ask where the session stands: ground rules are pinned, and who comes late is told once."""

from bot.sandbox import Message, Person
from tests.stories.office import SESSION, Office, office, opens_a_case, session
from tests.stories.test_joining import joins, visiting

LIFE = "What does life look like"


async def test_ground_rules_and_what_is_kept_are_pinned_while_the_session_runs(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens(case, session="Half a day together: 10 questions, 158 minutes")
        await case.fern.runs("/case start", case.room)
        await case.settles()
        [rules] = case.posted("What is kept:")

        assert "We ask before we advise" in rules.words
        assert "Nothing in a workplace Slack is off the record" in rules.words
        assert rules.post.ts in case.room.pins
        assert rules.ts < case.message(case.fern, "think aloud here today").ts
        await case.closes()
        assert rules.post.ts not in case.room.pins
        assert len(case.posted("What is kept:")) == 1
        assert case.slack.refusals == []


async def test_a_session_without_ground_rules_says_what_is_kept(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        [rules] = case.posted("What is kept:")

        assert "How we work here" not in rules.words
        assert rules.post.ts in case.room.pins


async def test_a_participant_who_comes_late_hears_once_where_the_session_stands(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, dev = case.person("Anna Nurse"), case.person("Dev Police")
        await dev.leaves(case.room)
        second = await case.moves_on()
        assert caught_up(dev) == []
        await anna.invites(dev, case.room)
        await case.settles()

        [told] = caught_up(dev)
        assert "question 2 of 4: *Where could it have gone" in told.words
        assert f"/p{second.ts.replace('.', '')}" in told.words
        assert "Replies in that thread are kept while the question is open" in told.words
        await dev.leaves(case.room)
        await anna.invites(dev, case.room)
        await case.settles()
        assert len(caught_up(dev)) == 1
        assert caught_up(anna) == []
        assert case.slack.refusals == []


async def test_what_is_said_of_keeping_is_what_holds_just_then(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
        dev, ella = case.person("Dev Police"), case.person("Ella Social")
        for person in (dev, ella):
            await person.leaves(case.room)
        await case.fern.clicks("Pause keeping")
        await anna.invites(dev, case.room)
        await anna.invites(gwen, case.room)
        await case.settles()
        await case.fern.clicks("Resume keeping")
        await case.fern.clicks("Silent round")
        await anna.invites(ella, case.room)
        await case.settles()

        assert "nothing that is said now is kept" in case.told(dev)
        assert "You do not take part yet" in case.told(gwen)
        assert "Everybody writes for themselves first" in case.told(ella)
        assert case.slack.refusals == []


async def test_who_joins_the_session_from_the_channel_is_told_too(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, hal = case.person("Anna Nurse"), case.person("Hal Observer")
        gwen, stage = await visiting(case)
        await case.settles()
        assert len(caught_up(gwen)) == 1
        await gwen.replies(stage, "She sees him at the library.")
        await case.settles()
        await joins(case, gwen)

        assert len(caught_up(gwen)) == 1
        await anna.invites(hal, case.room)
        await case.closes()
        late = case.person("Ivy Late")
        await anna.invites(late, case.room)
        await case.settles()
        assert caught_up(late) == []


async def test_nobody_is_told_before_the_session_or_from_another_workspace(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
        sian = case.slack.stranger("Sian Elsewhere")
        await anna.invites(gwen, case.room)
        await case.starts()
        await anna.invites(sian, case.room)
        await case.settles()

        assert caught_up(gwen) == []
        assert caught_up(sian) == []
        assert case.slack.refusals == []


def caught_up(person: Person) -> list[Message]:
    return [each for each in person.direct_messages if "the session is at question" in each.words]


async def opens(case: Office, **other: str) -> None:
    case.clock.to(SESSION)
    await opens_a_case(case.fern, [(case.person("Anna Nurse"), "Health board", "Community nurse")], **other)
    await case.settles()
