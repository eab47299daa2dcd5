"""What is kept of a session, whatever the network does to what people say."""

from tests.stories.conftest import Log, asked, sql
from tests.stories.office import office, session

LIFE = "What does life look like"


async def test_a_reply_that_slack_delivers_twice_is_kept_once(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)

        case.slack.trouble.deliver_twice(2)
        said = await anna.replies(stage, "He sleeps at his aunt's.")
        await anna.edits(said, "He sleeps at his aunt's now.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "He sleeps at his aunt's now.")]
        assert "One reply kept" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_edits_and_deletions_that_overtake_their_message_come_out_right(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben, cerys = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Cerys School"))
        stage = case.message(anna, LIFE)

        case.slack.trouble.hold_events()
        first = await anna.replies(stage, "He missed too viewings.")
        await anna.edits(first, "He missed two viewings.")
        await anna.edits(first, "He missed two viewings in May.")
        slip = await ben.replies(stage, "His mother told me in confidence.")
        await ben.deletes(slip)
        second_thoughts = await cerys.replies(stage, "I never liked the plan.")
        await cerys.edits(second_thoughts, "I was not sure about the plan.")
        await cerys.deletes(second_thoughts)
        case.slack.trouble.release_events("reversed")
        await case.settles()

        assert case.kept == [
            ("Anna Nurse", 1, "He missed two viewings in May."),
            ("Ben Housing", 1, None),
            ("Cerys School", 1, None),
        ]
        assert "One reply kept" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_what_was_said_before_a_stage_closed_is_kept_however_late_it_comes(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        first = case.message(anna, LIFE)

        case.slack.trouble.hold_events()
        in_time = await anna.replies(first, "Said while the question was open.")
        second = await case.moves_on()
        await ben.replies(first, "Said after it was closed.")
        await ben.replies(second, "Said to the next question.")
        await anna.edits(in_time, "Said while the question was open, and corrected after.")
        case.slack.trouble.release_events()
        await case.settles()

        assert case.kept == [
            ("Anna Nurse", 1, "Said while the question was open, and corrected after."),
            ("Ben Housing", 2, "Said to the next question."),
        ]
        assert "2 replies kept" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_a_reply_that_is_faster_than_the_answer_to_the_question_is_kept_later(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")

        # Slack has posted the question, but the bot does not hear of it, and so knows no thread.
        case.slack.trouble.drop_answer("chat.postMessage")
        await case.fern.clicks("Next stage")
        await case.bot.workers.sweep()
        second = anna.sees(case.room)[-1]
        assert "Where could it have gone another way" in second.words
        said = await anna.replies(second, "Nobody rang the ward bak.")
        await anna.edits(said, "Nobody rang the ward back.")
        await case.slack.settled()
        assert case.kept == []
        await case.outlasts_trouble()

        assert case.kept == [("Anna Nurse", 2, "Nobody rang the ward back.")]
        assert len(case.posted("Where could it have gone another way")) == 1
        assert asked(database_url, "SELECT count(*) FROM inbox WHERE payload IS NOT NULL") == [(0,)]
        assert case.slack.refusals == []


async def test_files_and_replies_shown_in_the_channel_too_are_kept_and_the_rest_is_not(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben, gwen = case.person("Anna Nurse"), case.person("Ben Housing"), case.person("Gwen Visitor")
        stage = case.message(anna, LIFE)

        await anna.replies(stage, "The ward's letter, without the name.", file="letter.pdf")
        await anna.replies(stage, "", file="no-words.pdf")
        shouted = await ben.replies(stage, "We closed the application after two misses.", broadcast=True)
        await ben.edits(shouted, "The system closed the application after two misses.")
        await anna.invites(gwen, case.room)
        await gwen.replies(stage, "I am only here to take the minutes.")
        aside = await ben.says("Coffee is ready.", case.room)
        await anna.replies(aside, "Two sugars.")
        card = case.message(anna, "Understand why support stopped")
        await anna.replies(card, "Should the purpose name the school?")
        await case.fern.replies(stage, "Thank you, both.")
        await case.settles()

        assert case.kept == [
            ("Anna Nurse", 1, "The ward's letter, without the name."),
            ("Ben Housing", 1, "The system closed the application after two misses."),
        ]
        assert "2 replies kept" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_whoever_runs_the_session_is_told_once_that_their_own_replies_are_not_kept(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        gwen = case.person("Gwen Deputy")
        await case.opens(deputy=gwen)
        first = await case.starts()
        await gwen.replies(first, "I knew his brother from school.")
        await case.settles()
        assert "was not kept: you run this session or are its deputy" in case.told(gwen)
        assert "use Write for somebody under the question" in case.told(gwen).replace("*", "")
        assert "was not kept" not in case.told(case.fern)

        second = await case.moves_on()
        await gwen.replies(second, "And his aunt.")
        await case.settles()
        assert case.told(gwen).count("was not kept") == 1
        assert case.kept == []
        assert case.slack.refusals == []


async def test_taking_the_words_off_a_file_takes_them_out_of_the_store(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)

        said = await anna.replies(stage, "Her name is on page two.", file="letter.pdf")
        await case.settles()
        await anna.edits(said, "")
        await case.settles()

        assert [words or "" for _, _, words in case.kept] == [""]
        assert "No replies kept yet" in case.told(case.fern)

        await anna.edits(said, "The ward's letter.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "The ward's letter.")]
        assert case.slack.refusals == []


async def test_changes_that_nobody_typed_change_nothing(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "The guidance is at https://example.org/guidance")
        await case.settles()
        before = case.contributions

        # An unfurled link, and our own card brought up to date: Slack tells of both as of an edit.
        for message in (said, case.message(anna, "Understand why support stopped")):
            case.slack.trouble.messages.change(message.post, message.post.text, message.post.blocks, by_hand=False)
        await anna.edits(said, "The guidance is at https://example.org/guidance")
        await case.settles()

        assert case.contributions == before
        assert case.slack.refusals == []


async def test_what_breaks_our_code_is_set_aside_and_kept_once_it_is_mended(database_url: str, log: Log) -> None:
    async with session(database_url) as case:
        anna, dev = case.person("Anna Nurse"), case.person("Dev Police")
        stage = case.message(anna, LIFE)
        sql(database_url, "UPDATE workshops SET phase = 'what no release of ours has written'")
        said = await anna.replies(stage, "Lavender umbrella.")
        await anna.edits(said, "Lavender parasol.")
        await dev.replies(stage, "Crimson bicycle.")
        await case.slack.settled()

        assert [ack.outcome for ack in case.slack.acks if ack.kind == "events_api"][-3:] == ["acked"] * 3
        assert asked(database_url, "SELECT count(*) FROM contributions") == [(0,)]
        assert asked(database_url, "SELECT count(*) FROM inbox WHERE payload IS NOT NULL") == [(3,)]
        assert log().count('"event": "event_broken"') == 3
        for word in ("Lavender", "umbrella", "parasol", "Crimson"):
            assert word not in log()
        references = [reference for (reference,) in asked(database_url, "SELECT reason FROM inbox WHERE reason <> ''")]
        assert all(str(each) in log() for each in references)

        sql(database_url, "UPDATE workshops SET phase = 'live'")
        case.clock.forward(hours=1)
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "Lavender parasol."), ("Dev Police", 1, "Crimson bicycle.")]
        assert asked(database_url, "SELECT count(*) FROM inbox WHERE payload IS NOT NULL") == [(0,)]
        assert case.slack.refusals == []
