"""What a facilitator makes of a draft: names, words, headings, lines joined and split, corrected and withdrawn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.sandbox import Message, Person
from bot.synthesis.draft import Decision
from bot.workshop.workshop import Phase
from tests.stories.office import Office, quoted_in, session

LIFE = "What does life look like"
POST = "His post is weeks old when he gets it."
AUNT = "Nobody asked his aunt what she could manage."
CHAIR = "There is a chair for him in the canteen every noon."


async def test_a_name_and_words_are_shown_as_the_facilitator_s_and_stay(database_url: str) -> None:
    async with reviewed(database_url) as case:
        await reworks(case, "His post", {"What is it called?": "Letters", "What does it say?": "His post came late."})

        read = case.reads(case.fern)
        assert "*Letters* (the facilitator's words)" in read
        assert "The facilitator's words: His post came late." in read
        assert f"“{POST}” (Community nurse)" in read
        assert len(case.summaries) == 1

        # Somebody puts a word right; the draft is made again, and the decision is in it.
        await case.person("Ben Housing").edits(replies(case, AUNT), AUNT.replace("manage", "carry"))
        await case.settles()
        assert len(case.summaries) == 2
        assert "*Letters* (the facilitator's words)" not in case.told(case.fern)
        await case.fern.dismisses()
        await case.publishes()
        published = case.message(case.fern, "what the group found").words
        assert "*Letters* (the facilitator's words)" in published
        assert "what she could carry" in published
        assert case.slack.refusals == []


async def test_two_lines_become_one_and_one_becomes_two(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await reworks(case, "His post", {"What is it called?": "Not asked", "Put it together with": f"“{AUNT}”"})
        together = next(each for each in case.summaries[-1].lines if len(each.evidence) > 1)
        assert POST in quoted_in(together)
        assert AUNT in quoted_in(together)
        assert "Here because you put it together" in case.reads(case.fern)

        await case.fern.clicks("Split it", on=case.fern.form, near="Not asked")
        form = case.fern.form
        assert form is not None
        apart = next(each for each in form.options("Which are a line of their own?") if "aunt" in each)
        case.fern.fills({"Which are a line of their own?": [apart]})
        await case.fern.submits()
        await case.settles()

        assert all(len(each.evidence) == 1 for each in case.summaries[-1].lines)
        assert len(case.summaries[-1].lines) == 3
        assert len(case.summaries) == 1
        assert case.slack.refusals == []


async def test_not_everything_can_be_split_off(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await reworks(case, "His post", {"Put it together with": f"“{AUNT}”"})
        await case.fern.clicks("Split it", on=case.fern.form, near="His post")
        form = case.fern.form
        assert form is not None
        case.fern.fills({"Which are a line of their own?": form.options("Which are a line of their own?")})

        assert "the rest stays together" in await case.refused(case.fern)
        assert case.slack.refusals == []


async def test_a_line_moves_under_another_heading(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await reworks(case, "a chair for him", {"Under which heading?": "What was done well"})

        moved = next(each for each in case.summaries[-1].lines if "chair" in quoted_in(each))
        assert str(moved.heading) == "strength"
        assert case.reads(case.fern).index("What was done well") < case.reads(case.fern).index("Also said")
        assert case.slack.refusals == []


async def test_what_was_left_out_can_be_kept_after_all(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.clicks("Leave this line out", on=case.fern.form, near="a chair for him")
        assert f"~“{CHAIR}”~ (left out)" in case.reads(case.fern)
        assert CHAIR not in map(quoted_in, case.summaries[-1].lines)
        await case.fern.clicks("Keep it", on=case.fern.form, near="a chair for him")
        assert CHAIR in map(quoted_in, case.summaries[-1].lines)
        assert decided(case) == []
        assert case.slack.refusals == []


async def test_a_name_that_tells_who_somebody_is_is_not_taken_and_not_lost(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.clicks("Change it", on=case.fern.form, near="His post")
        case.fern.fills({"What is it called?": "Letters to 943 476 5919"})

        assert await case.refused(case.fern)
        assert decided(case) == []
        assert case.slack.refusals == []


async def test_what_is_typed_while_words_change_falls_on_the_newest_draft(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.clicks("Change it", on=case.fern.form, near="His post")
        case.fern.fills({"What is it called?": "Letters"})
        await case.person("Ben Housing").edits(replies(case, AUNT), "Nobody asked his aunt what she could bear.")
        await case.settles()
        await case.fern.submits()
        await case.settles()

        assert len(case.summaries) == 2
        assert "*Letters* (the facilitator's words)" in case.reads(case.fern)
        assert "could bear" in case.reads(case.fern)
        assert case.slack.refusals == []


async def test_a_line_whose_words_are_gone_cannot_be_changed_and_what_was_typed_stays(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.clicks("Change it", on=case.fern.form, near="His post")
        case.fern.fills({"What is it called?": "Letters"})
        await case.person("Anna Nurse").deletes(replies(case, POST))
        await case.settles()

        assert "What you typed is still here" in await case.refused(case.fern)
        assert case.slack.refusals == []


async def test_words_taken_back_after_publication_propose_a_correction(
    database_url: str,
) -> None:
    async with reviewed(database_url) as case:
        anna = case.person("Anna Nurse")
        await case.fern.submits()
        await case.settles()
        await anna.deletes(replies(case, POST))
        await case.settles()

        # Nothing has changed by itself.
        first = case.message(anna, "what the group found")
        assert "His post" in first.words
        told = case.direct(case.fern, "is proposed to you").words
        assert told.startswith("*Somebody has taken back words that the published summary quotes,* in one line.")
        assert "One line is gone" in told
        assert not any(sign in told for sign in ("Anna", anna.mention, "nurse", "His post"))
        assert POST in map(quoted_in, case.summaries[0].lines)
        await case.fern.clicks("Check the draft")
        assert "Against what the group has read" in case.reads(case.fern)
        assert f"Gone: “{POST}”" in case.reads(case.fern)
        await case.fern.submits()
        await case.settles()

        ended = case.message(anna, "has been corrected")
        assert ended.ts == first.ts
        assert "His post" not in ended.words
        assert (
            "This version corrects version 1: no line is new, none reads differently, one is gone."
            in case.message(anna, "Checked and approved").words
        )
        assert [str(each.state) for each in case.summaries] == ["corrected", "published"]
        assert "His post" not in str(case.summaries)
        assert case.phase is Phase.FOLLOWING_UP
        # Only who is concerned hears again.
        assert case.told(case.person("Ben Housing")).count("what happened with what you said") == 1
        assert case.slack.refusals == []


async def test_a_published_summary_is_corrected_and_withdrawn_by_the_facilitator(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.submits()
        await case.settles()
        await case.fern.runs("/case summary", case.room)
        assert "Version 1 stands in the channel" in case.reads(case.fern)
        await case.fern.clicks("Correct it", on=case.fern.form)
        await reworks(case, "a chair for him", {"What is it called?": "A chair"})
        await case.fern.submits()
        await case.settles()
        assert "*A chair* (the facilitator's words)" in case.message(case.fern, "what the group found").words

        await case.fern.runs("/case summary", case.room)
        await case.fern.clicks("Withdraw it", on=case.fern.form)
        await case.settles()
        assert "has been withdrawn" in case.reads(case.fern)
        assert "has been withdrawn* by" in case.message(case.fern, "has been withdrawn").words
        assert [each.words for each in case.posted(CHAIR)] == [CHAIR]
        assert [str(each.state) for each in case.summaries] == ["corrected", "withdrawn"]
        assert ("summary_withdrawn", "Fern Facilitator") in case.deeds

        # Nothing is proposed by itself any more, and a new version can be begun; what is taken back is in none.
        assert AUNT in str(case.summaries[0])
        await case.person("Ben Housing").deletes(replies(case, AUNT))
        await case.settles()
        assert len(case.summaries) == 2
        assert "aunt" not in str(case.summaries)
        await case.fern.clicks("Begin a new version", on=case.fern.form)
        assert [str(each.state) for each in case.summaries] == ["corrected", "withdrawn", "draft"]
        assert "aunt" not in str(case.summaries)
        assert case.slack.refusals == []


async def test_what_quotes_words_that_were_taken_back_can_be_taken_down_at_once(sqlite_url: str) -> None:
    async with reviewed(sqlite_url) as case:
        await case.fern.submits()
        await case.settles()
        for name, words in (("Anna Nurse", POST), ("Ben Housing", AUNT), ("Cerys School", CHAIR)):
            await case.person(name).deletes(replies(case, words))
        await case.settles()
        assert "quotes,* in 3 lines" in case.direct(case.fern, "is proposed to you").words
        assert "and has no line left" in case.direct(case.fern, "is proposed to you").words

        await case.fern.clicks("Check the draft")
        assert "Version 1 stays in the channel until you withdraw it below" in case.reads(case.fern)
        assert sends(case.fern) == ""
        await case.fern.clicks("Withdraw what is published", on=case.fern.form)
        await case.settles()
        assert "you need do nothing" in case.reads(case.fern)
        assert "has been withdrawn* by" in case.message(case.fern, "has been withdrawn").words
        assert not any(words in str(case.summaries) for words in (POST, AUNT, CHAIR))
        assert case.slack.refusals == []


async def test_a_draft_of_which_every_line_was_left_out_says_how_to_keep_one(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await anna.replies(case.message(anna, LIFE), POST)
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Leave this line out", on=case.fern.form)

        assert "every line of it has been left out" in case.reads(case.fern)
        assert sends(case.fern) == ""
        await case.fern.clicks("Keep it", on=case.fern.form)
        assert sends(case.fern) == "Approve and publish"
        assert case.slack.refusals == []


@asynccontextmanager
async def reviewed(database_url: str) -> AsyncIterator[Office]:
    """A closed session of three replies that have nothing in common, with its draft open before Fern."""
    async with session(database_url) as case:
        for name, words in (("Anna Nurse", POST), ("Ben Housing", AUNT), ("Cerys School", CHAIR)):
            person = case.person(name)
            await person.replies(case.message(person, LIFE), words)
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        yield case


def sends(person: Person) -> str:
    """The button that sends what is open before them, if it has one."""
    assert person.form is not None
    return person.form.submit


def decided(case: Office) -> list[Decision]:
    workshop = case.workshop.id
    return [each for _, each in case.record(lambda work: work.decisions.of(workshop))]


def replies(case: Office, words: str) -> Message:
    """The reply in the thread that says *words*."""
    return case.posted(words)[0]


async def reworks(case: Office, near: str, answers: dict[str, str]) -> None:
    """Fern changes a line of the open draft."""
    await case.fern.clicks("Change it", on=case.fern.form, near=near)
    case.fern.fills(answers)
    await case.fern.submits()
    await case.settles()
