"""What an owner hears, in which week of which year: one message a day, kind, and never at night."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta

from bot.sandbox import Message, Person
from bot.workshop.ids import ActionId
from tests.stories.office import LONDON, WHOLE, Office, agreed

LETTERS = "Letters reach the school nurse within two days"
CALLS = "Somebody rings the ward each Friday"
HOUSING = "A named officer answers before a tenancy ends"


def london(day: str, at: str = "09:00") -> datetime:
    return datetime.fromisoformat(f"{day} {at}").replace(tzinfo=LONDON)


async def owns(case: Office, owner: Person, change: str, due: date) -> None:
    """*owner* writes an action down for themselves, and so has taken it on."""
    await case.proposes(owner, owner, change, due=due)


async def day_by_day(case: Office, first: str, last: str) -> None:
    """Each day passes with its night and its office hours, and whatever is due happens."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        for hour in (3, 9, 13):
            await case.until(datetime(day.year, day.month, day.day, hour, 0, tzinfo=LONDON))
        day += timedelta(days=1)


def told(case: Office, *actions: int) -> list[tuple[str, str]]:
    """Each rung that was told of these actions, with the moment by the clock in London."""
    numbers = [ActionId(each) for each in actions or (1,)]
    found = case.record(lambda work: work.nudges.of(numbers))
    nudges = sorted(
        (each for number in numbers for each in found.get(number, ())), key=lambda each: (each.at, each.rung)
    )
    return [(each.rung, f"{each.at.astimezone(LONDON):%a %d %b %H:%M}") for each in nudges]


async def test_a_fortnight_of_one_action_that_is_late_and_then_done(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))

        await day_by_day(case, "2026-03-11", "2026-03-20")
        await ben.clicks("On track", on=case.message(ben, "this is due today"))
        await case.settles()
        await day_by_day(case, "2026-03-21", "2026-03-23")
        await ben.clicks("Done", on=case.message(ben, "was due on"))
        ben.fills({"What shows that it is done?": "Six letters checked on Monday."})
        await ben.submits()
        await day_by_day(case, "2026-03-24", "2026-03-28")

        assert told(case) == [
            ("before-7", "Fri 13 Mar 09:00"),
            ("due", "Fri 20 Mar 09:00"),
            ("late-3", "Mon 23 Mar 09:00"),
        ]
        assert case.slack.refusals == []


async def test_on_a_day_on_which_it_is_looked_at_its_owner_is_asked_in_private_how_it_stands(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await ben.clicks("Add an action")
        ben.fills({"What will be different?": LETTERS, "One owner": ben, "By when?": date(2026, 4, 10), **WHOLE})
        ben.fills({"How will you know that it helped?": "Letters in time"})
        ben.fills({"Look at it on the way, on": date(2026, 3, 21)})  # a Saturday
        await ben.submits()
        await day_by_day(case, "2026-03-21", "2026-03-23")

        asked = case.direct(ben, "looked at on its way")
        assert "due on 10 April 2026" in asked.words
        assert "How does it stand?" in asked.words
        assert told(case) == [("review-2026-03-21", "Mon 23 Mar 09:00")]

        await ben.clicks("On track", on=asked)
        await case.until(london("2026-03-25"))

        assert told(case)[1:] == [("half-way", "Wed 25 Mar 09:00")]
        assert not any("looked at on its way" in each.words for each in case.posted(LETTERS))
        assert case.slack.refusals == []


async def test_nine_in_the_morning_stays_nine_over_the_weekend_in_which_the_clocks_change(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 27))  # the Friday before
        await case.until(london("2026-03-27"))
        await case.until(london("2026-03-29", "23:00"))  # the clocks went forward in the night before
        await case.until(london("2026-03-30", "08:59"))
        assert len(told(case)) == 1
        await case.until(london("2026-03-30", "09:00"))

        assert told(case) == [("due", "Fri 27 Mar 09:00"), ("late-3", "Mon 30 Mar 09:00")]
        [friday, monday] = [each for each in case.posted(LETTERS) if "the plan on" not in each.words][-2:]
        assert "due today" in friday.words
        assert "was due on" in monday.words
        assert case.slack.refusals == []


async def test_christmas_is_quiet_and_what_fell_into_it_is_one_message_on_the_first_day_with_work(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await case.until(london("2026-12-07"))
        await owns(case, ben, LETTERS, date(2026, 12, 25))
        await owns(case, ben, CALLS, date(2026, 12, 28))

        await day_by_day(case, "2026-12-24", "2027-01-05")

        # Christmas Friday, Boxing Day moved to Monday the 28th, New Year's Day a Friday.
        assert told(case, 1, 2) == [
            ("before-7", "Thu 24 Dec 09:00"),
            ("before-7", "Thu 24 Dec 09:00"),
            ("due", "Tue 29 Dec 09:00"),
            ("late-3", "Tue 29 Dec 09:00"),
            ("late-3", "Thu 31 Dec 09:00"),
            ("facilitator", "Mon 04 Jan 09:00"),
            ("facilitator", "Mon 04 Jan 09:00"),
            ("late-7", "Mon 04 Jan 09:00"),
        ]
        assert len(case.posted("2 actions")) == 1
        assert case.slack.refusals == []


async def test_all_that_is_due_on_a_day_comes_in_one_message_the_latest_first(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, CALLS, date(2026, 3, 20))
        await owns(case, ben, LETTERS, date(2026, 3, 17))
        await case.until(london("2026-03-20"))

        [both] = [each for each in case.posted(CALLS) if LETTERS in each.words and "2 actions" in each.words]
        assert both.words.index(LETTERS) < both.words.index(CALLS)
        assert ben.mention in both.words
        assert "was due on 17 March 2026" in both.words
        assert "this is due today" in both.words
        assert case.slack.refusals == []


async def test_what_is_still_to_come_is_never_said_in_the_channel(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, CALLS, date(2026, 3, 20))
        await owns(case, ben, LETTERS, date(2026, 3, 27))
        await case.until(london("2026-03-20"))

        message = case.direct(ben, "2 actions")
        assert "this is due today" in message.words
        assert "In a week" in message.words
        assert case.posted("this is due today") == []
        assert case.slack.refusals == []


async def test_a_week_of_quiet_can_be_had_twice_and_then_somebody_may_help_more(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.until(london("2026-03-20"))
        first = case.message(ben, "this is due today")
        await ben.clicks("Ask me in a week", on=first)
        await case.settles()
        assert "*accepted*" in case.message(ben, "this is due today").words

        await day_by_day(case, "2026-03-21", "2026-03-27")
        second = case.message(ben, "was due on")
        await ben.clicks("Ask me in a week", on=second)
        await case.settles()
        await day_by_day(case, "2026-03-28", "2026-04-07")
        third = case.message(ben, "was due on")

        assert [rung for rung, _ in told(case)] == ["due", "snooze-1", "facilitator", "snooze-2"]
        assert "Ask me in a week" not in third.labels
        assert case.slack.refusals == []


async def test_a_blocked_action_reaches_whoever_decides_on_the_same_day(sqlite_url: str) -> None:
    async with blocked(sqlite_url) as (case, ben, dana, asked):
        assert "cannot go on with an action from LC-2026-0001" in asked.words
        assert "Fund a deputy" in asked.words
        assert "Rowan" not in asked.words
        await dana.clicks("Say what was decided", on=asked)
        dana.fills({"What was decided?": "The deputy is funded until March."})
        await dana.submits()
        await case.settles()

        assert "“The deputy is funded until March.”" in case.direct(ben, "on track").words
        assert "“The deputy is funded until March.”" in case.direct(case.fern, "on track").words
        assert "Nothing is needed of you any more" in case.direct(dana, LETTERS).words
        assert case.direct(dana, LETTERS).labels == []
        assert case.said_of(1)[-2:] == [
            ("blocked", "Fund a deputy for the ward by Friday."),
            ("on_track", "The deputy is funded until March."),
        ]
        assert case.slack.refusals == []


async def test_who_does_not_decide_says_so_and_the_facilitator_finds_out_who_does(sqlite_url: str) -> None:
    async with blocked(sqlite_url) as (case, _, dana, asked):
        await dana.clicks("Not mine to decide", on=asked)
        dana.fills({"Whose decision is it, as far as you know?": "The head of nursing, Ann Ellis's office."})
        await dana.submits()
        await case.settles()

        assert "The head of nursing" in case.direct(case.fern, "blocked").words
        assert case.direct(dana, LETTERS).labels == []
        assert case.slack.refusals == []


async def test_words_that_leave_open_what_happens_get_one_question_and_only_one(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.until(london("2026-03-20"))

        await ben.clicks("Say how it goes", on=case.message(ben, "this is due today"))
        ben.fills({"What has happened, and what is next?": "Discussed, supportive."})
        await ben.submits()
        assert "What is the next step, and on which day?" in case.reads(ben)
        assert case.said_of(1) == [("proposed", ""), ("accepted", "")]
        await ben.submits()
        await case.settles()

        assert case.said_of(1)[-1] == ("on_track", "Discussed, supportive.")
        assert case.slack.refusals == []


async def test_evidence_that_leaves_open_what_was_done_gets_one_question_and_may_be_sent_as_it_is(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.until(london("2026-03-20"))
        evidence, who = "What shows that it is done?", "Who can confirm it?"

        await ben.clicks("Done", on=case.message(ben, "this is due today"))
        ben.fills({evidence: "Discussed with the team", who: "The manager"})
        await ben.submits()
        assert "“Discussed with the team The manager” leaves open what happens" in case.reads(ben)
        assert "where can it be looked at, and who can confirm it?" in case.reads(ben)
        assert ben.form
        assert ben.form.values[who] == "The manager"
        ben.fills({evidence: "Completed, he wants to die"})
        await ben.submits()
        assert "leaves open" not in case.reads(ben)
        assert "“wants to die”" in case.reads(ben)
        ben.fills({evidence: "Completed", "Is this about a risk to someone now?": "No, not now"})
        await ben.submits()
        await case.settles()

        assert case.said_of(1)[-1] == ("done", "Completed\nThe manager")
        assert case.slack.refusals == []


async def test_an_action_that_is_not_theirs_any_more_goes_on_with_somebody_else_and_its_history(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ben, anna = case.person("Ben Housing"), case.person("Anna Nurse")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.until(london("2026-03-20"))
        await ben.clicks("Not mine any more", on=case.message(ben, "this is due today"))
        ben.fills({"Why, and whose could it be now?": "I move to another district; Anna has my desk."})
        await ben.submits()
        await case.settles()

        passed = case.direct(case.fern, "has let go of")
        assert "I move to another district" in passed.words
        await day_by_day(case, "2026-03-21", "2026-03-27")
        assert [rung for rung, _ in told(case)] == ["due", "handover"]
        await case.fern.clicks("Find another owner", on=passed)
        case.fern.fills({"One owner": anna, "By when?": date(2026, 4, 17)})
        await case.fern.submits()
        await case.settles()
        assert "has been asked" in case.direct(case.fern, "has let go of").words
        await anna.clicks("Accept", on=case.direct(anna, LETTERS))
        await case.settles()
        await case.until(london("2026-04-17"))

        assert anna.mention in case.message(anna, "this is due today").words
        assert ben.mention not in case.message(anna, "this is due today").words
        assert case.slack.refusals == []


async def test_when_an_account_is_gone_the_facilitator_hears_of_it_once_with_all_that_was_theirs(
    sqlite_url: str,
) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await owns(case, ben, CALLS, date(2026, 3, 27))
        case.slack.trouble.deactivate(ben)
        await case.settles()
        await day_by_day(case, "2026-03-13", "2026-03-27")

        [left] = [each for each in case.fern.direct_messages if "is no longer there" in each.words]
        assert LETTERS in left.words
        assert CALLS in left.words
        assert [rung for rung, _ in told(case, 1, 2)] == ["handover", "handover"]
        assert case.slack.refusals == []


async def test_a_message_that_slack_would_not_take_all_day_comes_the_next_morning_and_once(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 19))
        case.slack.trouble.fail("chat.postMessage", times=3)
        await case.until(london("2026-03-19", "16:59"))
        await case.until(london("2026-03-19", "20:00"))
        assert case.posted("this is due today") == []
        await case.until(london("2026-03-20", "08:00"))
        assert case.posted(f"{ben.mention}, this") == []
        await case.until(london("2026-03-20"))

        assert len(case.posted(f"{ben.mention}, this was due on 19 March 2026")) == 1
        assert case.slack.refusals == []


async def test_who_is_away_hears_of_nothing_until_they_are_back_and_then_once(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await ben.runs("/actions settings")
        ben.fills(
            {
                "My day begins at": "08:00",
                "It ends at": "12:30",
                "I work on": ["Monday", "Tuesday", "Wednesday"],
                "Away from": date(2026, 3, 19),
                "Last day away": date(2026, 3, 24),
            }
        )
        await ben.submits()
        await day_by_day(case, "2026-03-11", "2026-03-24")
        await case.until(london("2026-03-25", "07:59"))
        assert [each for each, _ in told(case)] == ["before-7"]
        await case.until(london("2026-03-25", "08:00"))

        # The Friday before is none of his days: the Monday after it is.
        assert told(case) == [("before-7", "Mon 16 Mar 09:00"), ("late-3", "Wed 25 Mar 08:00")]
        await ben.runs("/actions settings")
        assert "19 March" not in case.reads(ben)
        assert case.slack.refusals == []


async def test_hours_that_nobody_could_work_are_not_kept(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await ben.runs("/actions settings")
        ben.fills({"My day begins at": "17:00"})
        assert "has to end after it begins" in await case.refused(ben)
        ben.fills({"My day begins at": "09:00", "Away from": date(2026, 3, 19), "Last day away": date(2026, 3, 1)})
        assert "cannot be before the first" in await case.refused(ben)
        assert case.slack.refusals == []


async def test_a_workshop_has_its_own_ladder_and_asks_in_private_if_it_wants_to(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.fern.runs("/case reminders", case.room)
        case.fern.fills(
            {
                "The owner hears": ["3 days before", "on the date"],
                "The facilitator hears": "5 days late",
                "From the date on": "in private, as before the date",
            }
        )
        await case.fern.submits()
        await day_by_day(case, "2026-03-11", "2026-03-26")

        assert told(case) == [
            ("before-3", "Tue 17 Mar 09:00"),
            ("due", "Fri 20 Mar 09:00"),
            ("facilitator", "Wed 25 Mar 09:00"),
        ]
        assert case.posted("this is due today") == []
        assert "this is due today" in case.told(ben)
        await ben.runs("/case reminders", case.room)
        assert "Only" in case.whispered(ben) or not ben.has_form
        assert case.slack.refusals == []


async def test_what_nobody_could_move_is_on_the_list_for_the_board(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben = case.person("Ben Housing")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.fern.runs("/actions board")
        assert "Nothing is on the list" in case.reads(case.fern)
        await case.fern.dismisses()
        await day_by_day(case, "2026-04-10", "2026-05-04")

        await case.fern.runs("/actions board")
        assert LETTERS in case.reads(case.fern)
        await ben.runs("/actions board")
        assert "Nothing is on the list" in case.reads(ben)
        assert case.slack.refusals == []


@asynccontextmanager
async def blocked(database_url: str) -> AsyncIterator[tuple[Office, Person, Person, Message]]:
    """Ben cannot go on until Dana, who was never in the room, has decided; with what she is asked."""
    async with agreed(database_url) as case:
        ben, dana = case.person("Ben Housing"), case.person("Dana Director")
        await owns(case, ben, LETTERS, date(2026, 3, 20))
        await case.until(london("2026-03-20"))
        await ben.clicks("Blocked", on=case.message(ben, "this is due today"))
        ben.fills(
            {
                "What decision is needed, and from whom?": "Fund a deputy for the ward by Friday.",
                "Who decides that?": dana,
            }
        )
        await ben.submits()
        await case.settles()
        yield case, ben, dana, case.direct(dana, LETTERS)
