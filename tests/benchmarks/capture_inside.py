"""The same inside one process: what our code costs beside Bolt's own, without any server, and what a commit costs."""

import time
from datetime import datetime

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.demo.theatre import theatre
from bot.work import Work
from tests.benchmarks.bare import bare
from tests.benchmarks.capture_served import SAID
from tests.benchmarks.load import Event, Measured, Send, median, series
from tests.stories.office import LONDON, Office

AT_ONCE = 20


async def measured(url: str, count: int, rounds: int) -> dict[str, Measured]:
    """The median of each series over alternating rounds."""
    async with theatre(url, datetime(2026, 3, 10, 9, 30, tzinfo=LONDON)) as stage:
        office = Office(stage)
        fern, *people = (office.person(f"Person {number}") for number in range(9))
        await office.opens_a_case(fern, [(each, f"Agency {each.name}", "Nurse") for each in people])
        await fern.runs("/case start", office.room)
        await office.settles()
        thread = office.message(people[0], "What does life look like").ts
        ours, nothing = dispatching(stage.bot.app), dispatching(bare())
        found: dict[str, list[Measured]] = {"bare Bolt": [], "commit alone": [], "kept": [], "again": []}
        for number in range(-1, rounds):
            events = replies(office, thread, [each.id for each in people], number * count, count)
            each_round = {
                "bare Bolt": await taken(nothing, events),
                "commit alone": await taken(committing(office), events),
                "kept": await taken(ours, events),
                "again": await taken(ours, events),
            }
            if number >= 0:  # the first is for what is done only once
                for name, one in each_round.items():
                    found[name].append(one)
    return {name: median(each) for name, each in found.items()}


async def taken(send: Send, events: list[Event]) -> Measured:
    return await series([send] * AT_ONCE, events, time.process_time)


def dispatching(app: AsyncApp) -> Send:
    async def send(event: Event) -> None:
        assert (await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=event))).status == 200

    return send


def committing(office: Office) -> Send:
    """A unit of work for each event, with one row and nothing else."""

    async def send(event: Event) -> None:
        await office.bot.database.run(office.bot.installation, _note, f"{event['event_id']} alone")

    return send


def _note(work: Work, event_id: str) -> None:
    work.inbox.accept(event_id, work.now)


def replies(office: Office, thread: str, people: list[str], start: int, count: int) -> list[Event]:
    """Replies in a thread, each with a time of its own."""
    second = float(thread)
    return [
        {
            "token": "t",
            "team_id": office.slack.team_id,
            "api_app_id": "A1",
            "type": "event_callback",
            "event_id": f"Ev{start + number}",
            "event": {
                "type": "message",
                "channel": office.room.id,
                "channel_type": "group",
                "user": people[number % len(people)],
                "text": SAID[number % len(SAID)],
                "ts": f"{second + 100 + (start + number) / 1000:.6f}",
                "thread_ts": thread,
            },
        }
        for number in range(count)
    ]
