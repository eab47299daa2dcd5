"""The edges of capture: what is not kept is said once, in private, to whoever wrote it."""

from bot.workshop.agenda import Listening
from tests.stories.office import FIRST, Office, quoted_in, session

LIFE = "What does life look like"
SILENT = "Everybody writes in silence first"


async def test_who_writes_in_a_pause_is_told_once_what_to_do(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        case.clock.forward(seconds=5)
        await case.fern.clicks("Pause keeping")
        case.clock.forward(seconds=5)
        said = await anna.replies(stage, "Lavender: his father rang me.")
        await case.settles()
        await anna.replies(stage, "And his aunt.")
        slip = await anna.replies(stage, "Never mind.")
        await anna.deletes(slip)
        await case.settles()
        case.clock.forward(seconds=5)
        await case.fern.clicks("Resume keeping")
        case.clock.forward(seconds=5)
        await ben.replies(stage, "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He misses appointments."]
        [told] = notices(case, "Anna Nurse")
        assert "Keeping was paused when you wrote it" in told
        assert "once the facilitator goes on" in told
        assert said.ts.replace(".", "") in told
        assert "Lavender" not in told
        assert notices(case, "Ben Housing") == notices(case, "Fern Facilitator") == []

        await anna.edits(said, "Lavender: his father rang me on Monday.")
        await case.fern.clicks("Pause keeping")
        case.clock.forward(seconds=5)
        await anna.replies(stage, "Off again?")
        await case.settles()
        assert len(notices(case, "Anna Nurse")) == 1
        assert case.slack.refusals == []


async def test_who_answers_a_closed_question_is_told_where_to_write(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        first = case.message(anna, LIFE)
        case.clock.forward(seconds=5)
        second = await case.moves_on()
        case.clock.forward(seconds=5)
        await anna.replies(first, "One more thing.")
        await case.settles()
        assert "in the thread of the question that is open now" in notices(case, "Anna Nurse")[0]

        await case.closes()
        case.clock.forward(seconds=5)
        await anna.replies(second, "And another.")
        await ben.replies(second, "I forgot the ward.")
        await case.settles()

        assert case.kept == []
        assert len(notices(case, "Anna Nurse")) == 2
        assert "The session is over; tell the facilitator" in notices(case, "Ben Housing")[0]
        assert case.slack.refusals == []


async def test_in_a_silent_question_people_are_told_to_wait(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, fern = case.person("Anna Nurse"), case.fern
        await fern.clicks("What is to come")
        fern.fills({"A question of the moment": "What did his aunt see?", "How do people answer?": SILENT})
        await fern.submits()
        await fern.dismisses()
        card = await case.moves_on()
        assert case.record(lambda work: work.stages.of(FIRST))[-1].listens is Listening.SILENT
        await anna.replies(card, "She saw all of it.")
        await case.settles()

        assert case.kept == []
        assert "Everybody writes in silence first" in notices(case, "Anna Nurse")[0]
        assert case.slack.refusals == []


async def test_words_beside_a_file_are_kept_and_the_file_is_not(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "The ward's letter.", file="letter.pdf")
        await anna.replies(stage, "", file="no-words.pdf")
        await anna.edits(said, "The ward's letter of May.")
        await ben.replies(stage, "", file="map.png", broadcast=True)
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "The ward's letter of May.")]
        for name in ("Anna Nurse", "Ben Housing"):
            [told] = notices(case, name)
            assert "files are not kept" in told
            assert "letter" not in told.replace("letter.pdf", "")
        assert case.slack.refusals == []


async def test_an_author_withdraws_their_words_while_the_session_runs(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "Lavender: his mother told me in confidence.")
        await ben.replies(stage, "He misses appointments.")
        await case.settles()

        await anna.uses("Withdraw my words", on=said)
        assert "This cannot be undone" in case.reads(anna)
        assert "stays in Slack" in case.reads(anna)
        await anna.submits()
        assert "Erased" in case.reads(anna)
        await anna.dismisses()
        await anna.edits(said, "Lavender: his mother told me.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, None), ("Ben Housing", 1, "He misses appointments.")]
        assert "One reply kept" in case.told(case.fern)
        assert ("words_withdrawn", "Anna Nurse") in case.deeds
        assert "Lavender" in said.words
        await anna.uses("Withdraw my words", on=said)
        assert "Nothing is kept of this message" in case.whispered(anna)
        assert case.slack.refusals == []


async def test_words_leave_the_draft_that_is_being_checked(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "He sleeps at his aunt's.")
        await ben.replies(stage, "He misses appointments.")
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "aunt" in case.reads(case.fern)
        await case.fern.dismisses()

        await anna.uses("Withdraw my words", on=said)
        assert "leaves every draft" in case.reads(anna)
        await anna.submits()
        await case.settles()
        await case.fern.clicks("Check the draft")

        assert "aunt" not in case.reads(case.fern)
        assert "misses appointments" in case.reads(case.fern)
        assert all("aunt" not in quoted_in(line) for each in case.summaries for line in each.findings)
        assert case.slack.refusals == []


async def test_what_a_published_summary_quotes_stays_in_it_and_that_is_said_before(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "He sleeps at his aunt's.")
        await case.closes()
        await case.publishes()

        await anna.uses("Withdraw my words", on=said)
        assert "published quotes these words" in case.reads(anna)
        assert "leaves every draft" not in case.reads(anna)
        await anna.submits()
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, None)]
        assert "aunt" in quoted_in(case.summaries[0].lines[0])
        # Nothing else stands in it, so there is nothing to put in its place.
        proposed = case.direct(case.fern, "is proposed to you").words
        assert "the published summary quotes,* in one line" in proposed
        assert "What is published stays as it is until you withdraw it" in proposed
        assert case.slack.refusals == []


async def test_nobody_withdraws_what_others_said_or_what_was_never_kept(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "He sleeps at his aunt's.")
        aside = await ben.says("Coffee is ready.", case.room)
        await case.settles()

        for message, sentence in ((said, "Only the person who wrote this"), (stage, "Only the person who wrote this")):
            await ben.uses("Withdraw my words", on=message)
            assert sentence in "\n".join(each.words for each in case.slack.messages(case.room) if each.post.only_for)
        await ben.uses("Withdraw my words", on=aside)
        assert "Nothing is kept of this message" in case.whispered(ben)
        assert not ben.has_form
        assert case.kept == [("Anna Nurse", 1, "He sleeps at his aunt's.")]
        assert case.slack.refusals == []


async def test_words_that_are_still_on_their_way_never_arrive(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.hold_events()
        said = await anna.replies(stage, "Lavender.")
        await anna.uses("Withdraw my words", on=said)
        await anna.submits()
        case.slack.trouble.release_events()
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, None)]
        assert case.slack.refusals == []


def notices(case: Office, name: str) -> list[str]:
    """What somebody was told of replies and files that were not kept."""
    said = [each.words for each in case.person(name).direct_messages]
    return [each for each in said if "not kept" in each and "Your desk" not in each and "Paused" not in each]


async def test_who_writes_in_the_channel_itself_is_told_once_where_the_thread_is(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
        await anna.invites(gwen, case.room)
        await anna.says("He sleeps at his aunt's.", case.room)
        await anna.says("Back in five minutes!", case.room)
        await gwen.says("Hello everybody.", case.room)
        await case.fern.says("Welcome.", case.room)
        await case.settles()
        await case.moves_on()
        await anna.says("Sorry, this keyboard.", case.room)
        await case.settles()

        assert case.told(anna).count("stands in the channel itself, so it is not in the record") == 1
        assert "in the channel itself" not in case.told(gwen) + case.told(case.fern)
        assert case.kept == []
        assert case.slack.refusals == []


async def test_a_question_whose_card_is_deleted_goes_on_in_its_thread(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        first = await anna.replies(stage, "He sleeps at his ant's.")
        second = await ben.replies(stage, "Something about his mother.")
        await case.settles()
        case.slack.trouble.remove(stage)
        await case.fern.runs("/case longer", case.room)
        await case.settles()
        await case.fern.runs("/case longer", case.room)
        await case.settles()
        assert len([each for each in anna.thread(stage) if LIFE in each.words]) == 1
        await anna.edits(first, "He sleeps at his aunt's.")
        await ben.deletes(second)
        await ben.replies(stage, "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He sleeps at his aunt's.", None, "He misses appointments."]
        assert case.slack.refusals == []


async def test_a_question_whose_card_is_deleted_before_anybody_answered_is_asked_again(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        case.slack.trouble.remove(case.message(anna, LIFE))
        await case.fern.runs("/case longer", case.room)
        await case.settles()
        await anna.replies(case.message(anna, LIFE), "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He misses appointments."]
        assert case.slack.refusals == []
