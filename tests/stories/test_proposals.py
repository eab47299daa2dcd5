"""An action is written: a draft until it is whole, questioned where it is weak, and taken on by its owner or not."""

from datetime import date, datetime
from typing import Any

import pytest

from bot.sandbox import FormRefused
from tests.stories.office import LONDON, WHOLE, Office, agreed, office

LETTERS = "Letters reach the school nurse within two days"
CHANGE, OWNER, DUE, HELPED = (
    "What will be different?",
    "One owner",
    "By when?",
    "How will you know that it helped?",
)


async def test_what_is_not_complete_stays_a_draft_and_says_what_is_missing(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await ella.runs("/actions add", case.room)
        ella.fills({CHANGE: LETTERS, DUE: date(2026, 3, 20)})
        await ella.submits()
        await case.settles()

        assert "one owner, how you will know that it helped, how it stands today" in case.reads(ella)
        assert LETTERS not in case.message(ben, "action plan").words
        await ella.dismisses()

        await ben.runs("/actions all", case.room)
        assert "Still missing: one owner" in case.reads(ben)
        await ben.clicks("Open", on=ben.form)
        assert "Change" not in case.reads(ben).splitlines()
        await ben.dismisses()
        await ben.dismisses()

        await ella.runs("/actions all", case.room)
        await ella.clicks("Open", on=ella.form)
        await ella.clicks("Change", on=ella.form)
        ella.fills({OWNER: ben, HELPED: "Letters in time", **WHOLE})
        await ella.submits()
        await case.settles()

        assert "waiting for the owner's yes" in case.reads(ella)
        assert LETTERS in case.direct(ben, "proposes that you take on").words
        assert LETTERS in case.message(ben, "action plan").words
        assert case.said_of(1) == [("draft", ""), ("proposed", "")]
        assert case.slack.refusals == []


async def test_a_weak_action_is_asked_about_once_with_examples_and_may_be_sent_as_it_is(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await ella.clicks("Add an action")
        ella.fills(
            {CHANGE: "Remind all staff to ring back", OWNER: ben, DUE: date(2026, 3, 20), HELPED: "Calls", **WHOLE}
        )
        await ella.submits()
        assert "What would make the right thing the easy thing?" in case.reads(ella)
        assert "“Remind” asks people to remember" in case.reads(ella)
        assert case.actions == []
        await ella.submits()

        await ella.clicks("Add an action")
        ella.fills({CHANGE: "Train all staff", OWNER: ben, DUE: date(2026, 3, 20), HELPED: "Calls", **WHOLE})
        await ella.submits()
        ella.fills({CHANGE: "A referral closes only when a service has accepted it"})
        await ella.submits()
        await case.settles()

        assert [(each.change, str(each.strength)) for each in case.actions] == [
            ("Remind all staff to ring back", "weaker"),
            ("A referral closes only when a service has accepted it", "stronger"),
        ]
        assert not ella.has_form
        assert case.slack.refusals == []


async def test_an_owner_takes_it_on_with_a_later_date_once_the_facilitator_agrees(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, LETTERS)
        await ben.clicks("Propose a change")
        with pytest.raises(FormRefused, match="Choose another date"):
            await ben.submits()
        ben.fills({"Another date": date(2026, 3, 1)})
        with pytest.raises(FormRefused, match="That date is in the past"):
            await ben.submits()
        ben.fills({"Another date": date(2026, 4, 30), "Why": "The new system comes at Easter."})
        await ben.submits()
        await case.settles()
        asked = case.direct(case.fern, "with a change")
        assert "By 30 April 2026 instead" in asked.words
        assert "“The new system comes at Easter.”" in asked.words
        assert "is with the facilitator" in case.direct(ben, LETTERS).words

        await case.fern.clicks("Agree", on=asked)
        await case.settles()

        assert "by 30 April 2026: accepted" in case.message(ella, "action plan").words
        assert "accepted" in case.direct(case.fern, "with a change").words
        assert "Agree" not in case.direct(case.fern, "with a change").labels
        assert "Where it stands: *accepted*" in case.direct(ben, LETTERS).words
        assert case.slack.refusals == []


async def test_where_the_facilitator_keeps_it_the_owner_is_asked_once_more(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, LETTERS)
        await ben.clicks("Propose a change")
        ben.fills({"Somebody else": case.person("Dev Police")})
        await ben.submits()
        await case.settles()
        case.clock.forward(minutes=5)
        await case.fern.clicks("Keep it as it is")
        await case.settles()

        first, second = [each for each in ben.direct_messages if "proposes that you take on" in each.words]
        assert "put forward anew" in first.words
        assert first.labels == []
        await ben.clicks("Accept", on=second)
        await case.settles()
        assert "accepted" in case.message(ella, "action plan").words
        assert case.slack.refusals == []


async def test_an_unanswered_proposal_goes_back_to_the_facilitator_after_three_working_days(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben, dev = (case.person(name) for name in ("Ella Social", "Ben Housing", "Dev Police"))
        case.clock.to(datetime(2026, 3, 12, 15, 0, tzinfo=LONDON))  # a Thursday
        await case.proposes(ella, ben, LETTERS, due=date(2026, 4, 20))
        await case.until(datetime(2026, 3, 17, 14, 50, tzinfo=LONDON))
        assert "has not answered" not in case.told(case.fern)
        await case.until(datetime(2026, 3, 17, 15, 5, tzinfo=LONDON))
        back = case.direct(case.fern, "has not answered for three working days")
        assert back.labels == ["Ask again", "Change", "Take it out"]

        await case.fern.clicks("Change", on=back)
        case.fern.fills({OWNER: dev})
        await case.fern.submits()
        await case.settles()
        await dev.clicks("Accept")
        await case.settles()

        assert "put forward anew" in case.direct(ben, "proposes that you take on").words
        assert dev.mention in case.message(ella, "action plan").words
        assert case.direct(case.fern, "has not answered").labels == []
        assert [state for state, _ in case.said_of(1)] == ["proposed", "proposed", "proposed", "accepted"]
        assert case.slack.refusals == []


async def test_an_owner_hears_what_was_and_what_is_when_the_facilitator_changes_what_they_took_on(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ben, dev = case.person("Ben Housing"), case.person("Dev Police")
        await case.proposes(case.person("Ella Social"), ben, LETTERS, measure="Letters in time")
        await ben.clicks("Accept")
        await case.settles()

        await changes(case, {HELPED: "Letters within two days"})
        told = case.direct(ben, "has changed an action that you have taken on")
        assert "how you will know: Letters in time → Letters within two days" in told.words
        assert "no need to answer" in told.words
        assert [state for state, _ in case.said_of(1)] == ["proposed", "accepted", "accepted"]

        await changes(case, {DUE: date(2026, 3, 27)})
        asked = case.direct(ben, "has changed an action that you had taken on")
        assert "date: 20 March 2026 → 27 March 2026" in asked.words
        await ben.clicks("Accept", on=asked)
        await case.settles()
        assert str(case.actions[0].state) == "accepted"
        assert case.told(ben).count("has changed an action") == 1  # what was asked is answered

        await changes(case, {OWNER: dev})
        gone = case.direct(ben, "It is not with you any more")
        assert f"owner: {ben.mention} → {dev.mention}" in gone.words
        assert "proposes that you take on" in case.direct(dev, LETTERS).words
        assert "has changed" not in case.told(dev)
        assert case.slack.refusals == []


async def changes(case: Office, what: dict[str, Any]) -> None:
    """Fern changes these answers in the form of the first action."""
    await opens(case, 1)
    await case.fern.clicks("Change", on=case.fern.form)
    case.fern.fills(what)
    await case.fern.submits()
    await case.settles()
    while case.fern.has_form:
        await case.fern.dismisses()


async def test_an_owner_says_when_they_will_do_it(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(case.person("Ella Social"), ben, LETTERS)
        await ben.clicks("Accept")
        await case.settles()
        await ben.clicks("When I will do it")
        ben.fills({"If …, then I …": "If a letter comes in, then I ring the nurse the same day."})
        await ben.submits()
        await case.settles()

        assert "“If a letter comes in, then I ring the nurse the same day.”" in case.direct(ben, LETTERS).words
        assert case.actions[0].if_then == "If a letter comes in, then I ring the nurse the same day."
        assert case.slack.refusals == []


async def test_two_that_say_the_same_become_one_and_the_record_knows(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, "The ward rings the school nurse each Friday about discharge letters")
        await case.proposes(ella, ben, "Each Friday the ward rings the school nurse about discharge letters")
        await opens(case, 2)
        assert "says nearly the same" in case.reads(case.fern)
        await case.fern.clicks("They are the same", on=case.fern.form)
        await case.settles()

        assert [str(each.state) for each in case.actions] == ["proposed", "withdrawn"]
        await case.fern.clicks("History", on=case.fern.form)
        assert "the same as action: nothing → 1" in case.reads(case.fern)
        assert case.fern.mention in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_the_group_sees_its_strength_otherwise_only_with_a_reason(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        await case.proposes(case.person("Ella Social"), case.person("Ben Housing"), LETTERS)
        await opens(case, 1)
        assert "reads as *in between*, because it has services hear each other" in case.reads(case.fern)
        await case.fern.clicks("Strength", on=case.fern.form)
        case.fern.fills({"How do you see it?": "stronger"})
        with pytest.raises(FormRefused):
            await case.fern.submits()
        case.fern.fills({"Why, if that is not what its words suggest": "The letter is sent by the system itself."})
        await case.fern.submits()
        await case.settles()

        assert "You see it as *stronger*: “The letter is sent by the system itself.”" in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_for_somebody_outside_the_facilitator_records_what_they_say(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        await case.fern.clicks("Add an action")
        case.fern.fills(
            {
                CHANGE: LETTERS,
                DUE: date(2026, 3, 20),
                HELPED: "Letters in time",
                **WHOLE,
                "Somebody outside this workspace": "Dr Rhys",
                "How to reach them": "rhys@practice.example",
            }
        )
        await case.fern.submits()
        await case.settles()
        asked = case.direct(case.fern, "They have no Slack here")
        assert "Dr Rhys" in asked.words
        assert "rhys@practice.example" not in case.message(case.fern, "action plan").words
        assert (
            "Dr Rhys: action 1, by 20 March 2026, waiting for the owner's yes"
            in case.direct(case.fern, "LC-2026-0001 · ").words
        )
        await case.fern.clicks("Accept", on=asked)
        await case.settles()

        assert f"Dr Rhys ({case.fern.mention} records for them)" in case.message(case.fern, "action plan").words
        assert case.slack.refusals == []


async def opens(case: Office, number: int) -> None:
    """Fern opens an action from the plan."""
    await case.fern.clicks("All actions", on=case.message(case.fern, "action plan"))
    form = case.fern.form
    assert form is not None
    await case.fern.clicks("Open", on=form, near=case.actions[number - 1].change)


async def test_who_takes_the_facilitators_place_records_for_those_outside(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        dep = case.person("Dee Deputy")
        await case.opens(deputy=dep)
        await case.fern.runs("/actions add", case.room)
        case.fern.fills({CHANGE: LETTERS, "Somebody outside this workspace": "Dr Rhys"})
        await case.fern.submits()
        await dep.runs("/case takeover LC-2026-0001")
        await case.settles()

        assert [each.owner for each in case.actions] == [dep.id]
        assert case.slack.refusals == []


async def test_a_plan_of_weaker_actions_only_is_asked_about_once_and_of_the_facilitator_alone(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        for team in ("wards", "schools", "hostels", "surgeries"):
            await ella.clicks("Add an action")
            ella.fills({CHANGE: f"Remind all {team}", OWNER: ben, DUE: date(2026, 3, 20), HELPED: "Calls", **WHOLE})
            await ella.submits()
            await ella.submits()
        await case.settles()

        asked = [each for each in case.fern.direct_messages if "read as weaker" in each.words]
        assert len(asked) == 1
        assert "read as weaker" not in case.told(ella) + case.told(ben)
        assert case.slack.refusals == []


async def test_an_owner_is_told_that_what_they_took_on_is_taken_out(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(case.person("Ella Social"), ben, LETTERS)
        await ben.clicks("Accept")
        await case.settles()
        await opens(case, 1)
        await case.fern.clicks("Take it out", on=case.fern.form)
        await case.settles()

        assert f"{case.fern.mention} says *withdrawn* about “{LETTERS}”" in case.told(ben)
        assert LETTERS not in case.message(ben, "action plan").words
        assert case.slack.refusals == []


async def test_what_a_draft_says_was_proposed_becomes_an_action(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens(afterwards="None")
        stage = await case.starts()
        said = "We should ring his aunt every Friday before the weekend starts."
        await case.person("Anna Nurse").replies(stage, said)
        await case.closes()
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Make it an action", on=case.fern.form)
        form = case.fern.form
        assert form is not None
        assert form.values[CHANGE] == said
        case.fern.fills({OWNER: case.fern, DUE: date(2026, 3, 20), HELPED: "Calls", **WHOLE})
        await case.fern.submits()
        await case.settles()

        assert [str(each.state) for each in case.actions] == ["accepted"]
        assert "Make it an action" in str(case.fern.form and case.fern.form.view.payload)
        assert case.slack.refusals == []
