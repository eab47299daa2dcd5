"""Wording in a thread that sounds like a risk: its author alone is asked, and a yes goes out at once."""

import asyncio

from bot.synthesis.draft import Draft, Room
from bot.synthesis.gate import Grounded
from tests.stories.office import InThisProcess, Office, session
from tests.stories.patience import until

LIFE = "What does life look like"
WORDS = "Nobody has seen her since Friday."
QUESTION = "Is this about a risk to someone now?"


async def test_yes_raises_the_risk_and_keeps_the_reply_out_of_the_summary(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        await anna.replies(stage, WORDS)
        await ben.replies(stage, "He misses appointments.")
        await case.settles()

        assert case.kept[0] == ("Anna Nurse", 1, WORDS)
        assert QUESTION in case.told(anna)
        assert "Nobody has seen her" in case.told(anna)
        for person in (ben, case.fern):
            assert QUESTION not in case.told(person)
        assert case.risks == []

        await anna.clicks("Yes, tell somebody now")
        await case.settles()
        assert [each.words for each in case.risks] == [WORDS]
        assert WORDS in case.told(case.fern)
        assert "You said yes" in case.told(anna).replace("*", "")
        assert "You raised a risk" in case.told(anna)
        assert case.kept[0] == ("Anna Nurse", 1, WORDS)

        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "misses appointments" in case.reads(case.fern)
        assert "Nobody has seen her" not in case.reads(case.fern)
        assert case.slack.refusals == []


class Slow(InThisProcess):
    """Drafts when it is told to, as a model that takes its time."""

    def __init__(self) -> None:
        self.asked, self.goes_on = asyncio.Event(), asyncio.Event()

    async def draft(self, room: Room) -> Grounded[Draft]:
        self.asked.set()
        await self.goes_on.wait()
        return await super().draft(room)


async def test_a_risk_is_told_while_a_draft_takes_its_time(sqlite_url: str) -> None:
    drafting = Slow()
    async with session(sqlite_url, drafting=drafting) as case:
        anna = case.person("Anna Nurse")
        await anna.replies(case.message(case.fern, LIFE), WORDS)
        await case.settles()
        await case.fern.clicks("So far")
        await drafting.asked.wait()
        assert "One moment" in case.reads(case.fern)

        await anna.clicks("Yes, tell somebody now")
        await until(lambda: WORDS in case.told(case.fern))
        assert "One moment" in case.reads(case.fern)

        drafting.goes_on.set()
        await case.settles()
        assert "One moment" not in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_no_sends_nothing_and_lets_the_reply_be_quoted(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, WORDS)
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "Nobody has seen her" not in case.reads(case.fern)
        await case.fern.dismisses()

        await anna.clicks("No, not now")
        await case.settles()
        assert "counts like any other" in case.told(anna)
        assert case.risks == []
        await case.fern.clicks("Check the draft")
        assert "Nobody has seen her" in case.reads(case.fern)
        await case.fern.dismisses()

        await anna.edits(said, "Nobody has seen her since Friday last.")
        await case.settles()
        assert asked(case) == 0
        await anna.edits(said, "Nobody has seen her since Friday, and he threatened to kill her tonight.")
        await case.settles()
        assert asked(case) == 1
        assert case.slack.refusals == []


async def test_what_was_changed_or_taken_back_is_asked_about_no_more(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, WORDS)
        await case.settles()
        question = case.direct(anna, QUESTION)
        await anna.edits(said, "She was at home on Friday.")
        await case.settles()

        assert asked(case) == 0
        assert "Nobody has seen her" not in case.told(anna)
        assert "changed it or taken it back" in case.told(anna)
        await anna.edits(said, WORDS)
        await case.settles()
        assert asked(case) == 1
        await anna.uses("Withdraw my words", on=said)
        await anna.submits()
        await case.settles()
        assert "Nobody has seen her" not in case.told(anna)
        assert asked(case) == 0
        assert question.labels == []
        assert case.risks == []
        assert case.slack.refusals == []


async def test_a_duplicate_asks_once_and_ordinary_words_never(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.deliver_twice(2)
        await anna.replies(stage, WORDS)
        await anna.replies(stage, "He sleeps at his aunt's.")
        await case.outlasts_trouble()

        assert asked(case) == 1
        assert case.slack.refusals == []


def asked(case: Office) -> int:
    """How many questions stand before Anna."""
    return sum("Yes, tell somebody now" in each.labels for each in case.person("Anna Nurse").direct_messages)
