"""The served bot, from an empty database to being stopped or killed at the worst moment."""

import asyncio
from pathlib import Path

from bot.sandbox import Person, Sandbox
from tests.serving.service import ages_leases, has_a_case, sends_the_questions, served, told
from tests.stories.conftest import asked
from tests.stories.patience import until

QUESTIONS = "please answer"


async def test_from_an_empty_database_through_being_killed_to_being_stopped(
    slack: Sandbox, empty_url: str, tmp_path: Path
) -> None:
    async with served(slack, empty_url, tmp_path) as bot:
        fern, people = await has_a_case(slack, "Anna Nurse", "Ben Housing", "Cerys School")
        shown = await fern.runs("/case list")
        assert shown is not None
        assert "LC-" in shown.words
        held = slack.trouble.hold_calls("chat.postMessage", times=len(people))
        await sends_the_questions(fern, empty_url)
        await until(lambda: in_hand(empty_url) == len(people))
        await bot.is_killed()
        held.set()

    # What had reached Slack is posted, although nobody waits for the answer any more.
    await slack.settled(within=30)
    ages_leases(empty_url)
    async with served(slack, empty_url, tmp_path) as bot:
        await until(lambda: settled(empty_url))
        assert [invitations(person) for person in people] == [1, 1, 1]
        anna = people[0]
        await anna.clicks("Answer now")
        await anna.submits()  # the notice
        assert anna.form is not None
        anna.fills({anna.form.labels[0]: "Nobody rang the ward back."})
        for _ in range(4):  # three questions, and the review
            await anna.submits()
        await until(lambda: "1 of 3 have answered" in told(fern))
        assert await bot.stops() == 0

    log = bot.log.read_text()
    assert count(empty_url, "SELECT count(*) FROM answers") == 1
    assert log.count('"event": "connected"') == 2
    assert log.count('"event": "stopped"') == 1
    for word in ("Traceback", '"level": "error"', "Rowan", "ward"):
        assert word not in log
    assert slack.connections == 0
    assert slack.refusals == []


async def test_killed_with_one_answer_lost_and_one_letter_refused_it_sends_each_once(
    slack: Sandbox, sqlite_url: str, tmp_path: Path
) -> None:
    async with served(slack, sqlite_url, tmp_path) as bot:
        fern, people = await has_a_case(slack, "Anna Nurse", "Ben Housing")
        slack.trouble.drop_answer("chat.postMessage")
        slack.trouble.fail("chat.postMessage")
        await sends_the_questions(fern, sqlite_url)
        await until(lambda: in_hand(sqlite_url) == len(people))
        await until(lambda: sum(map(invitations, people)) == 1)
        await bot.is_killed()

    ages_leases(sqlite_url)
    async with served(slack, sqlite_url, tmp_path) as bot:
        await until(lambda: settled(sqlite_url))
        assert await bot.stops() == 0

    assert [invitations(person) for person in people] == [1, 1]
    assert slack.calls_of("conversations.history")
    assert slack.refusals == []


async def test_asked_to_stop_it_finishes_what_it_has_in_hand(slack: Sandbox, sqlite_url: str, tmp_path: Path) -> None:
    async with served(slack, sqlite_url, tmp_path) as bot:
        fern, [anna] = await has_a_case(slack, "Anna Nurse")
        await until(lambda: settled(sqlite_url))
        held = [slack.trouble.hold_calls("views.open"), slack.trouble.hold_calls("chat.postMessage")]
        await sends_the_questions(fern, sqlite_url)
        await until(lambda: in_hand(sqlite_url) == 1)
        opening = asyncio.create_task(fern.runs("/actions"))
        await until(lambda: slack._web.in_flight == 2)  # noqa: SLF001 - its own part: the letter, and the form

        bot.is_asked_to_stop()
        for each in held:
            each.set()
        code = await bot.ends()
        await opening

        assert code == 0
        assert '"event": "stopped"' in bot.log.read_text()
        assert "Traceback" not in bot.log.read_text(), bot.log.read_text()

    assert fern.has_form
    assert invitations(anna) == 1
    sent = asked(sqlite_url, "SELECT state, attempts FROM letters WHERE kind = 'invitation'")
    assert sent == [("sent", 1)]
    assert slack.refusals == []


async def test_two_served_bots_share_one_database(slack: Sandbox, postgres_url: str, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    async with (
        served(slack, postgres_url, folders[0]) as one,
        served(slack, postgres_url, folders[1]) as two,
    ):
        await until(lambda: slack.connections == 2)
        names = tuple(f"Person {chr(65 + number)}" for number in range(8))
        fern, people = await has_a_case(slack, *names)
        await sends_the_questions(fern, postgres_url)
        await one.is_killed()
        ages_leases(postgres_url)
        await until(lambda: settled(postgres_url))
        assert await two.stops() == 0

    assert [invitations(person) for person in people] == [1] * len(people)
    assert slack.refusals == []


def invitations(person: Person) -> int:
    return len([each for each in person.direct_messages if QUESTIONS in each.words])


def in_hand(url: str) -> int:
    """Invitations that somebody has claimed and nobody has marked."""
    claimed = "SELECT count(*) FROM letters WHERE kind = 'invitation' AND state = 'waiting' AND attempts > 0"
    return count(url, claimed)


def settled(url: str) -> bool:
    return count(url, "SELECT count(*) FROM letters WHERE state = 'waiting'") == 0


def count(url: str, question: str) -> int:
    [(number,)] = asked(url, question)
    assert isinstance(number, int)
    return number
