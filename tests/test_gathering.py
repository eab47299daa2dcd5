"""How long a reply waits for others before they are stored together."""

import asyncio

from bot.gathering import Company

FOR_EVER = float("inf")


async def test_whoever_is_alone_waits_for_nobody() -> None:
    company = Company(FOR_EVER)

    for reply in ("one", "another"):
        company.joined([reply])
        await company.there([reply])


async def test_where_several_came_together_the_first_waits_for_as_many() -> None:
    company = Company(FOR_EVER)
    await company.there(["one", "two", "three"])

    waiting = ["four"]
    stored = asyncio.create_task(company.there(waiting))
    for reply in ("five", "six"):
        await asyncio.sleep(0)
        assert not stored.done()
        waiting.append(reply)
        company.joined(waiting)

    await stored


async def test_those_who_wait_in_vain_are_stored_and_the_next_one_waits_for_no_more_than_they_were() -> None:
    company = Company(moment=0)
    await company.there(["one", "two", "three"])
    await company.there(["four"])

    company.moment = FOR_EVER
    await company.there(["five"])
