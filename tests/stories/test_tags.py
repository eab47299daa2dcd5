"""What people say that replies are, and what the facilitator makes of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot import tagged
from bot.sandbox import Message, Person
from bot.workshop.tag import Parts, Reading
from tests.stories.office import CREW, FIRST, Office, office, quoted_in, session

LETTERS = "We closed his file after two letters came back."
AUNT = "His aunt rang us every week and knew all of it."
WAITS = "Nobody told the new team that he had moved."
HELD = Parts(
    "That his letters came back unopened.", "The rule closes a file after two.", "Somebody ringing before it closes."
)


@asynccontextmanager
async def tagging(database_url: str, **other: str) -> AsyncIterator[tuple[Office, Message, Message]]:
    """A session in which Anna and Ben have replied."""
    async with session(database_url, **other) as case:
        stage = case.message(case.fern, "What does life look like")
        aunt = await case.person("Anna Nurse").replies(stage, AUNT)
        letters = await case.person("Ben Housing").replies(stage, LETTERS)
        await case.settles()
        yield case, aunt, letters


async def tags(person: Person, on: Message, kind: str, **answers: str) -> None:
    """Use the shortcut, through its second step where there is one."""
    await person.uses("Tag this", on=on)
    person.fills({"It is": kind})
    await person.submits()
    if answers:
        person.fills(answers)
        await person.submits()


def parts(held: Parts = HELD) -> dict[str, str]:
    return {
        "What was known then?": held.known,
        "It made sense because …": held.sense,
        "What would have helped?": held.helped,
    }


def said(case: Office) -> list[tuple[str, str, bool]]:
    """Each reading: kind, factor, whether it is settled."""
    found = case.record(lambda work: tagged.all_of(work, FIRST))
    return sorted((str(r.what.kind), r.what.factor, r.settled) for readings in found.values() for r in readings)


def settled(case: Office) -> list[Reading]:
    return [each for found in case.record(lambda work: tagged.settled(work, FIRST)).values() for each in found]


async def test_somebody_suggests_and_the_facilitator_settles_from_the_desk(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, aunt, _):
        anna, fern = case.person("Anna Nurse"), case.fern
        await tags(anna, aunt, "A strength")
        assert "Suggested: *Strength*" in case.reads(anna)
        await anna.dismisses()
        await case.settles()
        assert "one suggestion waits for you" in case.told(fern)
        assert said(case) == [("strength", "", False)]

        await fern.clicks("Tags")
        assert AUNT in case.reads(fern)
        assert "Community nurse" in case.reads(fern)
        await fern.clicks("Settle it", on=fern.form)
        assert "Settle it" not in case.reads(fern)
        assert "settled" in case.reads(fern)
        await fern.dismisses()
        await case.settles()
        assert "Settled: one strength" in case.told(fern)
        assert said(case) == [("strength", "", True)]
        assert not case.posted("Strength")


async def test_what_the_facilitator_or_the_deputy_tags_is_settled_at_once(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        crew = [(case.person(name), agency, role) for name, agency, role in CREW]
        dilys = case.person("Dilys Deputy")
        await case.opens_a_case(case.fern, crew, deputy=dilys)
        stage = await case.starts()
        letters = await case.person("Ben Housing").replies(stage, LETTERS)
        await case.settles()
        await tags(case.fern, letters, "A missed opportunity", **parts())
        assert "Settled: *Missed opportunity*" in case.reads(case.fern)
        await case.fern.dismisses()
        await tags(
            dilys,
            letters,
            "A contributory factor",
            **{"What made it more likely?": "Policies, thresholds and procedures"},
        )
        assert said(case) == [("factor", "rules", True), ("opportunity", "", True)]
        assert [each.parts for each in settled(case)] == [HELD, Parts()]
        await dilys.dismisses()
        await dilys.runs("/case tags", case.room)
        assert HELD.sense in case.reads(dilys)


async def test_a_missed_opportunity_is_not_settled_before_all_three_parts_are_said(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, _, letters):
        ben, fern = case.person("Ben Housing"), case.fern
        await tags(ben, letters, "A missed opportunity", **parts(Parts(HELD.known, "", "")))
        await ben.dismisses()
        await case.settles()
        await fern.runs("/case tags", case.room)
        assert HELD.known in case.reads(fern)
        assert "not said yet" in case.reads(fern)

        await fern.clicks("Complete it", on=fern.form)
        fern.fills(parts(Parts(HELD.known, " ", "A call.")))
        assert "This part is needed" in await case.refused(fern)
        fern.fills(parts())
        await fern.submits()

        assert HELD.helped in case.reads(fern)
        assert [each.parts for each in settled(case)] == [HELD]


async def test_the_facilitator_changes_a_suggestion_or_leaves_it_out(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, aunt, letters):
        ben, fern = case.person("Ben Housing"), case.fern
        await ben.reacts("star", on=letters)
        await ben.reacts("question", on=aunt)
        await case.settles()
        await fern.runs("/case tags", case.room)
        await fern.clicks("Change", on=fern.form, near="*Strength*")
        fern.fills({"It is": "A contributory factor"})
        await fern.submits()
        fern.fills({"What made it more likely?": "Who was responsible for what"})
        await fern.submits()
        assert said(case) == [("factor", "roles", True), ("open_question", "", False)]

        await fern.clicks("Leave out", on=fern.form, near="*Open question*")
        assert said(case) == [("factor", "roles", True)]
        await fern.dismisses()
        await tags(ben, aunt, "An open question")
        assert "has decided about this already" in case.reads(ben)
        case.clock.forward(seconds=5)
        await fern.reacts("question", on=aunt)
        await case.settles()
        assert said(case) == [("factor", "roles", True), ("open_question", "", True)]


async def test_a_reaction_suggests_and_taking_it_away_takes_the_suggestion_back(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, aunt, _):
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        await anna.reacts("star", on=aunt)
        await ben.reacts("star", on=aunt)
        await ben.reacts("tada", on=aunt)
        await case.settles()
        assert said(case) == [("strength", "", False)]
        await anna.takes_back("star", on=aunt)
        await case.settles()
        assert said(case) == [("strength", "", False)]
        await ben.takes_back("star", on=aunt)
        await case.settles()
        assert said(case) == []
        await case.fern.reacts("star", on=aunt)
        await case.settles()
        assert said(case) == [("strength", "", True)]
        assert "Settled: one strength" in case.told(case.fern)


async def test_an_edit_keeps_the_tags_and_a_deletion_takes_them_along(database_url: str) -> None:
    async with tagging(database_url) as (case, aunt, letters):
        anna, ben = case.person("Anna Nurse"), case.person("Ben Housing")
        for reply, author in ((aunt, anna), (letters, ben)):
            await tags(case.fern, reply, "A missed opportunity", **parts())
            await case.fern.dismisses()
            await ben.reacts("question", on=reply)
            await author.edits(reply, "It reads otherwise now.")
        await case.settles()
        assert said(case) == [("open_question", "", False)] * 2 + [("opportunity", "", True)] * 2

        await ben.deletes(letters)
        await anna.uses("Withdraw my words", on=aunt)
        await anna.submits()
        await case.settles()

        assert said(case) == []
        assert case.record(lambda work: work.tags.of(FIRST)) == []
        await case.fern.runs("/case tags", case.room)
        assert "nothing has been tagged yet" in case.reads(case.fern)


async def test_what_was_revealed_from_silence_and_what_a_scribe_wrote_can_be_tagged(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, ben, fern = case.person("Anna Nurse"), case.person("Ben Housing"), case.fern
        await fern.clicks("Silent round")
        await case.settles()
        for person, words in ((anna, AUNT), (ben, LETTERS)):
            await person.clicks("Write my answer", on=case.message(person, "What does life look like"))
            if person.form and person.form.submit == "I have read this":
                await person.submits()
            person.fills({person.form.labels[0] if person.form else "": words})
            await person.submits()
            await person.dismisses()
        await fern.clicks("Reveal what they wrote")
        await case.settles()
        await anna.uses("Tag this", on=case.message(anna, LETTERS))
        anna.fills({"Which of these answers?": f"Community nurse: {AUNT}", "It is": "A strength"})
        await anna.submits()
        await anna.dismisses()

        await fern.clicks("Write for somebody", on=case.message(fern, "What does life look like"))
        fern.fills({"What was said": WAITS, "Who said it?": ben, "How is it shown?": "Under their role"})
        await fern.submits()
        await case.settles()
        await tags(ben, case.message(ben, WAITS), "An open question")
        await ben.dismisses()
        await fern.runs("/case tags", case.room)

        assert said(case) == [("open_question", "", False), ("strength", "", False)]
        assert AUNT in case.reads(fern)
        assert WAITS in case.reads(fern)


async def test_what_is_none_of_ours_cannot_be_tagged(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, aunt, _):
        anna, ben, gwen = case.person("Anna Nurse"), case.person("Ben Housing"), case.person("Gwen Guest")
        aside = await anna.says("Coffee is ready.", case.room)
        for message in (aside, case.message(ben, "What does life look like")):
            await ben.uses("Tag this", on=message)
            assert not ben.has_form
            assert "no words here that can be tagged" in case.whispered(ben)
        await anna.invites(gwen, case.room)
        await gwen.reacts("star", on=aunt)
        await gwen.uses("Tag this", on=aunt)
        await case.settles()

        assert "no case here" in case.whispered(gwen)
        assert said(case) == []
        told = await ben.runs("/case tags", case.room)
        assert told is not None
        assert "Only the facilitator" in told.words


async def test_words_about_a_risk_never_surface_by_their_tags(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, fern = case.person("Anna Nurse"), case.fern
        stage = case.message(fern, "What does life look like")
        said_now = await anna.replies(stage, "Nobody has seen him since Saturday.")
        await case.person("Ben Housing").reacts("question", on=said_now)
        await case.settles()
        assert "suggestion" not in case.told(fern)
        await fern.runs("/case tags", case.room)
        assert "Saturday" not in case.reads(fern)
        await fern.dismisses()
        await fern.uses("Tag this", on=said_now)
        assert "no words here that can be tagged" in case.whispered(fern)


async def test_a_risk_in_the_parts_is_asked_about_and_is_no_tag(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, _, letters):
        ben = case.person("Ben Housing")
        await tags(
            ben,
            letters,
            "A missed opportunity",
            **parts(Parts("Nobody has seen him since Saturday.", HELD.sense, "A call.")),
        )
        ben.fills({"Is this about a risk to someone now?": "Yes, tell somebody now"})
        await ben.submits()
        await case.settles()

        assert "raised as a risk" in case.reads(ben)
        assert len(case.risks) == 1
        assert said(case) == []


async def test_a_reply_stands_in_the_draft_under_the_heading_of_its_tag(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, aunt, letters):
        await tags(case.fern, aunt, "A strength")
        await case.fern.dismisses()
        await tags(case.person("Anna Nurse"), letters, "A missed opportunity", **parts())
        await case.closes()
        assert (AUNT, "strength") in headed(case)
        assert (LETTERS, "missed_opportunity") not in headed(case)

        await case.fern.clicks("Tags")
        await case.fern.clicks("Settle it", on=case.fern.form)
        await case.fern.dismisses()
        case.clock.forward(seconds=40)
        await case.settles()
        assert {heading for words, heading in headed(case) if HELD.sense in words} == {"missed_opportunity"}
        await case.fern.clicks("Check the draft")
        await case.fern.clicks("Words behind it", on=case.fern.form, near="It made sense because")
        assert HELD.sense in case.reads(case.fern)


def headed(case: Office) -> list[tuple[str, str]]:
    """What the newest draft quotes, with the heading that it stands under."""
    return [(quoted_in(each), str(each.heading)) for each in case.summaries[-1].lines]


async def test_a_reply_becomes_an_action_that_answers_it(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, _, letters):
        ben = case.person("Ben Housing")
        await tags(ben, letters, "Something to do: make it an action")

        assert f"It answers:* {LETTERS}" in case.reads(ben)
        assert ben.form is not None
        assert ben.form.values["What will be different?"] == LETTERS


async def test_the_administrator_chooses_the_reactions_or_none(sqlite_url: str) -> None:
    async with tagging(sqlite_url, tags="heart=strength") as (case, aunt, _):
        await case.person("Anna Nurse").reacts("star", on=aunt)
        await case.person("Anna Nurse").reacts("heart::skin-tone-2", on=aunt)
        await case.settles()
        assert said(case) == [("strength", "", False)]


async def test_reactions_that_come_before_their_reply_in_another_order_and_twice_end_the_same(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        stage = case.message(case.fern, "What does life look like")
        anna = case.person("Anna Nurse")
        case.slack.trouble.hold_events()
        reply = await anna.replies(stage, AUNT)
        await anna.reacts("star", on=reply)
        await anna.takes_back("star", on=reply)
        await anna.reacts("star", on=reply)
        case.slack.trouble.deliver_twice(4)
        case.slack.trouble.release_events("reversed")
        await case.settles()

        assert said(case) == [("strength", "", False)]


async def test_a_name_that_is_put_on_the_register_leaves_what_was_said_of_a_missed_opportunity(sqlite_url: str) -> None:
    async with tagging(sqlite_url) as (case, _, letters):
        ben, fern = case.person("Ben Housing"), case.fern
        await tags(
            ben, letters, "A missed opportunity", **parts(Parts("That Jonty Pugh had moved.", HELD.sense, "A call."))
        )
        await ben.dismisses()
        await fern.runs("/case names", case.room)
        fern.fills({"Real name": "Jonty Pugh", "What stands for it": "Rowan"})
        await fern.submits()
        await fern.dismisses()
        await fern.runs("/case tags", case.room)

        assert "Jonty" not in case.reads(fern)
        assert "had moved" in case.reads(fern)
        await ben.uses("Tag this", on=letters)
        ben.fills({"It is": "A missed opportunity"})
        await ben.submits()
        ben.fills(parts(Parts("That Jonty Pugh had moved.", "", "")))
        assert "tell who somebody is" in await case.refused(ben)
