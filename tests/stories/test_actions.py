"""Actions: taken on by their owner, reminded of at decent hours, followed until somebody shows that they are done."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import FormRefused
from bot.workshop.ids import ActionId
from tests.stories.office import LONDON, WHOLE, Office, agreed, session

LETTERS = "Letters reach the school nurse within two days"
NEW_YORK = ZoneInfo("America/New_York")


async def test_an_action_counts_once_its_owner_has_said_yes(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben, anna = (case.person(name) for name in ("Ella Social", "Ben Housing", "Anna Nurse"))
        await case.proposes(ella, ben, LETTERS)
        assert "waiting for the owner's yes" in case.message(anna, "action plan").words
        assert "No action is open" in case.told(case.fern)

        await ben.clicks("Accept", on=case.direct(ben, "proposes that you take on"))
        await case.settles()

        assert "accepted" in case.message(anna, "action plan").words
        assert "One action is open and being followed up" in case.told(case.fern)
        asked = case.direct(ben, LETTERS)
        assert "Where it stands: *accepted*" in asked.words
        assert asked.labels == [
            "When I will do it",
            "Done",
            "On track",
            "Blocked",
            "Say how it goes",
            "Not mine any more",
        ]
        assert case.said_of(1) == [("proposed", ""), ("accepted", "")]
        assert len(case.posted("action plan")) == 1
        assert case.slack.refusals == []


async def test_a_refusal_has_a_reason_and_the_facilitator_reads_it(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, dev, anna = (case.person(name) for name in ("Ella Social", "Dev Police", "Anna Nurse"))
        await case.proposes(ella, dev, LETTERS)
        await dev.clicks("Decline")
        dev.fills({"What makes this the wrong action, or you the wrong owner?": "  "})
        with pytest.raises(FormRefused, match="One sentence why"):
            await dev.submits()
        dev.fills({"What makes this the wrong action, or you the wrong owner?": "My sergeant has to own it."})
        await dev.submits()
        await case.settles()

        assert "“My sergeant has to own it.”" in case.direct(case.fern, "declined").words
        assert LETTERS not in case.message(anna, "action plan").words
        asked = case.direct(dev, LETTERS)
        assert "Where it stands: *declined*" in asked.words
        assert asked.labels == []
        assert case.said_of(1) == [("proposed", ""), ("declined", "My sergeant has to own it.")]
        assert case.slack.refusals == []


async def test_who_proposes_for_themselves_has_said_yes(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS)

        assert "accepted" in case.message(ben, "action plan").words
        assert "proposes that you take on" not in case.told(ben)
        assert case.said_of(1) == [("proposed", ""), ("accepted", "")]
        assert case.slack.refusals == []


async def test_an_owner_says_how_it_goes_until_it_is_done(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, LETTERS)
        await ben.clicks("Accept")
        await case.settles()
        asked = case.direct(ben, LETTERS)

        await ben.clicks("On track", on=asked)
        await case.settles()
        assert "on track" in case.message(ella, "action plan").words
        await ben.clicks("Blocked", on=asked)
        ben.fills({"What decision is needed, and from whom?": "The ward manager has to name a deputy."})
        await ben.submits()
        await case.settles()
        assert "“The ward manager has to name a deputy.”" in case.direct(case.fern, "blocked").words
        assert "deputy" not in case.message(ella, "action plan").words

        await ben.clicks("Done", on=asked)
        with pytest.raises(FormRefused):
            await ben.submits()
        ben.fills({"What shows that it is done?": "Six letters checked on Monday."})
        await ben.submits()
        await case.settles()

        assert "done" in case.message(ella, "action plan").words
        assert "Six letters checked" in case.direct(case.fern, "done").words
        assert case.said_of(1) == [
            ("proposed", ""),
            ("accepted", ""),
            ("on_track", ""),
            ("blocked", "The ward manager has to name a deputy."),
            ("done", "Six letters checked on Monday."),
        ]
        assert case.actions[0].closed_at is not None
        assert case.slack.refusals == []


async def test_an_old_button_says_kindly_that_it_was_answered_already(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, LETTERS)
        asked = case.direct(ben, "proposes that you take on")
        blocks, text = asked.blocks, asked.text
        await ben.clicks("Accept", on=asked)
        await case.settles()
        # A second screen that was not brought up to date.
        post = case.slack.trouble.messages.post(
            asked.channel, case.slack.bot.id, text, blocks=blocks, bot=asked.post.bot
        )
        old = next(each for each in ben.direct_messages if each.ts == post.ts)
        for label in ("Accept", "Decline"):
            await ben.clicks(label, on=old)
            if ben.form and ben.form.submit:
                ben.fills({"What makes this the wrong action, or you the wrong owner?": "I changed my mind."})
                assert "This action was answered already" in await case.refused(ben)
                await ben.dismisses()
            else:
                assert "This action was answered already" in ben.direct_messages[-1].words
        await case.settles()

        assert case.said_of(1) == [("proposed", ""), ("accepted", "")]
        assert case.slack.refusals == []


async def test_reminders_climb_their_ladder_and_after_two_without_an_answer_it_is_for_people(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        await case.proposes(ella, ben, LETTERS, due=date(2026, 3, 20))  # a Friday
        await ben.clicks("Accept")
        await case.settles()

        await case.until(datetime(2026, 3, 13, 8, 59, tzinfo=LONDON))
        assert "In a week" not in case.told(ben)
        await case.until(datetime(2026, 3, 13, 9, 0, tzinfo=LONDON))
        assert "In a week, on 20 March 2026, this is due" in case.told(ben)
        assert "this is due" not in "".join(each.words for each in case.posted(LETTERS))

        await case.until(datetime(2026, 3, 20, 9, 0, tzinfo=LONDON))
        due = case.message(ben, "this is due today")
        assert ben.mention in due.words
        assert due.root.words.startswith("LC-2026-0001: action plan")

        # Three days later is a Monday, and three days of silence after that the Thursday.
        await case.until(datetime(2026, 3, 23, 9, 0, tzinfo=LONDON))
        last = case.message(ben, "What would help?")
        assert "This is the last message" in last.words
        await case.until(datetime(2026, 3, 26, 9, 0, tzinfo=LONDON))
        await case.until(datetime(2026, 3, 26, 9, 3, tzinfo=LONDON))
        assert "Two questions have had no answer" in case.direct(case.fern, LETTERS).words
        await case.until(datetime(2026, 4, 30, 9, 0, tzinfo=LONDON))
        assert len(case.posted("was due on")) == 1

        await ben.clicks("Done", on=last)
        ben.fills({"What shows that it is done?": "Six letters checked on Monday."})
        await ben.submits()
        await case.settles()
        assert "*done*" in case.message(ben, "was due on").words
        assert case.message(ben, "was due on").labels == []
        assert nudges(case) == ["before-7", "due", "late-3", "facilitator", "board"]
        assert case.slack.refusals == []


async def test_no_reminder_comes_after_done(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 20))
        await case.until(datetime(2026, 3, 13, 9, 0, tzinfo=LONDON))
        await ben.clicks("Done", on=case.direct(ben, "In a week"))
        ben.fills({"What shows that it is done?": "Six letters checked on Monday."})
        await ben.submits()
        for day in (20, 23, 27):
            await case.until(datetime(2026, 3, day, 9, 30, tzinfo=LONDON))

        assert nudges(case) == ["before-7"]
        assert case.posted("this is due today") == []
        assert case.slack.refusals == []


async def test_nobody_is_reminded_at_a_weekend_or_on_a_bank_holiday(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 4, 3))  # Good Friday

        await case.until(datetime(2026, 3, 27, 9, 0, tzinfo=LONDON))
        for day in (3, 4, 5, 6):
            await case.until(datetime(2026, 4, day, 12, 0, tzinfo=LONDON))
            assert case.posted("this is due") == []
        await case.until(datetime(2026, 4, 7, 9, 0, tzinfo=LONDON))

        # The day itself and three days late fall on the same Tuesday: one message, and it is the later.
        assert nudges(case) == ["before-7", "late-3"]
        assert len(case.posted("was due on 3 April 2026")) == 1
        assert case.slack.refusals == []


async def test_nine_o_clock_is_the_owners_nine_o_clock(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        olwen = case.person("Olwen Owner", timezone="America/New_York")
        await case.proposes(case.person("Ella Social"), olwen, LETTERS, due=date(2026, 3, 20))
        await olwen.clicks("Accept")
        await case.settles()

        await case.until(datetime(2026, 3, 13, 8, 59, tzinfo=NEW_YORK))
        assert "In a week" not in case.told(olwen)
        await case.until(datetime(2026, 3, 13, 9, 0, tzinfo=NEW_YORK))
        assert "In a week" in case.told(olwen)
        assert case.slack.refusals == []


async def test_after_an_outage_only_the_latest_reminder_is_sent(database_url: str) -> None:
    async with agreed(database_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 20))
        await case.until(datetime(2026, 3, 25, 11, 0, tzinfo=LONDON))

        assert nudges(case) == ["late-3"]
        assert "In a week" not in case.told(ben)
        assert case.posted("this is due today") == []
        assert len(case.posted("What would help?")) == 1
        assert case.slack.refusals == []


async def test_an_outage_that_ends_at_night_does_not_bring_two_reminders_in_the_morning(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 20))
        await case.until(datetime(2026, 3, 19, 22, 0, tzinfo=LONDON))
        assert "In a week" not in case.told(ben)
        await case.until(datetime(2026, 3, 20, 9, 0, tzinfo=LONDON))

        assert len(case.posted("this is due today")) == 1
        assert "In a week" not in case.told(ben)
        assert nudges(case) == ["due"]
        assert case.slack.refusals == []


async def test_a_reminder_that_slack_did_not_take_is_overtaken_by_the_next(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.proposes(ben, ben, LETTERS, due=date(2026, 3, 20))
        case.slack.trouble.fail("chat.postMessage", times=2)
        await case.until(datetime(2026, 3, 13, 9, 1, tzinfo=LONDON))
        assert case.unsent == 1
        await case.until(datetime(2026, 3, 20, 9, 1, tzinfo=LONDON))

        assert nudges(case) == ["due"]
        assert "In a week" not in case.told(ben)
        assert case.unsent == 0
        assert case.slack.refusals == []


async def test_what_somebody_said_becomes_an_action(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben, ella = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Ella Social"))
        stage = case.message(anna, "What does life look like")
        said = await ben.replies(stage, "Somebody should ring the ward each Friday & ask for @Anna Nurse.")
        await ella.uses("Make this an action", on=said)
        assert ella.form is not None
        starts_with = "Somebody should ring the ward each Friday & ask for @colleague."
        assert ella.form.values["What will be different?"] == starts_with
        ella.fills(
            {"One owner": anna, "By when?": date(2026, 3, 20), "How will you know that it helped?": "Calls", **WHOLE}
        )
        await ella.submits()
        await case.settles()
        await anna.clicks("Accept")
        await case.settles()

        plan = case.message(ella, "action plan")
        assert "ring the ward each Friday &amp; ask" in plan.words
        assert "accepted" in plan.words
        assert [(each.change, str(each.state)) for each in case.actions] == [(starts_with, "accepted")]

        empty = await ben.replies(stage, "", file="drawing.png")
        await ella.uses("Make this an action", on=empty)
        assert not ella.has_form
        assert "There are no words in that message" in case.whispered(ella)
        assert case.slack.refusals == []


async def test_a_plan_of_thirty_actions_stays_current(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        long = (
            "in which every service says what it can do and by when, and tells the others before it closes anything, "
        )
        for number in range(30):
            level = "Services" if number % 2 else "This case"
            change = f"Change {number:02d} {long * 2}".strip(", ")
            await ella.clicks("Add an action")
            ella.fills(
                {
                    "What will be different?": change,
                    "For whom?": level,
                    "One owner": ben,
                    "By when?": date(2026, 4, 20),
                    "How will you know that it helped?": f"Measure {number:02d}, {long * 3}".strip(", "),
                    **WHOLE,
                }
            )
            await ella.submits()
        await case.settles()
        await ben.clicks("Accept", on=case.direct(ben, "Change 17"))
        await case.settles()

        [first, *others] = case.posted("action plan")
        assert "There are 30 actions" in first.words
        assert [each.words for each in ella.thread(first) if "action plan" in each.words] == [
            each.words for each in others
        ]
        lines = [line for part in (first, *others) for line in part.words.splitlines()]
        assert [sum(f"Change {number:02d} in which" in line for line in lines) for number in range(30)] == [1] * 30
        assert [sum(f"Measure {number:02d}, in which" in line for line in lines) for number in range(30)] == [1] * 30
        assert "…" not in "".join(lines)
        [accepted] = [line for line in lines if "accepted" in line]
        assert "Change 17" in accepted
        assert sum("waiting for the owner's yes" in line for line in lines) == 29
        assert not any("*This case*" in part.words and "*Services*" in part.words for part in (first, *others))
        assert "Slack would not take" not in case.told(case.fern)
        assert case.slack.refusals == []


async def test_a_plan_that_grows_goes_on_in_its_thread_and_one_that_shrinks_leaves_nothing_there(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben = case.person("Ella Social"), case.person("Ben Housing")
        long = " and every service says before it closes anything what it can do" * 8
        for number in range(4):
            await case.proposes(ella, ben, f"Change {number}{long}", measure=f"Measure {number}{long}")
        [first, second] = case.posted("action plan")
        assert second.root.ts == first.ts
        assert "Change 3" in second.words
        assert [each.pinned for each in (first, second)] == [True, False]

        for number in (1, 2):
            await ben.clicks("Decline", on=case.direct(ben, f"Change {number}"))
            ben.fills({"What makes this the wrong action, or you the wrong owner?": "It is the ward's."})
            await ben.submits()
        await case.settles()
        [whole] = case.posted("action plan")
        assert "Change 0" in whole.words
        assert "Change 3" in whole.words
        assert "one more part" not in whole.words
        [below] = ella.thread(whole)
        assert below.words == "Nothing of the plan stands here any more: it has become shorter."

        await case.proposes(ella, ben, f"Change 4{long}", measure=f"Measure 4{long}")
        [_, again] = case.posted("action plan")
        assert (again.ts, again.root.ts) == (below.ts, whole.ts)
        assert "Change 4" in again.words

        # Somebody deletes the plan: all of it is posted anew.
        case.slack.trouble.messages.remove(whole.post)
        await ben.clicks("Accept", on=case.direct(ben, "Change 4"))
        await case.settles()
        [_, anew, last] = case.posted("action plan")
        assert last.root.ts == anew.ts
        assert "accepted" in last.words

        # And once more, while it becomes shorter: nothing has to be said of a part that went with it.
        case.slack.trouble.messages.remove(anew.post)
        await ben.clicks("Decline", on=case.direct(ben, "Change 0"))
        ben.fills({"What makes this the wrong action, or you the wrong owner?": "It is the ward's."})
        await ben.submits()
        await case.settles()
        assert ella.thread(case.message(ella, "LC-2026-0001: action plan")) == []
        assert case.slack.refusals == []


def nudges(case: Office) -> list[str]:
    """The rungs that were told, in their order."""
    first = ActionId(1)
    return [each.rung for each in case.record(lambda work: work.nudges.of([first])).get(first, ())]
