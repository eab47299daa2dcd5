"""From what people wrote to what is published: every line theirs, and only while they stand by it."""

import asyncio
from datetime import datetime

from bot.workshop.ids import UserId
from bot.workshop.workshop import Phase
from tests.stories.office import LONDON, Office, office, quoted_in, session

LIFE = "What does life look like"


async def test_words_that_are_changed_or_taken_back_leave_the_draft_at_once(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben, dev = (case.person(name) for name in ("Anna Nurse", "Ben Housing", "Dev Police"))
        stage = case.message(anna, LIFE)
        slip = await anna.replies(stage, "His mother told the ward about the fire.")
        typo = await ben.replies(stage, "The application closed by itself in Mai.")
        await dev.replies(stage, "Every shift saw one evening only.")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        assert "about the fire" in case.reads(case.fern)

        await anna.deletes(slip)
        await ben.edits(typo, "The application closed by itself in May.")
        await case.slack.settled()

        # Before a new draft is made, the old one holds neither.
        assert quoted(case, 0) == ["Every shift saw one evening only."]
        with_old_form = case.fern.form
        assert with_old_form is not None
        await case.settles()

        assert quoted(case, -1) == ["Every shift saw one evening only.", "The application closed by itself in May."]
        assert "fire" not in everything_quoted(case)
        assert "Mai" not in everything_quoted(case)
        assert "has been replaced by a newer one" in case.told(case.fern)
        assert case.told(case.fern).count("is ready: ") == 1

        # The form that is still open cannot publish what it shows.
        await case.fern.submits()
        assert "Some words were changed or taken back while you were reading" in case.reads(case.fern)
        assert case.phase is Phase.AGREEING
        await case.fern.dismisses()
        await case.fern.dismisses()

        await case.publishes()
        published = case.message(dev, "what the group found").words
        assert "closed by itself in May" in published
        assert "fire" not in published
        assert str(case.summaries[-1].state) == "published"
        assert [str(each.state) for each in case.summaries[:-1]] == ["draft"] * (len(case.summaries) - 1)
        assert case.slack.refusals == []


async def test_a_thumb_is_kept_as_a_reply_and_is_no_line(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "His mother told the ward about the fire.")
        await ben.replies(stage, ":+1:")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")

        assert [words for _, _, words in case.kept] == ["His mother told the ward about the fire.", ":+1:"]
        assert set(quoted(case, -1)) == {"His mother told the ward about the fire."}
        assert "not behind" not in case.reads(case.fern)


async def test_a_draft_that_is_being_made_while_words_change_is_not_kept(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        slip = await anna.replies(stage, "His mother told the ward about the fire.")
        await ben.replies(stage, "The application closed by itself in May.")
        await case.settles()
        await case.fern.clicks("Close the session")
        await asyncio.gather(case.bot.workers.sweep(), anna.deletes(slip))
        await case.settles()

        assert quoted(case, -1) == ["The application closed by itself in May."]
        assert "fire" not in everything_quoted(case)
        assert case.slack.refusals == []


async def test_what_is_for_the_facilitator_alone_is_in_no_draft_and_no_summary(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna, ben, cerys, dev, ella = (case.person(name) for name in case.people if name != "Fern Facilitator")
        await case.fern.clicks("Send the questions")
        await case.settles()
        await case.answers(anna, "The plan was signed without him.", visibility="Only the facilitator")
        await case.answers(ben, "Nobody opened the second letter.", visibility="The group, without attribution")
        await case.answers(cerys, "", "The canteen kept a chair for him.")
        await case.answers(dev, "", "The officer came without his uniform.")
        await case.answers(ella, "", "", "Who decides about the waiting list?")
        await case.starts()
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "He sleeps at his aunt's.")
        await case.closes()

        await case.fern.clicks("Check the draft")
        review = case.reads(case.fern)
        assert "signed without him" not in review
        assert "behind any line" in review
        assert "“Nobody opened the second letter.” (Unattributed)" in review
        assert "Housing officer" not in review
        await case.fern.clicks("Words behind it", on=case.fern.form, near="second letter")
        assert "Unattributed" in case.reads(case.fern)
        assert "Housing officer" not in case.reads(case.fern)
        await case.fern.dismisses()
        await case.fern.submits()
        await case.settles()

        published = case.message(dev, "what the group found").words
        assert "signed without him" not in published
        assert "“Nobody opened the second letter.” (Unattributed; written before the workshop)" in published
        assert "Housing officer" not in published
        assert "(Community nurse; " in published
        assert case.slack.refusals == []


async def test_unattributed_words_of_so_few_that_they_name_their_author_are_not_quoted(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await case.fern.clicks("Send the questions")
        await case.settles()
        await case.answers(anna, "Nobody opened the second letter.", visibility="The group, without attribution")
        await case.answers(ben, "Two misses close an application.")
        await case.starts()
        await case.closes()

        assert quoted(case, -1) == ["Two misses close an application."]
        assert case.slack.refusals == []


async def test_a_line_that_is_left_out_is_not_published_and_every_other_leads_to_its_words(database_url: str) -> None:
    async with session(database_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        kept = await anna.replies(stage, "He sleeps at his aunt's three nights a week.")
        await ben.replies(stage, "The manager said that it was not our job.")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Words behind it", on=case.fern.form, near="not our job")
        assert "*Housing officer*, in the session:" in case.reads(case.fern)
        await case.fern.clicks("Leave this line out")
        assert "Left out" in case.reads(case.fern)
        await case.fern.dismisses()
        assert "~“The manager said that it was not our job.”~ (left out)" in case.reads(case.fern)
        await case.fern.submits()
        await case.settles()

        published = case.message(ben, "what the group found").words
        assert "not our job" not in published
        assert f"Checked and approved by {case.fern.mention}" in published
        assert "but for names and numbers that are masked" in published
        assert f"/archives/{case.room.id}/p{kept.ts.replace('.', '')}" in published
        assert "|said here>" in published
        summary = case.summaries[-1]
        assert (str(summary.state), summary.approved_by) == ("published", UserId(case.fern.id))
        assert [quoted_in(each) for each in summary.lines] == ["He sleeps at his aunt's three nights a week."]
        assert case.phase is Phase.FOLLOWING_UP
        assert "is approved and published" in case.told(case.fern)
        assert case.slack.refusals == []


async def test_a_line_that_was_left_out_stays_out_of_the_next_draft(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        typo = await anna.replies(stage, "He sleeps at his aunt's three nites a week.")
        await ben.replies(stage, "The manager said that it was not our job.")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Words behind it", on=case.fern.form, near="not our job")
        await case.fern.clicks("Leave this line out")
        await case.fern.dismisses()
        await case.fern.dismisses()
        await anna.edits(typo, "He sleeps at his aunt's three nights a week.")
        await case.settles()
        await case.publishes()

        assert quoted(case, -1) == ["He sleeps at his aunt's three nights a week."]
        assert "not our job" not in case.message(ben, "what the group found").words
        assert case.slack.refusals == []


async def test_publishing_twice_publishes_once(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        await asyncio.gather(case.fern.submits(), case.fern.submits(), return_exceptions=True)
        await case.settles()

        assert len(case.posted("what the group found")) == 1
        assert len(case.posted("action plan")) == 1
        assert [str(each.state) for each in case.summaries] == ["published"]
        assert case.slack.refusals == []


async def test_a_session_in_which_nobody_wrote_has_nothing_to_publish(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.closes()
        assert "no lines, as nobody wrote anything that may be quoted" in case.told(case.fern)
        await case.fern.clicks("Check the draft")
        assert "so there is nothing to publish yet" in case.reads(case.fern)
        assert "`/case actions` adds to it" in case.reads(case.fern)
        assert case.fern.form is not None
        assert not case.fern.form.submit
        assert case.phase is Phase.AGREEING
        assert case.slack.refusals == []


async def test_a_talkative_session_is_published_whole_on_as_many_pages_as_it_takes(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        people = [case.person(name) for name in ("Anna Nurse", "Ben Housing", "Cerys School", "Dev Police")]
        said = []
        for round_, replies in enumerate((18, 18, 18, 2)):
            card = case.fern.sees(case.room)[-1]
            for number in range(replies):
                words = " ".join(nonsense(round_ * 18 + number)) + "."
                await people[number % 4].replies(card, words)
                said.append(words)
            await case.settles()
            if round_ < 3:
                await case.moves_on()
        await case.closes()
        await case.publishes()

        overview = case.message(case.fern, "what the group found (1 of")
        pages = [each.words for each in overview.thread]
        assert all(sum(words in page for page in pages) == 1 for words in said)
        assert "with what is quoted and where it was said, are in the thread" in overview.words
        assert case.phase is Phase.FOLLOWING_UP
        assert "Slack would not take" not in case.told(case.fern)
        assert case.slack.refusals == []


async def test_somebody_who_writes_at_length_is_quoted_and_read_like_everybody(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        stage = case.message(anna, LIFE)
        whole = " ".join(f"{each}um" for each in nonsense(1) * 40)
        await anna.replies(stage, f"He sleeps at his aunt's. {whole}.")
        breathless = " ".join(f"{each}ix" for each in nonsense(2) * 40)
        await ben.replies(stage, breathless)
        await case.settles()
        await case.closes()
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Words behind it", on=case.fern.form, near="He sleeps")
        assert whole[:2000] in case.reads(case.fern)
        await case.fern.dismisses()
        await case.fern.submits()
        await case.settles()

        assert breathless[:2000] in case.message(anna, "what the group found").words
        assert case.phase is Phase.FOLLOWING_UP
        assert case.slack.refusals == []


async def test_an_edit_after_publication_changes_nothing_and_proposes_a_correction(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        said = await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()
        await case.closes()
        await case.publishes()
        await case.until(datetime(2026, 3, 12, 12, tzinfo=LONDON))
        await anna.edits(said, "He slept at his aunt's.")
        await case.settles()

        assert case.kept == [("Anna Nurse", 1, "He slept at his aunt's.")]
        assert quoted(case, 0) == ["He sleeps at his aunt's."]
        assert [str(each.state) for each in case.summaries] == ["published", "draft"]
        assert "He sleeps at his aunt's." in case.message(anna, "what the group found").words
        told = case.direct(case.fern, "is proposed to you").words
        assert "One line reads differently" in told
        assert "What is published stays as it is until you approve this" in told
        assert case.slack.refusals == []


def quoted(case: Office, version: int) -> list[str]:
    """The lines of a version of the summary as it is stored."""
    return [quoted_in(each) for each in case.summaries[version].lines]


def everything_quoted(case: Office) -> str:
    return "\n".join(quoted_in(each) for summary in case.summaries for each in summary.findings)


def nonsense(number: int) -> list[str]:
    """Eight words that no other number has."""
    letters = "bcdfghklmnprstvwz"
    stem = letters[number % 17] + "a" + letters[number // 17 % 17] + "o"
    return [f"{stem}{each}um" for each in "lmnrstvz"]
