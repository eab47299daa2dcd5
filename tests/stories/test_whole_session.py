"""One whole session of eight people in which everything goes wrong that can, and the record is right."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import running
from bot.demo.clock import HandClock
from bot.demo.theatre import MANIFEST, QUIET_SECONDS, Theatre, settings_for
from bot.sandbox import Person, Sandbox
from bot.settings import new_key
from tests.stories.conftest import asked
from tests.stories.office import MONDAY, Office, quoted_in
from tests.stories.patience import until

EIGHT = (
    ("Anna Nurse", "Health board", "Community nurse"),
    ("Ben Housing", "City council", "Housing officer"),
    ("Cerys School", "High school", "Teacher"),
    ("Dev Police", "Police", "Neighbourhood officer"),
    ("Ella Social", "Children's services", "Social worker"),
    ("Femi Doctor", "Health board", "General practitioner"),
    ("Gwyn Youth", "Youth service", "Youth worker"),
    ("Hana Advocate", "Advocacy charity", "Advocate"),
)


async def test_eight_people_talk_at_once_through_everything_that_goes_wrong(database_url: str) -> None:
    key = new_key()
    clock = HandClock(MONDAY)
    async with Sandbox.running(manifest=MANIFEST, now=clock, ack_within=8, quiet_seconds=QUIET_SECONDS) as slack:
        async with at_work(slack, database_url, clock, key) as case:
            eight = [case.person(name) for name, _, _ in EIGHT]
            await case.opens_a_case(case.fern, [(case.person(name), agency, role) for name, agency, role in EIGHT])
            first = await case.starts()
            await talk_of_the_first_question(case, eight)
            slack.trouble.hold_events()
            await eight[0].replies(first, "Said in time, told late.")
            second = await case.moves_on()
            too_late = await eight[1].replies(first, "Said too late.")

        # The bot is down: Slack keeps what is said meanwhile, and tells it in another order, some of it twice.
        answers = [await each.replies(second, f"{each.name} on the second question.") for each in eight]
        await eight[2].edits(answers[2], "Cerys thought again.")
        await eight[3].deletes(answers[3])
        async with at_work(slack, database_url, clock, key, case.people) as case:
            slack.trouble.deliver_twice(20)
            slack.trouble.release_events("reversed")
            await case.settles()
            slack.trouble.cut_connections()
            on_the_line = await eight[4].replies(second, "Said whil the line was down.")
            await eight[4].edits(on_the_line, "Said while the line was down.")
            await until(lambda: slack.connections == 1)
            await case.settles()
            await case.closes()
            await eight[5].replies(second, "Said after the end.")
            await case.outlasts_trouble()

            assert case.kept == [
                ("Anna Nurse", 1, None),
                ("Ben Housing", 1, "Ben Housing begins."),
                ("Cerys School", 1, "Cerys School begins again."),
                ("Dev Police", 1, None),
                ("Ella Social", 1, "Ella Social begins again."),
                ("Femi Doctor", 1, "Femi Doctor begins."),
                ("Gwyn Youth", 1, None),
                ("Hana Advocate", 1, "Hana Advocate begins."),
                *[(each.name, 1, f"{each.name} goes on.") for each in eight],
                ("Anna Nurse", 1, "Said in time, told late."),
                ("Anna Nurse", 2, "Anna Nurse on the second question."),
                ("Ben Housing", 2, "Ben Housing on the second question."),
                ("Cerys School", 2, "Cerys thought again."),
                ("Dev Police", 2, None),
                *[(each.name, 2, f"{each.name} on the second question.") for each in eight[4:]],
                ("Ella Social", 2, "Said while the line was down."),
            ]
            assert too_late.ts.replace(".", "") in case.direct(eight[1], "was not kept").words
            assert [case.told(each).count("was not kept") for each in eight] == [0, 1, 0, 0, 0, 1, 0, 0]
            assert "Lavender" not in "".join(quoted_in(line) for line in case.summaries[-1].lines)
            assert asked(database_url, "SELECT count(*) FROM inbox WHERE payload IS NOT NULL") == [(0,)]
            assert case.unsent == 0
            assert slack.refusals == []


@asynccontextmanager
async def at_work(
    slack: Sandbox, database_url: str, clock: HandClock, key: str, people: dict[str, Person] | None = None
) -> AsyncIterator[Office]:
    """The bot, from a start to a stop."""
    settings = settings_for(slack, database_url, encryption_keys=key)
    async with running(settings, clock, ping_seconds=0.2) as bot:
        yield Office(Theatre(slack, bot, clock), people or {})


async def talk_of_the_first_question(case: Office, eight: list[Person]) -> None:
    """Everybody says two things, in turns; each even one is edited, each third taken back; a stranger joins in."""
    stage = case.message(eight[0], "What does life look like")
    visitor = case.person("Vera Visitor")
    await case.fern.invites(visitor, case.room)
    case.slack.trouble.deliver_twice(10)
    said = [await each.replies(stage, f"{each.name} begins.") for each in eight]
    await visitor.replies(stage, "Lavender: I only take the minutes.")
    case.slack.trouble.hold_events()
    for number, each in enumerate(eight):
        await each.replies(stage, f"{each.name} goes on.")
        if number % 2 == 0:
            await each.edits(said[number], f"{each.name} begins again.")
        if number % 3 == 0:
            await each.deletes(said[number])
    case.slack.trouble.release_events("reversed")
    await case.settles()
