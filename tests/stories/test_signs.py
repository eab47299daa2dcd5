"""A quiet reaction on what is kept, where the administrator wants one."""

from dataclasses import replace

from tests.stories.office import session

LIFE = "What does life look like"
SIGN = "white_check_mark"


async def test_what_is_kept_carries_the_sign_until_it_is_taken_back(database_url: str) -> None:
    async with session(database_url, kept_reaction=SIGN) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        said = await anna.replies(stage, "He sleeps at his aunt's.")
        other = await ben.replies(stage, "He misses appointments.")
        aside = await ben.says("Coffee is ready.", case.room)
        await case.settles()

        for message, signed in ((said, True), (other, True), (aside, False), (stage, False)):
            assert (SIGN in message.reactions) is signed
        await anna.uses("Withdraw my words", on=said)
        await anna.submits()
        await case.settles()
        assert said.reactions == {}
        assert SIGN in other.reactions
        assert case.slack.refusals == []


async def test_many_replies_are_signed_in_their_time_and_hold_nothing_up(sqlite_url: str) -> None:
    async with session(sqlite_url, kept_reaction=SIGN) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        said = [await anna.replies(stage, f"Moment {number}.") for number in range(30)]
        await case.slack.settled()
        for _ in range(3):
            await case.bot.workers.sweep()

        assert len(case.kept) == 30
        assert 0 < sum(SIGN in each.reactions for each in said) < 15
        await case.settles()
        assert all(SIGN in each.reactions for each in said)
        assert case.slack.refusals == []


async def test_without_the_setting_there_is_no_sign(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        said = await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()

        assert said.reactions == {}


async def test_after_a_stop_the_signs_are_found_out_anew(sqlite_url: str) -> None:
    async with session(sqlite_url, kept_reaction=SIGN) as case:
        anna, before = case.person("Anna Nurse"), case.bot.workers.signs
        case.bot.workers.signs = replace(before, reaction="")
        said = await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()
        assert said.reactions == {}

        case.bot.workers.signs = replace(before)
        await case.bot.workers.catch_up()
        await case.settles()
        assert SIGN in said.reactions
        assert case.slack.refusals == []
