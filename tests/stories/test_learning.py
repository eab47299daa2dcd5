"""A longer reflection for oneself alone: nobody else is shown it, or that there is one."""

from bot.sandbox import Person
from bot.workshop.audit import Deed
from bot.workshop.ids import UserId
from tests.stories.office import FIRST, Office, office
from tests.stories.test_afterwards import at, closed_session, reads_notice

HAPPENED, FELT = "I knew that the meeting was too late, and I did not say so.", "Tired, and a little ashamed."


async def test_it_is_written_left_found_again_and_never_sent(database_url: str) -> None:
    async with closed_session(database_url) as case:
        ella = case.person("Ella Social")
        await case.until(at(11, 9, 1))
        await ella.clicks("For you alone")
        await reads_notice(ella)
        assert ella.form is not None
        assert "Who may see this answer?" not in ella.form.labels
        assert "nobody else is shown this" in case.reads(ella)
        fills(ella, HAPPENED)
        await ella.submits()
        await ella.clicks("Save and leave", on=ella.form)
        assert "for you alone" in case.reads(ella)
        await ella.dismisses()

        await ella.opens_home()
        await case.settles()
        await ella.clicks("Open", on=ella.home)
        assert "How did you feel" in case.reads(ella)
        fills(ella, FELT)
        await to_the_end(case, ella)
        assert HAPPENED in case.reads(ella)
        assert FELT in case.reads(ella)
        assert ella.form.submit == ""
        assert "facilitator" not in case.reads(ella)
        await ella.dismisses()
        assert case.slack.refusals == []


async def test_nobody_else_reads_it_or_sees_that_it_is_there(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        ella, fern = case.person("Ella Social"), case.fern
        before = case.told(fern)
        await writes_it(case, ella)

        assert case.told(fern) == before
        assert "Read the answers" not in case.direct(fern, "draft of the summary").labels
        assert case.record(lambda work: work.answers.of(FIRST)) == []
        assert case.record(lambda work: work.answers.people(FIRST, "after-gibbs@1")) == frozenset()
        await fern.clicks("Check the draft")
        assert HAPPENED not in case.reads(fern)
        await fern.submits()
        await case.settles()
        for person in (fern, case.person("Anna Nurse")):
            assert HAPPENED not in case.told(person)
            assert case.posted(HAPPENED) == []
        await fern.runs("/reflect mine")
        await reads_notice(fern)
        assert HAPPENED not in case.reads(fern)
        assert case.slack.refusals == []


async def test_its_author_has_a_copy_in_full_in_parts_and_it_is_noted(database_url: str) -> None:
    long = "It was raining & the <door> was shut. " * 78
    async with closed_session(database_url) as case:
        ella = case.person("Ella Social")
        await ella.runs("/reflect mine")
        await reads_notice(ella)
        for _ in range(5):
            fills(ella, long)
            await ella.submits()
        await to_the_end(case, ella)
        await ella.clicks("Send me a copy", on=ella.form)
        assert "on its way" in case.reads(ella)
        await ella.dismisses()
        await case.settles()

        copies = [each.words for each in ella.direct_messages if "your own reflection" in each.words]
        assert len(copies) > 1
        assert f"part 1 of {len(copies)}" in copies[0]
        assert all("lies in Slack like any other message" in each for each in copies)
        assert sum(each.count("raining") for each in copies) == 5 * 78
        assert "Skipped" in copies[-1]
        entries = case.record(lambda work: work.audit.of(FIRST))
        assert [(each.deed, each.by) for each in entries if each.deed is Deed.EXPORTED] == [
            (Deed.EXPORTED, UserId(ella.id))
        ]
        assert "reflection" not in case.told(case.fern)
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_the_facilitator_does_not_hear_of_a_copy_that_cannot_be_delivered(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        ella = case.person("Ella Social")
        await writes_it(case, ella)
        before = case.told(case.fern)
        await ella.runs("/reflect mine")
        await to_the_end(case, ella)
        case.slack.trouble.refuse("chat.postMessage", "account_inactive")
        await ella.clicks("Send me a copy", on=ella.form)
        await case.settles()

        assert case.told(case.fern) == before


async def test_it_is_erased_by_its_author_and_stays_possible_once_the_workshop_is_closed(sqlite_url: str) -> None:
    async with closed_session(sqlite_url) as case:
        ella = case.person("Ella Social")
        await case.publishes()
        await case.fern.clicks("Close the workshop")
        await case.settles()
        await writes_it(case, ella)
        assert len(mine(case, ella)) == 1

        await ella.runs("/reflect mine LC-2026-0001")
        await to_the_end(case, ella)
        await ella.clicks("Erase everything", on=ella.form)
        assert "no longer in the store" in case.reads(ella)
        await case.settles()
        assert mine(case, ella) == []
        assert case.slack.refusals == []


async def test_it_is_for_those_who_had_a_part_in_a_session(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        early = await case.person("Anna Nurse").runs("/reflect mine")
        assert early is not None
        assert "no session behind you" in early.words
        await case.starts()
        await case.closes()
        stranger = case.person("Idris Stranger")
        shown = await stranger.runs("/reflect mine LC-2026-0001")
        assert shown is not None
        assert "You have no part in LC-2026-0001" in shown.words
        await stranger.opens_home()
        await case.settles()
        assert stranger.home is not None
        assert "For you alone" not in stranger.home.text
        assert case.slack.refusals == []


async def writes_it(case: Office, person: Person) -> None:
    """Write one answer and leave."""
    await person.runs("/reflect mine")
    await reads_notice(person)
    fills(person, HAPPENED)
    await person.submits()
    await person.dismisses()
    await case.settles()


async def to_the_end(case: Office, person: Person) -> None:
    """From the question that is open to all that was written."""
    while "nothing to send" not in case.reads(person):
        await person.submits()


def fills(person: Person, words: str) -> None:
    assert person.form is not None
    person.fills({person.form.labels[0]: words})


def mine(case: Office, person: Person) -> list[str]:
    return [each.words for each in case.record(lambda work: work.answers.of_person(FIRST, UserId(person.id)))]
