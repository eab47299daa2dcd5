"""What the session has come to so far: for those who run it, with the way to the words."""

import pytest

from handlers.views import pages
from tests.stories.office import Office, office, session
from tests.synthesis.examples import REFERRALS

LIFE = "What does life look like"
APART = (
    "His aunt was never asked what she could manage.",
    "Two letters came back unopened.",
    "The rota leaves nobody on Fridays.",
    "School keeps a breakfast club on Tuesdays.",
    "Police logged him missing twice.",
)


async def test_the_facilitator_sees_what_several_said_with_the_way_to_it(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, LIFE)
        said = [
            await case.person(name).replies(stage, words)
            for name, words in zip(("Anna Nurse", "Ben Housing", "Cerys School"), REFERRALS, strict=True)
        ]
        await case.person("Dev Police").replies(stage, "His aunt was never asked what she could manage.")
        await case.person("Dev Police").replies(stage, ":+1:")
        await case.settles()
        await case.fern.clicks("So far")
        assert "One moment" in case.reads(case.fern)
        await case.settles()

        shown = case.reads(case.fern)
        assert "From 4 replies so far" in shown
        assert "points raised, and no finished themes" in shown
        assert "3 replies, by at least 3 people" in shown
        assert shown.index("Points raised more than once") < shown.index("Also said") < shown.index("His aunt")
        assert all(each.ts.replace(".", "") in shown for each in said)
        assert "Housing officer" in shown
        assert "so_far_read" in [deed for deed, _ in case.deeds]
        assert case.slack.refusals == []


@pytest.mark.parametrize("way", ["a mention", "a link"])
async def test_what_answers_somebody_stands_with_what_they_said(database_url: str, way: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(case.fern, LIFE)
        await case.person("Cerys School").replies(stage, APART[0])
        letters = await anna.replies(stage, APART[1])
        await case.person("Dev Police").replies(stage, APART[2])
        link = f"https://example.slack.com/archives/{letters.channel.id}/p{letters.ts.replace('.', '')}"
        to = anna.mention if way == "a mention" else link
        await ben.replies(stage, f"{to} ours go to the flat that burned.")
        await case.settles()
        await case.fern.clicks("So far")
        await case.settles()

        shown = case.reads(case.fern)
        assert "2 replies" in shown
        assert shown.index("Points raised more than once") < shown.index(APART[1]) < shown.index("Also said")
        assert shown.index("Also said") < shown.index(APART[0])
        assert case.slack.refusals == []


async def test_links_to_messages_put_nothing_together_and_are_quoted_as_words(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, LIFE)
        link = "https://example.slack.com/archives/C0ELSEWHERE/p1773135000000200?thread_ts=1773135000.000100"
        for name, words in zip(("Cerys School", "Anna Nurse", "Dev Police"), APART[:3], strict=True):
            await case.person(name).replies(stage, f"After {link} I thought: {words}")
        await case.settles()
        await case.fern.clicks("So far")
        await case.settles()

        shown = case.reads(case.fern)
        assert "Points raised more than once" not in shown
        assert shown.count("After [link] I thought") == 3
        assert "C0ELSEWHERE" not in shown
        assert case.slack.refusals == []


async def test_what_is_for_the_facilitator_alone_is_marked_and_not_for_the_deputy(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await a_silent_round(case)
        await case.fern.runs("/case sofar", case.room)
        await case.settles()

        shown = case.reads(case.fern)
        assert "shared inbox.” (Housing officer; written in a silent round)" in shown
        assert shown.index("Only for you") < shown.index("Fridays.” (Community nurse; written in a silent round)")
        for person in (anna, ben):
            await person.runs("/case sofar", case.room)
            assert "Only the facilitator" in case.whispered(person)
        assert case.slack.refusals == []


async def test_a_deputy_sees_what_the_group_saw_and_nothing_that_was_kept_back(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        gwen = case.person("Gwen Deputy")
        await case.opens(deputy=gwen)
        await case.starts()
        await a_silent_round(case)
        await gwen.runs("/case sofar", case.room)
        await case.settles()

        assert "shared inbox" in case.reads(gwen)
        assert "Fridays" not in case.reads(gwen)
        assert "Only for you" not in case.reads(gwen)
        assert case.slack.refusals == []


async def test_what_is_about_a_risk_stands_in_no_point(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, LIFE)
        await case.person("Anna Nurse").replies(stage, "He said he is going to kill himself tonight.")
        await case.settles()
        await case.fern.clicks("So far")
        await case.settles()

        assert "Nothing has been said yet that could be put together" in case.reads(case.fern)
        assert "such as the opening and the check-out, are not looked at" in case.reads(case.fern)
        assert "points raised" not in case.reads(case.fern)
        assert "tonight" not in case.reads(case.fern)


async def test_a_window_that_slack_would_not_fill_at_once_is_filled_with_the_next_sweep(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.person("Anna Nurse").replies(case.message(case.fern, LIFE), "His aunt notices first.")
        case.slack.trouble.rate_limit("views.update", times=1, retry_after=1)
        await case.fern.clicks("So far")
        await case.settles()
        await case.outlasts_trouble()

        assert "His aunt notices first." in case.reads(case.fern)


async def test_a_window_that_was_closed_meanwhile_is_left_alone(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.fern.clicks("So far")
        await case.fern.dismisses()
        await case.settles()

        assert not case.fern.has_form


async def test_a_window_that_waits_as_the_bot_stops_is_filled_before_it_does(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.person("Anna Nurse").replies(case.message(case.fern, LIFE), "His aunt notices first.")
        await case.settles()
        await case.fern.clicks("So far")

    assert "His aunt notices first." in case.reads(case.fern)


async def test_a_long_session_is_read_page_by_page(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_BLOCKS", 3)  # what a window holds otherwise takes hundreds of replies
    async with session(sqlite_url) as case:
        anna, stage = case.person("Anna Nurse"), case.message(case.fern, LIFE)
        for words in APART:
            await anna.replies(stage, words)
        await case.settles()
        await case.fern.clicks("So far")
        await case.settles()
        first = [each for each in APART if each in case.reads(case.fern)]
        await case.fern.clicks("More", on=case.fern.form)
        await case.settles()
        second = [each for each in APART if each in case.reads(case.fern)]

        assert sorted([*first, *second]) == sorted(APART)
        assert len(first) == 3
        assert case.slack.refusals == []


async def a_silent_round(case: Office) -> None:
    """One answer is kept back for the facilitator, one is revealed to the group."""
    await case.fern.clicks("Silent round")
    await case.settles()
    await writes(case, "Anna Nurse", "The rota leaves nobody on Fridays.", "Only the facilitator")
    await writes(case, "Ben Housing", "Referrals wait in a shared inbox.", "The group, under my role")
    await case.fern.clicks("Reveal what they wrote")
    await case.settles()


async def writes(case: Office, name: str, words: str, shown_to: str) -> None:
    """Write in the silent round that is open."""
    person = case.person(name)
    await person.clicks("Write my answer")
    if person.form is not None and person.form.submit == "I have read this":
        await person.submits()
    assert person.form is not None
    question, *_, seen = person.form.labels
    person.fills({question: words, seen: shown_to})
    await person.submits()
    await person.dismisses()
