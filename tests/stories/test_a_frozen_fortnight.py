"""A fortnight by the bot's own clock, with the computer's frozen: what a served bot would do on those days."""

from datetime import date, timedelta

from freezegun import freeze_time

from bot.app import running
from bot.clock import utc_now
from bot.demo.theatre import MANIFEST, settings_for, settle
from bot.sandbox import Person, Sandbox
from tests.stories.office import WHOLE, opens_a_case


async def test_an_owner_hears_a_week_before_and_on_the_day_by_the_real_clock(sqlite_url: str) -> None:
    with freeze_time("2026-03-02 10:00", real_asyncio=True, tick=True) as clock:
        async with (
            Sandbox.running(manifest=MANIFEST, now=utc_now) as slack,
            running(settings_for(slack, sqlite_url)) as bot,
        ):

            def wait(seconds: float) -> None:
                # Its own ``tick`` counts from the moment that was frozen, so it goes back where a machine is slow.
                clock.move_to(utc_now() + timedelta(seconds=seconds))

            async def settles() -> None:
                await settle(slack, bot, wait)

            fern, ben = slack.person("Fern Facilitator"), slack.person("Ben Housing")
            await opens_a_case(fern, [(ben, "City council", "Housing officer")])
            await settles()
            room = slack.find_channel("lc-2026-0001")
            await ben.runs("/actions add", room)
            ben.fills(
                {
                    "What will be different?": "Letters reach the school within two days",
                    "One owner": ben,
                    "By when?": date(2026, 3, 16),
                    "How will you know that it helped?": "Letters that came in time",
                    **WHOLE,
                }
            )
            await ben.submits()
            await settles()

            clock.move_to("2026-03-09 08:59:30")
            await bot.workers.sweep()
            assert reminders(ben) == []
            clock.move_to("2026-03-09 09:00:30")
            await settles()
            assert len(reminders(ben)) == 1
            clock.move_to("2026-03-16 09:00:30")
            await settles()
            [plan] = [each for each in ben.sees(room) if "action plan" in each.words]
            assert [each.words.split(":")[0] for each in ben.thread(plan)] == [f"{ben.mention}, this is due today"]
            assert slack.refusals == []


def reminders(person: Person) -> list[str]:
    return [each.words for each in person.direct_messages if "In a week" in each.words]
