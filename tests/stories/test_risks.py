"""A risk to somebody now: raised in any form, in somebody's hands at once, and passed on until somebody has looked."""

import asyncio
from collections.abc import Mapping
from datetime import datetime

import pytest

from bot import risks
from bot.sandbox import Person
from bot.workshop.ids import RiskId, UserId
from bot.workshop.risk import NotAsked
from tests.stories.office import CREW, DUTY_DESK, LONDON, WHOLE, Office, office
from tests.stories.test_reflections import writes

TICK, RISK = "Is somebody at risk?", "This is about a risk to someone now"
ASKED, YES, NO = "Is this about a risk to someone now?", "Yes, tell somebody now", "No, not now"
DANGER = "He goes back to the flat tonight and the man with the knife is there."


async def test_the_facilitator_and_the_deputy_have_it_within_a_minute_and_the_author_knows_whom_to_ring(
    database_url: str,
) -> None:
    async with office(database_url) as case:
        ella, dep = await opens(case)
        await raises(case, ella, DANGER)

        for person in (case.fern, dep):
            got = risk_to(person)
            assert "LC-2026-0001" in got
            assert DANGER in got
            assert f"{ella.mention} says that this is about a risk to someone now" in got
            assert DUTY_DESK in got
            assert "10:00 on 2 March 2026" in got
        told = own(ella)
        assert f"It has gone to {case.fern.mention}, {dep.mention}" in told
        assert "Nobody has said yet that they have seen it" in told
        assert "If nobody has by 10:15, it is passed on to" in told
        assert DUTY_DESK in told
        assert "999" in told

        case.clock.forward(minutes=14)
        await dep.clicks("I have seen this", on=case.direct(dep, "A risk to somebody now"))
        await case.settles()
        for person in (case.fern, dep):
            assert f"Seen by {dep.mention} at 10:14." in risk_to(person)
            assert "I have seen this" not in case.direct(person, "A risk to somebody now").labels
        assert f"Seen by {dep.mention} at 10:14." in own(ella)

        await case.until(at(2, 16, 0))
        assert case.unsent == 0
        assert not case.person("Cath Contact").direct_messages
        assert case.deeds == [("risk_raised", "Ella Social"), ("risk_seen", "Dee Deputy")]
        assert case.slack.refusals == []


async def test_what_nobody_looks_at_goes_from_contact_to_contact_and_then_back_to_the_author(database_url: str) -> None:
    async with office(database_url) as case:
        ella, _ = await opens(case)
        cath, sian = case.person("Cath Contact"), case.person("Sian Contact")
        await raises(case, ella, DANGER)

        await case.until(at(2, 10, 14))
        assert not cath.direct_messages
        await case.until(at(2, 10, 16))
        assert DANGER in risk_to(cath)
        assert not sian.direct_messages
        assert f"passed on to {cath.mention}" in own(ella)
        assert f"passed on to {cath.mention}" in risk_to(case.fern)
        assert "passed on" not in risk_to(cath)
        assert f"by 10:31, it goes on to {sian.mention}" in own(ella)

        await case.until(at(2, 10, 32))
        assert DANGER in risk_to(sian)
        assert "there is nobody else to pass it on to" in own(ella)
        assert "ring now" not in case.told(ella)

        await case.until(at(2, 10, 48))
        assert "Nobody has looked yet, and there is nobody left" in own(ella)
        assert "Please ring now." in case.told(ella).rpartition("You raised a risk")[2].split("that you raised in")[1]
        assert f"{ella.mention} has been told to ring" in case.told(case.fern)
        assert DUTY_DESK in case.direct(ella, "that you raised in").words

        # Late is better than never: whoever was asked can still say that they have looked.
        await cath.clicks("I have seen this", on=cath.last_direct_message)
        await case.settles()
        assert f"Seen by {cath.mention} at 10:48" in own(ella)
        assert f"Seen by {cath.mention}" in risk_to(case.fern)
        assert [deed for deed, _ in case.deeds] == ["risk_raised", "risk_passed_on", "risk_passed_on", "risk_seen"]
        assert case.deeds[1][1] == "the bot"
        assert case.slack.refusals == []


async def test_a_contact_sees_that_risk_and_nothing_else_of_the_case(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        ella, _ = await opens(case)
        cath, gwen = case.person("Cath Contact"), case.person("Gwen Outsider")
        await raises(case, ella, DANGER)
        await case.until(at(2, 10, 16))

        assert "Rowan" not in case.told(cath)
        assert cath.id not in case.room.members
        shown = await cath.runs("/case list")
        assert shown is not None
        assert "You have no part in a case yet" in shown.words
        for line in ("/case summary LC-2026-0001", "/case actions LC-2026-0001", "/case start LC-2026-0001"):
            shown = await cath.runs(line)
            assert shown is not None
            assert "You have no part in LC-2026-0001" in shown.words
        assert not cath.has_form
        assert not gwen.direct_messages


async def test_at_night_it_goes_out_at_once_and_is_passed_on_when_work_begins(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        ella, _ = await opens(case)
        await case.until(at(6, 19, 30))  # a Friday
        await raises(case, ella, DANGER)
        assert DANGER in risk_to(case.fern)
        assert "If nobody has by 09:15 on 9 March 2026" in own(ella)

        await case.until(at(9, 9, 14))
        assert not case.person("Cath Contact").direct_messages
        await case.until(at(9, 9, 16))
        assert DANGER in risk_to(case.person("Cath Contact"))
        assert case.slack.refusals == []


async def test_who_cannot_be_reached_is_not_waited_for(database_url: str) -> None:
    async with office(database_url) as case:
        ella, dep = await opens(case)
        cath, sian = case.person("Cath Contact"), case.person("Sian Contact")
        for person in (case.fern, dep, cath):
            case.slack.trouble.deactivate(person)
        await raises(case, ella, DANGER)

        assert DANGER in risk_to(sian)
        assert f"passed on to {sian.mention}" in own(ella)
        await case.until(at(2, 10, 16))
        assert "nobody left to pass it on to" in own(ella)


async def test_a_message_that_slack_will_not_take_does_not_hold_a_risk_up(database_url: str) -> None:
    async with office(database_url) as case:
        ella, _ = await opens(case)
        case.slack.trouble.fail("chat.update", times=30, status=500)
        await case.fern.clicks("Send the questions")
        for _ in range(5):  # the desk is tried again and again, ever more seldom
            case.clock.forward(minutes=6)
            await case.settles()
        await raises(case, ella, DANGER)
        case.clock.forward(seconds=31)
        await case.settles()

        assert DANGER in risk_to(case.fern)


async def test_without_a_deputy_the_facilitators_own_risk_goes_to_the_first_contact(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        cath = case.person("Cath Contact")
        await case.opens(contacts=[cath])
        await raises(case, case.fern, DANGER)

        assert DANGER in risk_to(cath)
        assert f"passed on to {cath.mention}" in own(case.fern)
        assert "A risk to somebody now" not in case.told(case.fern)


async def test_what_an_owner_says_of_an_action_can_be_a_risk_too(database_url: str) -> None:
    async with office(database_url) as case:
        ella, _ = await opens(case)
        ben = case.person("Ben Housing")
        await proposes(case, ella, ben, "Letters reach the school within two days")
        await ben.clicks("Accept")
        await case.settles()
        await ben.clicks("Blocked", on=ben.last_direct_message)
        question = "What decision is needed, and from whom?"
        ben.fills({question: "Nobody has seen him for three days; his phone is off since Monday."})
        await ben.submits()

        # Nothing is sent before the question is answered, and nothing lost by closing the form.
        assert ASKED in case.reads(ben)
        assert "You wrote “Nobody has seen him”" in case.reads(ben)
        await ben.dismisses()
        await case.settles()
        assert [state for state, _ in case.said_of(1)] == ["proposed", "accepted"]
        await ben.clicks("Blocked", on=ben.last_direct_message)
        assert ben.form is not None
        assert "Nobody has seen him for three days" in str(ben.form.values[question])
        await ben.submits()
        ben.fills({ASKED: YES})
        await ben.submits()
        await case.settles()

        assert "Nobody has seen him for three days" in risk_to(case.fern)
        assert case.said_of(1)[-1][0] == "blocked"
        assert "Nobody has seen him" in case.said_of(1)[-1][1]
        assert ben.mention in risk_to(case.fern)

        # "No" sends nothing of it, and the action goes its way.
        await ben.clicks("Done")
        ben.fills({"What shows that it is done?": "She said that he is in danger of losing his place."})
        await ben.submits()
        ben.fills({ASKED: NO})
        await ben.submits()
        await case.settles()
        assert case.said_of(1)[-1][0] == "done"
        assert len(case.risks) == 1
        assert case.slack.refusals == []


async def test_a_number_in_a_risk_is_masked_and_the_risk_does_not_wait_for_it(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        ella, _ = await opens(case)
        await ella.runs("/case actions")
        ella.fills(
            {
                "What will be different?": "Somebody fetches the boy born 12 April 2009 from the flat tonight",
                "One owner": ella,
                "By when?": "2026-03-20",
                "How will you know that it helped?": "He is fetched",
                **WHOLE,
                TICK: [RISK],
            }
        )
        assert "write it without" in await case.refused(ella)
        await case.settles()

        assert "Somebody fetches the boy born [date of birth] from the flat tonight" in risk_to(case.fern)
        assert len(case.risks) == 1
        assert case.actions == []


async def test_a_wording_asks_and_nothing_is_sent_before_it_is_answered(database_url: str) -> None:
    async with office(database_url) as case:
        await opens(case)
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, "Nobody has seen her for three days. The ward was not told.")
        await anna.submits()

        # The question quotes the words that made it ask; whoever closes the form there loses nothing.
        assert "You wrote “Nobody has seen her”" in case.reads(anna)
        assert "1 of 3" in case.reads(anna)
        await anna.dismisses()
        assert case.risks == []
        await anna.runs("/reflect")
        for _ in range(2):
            await anna.submits()
        assert "please say whether it is about a risk to someone now" in case.reads(anna)
        await anna.submits()
        assert ASKED in case.reads(anna)
        assert "Nobody has seen her for three days." in str(anna.form and anna.form.values)
        await case.settles()
        assert "0 of 5 have answered" in case.told(case.fern)

        # Leaving with the question open is possible; sending is not.
        await anna.clicks("Save and leave", on=anna.form)
        assert "Saved" in case.reads(anna)
        await anna.dismisses()
        await anna.runs("/reflect")
        for _ in range(3):
            await anna.submits()
        assert ASKED in case.reads(anna)

        anna.fills({ASKED: NO})
        await anna.submits()
        for _ in range(3):
            await anna.submits()
        assert "with the facilitator" in case.reads(anna)
        await anna.dismisses()
        await case.settles()
        assert case.risks == []

        # "No" holds while the words stay as they are.
        await anna.clicks("Look at my answers")
        await anna.clicks("Change", on=anna.form, near="Think of one moment")
        assert TICK in case.reads(anna)
        await anna.submits()
        assert "Look it over" in case.reads(anna)
        await anna.clicks("Change", on=anna.form, near="Think of one moment")
        writes(anna, "Nobody has seen her for four days, and he threatened to hurt her.")
        await anna.submits()
        assert "You wrote “threatened to hurt”" in case.reads(anna)
        anna.fills({ASKED: YES})
        await anna.submits()
        await case.settles()
        assert "he threatened to hurt her" in risk_to(case.fern)
        assert len(case.risks) == 1
        assert case.slack.refusals == []


async def test_a_new_wording_that_comes_with_the_answer_no_asks_once_more(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens(case)
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, "She is in danger of being forgotten.")
        await anna.submits()
        anna.fills({ASKED: NO})
        writes(anna, "She is in danger of being forgotten. He has a knife.")
        await anna.submits()

        assert "has a knife" in case.reads(anna)
        assert "1 of 3" in case.reads(anna)


async def test_a_ticked_answer_is_raised_before_it_is_sent_and_kept_apart_from_the_summary(database_url: str) -> None:
    async with office(database_url) as case:
        await opens(case)
        await case.invites()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.begins_to_answer(anna)
        writes(anna, "He is picked up at night by men in cars. Ring 01632 960 417.")
        anna.fills({TICK: [RISK]})
        await anna.submits()
        await case.settles()

        # The number is asked about, and the risk has gone out all the same, with the number masked.
        assert "phone number" in case.reads(anna)
        assert "picked up at night by men in cars. Ring [phone number]." in risk_to(case.fern)
        assert "It has gone to" in own(anna)
        await anna.submits()
        await anna.submits()
        await anna.submits()
        assert "raised as a risk to someone now" in case.reads(anna)
        await anna.submits()
        await anna.dismisses()
        await case.answers(ben, "Two misses close an application.")
        assert len(case.risks) == 1

        await case.fern.clicks("Read the answers")
        assert "About a risk to someone now" in case.reads(case.fern)
        assert case.reads(case.fern).count("About a risk to someone now") == 1
        await case.fern.dismisses()

        # Withdrawing takes the answer back, and not the risk.
        await anna.clicks("Look at my answers")
        await anna.clicks("Change", on=anna.form, near="Think of one moment")
        assert "does not take that back" in case.reads(anna)
        await anna.submits()
        assert len(case.risks) == 1
        await case.starts()
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "Two misses close an application." in case.reads(case.fern)
        assert "men in cars" not in case.reads(case.fern)
        assert "is not behind any line" in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_withdrawing_an_answer_does_not_withdraw_its_risk(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens(case)
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        writes(anna, DANGER)
        anna.fills({TICK: [RISK]})
        for _ in range(4):
            await anna.submits()
        await anna.dismisses()
        await case.settles()
        await anna.clicks("Look at my answers")
        await anna.clicks("Withdraw everything", on=anna.form)
        await case.settles()

        assert "The risk that you raised is kept apart" in case.reads(anna)
        assert DANGER in risk_to(case.fern)
        [risk] = case.risks
        assert risk.words == DANGER
        assert "even if you change or withdraw your answer" in own(anna)


async def test_a_tick_with_nothing_written_asks_for_words(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await opens(case)
        await case.invites()
        anna = case.person("Anna Nurse")
        await case.begins_to_answer(anna)
        anna.fills({TICK: [RISK]})

        assert "Say in a few words what the risk is" in await case.refused(anna)
        assert case.risks == []


async def test_a_form_sent_twice_is_one_risk_and_of_two_who_look_one_was_first(database_url: str) -> None:
    async with office(database_url) as case:
        ella, dep = await opens(case)
        await ella.runs("/case actions")
        ella.fills({"What will be different?": DANGER, "One owner": ella, "By when?": "2026-03-20"})
        ella.fills({"How will you know that it helped?": "He sleeps elsewhere", **WHOLE, TICK: [RISK]})
        await asyncio.gather(ella.submits(), ella.submits(), return_exceptions=True)
        await case.settles()
        assert len(case.risks) == 1

        for person in (case.fern, dep):
            assert "I have seen this" in case.direct(person, "A risk to somebody now").labels
        await asyncio.gather(case.fern.clicks("I have seen this"), dep.clicks("I have seen this"))
        await case.settles()
        [risk] = case.risks
        name = case.fern.mention if risk.seen_by == case.fern.id else dep.mention
        for words in (risk_to(case.fern), risk_to(dep), own(ella)):
            assert f"Seen by {name}" in words
        assert [deed for deed, _ in case.deeds] == ["risk_raised", "risk_seen"]
        assert case.slack.refusals == []


async def test_who_was_not_asked_cannot_say_that_they_have_looked(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        ella, _ = await opens(case)
        await raises(case, ella, DANGER)
        sian = case.person("Sian Contact")

        with pytest.raises(NotAsked):
            case.record(lambda work: risks.see(work, UserId(sian.id), RiskId(1)))
        with pytest.raises(NotAsked):
            case.record(lambda work: risks.see(work, UserId(ella.id), RiskId(1)))


async def opens(case: Office) -> tuple[Person, Person]:
    """A case with a deputy and two contacts; gives the social worker and the deputy."""
    dep = case.person("Dee Deputy")
    contacts = [case.person("Cath Contact"), case.person("Sian Contact")]
    await case.opens(deputy=dep, contacts=contacts)
    return case.person(CREW[4][0]), dep


async def raises(case: Office, person: Person, words: str) -> None:
    """Tick the form for an action of their own."""
    await proposes(case, person, person, words, {TICK: [RISK]})


async def proposes(
    case: Office, person: Person, owner: Person, change: str, also: Mapping[str, object] | None = None
) -> None:
    await person.runs("/case actions")
    person.fills(
        {
            "What will be different?": change,
            "One owner": owner,
            "By when?": "2026-03-20",
            "How will you know that it helped?": "He sleeps somewhere else",
            **WHOLE,
            **(also or {}),
        }
    )
    await person.submits()
    await case.settles()


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LONDON)


def risk_to(person: Person) -> str:
    """What *person* is asked to look at, as it stands now."""
    [found] = [each.words for each in person.direct_messages if "A risk to somebody now" in each.words]
    return found


def own(person: Person) -> str:
    """What the author of a risk reads, as it stands now."""
    [found] = [each.words for each in person.direct_messages if "You raised a risk" in each.words]
    return found
