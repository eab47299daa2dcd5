"""The safety of the place: the channel is looked at before a session, and watched while it runs."""

import pytest

from bot.sandbox import Person
from bot.workshop.ids import ChannelId
from bot.workshop.workshop import Phase
from tests.stories.office import SESSION, Office, office, quoted_in, session

LIFE = "What does life look like"


async def about_to_start(case: Office) -> None:
    await case.opens()
    case.clock.to(SESSION)


async def presses_start(case: Office) -> None:
    await case.fern.clicks("Start the session")
    await case.settles()


def runs(case: Office) -> bool:
    return case.phase is Phase.LIVE


async def goes_on(person: Person) -> None:
    assert person.form is not None
    await person.submits()


async def test_a_sound_channel_starts_without_a_word(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        await presses_start(case)

        assert runs(case)
        assert not case.fern.has_form
        assert "a look at who is in" not in case.told(case.fern)
        assert case.deeds == []
        assert case.slack.refusals == []


async def test_an_archived_channel_has_to_be_restored_first(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        case.slack.trouble.archive(case.room)
        shown = await case.fern.runs("/case start LC-2026-0001")
        assert shown is not None
        assert "The case's channel is archived" in shown.words
        assert not runs(case)

        case.slack.trouble.unarchive(case.room)
        await presses_start(case)
        assert runs(case)
        assert case.slack.refusals == []


async def test_a_channel_without_the_bot_needs_it_first(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        room = case.room
        case.slack.trouble.remove_bot(room)
        shown = await case.fern.runs("/case start", room)
        assert shown is not None
        assert "This app is not in the case's channel" in shown.words

        await case.fern.invites(case.slack.bot, room)
        await presses_start(case)
        assert runs(case)
        assert case.slack.refusals == []


async def test_a_shared_channel_is_the_facilitators_to_accept(database_url: str) -> None:
    async with office(database_url) as case:
        await about_to_start(case)
        sam = case.slack.stranger("Sam Elsewhere", workspace="North County")
        case.slack.trouble.share(case.room, sam)
        await case.fern.runs("/case start", case.room)
        assert "shared with another organisation" in case.reads(case.fern)
        assert "the audit log notes" in case.reads(case.fern)
        await case.fern.dismisses()
        await case.settles()
        assert not runs(case)
        assert case.deeds == []

        await case.fern.clicks("Start the session")
        await goes_on(case.fern)
        await case.settles()

        assert not case.fern.has_form
        assert runs(case)
        assert case.deeds == [("room_shared", "Fern Facilitator")]
        assert len(case.posted(LIFE)) == 1
        assert case.slack.refusals == []


async def test_what_has_become_worse_meanwhile_is_asked_about_anew(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        sam = case.slack.stranger("Sam Elsewhere", workspace="North County")
        case.slack.trouble.open_to_organisation(case.room)
        await case.fern.clicks("Start the session")
        assert "other workspaces of your organisation" in case.reads(case.fern)
        case.slack.trouble.offer(case.room, sam)
        await goes_on(case.fern)
        assert "has been offered to another organisation" in case.reads(case.fern)
        assert not runs(case)
        await goes_on(case.fern)
        await case.settles()

        assert runs(case)
        assert case.deeds == [("room_shared", "Fern Facilitator")]
        assert case.slack.refusals == []


@pytest.mark.parametrize("method", ["conversations.info", "conversations.members"])
async def test_where_slack_cannot_be_asked_the_facilitator_chooses(sqlite_url: str, method: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        case.slack.trouble.rate_limit(method, times=2, retry_after=30)
        await case.fern.clicks("Start the session")
        assert "Slack cannot be asked about the channel just now" in case.reads(case.fern)
        await goes_on(case.fern)
        await case.settles()

        assert runs(case)
        assert case.deeds == [("room_unseen", "Fern Facilitator")]
        assert case.slack.refusals == []


async def test_slack_that_takes_its_time_does_not_hold_up_the_question(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        held = case.slack.trouble.hold_calls("conversations.info")
        await case.fern.clicks("Start the session")
        assert "Slack cannot be asked about the channel just now" in case.reads(case.fern)
        held.set()
        await goes_on(case.fern)
        await case.settles()

        # By now Slack has answered: there was nothing to accept.
        assert runs(case)
        assert case.deeds == []
        assert case.slack.refusals == []


async def test_who_is_there_and_who_is_not_is_told_to_the_facilitator_alone(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        gwen, anna = case.person("Gwen Visitor"), case.person("Anna Nurse")
        await case.fern.invites(gwen, case.room)
        await anna.leaves(case.room)
        await presses_start(case)

        told = case.direct(case.fern, "a look at who is in").words
        assert f"In the channel, not taking part: {gwen.mention}." in told.replace("*", "")
        assert f"Taking part, not in the channel: {anna.mention}." in told.replace("*", "")
        assert runs(case)
        assert case.posted("a look at who is in") == []
        assert case.slack.refusals == []


async def test_a_big_channel_is_read_page_by_page(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        await about_to_start(case)
        for number in range(230):
            case.room.members.append(case.slack.person(f"Visitor {number}").id)
        await presses_start(case)

        assert len(case.slack.calls_of("conversations.members")) == 2
        told = case.direct(case.fern, "a look at who is in").words
        assert told.count("<@") == 25
        assert "and 205 more" in told
        assert case.slack.refusals == []


async def test_a_channel_of_ones_own_is_looked_at_when_it_is_chosen(sqlite_url: str) -> None:
    async with office(sqlite_url) as case:
        case.slack.trouble.refuse("conversations.create", "restricted_action", times=9)
        await case.opens()
        open_room = case.slack.channel("riverside", members=[case.fern])
        shown = await case.fern.runs("/case here", open_room)
        assert shown is not None
        assert "public or a direct message" in shown.words

        sam = case.slack.stranger("Sam Elsewhere", workspace="North County")
        shared = case.slack.channel("lc-2026-0001", members=[case.fern, sam], private=True)
        await case.fern.runs("/case here", shared)
        assert "shared with another organisation" in case.reads(case.fern)
        await goes_on(case.fern)
        await case.settles()

        assert "The case is open" in case.told(case.fern)
        assert case.deeds == [("room_shared", "Fern Facilitator")]
        assert sam.mention in case.direct(case.fern, "a look at who is in").words
        assert case.slack.refusals == []


async def test_sharing_the_channel_stops_the_keeping_until_the_facilitator_has_decided(database_url: str) -> None:
    async with session(database_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        await anna.replies(stage, "He sleeps at his aunt's.")
        await case.settles()
        sam = case.slack.stranger("Sam Elsewhere", workspace="North County")
        case.slack.trouble.deliver_twice(3)
        case.slack.trouble.share(case.room, sam)
        await case.settles()
        assert case.told(case.fern).count("has been shared with another organisation while") == 2  # notice and desk
        await anna.replies(stage, "Between us: his father rang me.")
        await case.settles()
        assert "Paused:" in case.message(anna, LIFE).words.replace("*", "")
        shown = await case.fern.runs("/case next", case.room)
        assert shown is not None
        assert "the channel is looked at first" in shown.words

        case.slack.trouble.unshare(case.room, sam)
        await case.settles()
        assert "looks as it should again" in case.told(case.fern)
        await case.fern.clicks("Resume keeping", on=case.direct(case.fern, "looks as it should again"))
        case.clock.forward(seconds=5)
        await case.settles()
        assert not case.fern.has_form
        await anna.replies(stage, "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He sleeps at his aunt's.", "He misses appointments."]
        assert case.deeds == []
        assert case.slack.refusals == []


async def test_what_was_told_of_a_channel_offers_nothing_once_the_session_goes_on(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        for times in (1, 2):
            case.slack.trouble.archive(case.room)
            await case.settles()
            notice = case.direct(case.fern, "Restore it in Slack")
            assert "Resume keeping" in notice.labels
            case.slack.trouble.unarchive(case.room)
            await case.settles()
            await case.fern.runs("/case resume", case.room)
            case.clock.forward(seconds=5)
            await case.settles()
            past = [each for each in case.fern.direct_messages if "keeping was stopped" in each.words]
            assert len(past) == 2 * times
            assert all("The session has gone on since" in each.words and not each.labels for each in past)


async def test_the_facilitator_may_go_on_in_a_channel_that_was_shared(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        sam = case.slack.stranger("Sam Elsewhere", workspace="North County")
        case.slack.trouble.share(case.room, sam)
        await case.settles()
        await case.fern.runs("/case resume", case.room)
        assert "shared with another organisation" in case.reads(case.fern)
        await goes_on(case.fern)
        await case.settles()

        assert case.deeds == [("room_shared", "Fern Facilitator")]
        assert case.workshop.interrupted is None
        await case.moves_on()
        assert case.slack.refusals == []


async def test_an_archived_channel_stops_the_keeping_and_is_told_of_once(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        case.slack.trouble.archive(case.room)
        await case.settles()
        await case.fern.clicks("Resume keeping")
        await case.settles()
        assert "The case's channel is archived" in said_last(case.fern)
        case.clock.forward(minutes=13)  # half of the question's time is over, and nobody could read it there
        await case.settles()
        case.slack.trouble.unarchive(case.room)
        await case.settles()
        shown = await case.fern.runs("/case resume", case.room)
        assert shown is not None
        assert "is kept again" in shown.words
        await case.settles()

        assert "Slack would not take" not in case.told(case.fern)
        assert case.workshop.interrupted is None
        assert case.slack.refusals == []


async def test_showing_the_bot_out_stops_the_keeping(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        room = case.room
        case.slack.trouble.remove_bot(room)
        await case.settles()
        notices = [each for each in case.fern.direct_messages if "taken out of the channel" in each.words]
        assert len(notices) == 2  # the notice, and the desk
        await case.fern.invites(case.slack.bot, room)
        await case.fern.clicks("Resume keeping", on=notices[-1])
        await case.settles()

        assert case.workshop.interrupted is None
        assert "Slack would not take" not in case.told(case.fern)
        assert case.slack.refusals == []


async def test_a_deleted_channel_ends_in_a_draft(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()
        case.slack.trouble.delete(case.room)
        await case.settles()
        assert "the channel has been deleted" in case.told(case.fern)
        await case.closes()

        assert [quoted_in(each) for summary in case.summaries for each in summary.lines] != []
        assert case.slack.refusals == []


async def test_a_case_whose_channel_was_deleted_gets_another_one(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        await anna.replies(case.message(anna, LIFE), "He sleeps at his aunt's.")
        await case.settles()
        fresh = case.slack.channel("second-try", members=[case.fern, anna], private=True)
        await case.fern.invites(case.slack.bot, fresh)
        shown = await case.fern.runs("/case here LC-2026-0001", fresh)
        assert shown is not None
        assert "once the old one has been deleted" in shown.words

        case.slack.trouble.delete(case.room)
        await case.settles()
        await case.fern.runs("/case here LC-2026-0001", fresh)
        assert case.record(lambda work: work.cases.in_channel(ChannelId(fresh.id))) is None
        await case.closes()
        await case.fern.runs("/case here LC-2026-0001", fresh)
        await case.settles()
        assert len(case.posted("Understand why support stopped", fresh)) == 1
        await case.publishes()

        assert any("He sleeps at his aunt's." in each.words for each in case.slack.messages(fresh))
        assert f"<#{fresh.id}>" in case.told(case.fern)


async def test_taking_the_app_out_of_the_workspace_stops_the_keeping(sqlite_url: str) -> None:
    async with session(sqlite_url) as case:
        anna = case.person("Anna Nurse")
        stage = case.message(anna, LIFE)
        case.slack.trouble.revoke_token()
        await case.slack.settled()
        assert case.workshop.interrupted is not None
        case.slack.trouble.restore_token()
        await case.settles()
        await case.fern.runs("/case resume", case.room)
        await case.settles()
        case.clock.forward(seconds=5)
        await anna.replies(stage, "He misses appointments.")
        await case.settles()

        assert [words for _, _, words in case.kept] == ["He misses appointments."]
        assert case.slack.refusals == []


def said_last(person: Person) -> str:
    """What the bot whispered last in the conversation with *person*."""
    whispered = [each for each in person.direct_messages if each.ephemeral]
    assert whispered, f"nothing was whispered to {person.name}"
    return whispered[-1].words
