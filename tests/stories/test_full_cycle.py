"""One live case, from opening it to an action that is done, through everything the people of it touch."""

from datetime import date, datetime

from tests.stories.office import LONDON, WHOLE, office


async def test_a_case_goes_from_opening_to_a_finished_action(database_url: str) -> None:
    async with office(database_url) as case:
        fern, anna, ben, cerys, dev, ella = (
            case.person(name)
            for name in ("Fern Facilitator", "Anna Nurse", "Ben Housing", "Cerys School", "Dev Police", "Ella Social")
        )
        await case.opens_a_case(
            fern,
            [
                (anna, "Health board", "Community nurse"),
                (ben, "City council", "Housing officer"),
                (cerys, "High school", "Teacher"),
                (dev, "Police", "Neighbourhood officer"),
                (ella, "Children's services", "Social worker"),
            ],
        )

        card = case.message(ben, "Rowan")
        assert "LC-2026-0001" in card.words
        assert "Community nurse (Health board)" in card.words

        await fern.clicks("Send the questions")
        await case.settles()
        await case.answers(anna, "Nobody rang the ward back.", "The school kept calling.", "How does housing decide?")
        await case.answers(ben, "", "", "Who may refer to the nurse?", visibility="Only the facilitator")
        assert "2 of 5 have answered" in case.told(fern)

        case.clock.to(datetime(2026, 3, 10, 9, 30, tzinfo=LONDON))
        await fern.runs("/case start", case.room)
        await case.settles()
        stage = case.message(anna, "What does life look like")
        kept = await anna.replies(stage, "He sleeps at his aunt's and misses appointments.")
        changed = await dev.replies(stage, "He was reported misssing twice.")
        gone = await cerys.replies(stage, "I should not say this here.")
        await dev.edits(changed, "He was reported missing twice.")
        await cerys.deletes(gone)
        await case.settles()
        assert "2 replies kept" in case.told(fern)

        for _ in range(3):
            await fern.clicks("Next stage")
            await case.settles()
        await fern.clicks("Close the session")
        await case.settles()

        await fern.clicks("Check the draft")
        assert "reported missing twice" in case.reads(fern)
        assert "should not say this" not in case.reads(fern)
        assert "Who may refer" not in case.reads(fern)
        await fern.clicks("Words behind it", on=fern.form, near="reported missing twice")
        assert "Neighbourhood officer" in case.reads(fern)
        await fern.dismisses()
        await fern.submits()
        await case.settles()
        assert "He was reported missing twice." in case.message(ben, "what the group found").words
        assert kept.words in case.message(ben, "what the group found").words

        await ella.clicks("Add an action")
        ella.fills(
            {
                "What will be different?": "Discharge letters reach the school nurse within two days",
                "One owner": ben,
                "By when?": date(2026, 3, 20),
                "How will you know that it helped?": "Letters that came in time; none of six last term",
                **WHOLE,
            }
        )
        await ella.submits()
        await case.settles()
        await ben.clicks("Accept")
        await case.settles()
        assert "accepted" in case.message(anna, "action plan").words

        case.clock.to(datetime(2026, 3, 20, 9, 0, 30, tzinfo=LONDON))
        await case.settles()
        nudge = case.message(ben, "this is due today")
        await ben.clicks("Done", on=nudge)
        ben.fills({"What shows that it is done?": "The ward clerk has the list; six letters checked on Monday."})
        await ben.submits()
        await case.settles()
        assert "done" in case.message(anna, "action plan").words
        assert "six letters checked" in case.told(fern)
        assert case.slack.refusals == []
