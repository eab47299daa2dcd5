"""A hundred people reflect in the same minute, and not a word is lost."""

import asyncio
from datetime import date

from bot import cases, invitations, opening, reflections
from bot.opening import CaseSketch, SafetyPage
from bot.reflections import Given
from bot.work import Work
from bot.workshop.ids import ChannelId, UserId, WorkshopId
from bot.workshop.reflection import Round
from bot.workshop.workshop import Participant, Visibility, Workshop
from storage.database import Database
from tests.storage.examples import HERE, NOW, later

PROMPTS = ("moment", "strength", "unknown")
GROUPS, PEOPLE = 4, 25


async def test_a_hundred_people_reflect_at_once_and_nothing_is_lost(database: Database) -> None:
    await database.install(HERE, enterprise_id=None, team_id="T1", bot_user_id="U0", now=NOW)
    workshops = [await database.run(HERE, invited, group) for group in range(GROUPS)]

    await asyncio.gather(
        *(
            reflects(database, workshop, person(group, number))
            for number in range(PEOPLE)
            for group, workshop in enumerate(workshops)
        )
    )

    for group, workshop in enumerate(workshops):
        answers = await database.run(HERE, lambda work, which: work.answers.of(which), workshop)
        crew = {person(group, number) for number in range(PEOPLE)}
        assert {(each.user, each.prompt, each.words) for each in answers} == {
            (user, prompt, said(user, prompt)) for user in crew for prompt in PROMPTS
        }
        assert await database.run(HERE, lambda work, which: work.answers.people(which, Workshop.pack), workshop) == crew


async def reflects(database: Database, workshop: WorkshopId, user: UserId) -> None:
    """As one does: a first try, a better word, and off it goes."""
    asked = Round(workshop, Workshop.pack)
    await database.run(HERE, reflections.acknowledge, user, asked)
    for prompt in PROMPTS:
        hurried = Given("In a hurry.", Visibility.NAMED_ROLE)
        written = await database.run(HERE, reflections.write, user, asked, prompt, hurried)
        better = Given(said(user, prompt), Visibility.NAMED_ROLE, seen=written.form.answers[prompt].edition)
        await database.run(HERE, reflections.write, user, asked, prompt, better)
    await database.run(HERE, reflections.send, user, asked)


def invited(work: Work, group: int) -> WorkshopId:
    """A workshop of its own facilitator whose questions have been sent."""
    facilitator, crew = UserId(f"UFERN{group}"), [person(group, number) for number in range(PEOPLE)]
    held_on = max(date(2026, 3, 12), later(days=3).date(), work.now.date())
    page = CaseSketch("Rowan", "Why support stopped at eighteen.", held_on, tuple(crew), Workshop.pack)
    draft = opening.sketch(work, facilitator, page)
    opening.sketch_safety(work, facilitator, draft, SafetyPage(None, "Duty desk", (), Visibility.NAMED_ROLE))
    people = [Participant(user, f"Agency {user}", "Nurse") for user in crew]
    file = opening.open_case(work, facilitator, draft, people)
    cases.housed(work, file.case.id, ChannelId(f"C{group}"))
    invitations.invite(work, facilitator, file.workshop.id)
    return file.workshop.id


def person(group: int, number: int) -> UserId:
    return UserId(f"U{group}X{number}")


def said(user: UserId, prompt: str) -> str:
    return f"What {user} has to say on {prompt}."
