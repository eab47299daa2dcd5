"""What the bot sends arrives, in its order, and not twice, whatever Slack does."""

import asyncio
import re
from datetime import datetime

import pytest

from bot.app import Bot, running
from bot.demo.theatre import settings_for
from bot.settings import new_key
from tests.stories.conftest import asked
from tests.stories.office import CREW, LONDON, Office, agreed, office, session

SENSE = "Where could it have gone another way"
CARD = re.compile(r"(\d) of 4 · ")


async def test_a_rate_limit_is_waited_for_and_the_question_posted_once(database_url: str) -> None:
    async with session(database_url) as case:
        case.slack.trouble.rate_limit("chat.postMessage", retry_after=45)
        before = case.clock()
        await case.fern.clicks("Next stage")
        await case.bot.workers.sweep()
        assert case.posted(SENSE) == []

        case.clock.forward(seconds=40 - (case.clock() - before).total_seconds())
        await case.bot.workers.sweep()
        assert case.posted(SENSE) == []

        case.clock.forward(seconds=6)
        await case.settles()
        assert len(case.posted(SENSE)) == 1
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_an_outage_of_slack_delays_and_loses_nothing(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        for method in ("chat.postMessage", "chat.update"):
            case.slack.trouble.fail(method, times=2, status=500)
        await case.fern.clicks("Next stage")
        for _ in range(3):
            await case.bot.workers.sweep()
        await case.outlasts_trouble()

        assert len(case.posted(SENSE)) == 1
        assert "Stage 2 of 4" in case.told(case.fern)
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_what_slack_took_without_a_word_is_found_again_everywhere(database_url: str) -> None:
    async with agreed(database_url) as case:
        ben = case.person("Ben Housing")

        # In a direct message: the question to Ben.
        case.slack.trouble.drop_answer("chat.postMessage")
        await case.proposes(case.person("Ella Social"), ben, "Letters reach the school within two days")
        await case.settles()
        assert len([each for each in ben.direct_messages if "proposes that you take on" in each.words]) == 1
        await ben.clicks("Accept")
        await case.settles()

        # In a thread: the reminder on the day. The first answer to looking for it is lost as well.
        case.clock.to(datetime(2026, 3, 20, 9, 0, 30, tzinfo=LONDON))
        case.slack.trouble.drop_answer("chat.postMessage")
        case.slack.trouble.drop_answer("conversations.replies")
        await case.settles()
        case.clock.forward(minutes=1)
        await case.settles()
        assert len(case.posted("this is due today")) == 1
        assert case.posted("this is due today")[0].root.words.startswith("LC-2026-0001: action plan")

        # In the channel itself: the plan, which somebody had deleted.
        case.slack.trouble.messages.remove(case.message(ben, "action plan").post)
        case.slack.trouble.drop_answer("chat.postMessage")
        await ben.clicks("On track", on=case.direct(ben, "accepted"))
        await case.settles()
        assert len(case.posted("action plan")) == 1
        assert case.unsent == 0
        assert case.slack.refusals == []


@pytest.mark.parametrize(
    "method", ["conversations.create", "conversations.invite", "pins.add", "chat.postMessage", "conversations.open"]
)
async def test_a_case_gets_one_room_and_one_card_though_any_answer_is_lost(sqlite_url: str, method: str) -> None:
    async with office(sqlite_url) as case:
        case.slack.trouble.drop_answer(method)
        await case.opens()
        await case.settles()

        rooms = [each for each in case.slack.calls_of("conversations.create") if each.answer["ok"]]
        assert len(rooms) == 1
        assert {case.person(name).id for name, _, _ in CREW} | {case.fern.id} <= set(case.room.members)
        assert len(case.posted("Understand why support stopped")) == 1
        assert len([each for each in case.fern.direct_messages if "The case is open" in each.words]) == 1
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_an_archived_channel_is_told_of_once_and_left_alone(database_url: str) -> None:
    async with session(database_url) as case:
        archive_untold(case)
        await case.fern.clicks("Next stage")
        await case.settles()
        tried = len(case.slack.calls_of("chat.postMessage"))
        case.clock.forward(hours=12)
        await case.settles()

        told = [each for each in case.fern.direct_messages if "Slack would not take" in each.words]
        assert len(told) == 1
        assert "a question of the session" in told[0].words
        assert case.room.mention in told[0].words
        assert len(case.slack.calls_of("chat.postMessage")) == tried
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_a_standing_message_in_an_archived_channel_is_told_of_once_and_left_alone(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(case.person("Ella Social"), ben, "Letters reach the school within two days")
        case.slack.trouble.archive(case.room)
        await ben.clicks("Accept")
        await case.settles()
        tried = len(case.slack.calls_of("chat.update"))
        case.clock.forward(hours=2)
        await case.settles()

        assert len(case.slack.calls_of("chat.update")) == tried

        # The plan changes again, and the facilitator knows already.
        await ben.clicks("On track")
        await case.settles()
        told = [each for each in case.fern.direct_messages if "Slack would not take" in each.words]
        assert len(told) == 1
        assert "the action plan" in told[0].words
        assert [str(each.state) for each in case.actions] == ["on_track"]
        assert case.slack.refusals == []


async def test_the_facilitator_hears_once_of_somebody_whose_account_was_closed(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        dev = case.person("Dev Police")
        case.slack.trouble.deactivate(dev)
        await case.fern.clicks("Send the questions")
        await case.settles()
        case.clock.forward(hours=12)
        await case.settles()

        told = [each for each in case.fern.direct_messages if "Slack would not take" in each.words]
        assert len(told) == 1
        assert "the questions for before the workshop" in told[0].words
        assert dev.mention in told[0].words
        assert len([each for each in case.slack.calls if each.arguments.get("channel") == dev.id]) == 1
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_a_standing_message_that_somebody_deleted_is_posted_anew(database_url: str) -> None:
    async with agreed(database_url) as case:
        ben, ella = case.person("Ben Housing"), case.person("Ella Social")
        await case.proposes(ella, ben, "Letters reach the school within two days")
        first = case.message(ella, "action plan")
        case.slack.trouble.messages.remove(first.post)
        await ben.clicks("Accept")
        await case.settles()

        plan = case.message(ella, "action plan")
        assert plan.ts != first.ts
        assert "accepted" in plan.words
        assert len(case.posted("action plan")) == 1

        await case.until(datetime(2026, 3, 20, 9, 0, 30, tzinfo=LONDON))
        assert case.message(ella, "this is due today").root.ts == plan.ts
        assert case.slack.refusals == []


async def test_a_channel_reads_in_the_order_in_which_things_happened(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        # The first question meets an outage; nothing overtakes it.
        case.slack.trouble.fail("chat.postMessage", times=1)
        await case.fern.clicks("Next stage")
        await case.bot.workers.sweep()
        await case.fern.runs("/case next", case.room)
        await case.bot.workers.sweep()
        assert case.posted(SENSE) == []
        await case.outlasts_trouble()

        cards = [CARD.search(each.words) for each in case.fern.sees(case.room)]
        assert [card[1] for card in cards if card] == ["1", "2", "3"]
        assert case.slack.refusals == []


async def test_fifty_replies_bring_the_desk_up_to_date_with_a_few_updates(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, "What does life look like")
        before = len(case.slack.calls_of("chat.update"))
        for number in range(50):
            await anna.replies(stage, f"Thought number {number}.")
        await case.settles()

        desks = [each for each in case.fern.direct_messages if "Stage 1 of 4" in each.words]
        assert len(desks) == 1
        assert "50 replies kept" in desks[0].words
        assert len(case.slack.calls_of("chat.update")) - before <= 3
        assert len(case.kept) == 50
        assert case.slack.refusals == []


async def test_two_bots_on_one_database_send_each_letter_once(postgres_url: str) -> None:
    key = new_key()
    async with office(postgres_url, encryption_keys=key) as case:
        settings = settings_for(case.slack, postgres_url, encryption_keys=key)
        async with running(settings, case.clock) as other:
            assert case.slack.connections == 2
            await case.opens()
            await sweeps(case, other)
            await case.fern.clicks("Send the questions")
            await sweeps(case, other)

            for name, _, _ in CREW:
                person = case.person(name)
                assert len([each for each in person.direct_messages if "please answer" in each.words]) == 1
            assert sent_once(case)

            await case.starts()
            anna = case.person("Anna Nurse")
            stage = case.message(anna, "What does life look like")
            case.slack.trouble.deliver_twice(8)
            for number in range(8):
                await anna.replies(stage, f"Thought number {number}.")
            await sweeps(case, other)

            assert [words for _, _, words in case.kept] == [f"Thought number {number}." for number in range(8)]
            assert "8 replies kept" in case.told(case.fern)
            assert sent_once(case)
            assert case.unsent == 0
            left = asked(postgres_url, "SELECT state, kind FROM letters WHERE state NOT IN ('sent', 'waiting')")
            assert left == [("moot", "earlier")]  # there is no earlier action to tell of
            assert case.slack.refusals == []


async def sweeps(case: Office, other: Bot) -> None:
    """Both bots look for work at the same moments, again and again."""
    for _ in range(6):
        await case.slack.settled()
        case.clock.forward(seconds=3)
        await asyncio.gather(*(bot.workers.sweep() for bot in (case.bot, other)))


def sent_once(case: Office) -> bool:
    """Whether no key was accepted by Slack as a new message more than once."""
    posts = [each for each in case.slack.calls_of("chat.postMessage") if each.answer["ok"]]
    keys = [each.arguments["metadata"]["event_payload"]["key"] for each in posts]
    return len(keys) == len(set(keys))


def archive_untold(case: Office) -> None:
    """Archive the channel, and lose the event that tells of it."""
    case.slack.trouble.hold_events()
    case.slack.trouble.archive(case.room)
    case.slack.trouble.release_events([])
