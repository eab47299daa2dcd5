"""A whole bot and a sandbox of Slack, in one place, for stories."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.app import Bot, running
from bot.demo.clock import HandClock
from bot.demo.theatre import MANIFEST, QUIET_SECONDS, Theatre, settings_for
from bot.sandbox import Channel, FormRefused, Message, Person, Sandbox
from bot.summaries import Drafting
from bot.synthesis import by_vectors
from bot.synthesis.draft import Draft, Room
from bot.synthesis.gate import Grounded, ground
from bot.synthesis.heard import InConfidence, hear
from bot.synthesis.summary import Finding, Summary
from bot.work import Work
from bot.workshop.action import Action
from bot.workshop.ids import ActionId, CaseId, WorkshopId
from bot.workshop.risk import Risk
from bot.workshop.session import Contribution
from bot.workshop.workshop import Phase, Workshop
from tests.databases import free_port

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=LONDON)
SESSION = datetime(2026, 3, 10, 9, 30, tzinfo=LONDON)
FIRST = WorkshopId(1)
WHOLE = {
    "How does it stand today?": "None of six last term",
    "What do you expect it to be?": "All of them by the summer",
    "What does it answer?": "Telling each other, and handing over",
}
"""What an action needs besides, so that it is no draft."""

DUTY_DESK = "Duty desk, 01632 960 100"

CREW = (
    ("Anna Nurse", "Health board", "Community nurse"),
    ("Ben Housing", "City council", "Housing officer"),
    ("Cerys School", "High school", "Teacher"),
    ("Dev Police", "Police", "Neighbourhood officer"),
    ("Ella Social", "Children's services", "Social worker"),
)

T = TypeVar("T")


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

    async def outlasts_trouble(self) -> None:
        """A few minutes pass, in which everything that was put off is tried again."""
        for _ in range(4):
            self.clock.forward(minutes=1)
            await self.settles()

    async def until(self, at: datetime) -> None:
        """Nothing happens until *at*, and then whatever is due."""
        self.clock.to(at)
        await self.settles()

    def person(self, name: str, **other: Any) -> Person:
        if name not in self.people:
            self.people[name] = self.slack.person(name, **other)
        return self.people[name]

    @property
    def fern(self) -> Person:
        """The facilitator."""
        return self.person("Fern Facilitator")

    @property
    def room(self) -> Channel:
        return self.slack.find_channel("lc-2026-0001")

    # What people do

    async def opens_a_case(self, facilitator: Person, people: Sequence[tuple[Person, str, str]], **other: Any) -> None:
        """Open a case with *people*, each with agency and role."""
        await opens_a_case(facilitator, people, **other)
        await self.settles()

    async def opens(self, **other: Any) -> None:
        """Fern opens the case with the crew."""
        crew = [(self.person(name), agency, role) for name, agency, role in CREW]
        await self.opens_a_case(self.fern, crew, **other)

    async def invites(self) -> None:
        """Fern sends everybody the questions."""
        await self.fern.clicks("Send the questions")
        await self.settles()

    async def starts(self) -> Message:
        """Fern starts the session; gives the first stage's card."""
        if self.clock() < SESSION:
            self.clock.to(SESSION)
        await self.fern.runs("/case start", self.room)
        await self.settles()
        return self.message(self.fern, "What does life look like")

    async def moves_on(self) -> Message:
        """Fern opens the next stage; gives its card."""
        await self.fern.clicks("Next stage")
        await self.settles()
        return self.fern.sees(self.room)[-1]

    async def closes(self) -> None:
        """Fern closes the session, and the draft is made."""
        await self.fern.clicks("Close the session")
        await self.settles()

    async def publishes(self) -> None:
        """Fern reads the newest draft to its end and approves it as it stands."""
        await self.fern.clicks("Check the draft")
        while self.fern.form and not self.fern.form.submit:
            await self.fern.clicks("More", on=self.fern.form)
        await self.fern.submits()
        await self.settles()

    async def answers(self, person: Person, *words: str, visibility: str = "The group, under my role") -> None:
        """Answer the questions in their order, and send; empty words skip one."""
        await self.begins_to_answer(person)
        waiting = list(words)
        while person.form is not None and person.form.submit == "Next":
            question, *_, shown_to = person.form.labels
            person.fills({question: waiting.pop(0) if waiting else "", shown_to: visibility})
            await person.submits()
        await person.submits()
        await person.dismisses()
        await self.settles()

    async def begins_to_answer(self, person: Person) -> None:
        """Open the questions and, the first time, read the notice."""
        await person.clicks("Answer now")
        if person.form is not None and person.form.submit == "I have read this":
            await person.submits()

    async def proposes(
        self, person: Person, owner: Person, change: str, due: date = date(2026, 3, 20), **other: str
    ) -> None:
        """Add an action by the button that *person* sees last."""
        await person.clicks("Add an action")
        person.fills(
            {
                "What will be different?": change,
                "For whom?": other.get("level", "This case"),
                "One owner": owner,
                "By when?": due,
                "How will you know that it helped?": other.get("measure", "Letters in time; none of six last term"),
                **WHOLE,
            }
        )
        await person.submits()
        await self.settles()

    async def refused(self, person: Person) -> str:
        """Send the form in front of *person*, which is not taken; gives the sentence, with what was typed still there.

        It stands under its question, or in a window above the form, which they close.
        """
        form = person.form
        assert form is not None
        typed = form.values
        try:
            await person.submits()
        except FormRefused as refusal:
            said = str(refusal)
        else:
            above = person.form
            assert above is not None, f"{person.name}'s form was taken"
            assert above.view is not form.view, f"{person.name}'s form was taken"
            said = above.text
            await person.dismisses()
        assert person.form is not None
        assert person.form.values == typed
        return said

    # What people see

    def reads(self, person: Person) -> str:
        """The form in front of *person*."""
        assert person.form is not None, f"{person.name} has no form open"
        return person.form.text

    def told(self, person: Person) -> str:
        """Everything that the bot has said to *person* in private, oldest first, as it stands now."""
        return "\n".join(message.words for message in person.direct_messages)

    def whispered(self, person: Person) -> str:
        """The newest thing that only *person* was shown in the case's channel."""
        seen = [each for each in self.slack.messages(self.room) if each.post.only_for == person.id]
        assert seen, f"nothing was whispered to {person.name}"
        return seen[-1].words

    def message(self, person: Person, words: str) -> Message:
        """The newest message in the case's channel or its threads that has *words* in it."""
        seen = [each for root in person.sees(self.room) for each in [root, *person.thread(root)]]
        found = [each for each in seen if words in each.words]
        assert found, f"{person.name} sees nothing with {words!r} among {[each.words[:60] for each in seen]}"
        return found[-1]

    def direct(self, person: Person, words: str) -> Message:
        """The newest private message of the bot to *person* that has *words* in it."""
        found = [each for each in person.direct_messages if words in each.words]
        assert found, f"{person.name} was told nothing with {words!r}: {self.told(person)}"
        return found[-1]

    def posted(self, words: str, room: Channel | None = None) -> list[Message]:
        """Every message of a channel that has *words* in it, threads too."""
        return [each for each in self.slack.messages(room or self.room) if words in each.words]

    # What the store has

    def record(self, use_case: Callable[[Work], T]) -> T:
        """What *use_case* finds in the store."""
        return self.bot.database.transact(self.bot.installation, use_case)

    @property
    def contributions(self) -> list[Contribution]:
        return list(self.record(lambda work: work.contributions.of(FIRST)))

    @property
    def kept(self) -> list[tuple[str, int, str | None]]:
        """Who said what in which stage, in the order in which it was said."""
        places = {stage.id: stage.position for stage in self.record(lambda work: work.stages.of(FIRST))}
        names = {person.id: name for name, person in self.people.items()}
        return [(names[each.user], places[each.stage], each.words) for each in self.contributions]

    @property
    def workshop(self) -> Workshop:
        return self.record(lambda work: work.workshops.on_case(CaseId(1)))

    @property
    def phase(self) -> Phase:
        return self.workshop.phase

    @property
    def summaries(self) -> list[Summary]:
        return list(self.record(lambda work: work.summaries.of(FIRST)))

    @property
    def risks(self) -> list[Risk]:
        return list(self.record(lambda work: work.risks.of(FIRST)))

    @property
    def deeds(self) -> list[tuple[str, str]]:
        """The audit log: what was done, and by whom; ``the bot`` for what it did by itself."""
        names = {person.id: name for name, person in self.people.items()}
        log = self.record(lambda work: work.audit.of(FIRST))
        return [(str(entry.deed), names[entry.by] if entry.by else "the bot") for entry in log]

    @property
    def actions(self) -> list[Action]:
        return list(self.record(lambda work: work.actions.of(FIRST)))

    def said_of(self, action: int) -> list[tuple[str, str]]:
        """Each state that an action has come to, with the words that went with it."""
        told = self.record(lambda work: work.actions.updates(ActionId(action)))
        return [(str(each.after), each.words) for each in told]

    @property
    def unsent(self) -> int:
        """Letters that still wait although their moment has come."""
        return self.record(lambda work: work.letters.waiting(work.now))


async def opens_a_case(facilitator: Person, people: Sequence[tuple[Person, str, str]], **other: Any) -> None:
    """Fill in every page of the form."""
    await facilitator.runs("/case open")
    facilitator.fills(
        {
            "Pseudonym": other.get("pseudonym", "Rowan"),
            "Purpose of the workshop": other.get("purpose", "Understand why support stopped at eighteen."),
            "Date of the workshop": other.get("held_on", date(2026, 3, 10)),
            "People": [person for person, _, _ in people],
        }
    )
    if "questions" in other:
        facilitator.fills({"Questions before the workshop": other["questions"]})
    if "afterwards" in other:
        facilitator.fills({"Questions after the session": other["afterwards"]})
    if "session" in other:
        facilitator.fills({"The session itself": other["session"]})
    if "programme" in other:
        facilitator.fills({"A new programme": other["programme"]})
    if "in_programme" in other:
        facilitator.fills({"Programme": other["in_programme"]})
    await facilitator.submits()
    fills_in_safety(facilitator, **other)
    await facilitator.submits()
    for number, (_, agency, role) in enumerate(people, start=1):
        facilitator.fills({f"Agency of person {number}": agency, f"Role of person {number}": role})
    await facilitator.submits()


def fills_in_safety(facilitator: Person, **other: Any) -> None:
    """Whom to ring, and who else is there for a risk: nobody, unless *other* says so."""
    facilitator.fills(
        {
            "Whom to ring about safeguarding": other.get("safeguarding", DUTY_DESK),
            "Your deputy": other.get("deputy"),
            "Who is asked next if nobody looks": list(other.get("contacts", ())),
        }
    )
    if "model" in other:
        facilitator.fills({"A language model for the summary": [other["model"]]})
    if "visibility" in other:
        facilitator.fills({"Who may see answers, unless their author chooses otherwise": other["visibility"]})


class InThisProcess:
    """Drafts as the process does that is started for it, without one for every story."""

    def expect(self) -> None:
        pass

    async def draft(self, room: Room) -> Grounded[Draft]:
        return await asyncio.to_thread(drafted, room)

    async def put_together(self, listening: InConfidence) -> Draft:
        return await asyncio.to_thread(by_vectors.draft, listening)


def drafted(room: Room) -> Grounded[Draft]:
    hearing = hear(room)
    return ground(by_vectors.draft(hearing), hearing)


def quoted_in(finding: Finding) -> str:
    """All that a line of a summary quotes."""
    return "\n".join(each.words for each in finding.line.quotations)


@asynccontextmanager
async def office(
    database_url: str,
    at: datetime = MONDAY,
    *,
    ping_seconds: float = 5,
    drafting: Drafting | None = None,
    **settings: Any,
) -> AsyncIterator[Office]:
    """The bot on *database_url*, connected to a new sandbox over a real socket."""
    clock, drafts = HandClock(at), drafting or InThisProcess()
    async with (
        # Slack waits three seconds; here a busy machine may take longer, and no story is about how fast it is.
        Sandbox.running(manifest=MANIFEST, now=clock, ack_within=8, quiet_seconds=QUIET_SECONDS) as slack,
        running(
            settings_for(slack, database_url, **settings), clock, ping_seconds=ping_seconds, drafting=drafts
        ) as bot,
    ):
        yield Office(Theatre(slack, bot, clock))


@asynccontextmanager
async def over_http(database_url: str, *, mailed: bool = False, **settings: Any) -> AsyncIterator[tuple[Office, str]]:
    """The same over HTTP, with the address at which the bot listens; *mailed* where owners outside are written to."""
    clock, port = HandClock(MONDAY), free_port()
    async with Sandbox.running(manifest=MANIFEST, now=clock, ack_within=8, quiet_seconds=QUIET_SECONDS) as slack:
        way = {"slack_app_token": None, "slack_signing_secret": slack.signing_secret, "http_port": port}
        address = f"http://127.0.0.1:{port}"
        if mailed:
            settings["public_url"] = address
        async with (
            running(settings_for(slack, database_url, **way, **settings), clock, drafting=InThisProcess()) as bot,
            slack.over_http(f"{address}/slack/events"),
        ):
            yield Office(Theatre(slack, bot, clock)), address


@asynccontextmanager
async def session(database_url: str, **other: Any) -> AsyncIterator[Office]:
    """A case that is open, with its session at the first stage."""
    async with office(database_url, **other) as case:
        await case.opens()
        await case.starts()
        yield case


@asynccontextmanager
async def agreed(database_url: str, **other: Any) -> AsyncIterator[Office]:
    """A case whose summary is published, with the plan open for actions. Nobody is asked to look back."""
    async with office(database_url, **other) as case:
        await case.opens(afterwards="None")
        stage = await case.starts()
        await case.person("Anna Nurse").replies(stage, "He sleeps at his aunt's and misses appointments.")
        await case.closes()
        await case.publishes()
        yield case
