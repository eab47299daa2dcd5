"""Finished is not fixed: weeks and months after a session, people say whether what was done has helped."""

from datetime import date, datetime

from bot.sandbox import Person
from tests.stories.office import LONDON, Office, agreed

LETTERS = "Letters reach the school nurse within two days"
CARRIES = "One person carries the plan from the first day"


async def test_six_months_of_one_plan(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, ben, anna = (case.person(name) for name in ("Ella Social", "Ben Housing", "Anna Nurse"))

        # March: two things are agreed. Ben's is done on its date, and he says what shows it.
        await case.proposes(ella, ben, LETTERS, due=date(2026, 3, 27))
        await case.proposes(ella, anna, CARRIES, due=date(2026, 4, 24))
        await ben.clicks("Accept")
        await anna.clicks("Accept")
        await case.until(datetime(2026, 3, 27, 11, 0, tzinfo=LONDON))
        await does(
            case,
            ben,
            "The ward posts a copy the same day.",
            where="https://files.example/ward-protocol",
            who="The ward clerk",
        )
        told = case.direct(case.fern, "*done*").words
        assert "The ward posts a copy" in told
        assert "https://files.example/ward-protocol" in told
        assert "The ward clerk" in told

        # The workshop is closed. Nobody who did something is let off finding out whether it helped.
        await case.fern.clicks("Close the workshop")
        await case.until(datetime(2026, 4, 20, 12, 0, tzinfo=LONDON))
        assert "Did it help?" not in case.told(ben)

        # Six weeks: the owner first, in private, and only about what is done.
        await case.until(datetime(2026, 4, 21, 9, 0, tzinfo=LONDON))
        asked = case.direct(ben, "Did it help?")
        assert "six weeks since the workshop" in asked.words
        assert LETTERS in asked.words
        assert "Did it help?" not in case.told(anna)
        assert case.posted("did it help?") == []
        await sees(case, ben, "four of six letters", "Too early to say", "The first month was slow.")

        # He has answered, and so everybody is asked. Anna sees the same; that goes to nobody but Fern.
        asked = case.message(anna, "did it help?")
        assert "four of six letters" in asked.words
        await compares(case, anna, "Yes, I see the same")
        assert "does not see" not in case.told(case.fern)

        # Spring: Anna's is done too.
        await does(case, anna, "A named co-ordinator since 4 May.")

        # Three months: both are asked. Ben's helped, Anna's did not.
        await case.until(datetime(2026, 6, 10, 9, 0, tzinfo=LONDON))
        await sees(case, ben, "six of six letters", "It helped", "Two wards copy us now.")
        await sees(case, anna, "three hand-overs, as before", "No effect", "The role has no hours.")
        plan = case.message(ella, "action plan").words
        assert "done, and it helped" in plan
        assert "done, without the effect hoped for" in plan

        # Fern opens it again in other words, and Anna takes that on.
        await case.fern.clicks("Decide", on=case.direct(case.fern, "did not help"))
        case.fern.fills(
            {
                "What now?": "Change it and try again",
                "Why, or which decision is needed?": "A role without hours changes nothing.",
                "What will be different?": "The co-ordinator has a day a week for it",
                "By when?": date(2026, 7, 31),
            }
        )
        await case.fern.submits()
        await case.settles()
        assert "It has been decided" in case.direct(case.fern, "did not help").words
        await anna.clicks("Accept", on=case.direct(anna, "proposes that you take on"))
        await case.settles()
        await does(case, anna, "The rota has it.")

        # Six months: Anna is silent. After a week Fern hears of it, and of one that is drawn for a second look.
        await case.until(datetime(2026, 9, 10, 9, 0, tzinfo=LONDON))
        assert "six months since" in case.direct(anna, "Did it help?").words
        await case.until(datetime(2026, 9, 17, 9, 0, tzinfo=LONDON))
        left = case.direct(case.fern, "after six months")
        assert "a day a week" in left.words
        assert LETTERS in left.words
        await sees(case, anna, "one hand-over", "It helped", "")

        # Nothing is open: nobody hears anything more, and the record has all of it.
        before = [case.told(each) for each in (ben, anna, case.fern)]
        await case.until(datetime(2026, 12, 11, 10, 0, tzinfo=LONDON))
        assert [case.told(each) for each in (ben, anna, case.fern)] == before
        assert [state for state, _ in case.said_of(2)] == [
            "proposed",
            "accepted",
            "done",
            "no_effect",
            "proposed",
            "accepted",
            "done",
            "effect_shown",
        ]
        assert case.slack.refusals == []


async def test_whoever_sees_it_otherwise_tells_the_facilitator_alone(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben, anna = case.person("Ben Housing"), case.person("Anna Nurse")
        await has_done(case, ben)
        await case.until(datetime(2026, 4, 21, 9, 0, tzinfo=LONDON))
        await sees(case, ben, "six of six letters", "It helped", "")
        await compares(case, anna, "No, I see something else", "Ours still come after a week.")

        told = case.direct(case.fern, "does not see")
        assert "Ours still come after a week." in told.words
        assert "after a week" not in case.told(ben)
        assert case.posted("after a week") == []

        await case.fern.clicks("Ask the owner again", on=told)
        await case.settles()
        assert "done: " not in case.message(ben, "action plan").words
        await case.until(datetime(2026, 6, 10, 9, 0, tzinfo=LONDON))
        assert "three months since" in case.direct(ben, "Did it help?").words
        assert case.slack.refusals == []


async def test_a_decision_that_nobody_here_can_make_goes_to_somebody_who_can(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ben, dana = case.person("Ben Housing"), case.person("Dana Director")
        await has_done(case, ben)
        await case.until(datetime(2026, 4, 21, 9, 0, tzinfo=LONDON))
        await sees(case, ben, "none of six letters", "No effect", "")

        await case.fern.clicks("Decide", on=case.direct(case.fern, "did not help"))
        case.fern.fills(
            {
                "What now?": "Ask somebody with more say",
                "Why, or which decision is needed?": "Who pays for a clerk on Fridays?",
                "Who is to decide?": dana,
            }
        )
        await case.fern.submits()
        await case.settles()
        asked = case.direct(dana, "asks for your decision")
        assert "Who pays for a clerk on Fridays?" in asked.words
        assert "Rowan" not in asked.words

        # It is not over with that: Fern decides once Dana has.
        await case.fern.clicks("Decide", on=case.direct(case.fern, "did not help"))
        case.fern.fills({"What now?": "Stop here", "Why, or which decision is needed?": "There is no money this year."})
        await case.fern.submits()
        await case.settles()
        assert "It has been decided" in case.direct(case.fern, "did not help").words
        assert case.said_of(1)[-1] == ("no_effect", "There is no money this year.")
        assert case.slack.refusals == []


async def has_done(case: Office, owner: Person) -> None:
    """Somebody took an action on and did it in March."""
    await case.proposes(owner, owner, LETTERS, due=date(2026, 3, 27))
    await case.until(datetime(2026, 3, 27, 11, 0, tzinfo=LONDON))
    await does(case, owner, "The ward posts a copy the same day.")


async def does(case: Office, owner: Person, what: str, *, where: str = "", who: str = "") -> None:
    """The one action that somebody owns is done, and they say what shows it."""
    await owner.runs("/actions")
    await owner.clicks("Done")
    owner.fills({"What shows that it is done?": what, "Where can it be looked at?": where, "Who can confirm it?": who})
    await owner.submits()
    await owner.dismisses()
    await case.settles()


async def sees(case: Office, owner: Person, level: str, effect: str, words: str) -> None:
    """The owner answers what the newest checkpoint asks."""
    await owner.clicks("Say what you see", on=case.direct(owner, "Did it help?"))
    choices = {
        "It helped": "It helped: we see what we hoped for",
        "No effect": "No effect that I can see",
    }
    owner.fills(
        {
            "How does it stand now?": level,
            "Is that what was hoped for?": choices.get(effect, effect),
            "What else should the others know?": words,
        }
    )
    await owner.submits()
    await case.settles()


async def compares(case: Office, person: Person, match: str, words: str = "") -> None:
    """Somebody else answers in the channel."""
    await person.clicks("Do you see the same?", on=case.message(person, "did it help?"))
    person.fills({"Do you see the same?": match, "What do you see?": words})
    await person.submits()
    await case.settles()
