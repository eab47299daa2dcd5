"""Who may not: whatever they try, nothing changes, nothing of the case is shown, and the sentence is kind."""

from datetime import date

import pytest

from bot.sandbox import FormRefused, Message, Person
from tests.stories.office import WHOLE, Office, agreed, office, session

NO_CASE = "There is no case here that you have a part in"
COMMANDS = (
    "/case list",
    "/case again",
    "/case invite",
    "/case brief",
    "/case start",
    "/case next",
    "/case close",
    "/case takeover",
    "/case pause",
    "/case silent",
    "/case summary",
    "/case actions",
    "/case here",
    "/case again LC-2026-0001",
    "/case invite LC-2026-0001",
    "/case brief LC-2026-0001",
    "/case start LC-2026-0001",
    "/case next LC-2026-0001",
    "/case close LC-2026-0001",
    "/case summary LC-2026-0001",
    "/case actions LC-2026-0001",
    "/reflect",
    "/actions add LC-2026-0001",
)
LIFE = "What does life look like"
SECRETS = ("Rowan", "eighteen", "aunt", "nurse", "Anna", "LC-2026-0001 ·")


def everything(case: Office) -> object:
    """The whole record: what nobody who may not may change."""
    return case.workshop, case.contributions, case.summaries, case.actions, case.kept


async def test_an_outsider_gets_a_kind_sentence_from_every_command_and_learns_nothing(database_url: str) -> None:
    async with session(database_url) as case:
        anna, idris = case.person("Anna Nurse"), case.person("Idris Outsider")
        await anna.replies(case.message(anna, "What does life look like"), "He sleeps at his aunt's.")
        await case.settles()
        before = everything(case)

        for line in COMMANDS:
            shown = await idris.runs(line)
            assert shown is not None, line
            assert not idris.has_form, line
            assert not any(secret in shown.words for secret in SECRETS), line
        await idris.opens_home()
        await case.settles()

        assert everything(case) == before
        assert idris.home is not None
        assert not any(secret in idris.home.text for secret in SECRETS)
        shown = await idris.runs("/case start LC-2026-0001")
        assert shown is not None
        unknown = await idris.runs("/case start LC-2026-0999")
        assert unknown is not None
        assert unknown.words == shown.words.replace("0001", "0999")
        assert case.slack.refusals == []


async def test_a_visitor_in_the_channel_sees_what_it_shows_and_can_do_nothing(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
        await anna.invites(gwen, case.room)
        said = await anna.says("Could somebody ring the ward?", case.room)
        await case.settles()
        before = everything(case)

        for line in ("/case next", "/case close", "/case summary", "/case actions", "/case start", "/actions add"):
            shown = await gwen.runs(line, case.room)
            assert shown is not None
            assert NO_CASE in shown.words, line
        await gwen.clicks("Add an action", on=case.message(gwen, "action plan"))
        assert NO_CASE in case.whispered(gwen)
        await gwen.uses("Make this an action", on=said)
        assert NO_CASE in case.whispered(gwen)
        await case.settles()

        assert not gwen.has_form
        assert everything(case) == before
        assert case.slack.refusals == []


async def test_a_visitor_who_runs_a_case_of_their_own_does_not_move_it_from_this_room(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna, gwen = case.person("Anna Nurse"), case.person("Gwen Visitor")
        await case.opens_a_case(gwen, [(anna, "Health board", "Community nurse")], pseudonym="Willow")
        await anna.invites(gwen, case.room)
        said = await anna.says("Could somebody ring the ward?", case.room)

        shown = await gwen.runs("/case start", case.room)
        assert shown is not None
        assert NO_CASE in shown.words
        await gwen.uses("Make this an action", on=said)
        assert not gwen.has_form
        assert NO_CASE in case.whispered(gwen)
        await case.settles()

        assert "Willow" in case.told(gwen)
        assert "The case is open" in case.told(gwen)

        # Named, it is meant, wherever they are.
        shown = await gwen.runs("/case start LC-2026-0002", case.room)
        assert shown is not None
        assert "LC-2026-0002 is starting" in shown.words
        assert case.slack.refusals == []


async def test_a_participant_cannot_do_what_is_the_facilitators(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        before = everything(case)

        for line in ("/case invite", "/case brief", "/case start", "/case next", "/case close", "/case summary"):
            shown = await anna.runs(line, case.room)
            assert shown is not None
            assert shown.words == f"Only the facilitator, {case.fern.mention}, can do this.", line
            elsewhere = await anna.runs(f"{line} LC-2026-0001")
            assert elsewhere is not None
            assert elsewhere.words == shown.words, line
        await case.settles()

        assert everything(case) == before
        assert case.slack.refusals == []


async def test_an_owner_from_outside_answers_for_the_action_and_sees_no_more(database_url: str) -> None:
    async with agreed(database_url) as case:
        ella, olwen, ben = case.person("Ella Social"), case.person("Olwen Owner"), case.person("Ben Housing")
        await case.proposes(ella, olwen, "Letters reach the school within two days")
        await case.proposes(ella, ben, "A named nurse rings every Monday")
        assert not any(secret in case.told(olwen) for secret in ("Rowan", "eighteen", "aunt"))

        for line in COMMANDS:
            shown = await olwen.runs(line)
            assert shown is not None
            assert not any(secret in shown.words for secret in ("Rowan", "eighteen", "aunt")), line
        await olwen.clicks("Accept", on=case.direct(olwen, "proposes that you take on"))
        await olwen.opens_home()
        await case.settles()

        assert [str(each.state) for each in case.actions] == ["accepted", "proposed"]
        assert olwen.home is not None
        assert "Letters reach the school" in olwen.home.text
        assert "Monday" not in olwen.home.text
        assert not any(secret in olwen.home.text for secret in ("Rowan", "eighteen", "aunt"))
        assert case.slack.refusals == []


async def test_nobody_answers_for_somebody_elses_action(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, ben, anna = case.person("Ella Social"), case.person("Ben Housing"), case.person("Anna Nurse")
        await case.proposes(ella, ben, "Letters reach the school within two days")
        await ben.clicks("Accept")
        await case.settles()
        from_london = case.clock()
        case.clock.to(from_london.replace(day=20, hour=9, minute=0, second=30))
        await case.settles()
        before = everything(case)
        nudge = case.message(anna, "this is due today")

        for label in ("Done", "On track", "Blocked"):
            await anna.clicks(label, on=nudge)
            assert case.whispered(anna) == f"This action belongs to {ben.mention}, who is the one to answer for it."
            assert not anna.has_form

        assert everything(case) == before
        assert case.slack.refusals == []


async def test_somebody_of_another_organisation_in_a_shared_channel_can_press_nothing(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella, sam = case.person("Ella Social"), case.slack.stranger("Sam Elsewhere")
        await ella.invites(sam, case.room)
        before = everything(case)

        await sam.clicks("Add an action", on=case.message(sam, "action plan"))
        assert "Only people of the workspace that runs this case can do this" in case.whispered(sam)
        stage = case.message(sam, "What does life look like")
        await sam.replies(stage, "We have him on our list as well.")
        await case.settles()

        assert everything(case) == before
        assert not sam.has_form
        assert case.slack.refusals == []


async def test_no_button_of_a_running_session_answers_somebody_of_another_organisation(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        sam = case.slack.stranger("Sam Elsewhere")
        await case.fern.invites(sam, case.room)
        await case.settles()
        await case.fern.runs("/case resume", case.room)  # it was shared by that, and the facilitator goes on
        await case.fern.submits()
        await case.settles()
        before = everything(case)
        await sam.clicks("Write for somebody", on=case.message(sam, LIFE))
        assert "Only people of the workspace that runs this case can do this" in case.whispered(sam)
        await case.fern.clicks("Silent round")
        await case.settles()
        await sam.clicks("Write my answer", on=case.message(sam, LIFE))
        await case.settles()
        told = [each for each in case.slack.messages(case.room) if each.post.only_for == sam.id]
        assert len(told) == 2
        assert told[0].words == told[1].words
        assert not sam.has_form

        assert everything(case) == before
        assert case.told(sam) == ""
        assert case.slack.refusals == []


async def test_buttons_from_an_earlier_phase_say_that_it_has_moved_on(sqlite_url: str) -> None:
    """The desk and the invitations change in place; here people press what their screens still showed."""
    async with office(sqlite_url) as case:
        await case.opens()
        desk = case.direct(case.fern, "The case is open")
        old_start = frozen(case, desk)
        await case.fern.clicks("Send the questions")
        await case.settles()
        anna = case.person("Anna Nurse")
        invitation = case.direct(anna, "please answer")
        await case.begins_to_answer(anna)
        typed = {anna.form.labels[0]: "Nobody rang the ward back."} if anna.form else {}
        anna.fills(typed)
        await case.starts()

        assert "The session has started" in await case.refused(anna)
        await anna.dismisses()
        await anna.clicks("Answer now", on=invitation)
        assert not anna.has_form

        await case.fern.clicks("Send the questions", on=old_start)
        assert "The session is running" in said_last(case.fern)
        live = frozen(case, case.direct(case.fern, "Stage 1 of 4"))
        await case.closes()
        await case.fern.clicks("Next stage", on=live)
        assert "waits to be approved" in said_last(case.fern)
        await case.fern.clicks("Close the session", on=live)
        assert "waits to be approved" in said_last(case.fern)
        assert str(case.phase) == "agreeing"
        assert len(case.posted(" of 4 · ")) == 1
        assert case.slack.refusals == []


async def test_a_reflection_that_is_not_for_you_does_not_open(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await case.opens()
        anna = case.person("Anna Nurse")
        for who in (anna, case.fern, case.person("Idris Outsider")):
            shown = await who.runs("/reflect")
            assert shown is not None
            assert shown.words == "No questions are waiting for you. Thank you for asking."
        await case.fern.clicks("Send the questions")
        await case.settles()
        shown = await case.fern.runs("/reflect")
        assert shown is not None
        assert not case.fern.has_form
        assert case.slack.refusals == []


async def test_what_was_typed_into_a_form_survives_every_refusal(sqlite_url: str) -> None:
    async with agreed(sqlite_url) as case:
        ella = case.person("Ella Social")
        await ella.clicks("Add an action")
        typed = {
            "What will be different?": "   ",
            "One owner": case.person("Ben Housing"),
            "By when?": date(2026, 3, 1),
            "How will you know that it helped?": "Letters in time",
            **WHOLE,
        }
        ella.fills(typed)
        with pytest.raises(FormRefused) as refused:
            await ella.submits()
        assert list(refused.value.errors) == ["What will be different?"]
        ella.fills({"What will be different?": "Letters reach the school within two days"})
        with pytest.raises(FormRefused) as refused:
            await ella.submits()
        assert refused.value.errors == {"By when?": "That date is in the past. Choose today or later."}
        assert ella.form is not None
        assert ella.form.values["What will be different?"] == "Letters reach the school within two days"
        ella.fills({"By when?": date(2026, 3, 20)})
        await ella.submits()
        assert [each.change for each in case.actions] == ["Letters reach the school within two days"]
        assert case.slack.refusals == []


def frozen(case: Office, message: Message) -> Message:
    """The message as it stands now, on a screen that is not brought up to date."""
    bot = case.slack.bot
    post = case.slack.trouble.messages.post(
        message.channel, bot.id, message.post.text, blocks=message.post.blocks, bot=message.post.bot
    )
    return Message(message.world, post)


def said_last(person: Person) -> str:
    """What the bot whispered last in the conversation with *person*."""
    whispered = [each for each in person.direct_messages if each.ephemeral]
    assert whispered, f"nothing was whispered to {person.name}"
    return whispered[-1].words
