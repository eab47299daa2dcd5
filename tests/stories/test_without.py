"""Where nothing can be quoted, or a group wants no summary, the workshop goes on without one."""

from datetime import date, datetime

from bot.workshop.workshop import Phase
from tests.stories.office import LONDON, office, session

GO_ON = "Go on without a summary"
NONE = "The workshop has gone on without a summary"
AUNT = "He sleeps at his aunt's."


async def test_a_session_held_by_voice_is_followed_up_to_its_end(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens(afterwards="None")
        await case.starts()
        await case.closes()
        fern, ben = case.fern, case.person("Ben Housing")
        await fern.clicks("Check the draft")
        assert "so there is nothing to publish" in case.reads(fern)
        await fern.clicks(GO_ON, on=fern.form)
        assert NONE in case.reads(fern)
        assert fern.form is not None
        assert GO_ON not in fern.form.labels
        await fern.dismisses()
        await case.settles()

        assert case.phase is Phase.FOLLOWING_UP
        assert case.deeds[-1] == ("went_on_without", "Fern Facilitator")
        assert "No summary is published" in case.direct(fern, "Rowan").words
        assert NONE in case.message(ben, "action plan").words
        assert "actions are being followed up" in case.message(ben, "Purpose").words
        assert case.posted("what the group found") == []

        # An action is taken on, the workshop is closed, and six weeks later its owner is asked whether it helped.
        await case.proposes(case.person("Ella Social"), ben, "Letters arrive in time", due=date(2026, 3, 20))
        await ben.clicks("Accept")
        await case.settles()
        await ben.runs("/actions")
        await ben.clicks("Done")
        ben.fills({"What shows that it is done?": "The ward posts a copy the same day."})
        await ben.submits()
        await ben.dismisses()
        await case.settles()
        await fern.runs("/case close", case.room)
        await case.settles()
        assert NONE in case.message(ben, "action plan").words
        await case.until(datetime(2026, 4, 21, 9, 0, tzinfo=LONDON))
        assert "Did it help?" in case.told(ben)
        assert case.slack.refusals == []


async def test_a_draft_that_waits_can_still_be_made_again_and_published(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        fern, anna = case.fern, case.person("Anna Nurse")
        said = await anna.replies(case.fern.sees(case.room)[-1], AUNT)
        await case.closes()
        await fern.clicks(GO_ON)
        await case.settles()
        assert case.phase is Phase.FOLLOWING_UP
        assert [str(each.state) for each in case.summaries] == ["draft"]
        assert "No summary is published" in case.direct(fern, "Rowan").words
        assert "Check the draft" in case.direct(fern, "No summary is published").labels
        assert "Check the draft" in case.direct(fern, "is ready").labels
        assert "what happened with what you said" not in case.told(anna)

        await anna.edits(said, "He slept at his aunt's.")
        await case.settles()
        await case.publishes()
        assert "He slept at his aunt's." in case.message(anna, "what the group found").words
        assert "The summary is published" in case.direct(fern, "Rowan").words
        assert NONE not in case.message(anna, "action plan").words
        assert "what happened with what you said" in case.told(anna)
        assert case.phase is Phase.FOLLOWING_UP
        assert case.slack.refusals == []


async def test_a_plan_does_not_say_that_there_was_no_summary_where_one_is_withdrawn(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        await case.person("Anna Nurse").replies(case.fern.sees(case.room)[-1], AUNT)
        await case.closes()
        assert NONE not in "".join(each.words for each in case.posted("action plan"))
        await case.publishes()
        await case.fern.runs("/case summary", case.room)
        await case.fern.clicks("Withdraw it", on=case.fern.form)
        await case.settles()
        assert NONE not in case.message(case.fern, "action plan").words


async def test_nobody_but_the_facilitator_goes_on_and_only_once_the_session_is_over(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        gwen = case.person("Gwen Deputy")
        await case.opens(deputy=gwen)
        await case.starts()
        await case.fern.runs("/case without", case.room)
        assert "Close it first" in case.whispered(case.fern)
        await case.closes()
        for each in (gwen, case.person("Anna Nurse")):
            await each.runs("/case without", case.room)
            assert "Only the facilitator" in case.whispered(each)
        assert GO_ON not in case.direct(gwen, "You are the deputy of").labels
        assert case.phase is Phase.AGREEING

        await case.fern.runs("/case without", case.room)
        assert "has gone on without a summary" in case.whispered(case.fern)
        await case.fern.runs("/case without", case.room)
        assert "being followed up already" in case.whispered(case.fern)
        assert [deed for deed, _ in case.deeds].count("went_on_without") == 1
        assert case.slack.refusals == []
