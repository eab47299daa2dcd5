"""A whole bot and a sandbox of Slack, in one place, for stories."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import Bot
from bot.demo.clock import HandClock
from bot.demo.theatre import Theatre, theatre
from bot.sandbox import Channel, Message, Person, Sandbox

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=LONDON)


@dataclass
class Office:
    """The people of a story around one case, with the bot at work."""

    stage: Theatre
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def slack(self) -> Sandbox:
        return self.stage.slack

    @property
    def bot(self) -> Bot:
        return self.stage.bot

    @property
    def clock(self) -> HandClock:
        return self.stage.clock

    async def settles(self) -> None:
        await self.stage.settles()

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = self.slack.person(name)
        return self.people[name]

    @property
    def room(self) -> Channel:
        return self.slack.find_channel("lc-2026-0001")

    async def opens_a_case(self, facilitator: Person, people: Sequence[tuple[Person, str, str]], **other: Any) -> None:
        """Open a case with *people*, each with agency and role."""
        await facilitator.runs("/case open")
        facilitator.fills(
            {
                "Pseudonym": other.get("pseudonym", "Rowan"),
                "Purpose of the workshop": other.get("purpose", "Understand why support stopped at eighteen."),
                "Date of the workshop": other.get("held_on", date(2026, 3, 10)),
                "People": [person for person, _, _ in people],
            }
        )
        await facilitator.submits()
        for number, (_, agency, role) in enumerate(people, start=1):
            facilitator.fills({f"Agency of person {number}": agency, f"Role of person {number}": role})
        await facilitator.submits()
        await self.settles()

    async def answers(self, person: Person, *words: str, visibility: str = "The group, under my role") -> None:
        """Answer the questions in their order; empty words skip one."""
        await person.clicks("Answer now")
        assert person.form is not None
        questions = person.form.labels[:3]
        person.fills({question: each for question, each in zip(questions, words, strict=False) if each})
        person.fills({"Who may see these answers?": visibility})
        await person.submits()
        await self.settles()

    def reads(self, person: Person) -> str:
        """The form in front of *person*."""
        assert person.form is not None, f"{person.name} has no form open"
        return person.form.text

    def told(self, person: Person) -> str:
        """Everything that the bot has said to *person* in private, oldest first, as it stands now."""
        return "\n".join(message.words for message in person.direct_messages)

    def message(self, person: Person, words: str) -> Message:
        """The newest message in the case's channel or its threads that has *words* in it."""
        seen = [each for root in person.sees(self.room) for each in [root, *person.thread(root)]]
        found = [each for each in seen if words in each.words]
        assert found, f"{person.name} sees nothing with {words!r} among {[each.words[:60] for each in seen]}"
        return found[-1]


@asynccontextmanager
async def office(database_url: str, at: datetime = MONDAY, **settings: Any) -> AsyncIterator[Office]:
    """The bot on *database_url*, connected to a new sandbox over a real socket."""
    async with theatre(database_url, at, **settings) as stage:
        yield Office(stage)
