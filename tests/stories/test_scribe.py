"""In the room somebody types for the others."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.sandbox import Message, Person
from tests.stories.office import CREW, Office, office

LIFE = "What does life look like"
ROLE, NOBODY = "Under their role", "Without attribution"


@asynccontextmanager
async def in_the_room(database_url: str) -> AsyncIterator[Office]:
    """A session with a deputy."""
    async with office(database_url) as case:
        crew = [(case.person(name), agency, role) for name, agency, role in CREW]
        await case.opens_a_case(case.fern, crew, deputy=case.person("Dilys Deputy"))
        await case.starts()
        yield case


async def writes(
    case: Office, scribe: Person, words: str, speaker: Person | None = None, shown: str = ROLE, **other: str
) -> None:
    await scribe.clicks("Write for somebody", on=case.message(scribe, LIFE))
    answers = {"What was said": words, "How is it shown?": shown}
    scribe.fills(answers | ({"Who said it?": speaker} if speaker else {}) | other)
    await scribe.submits()
    await case.settles()


def thread(case: Office, person: Person) -> list[Message]:
    return list(person.thread(case.message(person, LIFE)))


def read(case: Office, person: Person) -> str:
    return "\n".join(each.words for each in thread(case, person))


async def test_the_whole_session_is_kept_with_nobody_typing_but_the_scribe(database_url: str) -> None:
    async with in_the_room(database_url) as case:
        anna, ben, dilys = case.person("Anna Nurse"), case.person("Ben Housing"), case.person("Dilys Deputy")
        await writes(case, case.fern, "Nobody told the new team that he had moved to his aunt's.", anna)
        await writes(case, dilys, "We closed his file after two letters.", ben)
        await writes(case, dilys, "He had nobody to ring after five.", shown=NOBODY)

        for person in (anna, case.fern):
            assert "Community nurse, spoken" in read(case, person).replace("*", "")
            assert "Housing officer, spoken" in read(case, person).replace("*", "")
            assert "Spoken in the room" in read(case, person)
        assert "3 replies kept" in case.told(case.fern)
        places = {each.post.ts for each in thread(case, case.fern)}
        assert {each.ts for each in case.contributions} == places
        assert [each.scribe for each in case.contributions] == [case.fern.id, dilys.id, dilys.id]
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "Nobody told the new team" in case.reads(case.fern)
        await case.fern.clicks("Words behind it", on=case.fern.form, near="factors: nobody told")
        assert "Community nurse" in case.reads(case.fern)
        assert "spoken in the session and written down by" in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_whoever_said_it_and_whoever_wrote_it_put_it_right_and_nobody_else(database_url: str) -> None:
    async with in_the_room(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await writes(case, case.fern, "He sleeps at his ant's.", anna)
        [message] = thread(case, ben)
        await ben.clicks("Change or erase", on=message)
        assert "Only whoever said this" in case.slack.messages(case.room)[-1].words
        await anna.clicks("Change or erase", on=message)
        anna.fills({"What was said": "He sleeps at his aunt's."})
        await anna.submits()
        await case.settles()
        assert "He sleeps at his aunt's." in read(case, ben)
        assert "ant's." not in read(case, ben).replace("aunt's.", "")
        await case.fern.clicks("Change or erase", on=thread(case, case.fern)[0])
        case.fern.fills({"How is it shown?": NOBODY})
        await case.fern.submits()
        await case.settles()
        assert "Community nurse" not in read(case, ben)
        assert anna.id not in read(case, ben)
        await anna.clicks("Change or erase", on=thread(case, anna)[0])
        anna.fills({"What was said": ""})
        await anna.submits()
        await case.settles()

        assert "has been taken back" in read(case, ben)
        assert [each.words for each in case.contributions] == [None]
        assert case.slack.refusals == []


@pytest.mark.parametrize("gone_on", [False, True])
async def test_what_is_taken_back_after_the_session_leaves_the_draft(
    sqlite_url: str,
    gone_on: bool,  # noqa: FBT001 - a parameter
) -> None:
    async with in_the_room(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await writes(case, case.fern, "Nobody told the new team that he had moved to his aunt's.", anna)
        await case.closes()
        assert case.summaries[-1].findings
        if gone_on:
            await case.fern.clicks("Go on without a summary")
            await case.settles()
        await anna.clicks("Change or erase", on=thread(case, anna)[0])
        anna.fills({"What was said": ""})
        await anna.submits()
        await case.settles()
        assert list(case.summaries[-1].findings) == []


async def test_only_the_facilitator_and_the_deputy_write_for_others(sqlite_url: str) -> None:
    async with in_the_room(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        assert "is for the facilitator and the deputy, who write down" in case.message(anna, LIFE).words
        await anna.clicks("Write for somebody", on=case.message(anna, LIFE))
        assert "Only the facilitator and the deputy" in case.whispered(anna)
        await case.person("Dilys Deputy").runs("/case write", case.room)
        assert "Who said it?" in case.reads(case.person("Dilys Deputy"))
        await case.fern.clicks("Write for somebody", on=case.fern.last_direct_message)
        case.fern.fills({"Who said it?": case.person("Gwen Visitor"), "What was said": "I only take minutes."})
        assert "somebody who takes part" in await case.refused(case.fern)
        assert case.contributions == []


async def test_what_tells_who_somebody_is_is_not_put_into_the_thread(sqlite_url: str) -> None:
    async with in_the_room(sqlite_url) as case:
        await case.fern.clicks("Write for somebody", on=case.message(case.fern, LIFE))
        case.fern.fills({"What was said": "Her number is 943 476 5919."})
        assert "write it without" in await case.refused(case.fern)
        assert case.contributions == []


async def test_a_risk_that_is_spoken_is_raised_and_stands_nowhere_else(sqlite_url: str) -> None:
    async with in_the_room(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await writes(case, case.fern, "Nobody has seen him since Saturday.", anna)
        assert "Is this about a risk to someone now?" in case.reads(case.fern)
        assert case.contributions == []
        case.fern.fills({"Is this about a risk to someone now?": "Yes, tell somebody now"})
        await case.fern.submits()
        await case.settles()
        assert "It stands nowhere else" in case.reads(case.fern)
        assert [risk.words for risk in case.risks] == ["Nobody has seen him since Saturday."]
        assert case.contributions == []
        await case.fern.dismisses()
        await writes(case, case.fern, "Nobody has seen him since Saturday.", anna)
        case.fern.fills({"Is this about a risk to someone now?": "No, not now"})
        await case.fern.submits()
        await case.settles()
        assert "since Saturday" in read(case, anna)


async def test_nothing_is_written_down_in_a_pause_or_in_silence(sqlite_url: str) -> None:
    async with in_the_room(sqlite_url) as case:
        await case.fern.clicks("Write for somebody", on=case.message(case.fern, LIFE))
        case.fern.fills({"What was said": "Too late."})
        await case.fern.runs("/case silent", case.room)
        assert "Nothing can be written down now" in await case.refused(case.fern)
        assert case.contributions == []
