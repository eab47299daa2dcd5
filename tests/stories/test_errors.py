"""When something breaks: a number for the person, a trace for the operator, and nobody's words in the log."""

import re
from datetime import date, datetime

import pytest

from bot.sandbox.state import Json
from tests.stories.conftest import Log, asked, sql
from tests.stories.office import CREW, LONDON, WHOLE, Office, office, session

NUMBER = re.compile(r"the reference ([0-9a-f]{8})\.")


async def test_a_bug_gives_the_person_a_number_and_the_operator_a_trace(sqlite_url: str, log: Log) -> None:
    async with session(sqlite_url) as case:
        [(sealed,)] = asked(sqlite_url, "SELECT pseudonym FROM cases")
        sql(sqlite_url, "UPDATE cases SET pseudonym = :damaged", damaged=b"not what the vault wrote")

        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        by_command = number_in(shown.words)
        await case.fern.clicks("Next stage")
        by_button = number_in(case.fern.direct_messages[-1].words)

        assert by_command != by_button
        for number in (by_command, by_button):
            [entry] = [line for line in log().splitlines() if number in line]
            assert '"event": "unexpected_error"' in entry
            assert "Traceback" in entry
            assert "CannotOpen" in entry

        sql(sqlite_url, "UPDATE cases SET pseudonym = :sealed", sealed=sealed)
        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        assert "on its way" in shown.words
        await case.settles()
        assert len(case.posted(" of 4 · ")) == 2
        assert case.slack.refusals == []


async def test_a_bug_behind_a_form_leaves_what_was_typed_where_it_is(sqlite_url: str, log: Log) -> None:
    async with session(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await ella.runs("/case actions", case.room)
        typed = {
            "What will be different?": "Lavender umbrellas",
            "One owner": ben,
            "By when?": date(2026, 3, 20),
            "How will you know that it helped?": "Crimson bicycles",
            **WHOLE,
        }
        ella.fills(typed)
        [(sealed,)] = asked(sqlite_url, "SELECT pseudonym FROM cases")
        sql(sqlite_url, "UPDATE cases SET pseudonym = :damaged", damaged=b"not what the vault wrote")
        number_in(await case.refused(ella))
        sql(sqlite_url, "UPDATE cases SET pseudonym = :sealed", sealed=sealed)
        await ella.submits()
        await case.settles()

        assert [each.change for each in case.actions] == ["Lavender umbrellas"]
        assert "Lavender" not in log()
        assert "Crimson" not in log()
        assert case.slack.refusals == []


async def test_an_unknown_word_after_a_command_is_answered(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        shown = await case.fern.runs("/case opne <now> & then")
        assert shown is not None
        assert shown.words == "I do not know “/case opne”. `/case help` shows what I do know."
        for line in ("/reflect please", "/actions delete"):
            shown = await case.fern.runs(line)
            assert shown is not None
            assert "I do not know" in shown.words, line
        shown = await case.fern.runs("/case")
        assert shown is not None
        assert "`/case open` opens a case" in shown.words
        assert case.slack.refusals == []


async def test_a_form_that_came_too_late_to_open_is_spoken_of(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with session(sqlite_url) as case:
        anna, ella = case.person("Anna Nurse"), case.person("Ella Social")
        said = await anna.says("Could somebody ring the ward?", case.room)
        await anna.opens_home()
        await case.settles()
        monkeypatch.setattr(case.slack.trouble.world.triggers, "_lifetime", -1.0)

        shown = await ella.runs("/case actions", case.room)
        assert shown is not None
        assert "took too long to open" in shown.words
        await ella.uses("Make this an action", on=said)
        assert "took too long to open" in case.whispered(ella)
        await ella.uses("Open a case")
        await anna.clicks("Open a case", on=anna.home)
        await case.settles()

        for person in (anna, ella):
            assert not person.has_form
            assert "took too long to open" in case.told(person)
        assert case.slack.refusals == []


async def test_a_whole_case_leaves_nobodys_words_and_no_token_in_the_log(database_url: str, log: Log) -> None:
    typed: list[str] = []

    def words(count: int = 3) -> str:
        """Words that stand in no message of ours, each once."""
        start = len(typed)
        typed.extend(f"{consonants(start + number)}quib" for number in range(count))
        return " ".join(typed[start:]).capitalize() + "."

    async with office(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        people = [(case.person(name), words(1), words(1)) for name, _, _ in CREW]
        await case.opens_a_case(case.fern, people, pseudonym=words(1), purpose=words())
        await case.fern.clicks("Send the questions")
        await case.settles()
        await case.answers(anna, words(), words(), words())
        await case.answers(ben, words(), visibility="Only the facilitator")
        stage = await case.starts()
        said = await anna.replies(stage, words())
        await anna.edits(said, words())
        await ben.deletes(await ben.replies(stage, words()))
        await anna.says(words(), case.room)
        await anna.runs(f"/case {words(1)}", case.room)
        case.slack.trouble.fail("chat.postMessage", times=3)
        case.slack.trouble.drop_answer("chat.update", times=2)
        await case.outlasts_trouble()
        await case.closes()
        await case.outlasts_trouble()
        await case.publishes()
        await case.outlasts_trouble()
        await case.proposes(anna, ben, words(), measure=words())
        case.slack.trouble.refuse("chat.update", "invalid_blocks")
        await ben.clicks("Accept")
        await case.settles()
        await case.until(datetime(2026, 3, 20, 9, 1, tzinfo=LONDON))
        await ben.clicks("Blocked", on=case.message(ben, "this is due today"))
        ben.fills({"What decision is needed, and from whom?": words()})
        await ben.submits()
        await case.settles()
        sql(database_url, "UPDATE cases SET purpose = :damaged", damaged=b"not what the vault wrote")
        sql(database_url, "UPDATE participants SET agency = :damaged WHERE position = 0", damaged=b"nor this")
        await ben.runs("/actions")
        sql(database_url, "UPDATE workshops SET phase = 'what no release of ours has written'")
        await ben.replies(stage, words())
        await case.fern.runs("/case close", case.room)
        await case.settles()

        page = log().lower()
        assert "letter_sent" in page
        assert "unexpected_error" in page
        assert "event_broken" in page
        assert [each for each in typed if each in page] == []
        assert case.slack.bot_token not in page
        assert case.slack.app_token not in page
        assert "xoxb" not in page
        assert "xapp" not in page
        assert refused_only_by_our_wish(case)


def consonants(number: int) -> str:
    letters = "bdfgklmprtvz"
    return f"{letters[number % 12]}o{letters[number // 12 % 12]}u{letters[number // 144 % 12]}"


def number_in(words: str) -> str:
    found = NUMBER.search(words)
    assert found, words
    return found[1]


def refused_only_by_our_wish(case: Office) -> bool:
    refused: list[Json] = [each.answer for each in case.slack.calls if each.answer.get("error") == "invalid_blocks"]
    return case.slack.refusals == [] and len(refused) == 1
