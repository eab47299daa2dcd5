"""Slack could not reach the bot for a while: the facilitator is told, and what was said meanwhile is fetched once."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from bot.app import running
from bot.demo.clock import HandClock
from bot.demo.theatre import MANIFEST, Theatre, settings_for
from bot.sandbox import Person, Sandbox
from bot.settings import new_key
from tests.stories.office import MONDAY, Office, session
from tests.stories.patience import until

LIFE = "What does life look like"
NOTICE = "Slack could not reach this app"


@dataclass
class Town:
    """One Slack, one database and one clock, in which the bot comes and goes."""

    slack: Sandbox
    clock: HandClock
    url: str
    key: str = field(default_factory=new_key)
    people: dict[str, Person] = field(default_factory=dict)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Office]:
        settings = settings_for(self.slack, self.url, encryption_keys=self.key)
        async with running(settings, self.clock) as bot:
            yield Office(Theatre(self.slack, bot, self.clock), self.people)


@asynccontextmanager
async def town(database_url: str) -> AsyncIterator[Town]:
    clock = HandClock(MONDAY)
    async with Sandbox.running(manifest=MANIFEST, now=clock, ack_within=8) as slack:
        yield Town(slack, clock, database_url)


@contextmanager
def unheard(slack: Sandbox, clock: HandClock, minutes: float) -> Iterator[None]:
    """What happens now is told to nobody, and takes so long that Slack has given up telling of it."""
    slack.trouble.hold_events()
    clock.forward(minutes=minutes / 2)
    yield
    clock.forward(minutes=minutes / 2)
    slack.trouble.release_events([])


def reads_of(slack: Sandbox) -> int:
    return len(slack.calls_of("conversations.replies"))


async def test_a_restart_with_a_gap_in_a_session_ends_with_the_right_record_and_notice(database_url: str) -> None:
    async with town(database_url) as place:
        async with place.bot() as case:
            await case.opens()
            stage = await case.starts()
            anna, ben, gwen = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Gwen Visitor"))
            await anna.invites(gwen, case.room)
            first = await anna.replies(stage, "He sleeps at his ant's.")
            second = await ben.replies(stage, "Something about his mother.")
            await case.settles()
            room = case.room

        with unheard(place.slack, place.clock, minutes=20):
            await anna.edits(first, "He sleeps at his aunt's.")
            await ben.deletes(second)
            for number in range(20):
                await anna.replies(stage, f"Missed appointment number {number}.")
            await ben.replies(stage, "His NHS number is 943 476 5919.")
            await gwen.replies(stage, "I am only here to take the minutes.")
            sam = place.slack.stranger("Sam Elsewhere")
            room.members.append(sam.id)
            await sam.replies(stage, "We have him on our list as well.")

        async with place.bot() as case:
            await case.settles()
            notice = case.direct(case.fern, NOTICE)
            assert "22 replies that were missed, or changed, are kept now" in notice.words
            read = reads_of(place.slack)
            assert read == 2
            await anna.replies(stage, "Said after.")
            await case.outlasts_trouble()

            words = [words for _, _, words in case.kept if words]
            assert words[0] == "He sleeps at his aunt's."
            assert words[1:-2] == [f"Missed appointment number {number}." for number in range(20)]
            assert "943" not in words[-2]
            assert words[-1] == "Said after."
            assert "cannot be kept" not in case.told(gwen)
            assert "you are in this channel but do not take part" in case.told(gwen)
            assert case.told(sam) == ""
            assert reads_of(place.slack) == read
            assert case.told(case.fern).count(NOTICE) == 1
            assert case.slack.refusals == []


async def test_where_slack_gives_little_at_once_the_reading_waits_and_survives_a_stop(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            stage = await case.starts()
            anna = case.person("Anna Nurse")
            await case.settles()

        with unheard(place.slack, place.clock, minutes=10):
            for number in range(20):
                await anna.replies(stage, f"Missed appointment number {number}.")

        place.slack.trouble.rate_limit("conversations.replies", times=1, retry_after=60)
        async with place.bot() as case:
            await case.settles()
            assert "is being fetched from Slack" in case.direct(case.fern, NOTICE).words
            assert reads_of(place.slack) == 1
        place.clock.forward(seconds=20)
        async with place.bot() as case:
            await case.settles()
            await case.outlasts_trouble()

            assert "20 replies" in case.direct(case.fern, NOTICE).words
            assert [words for _, _, words in case.kept] == [f"Missed appointment number {n}." for n in range(20)]
            assert reads_of(place.slack) == 3
            assert case.told(case.fern).count(NOTICE) == 1
            assert case.slack.refusals == []


async def test_where_slack_does_not_let_us_read_the_notice_says_so(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            stage = await case.starts()
            await case.settles()
        with unheard(place.slack, place.clock, minutes=10):
            await case.person("Anna Nurse").replies(stage, "He misses appointments.")
        place.slack.trouble.refuse("conversations.replies", "channel_not_found")
        async with place.bot() as case:
            await case.settles()

            assert "did not let this app read" in case.direct(case.fern, NOTICE).words
            assert case.kept == []
            assert case.slack.refusals == []


async def test_neither_a_moment_nor_a_pause_nor_a_night_is_a_gap(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            await case.settles()
        place.clock.forward(days=1)
        async with place.bot() as case:
            await case.starts()
            await case.settles()
        place.clock.forward(seconds=20)
        async with place.bot() as case:
            await case.settles()
            await case.fern.clicks("Pause keeping")
            await case.settles()
        place.clock.forward(hours=1)
        async with place.bot() as case:
            await case.settles()

            assert NOTICE not in case.told(case.fern)
            assert reads_of(place.slack) == 1  # somebody may have taken something back during the pause
            assert case.slack.refusals == []


async def test_a_lost_connection_leaves_a_gap_too(sqlite_url: str) -> None:
    async with session(sqlite_url, ping_seconds=0.2) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        await case.settles()
        case.slack.trouble.cut_connections()
        with unheard(case.slack, case.clock, minutes=10):
            await anna.replies(stage, "He misses appointments.")
        await until(lambda: case.slack.connections == 1)
        await case.settles()

        assert "one reply that was missed" in case.direct(case.fern, NOTICE).words
        assert [words for _, _, words in case.kept] == ["He misses appointments."]
        assert case.slack.refusals == []


async def test_what_happened_to_the_channel_meanwhile_stops_the_keeping(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            stage = await case.starts()
            await case.settles()
            anna, room = case.person("Anna Nurse"), case.room
        with unheard(place.slack, place.clock, minutes=10):
            await anna.replies(stage, "He misses appointments.")
            place.slack.trouble.share(room, place.slack.stranger("Sam Elsewhere"))
        async with place.bot() as case:
            await case.settles()
            assert "one reply that was missed" in case.direct(case.fern, NOTICE).words
            assert "shared with another organisation while" in case.told(case.fern)
            await anna.replies(stage, "Between us: his father rang me.")
            await case.settles()
            await case.fern.runs("/case resume", room)
            await case.fern.submits()
            await case.settles()

        with unheard(place.slack, place.clock, minutes=10):
            pass
        async with place.bot() as case:
            await case.settles()

            # What was accepted once is not asked about again.
            assert case.workshop.interrupted is None
            assert [words for _, _, words in case.kept] == ["He misses appointments."]
            assert case.slack.refusals == []


async def test_what_was_changed_or_taken_back_in_the_threads_of_earlier_stages_is_read_too(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            first = await case.starts()
            anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
            wrong = await anna.replies(first, "He sleeps at his ant's.")
            sorry = await ben.replies(first, "Something about his mother.")
            await case.settles()
            second = await case.moves_on()
            missed = await ben.replies(second, "He misses appointments.")
            await case.settles()

        with unheard(place.slack, place.clock, minutes=10):
            await anna.edits(wrong, "He sleeps at his aunt's.")
            await ben.deletes(sorry)
            await anna.replies(first, "One more thing.")
        place.slack.trouble.refuse("conversations.replies", "thread_not_found", times=1)
        async with place.bot() as case:
            await case.settles()
            await case.outlasts_trouble()

            assert [words for _, _, words in case.kept] == ["He sleeps at his aunt's.", None, "He misses appointments."]
            assert "not kept" in case.told(anna)
            assert reads_of(place.slack) == 2
            await case.closes()

        with unheard(place.slack, place.clock, minutes=10):
            await anna.deletes(wrong)
        async with place.bot() as case:
            await case.settles()
            await case.outlasts_trouble()

            assert [words for _, _, words in case.kept] == [None, None, "He misses appointments."]
            await case.fern.runs("/case without", case.room)
            await case.settles()

        with unheard(place.slack, place.clock, minutes=10):
            await ben.deletes(missed)
        async with place.bot() as case:
            await case.settles()
            await case.outlasts_trouble()

            assert [words for _, _, words in case.kept] == [None, None, None]
            assert case.told(case.fern).count(NOTICE) == 1
            assert case.slack.refusals == []


async def test_a_thread_whose_card_slack_has_no_more_takes_no_words_with_it(sqlite_url: str) -> None:
    async with town(sqlite_url) as place:
        async with place.bot() as case:
            await case.opens()
            stage = await case.starts()
            said = await case.person("Anna Nurse").replies(stage, "He misses appointments.")
            await case.settles()
        with unheard(place.slack, place.clock, minutes=10):
            stage.post.deleted = said.post.deleted = True
        async with place.bot() as case:
            await case.settles()
            await case.outlasts_trouble()

            assert [words for _, _, words in case.kept] == ["He misses appointments."]
            assert "did not let this app read" in case.direct(case.fern, NOTICE).words
