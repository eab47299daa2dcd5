"""One facilitator who must not juggle: more time, a pause, another order, a question of the moment."""

from datetime import timedelta

from bot.desks import Desks
from bot.drafting import Drafter
from bot.sandbox import Person
from tests.stories.office import FIRST, SESSION, Office, office, session
from tests.stories.patience import until

LIFE = "What does life look like"


async def test_the_open_stage_is_pinned_and_the_last_one_links_to_it(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        first = case.message(case.fern, LIFE)
        assert first.post.ts in case.room.pins
        second = await case.moves_on()
        await case.settles()

        card = case.message(case.fern, LIFE).words
        assert "The session has gone on to" in card
        assert f"/p{second.ts.replace('.', '')}" in card
        assert first.post.ts not in case.room.pins
        assert second.post.ts in case.room.pins
        await case.closes()
        assert second.post.ts not in case.room.pins
        assert case.slack.refusals == []


async def test_what_is_said_in_a_pause_is_not_kept(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "He sleeps at his aunt's.")
        case.clock.forward(seconds=5)
        await case.fern.clicks("Pause keeping")
        case.clock.forward(seconds=5)
        await case.settles()
        assert "Paused: what is said now is not kept" in case.message(anna, LIFE).words.replace("*", "")
        await anna.replies(stage, "Between us: his father rang me.")
        case.clock.forward(seconds=5)
        await case.fern.clicks("Resume keeping")
        case.clock.forward(seconds=5)
        await anna.replies(stage, "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He sleeps at his aunt's.", "He misses appointments."]
        assert "Replies in its thread are kept" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_five_minutes_more_move_the_end_and_the_words_about_time(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        case.message(anna, LIFE)
        await case.until(SESSION + timedelta(minutes=12, seconds=40))
        assert len(case.posted("Half of the time")) == 1
        await case.fern.clicks("+ 5 minutes")
        await case.settles()
        await case.until(SESSION + timedelta(minutes=23, seconds=20))
        assert case.posted("left for this question. What") == []
        await case.until(SESSION + timedelta(minutes=28, seconds=20))
        assert len(case.posted("About 2 minutes left for this question")) == 1
        assert len(case.posted("Half of the time")) == 1
        assert case.slack.refusals == []


async def test_a_pause_does_not_silence_the_words_about_time(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.fern.clicks("Pause keeping")
        await case.settles()
        await case.until(SESSION + timedelta(minutes=12, seconds=40))
        assert len(case.posted("Half of the time")) == 1
        await case.fern.clicks("Resume keeping")
        await case.settles()
        await case.until(SESSION + timedelta(minutes=23, seconds=20))
        assert len(case.posted("About 2 minutes left for this question")) == 1


async def test_words_about_time_that_are_wanted_again_come_for_the_question_that_is_open(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern = case.fern
        await fern.clicks("What is to come")
        await fern.clicks("No more words about time", on=fern.form)
        await fern.dismisses()
        await case.moves_on()
        await fern.clicks("What is to come")
        await fern.clicks("Tell the threads how the time stands", on=fern.form)
        await fern.dismisses()
        await case.until(SESSION + timedelta(minutes=15, seconds=40))

        assert len(case.posted("Half of the time")) == 1


async def test_a_question_of_the_moment_comes_next_and_its_replies_are_kept(database_url: str) -> None:
    async with session(database_url) as case:
        fern, anna = case.fern, case.person("Anna Nurse")
        await fern.clicks("What is to come")
        assert "Where could it have gone another way" in case.reads(fern)
        fern.fills({"A question of the moment": "What did his aunt see?"})
        await fern.submits()
        assert "Your question comes next" in case.reads(fern)
        await fern.clicks("Take out", on=fern.form, near="Where could it have gone")
        await fern.dismisses()
        card = await case.moves_on()
        assert "What did his aunt see?" in card.words
        await anna.replies(card, "She saw all of it.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 2, "She saw all of it.")]
        await case.closes()
        await fern.clicks("Check the draft")
        assert "She saw all of it." in case.reads(fern)
        assert case.slack.refusals == []


async def test_stages_can_be_taken_out_and_brought_forward(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern = case.fern
        await fern.runs("/case agenda", case.room)
        await fern.clicks("Take out", on=fern.form, near="Where could it have gone")
        await fern.clicks("Earlier", on=fern.form, near="What would the next person")
        shown = case.reads(fern)
        assert "Where could it have gone" not in shown
        assert shown.index("What would the next person") < shown.index("What has worked")
        await fern.dismisses()
        card = await case.moves_on()
        assert "What would the next person" in card.words
        assert "Stage 2 of 3" in card.words


async def test_the_agenda_can_be_changed_before_the_session_starts(database_url: str) -> None:
    async with office(database_url) as case:
        await case.opens()
        fern = case.fern
        await fern.clicks("What is to come")
        assert "The first opens when you start it" in case.reads(fern)
        await fern.clicks("Take out", on=fern.form, near="What does life look like")
        await fern.clicks("No hints about wording", on=fern.form)
        fern.fills({"A question of the moment": "What do we hope for today?"})
        await fern.submits()
        assert "Your question comes first" in case.reads(fern)
        await fern.dismisses()
        case.clock.to(SESSION)
        await fern.runs("/case start", case.room)
        await case.settles()

        first = case.message(fern, "What do we hope for today?")
        assert "Stage 1 of 4" in first.words
        await case.person("Anna Nurse").replies(first, "The school should have told us in May.")
        await case.settles()
        assert not any("can sound like blame" in each.words for each in case.slack.messages(case.room))
        assert [words for _, _, words in case.kept] == ["The school should have told us in May."]
        assert case.posted("What does life look like") == []
        assert case.slack.refusals == []


async def test_a_session_keeps_a_question_to_begin_with(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        fern = case.fern
        await fern.runs("/case agenda", case.room)
        for each in ("What does life", "What has worked", "Where could it", "What would the next"):
            await fern.clicks("Take out", on=fern.form, near=each)
        assert "has a question to begin with" in case.reads(fern) + case.told(fern)


async def test_a_question_with_an_identifier_or_none_at_all_is_not_asked(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern = case.fern
        await fern.clicks("Names to mask")
        fern.fills({"Real name": "Ianto Bebb", "What stands for it": "Rowan"})
        await fern.submits()
        await fern.dismisses()
        await fern.clicks("What is to come")
        fern.fills({"A question of the moment": "What did 943 476 5919 say?"})
        assert "write it without" in await case.refused(fern)
        fern.fills({"A question of the moment": "What did Ianto Bebb say?"})
        assert "a name that is masked on this case" in await case.refused(fern)


async def test_words_about_time_can_be_switched_off(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern = case.fern
        await fern.clicks("What is to come")
        await fern.clicks("No more words about time", on=fern.form)
        assert fern.form is not None
        assert "Tell the threads how the time stands" in fern.form.buttons
        await fern.dismisses()
        await case.until(SESSION + timedelta(minutes=24))
        assert case.posted("Half of the time") == []
        assert case.posted("left for this question") == []


async def test_who_has_not_spoken_is_for_the_facilitator_alone(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "He sleeps at his aunt's.")
        await case.settles()
        await case.fern.clicks("Who has not spoken")

        shown = case.reads(case.fern)
        assert "Housing officer: not yet" in shown
        assert "Community nurse: one reply, 5 words" in shown
        assert shown.index("Housing officer") < shown.index("Community nurse")
        await refused_by_word(case, ben, "/case voices")
        for word in ("/case pause", "/case longer", "/case agenda"):
            await refused_by_word(case, ben, word)


async def test_the_words_of_the_command_do_what_the_buttons_do(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern = case.fern
        for word, answer in (
            ("/case pause", "is not kept until"),
            ("/case resume", "is kept again"),
            ("/case longer", "five minutes more"),
        ):
            await fern.runs(word, case.room)
            assert answer in case.whispered(fern)
        await fern.runs("/case voices", case.room)
        assert "Who has said least comes first" in case.reads(fern)
        await fern.dismisses()
        await fern.runs("/case close", case.room)
        assert "comes to you in a direct message" in case.whispered(fern)


async def test_outside_a_session_there_is_nothing_to_pause(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        await case.fern.runs("/case pause", case.room)
        assert "The workshop is still being prepared" in case.whispered(case.fern)


async def refused_by_word(case: Office, person: Person, word: str) -> None:
    await person.runs(word, case.room)
    assert "Only the facilitator" in case.whispered(person)


async def test_desks_follow_what_is_said_every_few_seconds_and_not_with_every_reply(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        desks, looked_at = Desks(case.bot.database, case.clock), []
        for seconds in (1, 1, 4, 5):
            desks.heard(case.bot.installation, FIRST)
            looked_at.append(await desks.refresh())
            case.clock.forward(seconds=seconds)

        assert looked_at == [1, 0, 0, 1]


async def test_what_drafts_is_begun_with_the_first_word_of_a_session(sqlite_url: str) -> None:
    drafter = Drafter()
    async with office(sqlite_url, drafting=drafter) as case:
        await case.opens()
        stage = await case.starts()
        assert drafter.pid is None

        await case.person("Anna Nurse").replies(stage, "Nobody rang the ward back.")
        await until(lambda: drafter.pid is not None)
    await drafter.stop()
