"""What is rarely used, and would be missed all the same."""

import aiohttp
import pytest

from bot.sandbox import AnswerRefused, Channel, NotAMember, NotPossible, Person, Sandbox
from bot.sandbox.blockkit import lint_message
from bot.sandbox.reading import words_of

from .scenes import Json, Rehearsal, actions, asks, button, error_of, home, modal, option, plain, section


async def test_a_file_is_fetched_with_the_token_only(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bot.hears("message")
    await anna.says("", room, file=("genogram.png", b"picture"))
    await slack.settled()
    url = bot.events[0]["files"][0]["url_private"]

    async with aiohttp.ClientSession() as session:
        async with session.get(url) as refused:
            assert refused.status == 404
        headers = {"Authorization": f"Bearer {slack.bot_token}"}
        async with session.get(url, headers=headers) as answer:
            assert await answer.read() == b"picture"


async def test_an_upload_is_complete_only_with_its_bytes(bot: Rehearsal, room: Channel) -> None:
    place = await bot.client.files_getUploadURLExternal(filename="plan.md", length=6)
    complete = bot.client.files_completeUploadExternal
    files: Json = {"files": [{"id": place["file_id"], "title": "Plan"}], "channel_id": room.id}

    assert await error_of(complete(**files)) == "file_upload_not_complete"
    async with aiohttp.ClientSession() as session:
        async with session.post(place["upload_url"], data=b"short") as answer:
            assert answer.status == 400
        async with session.post(place["upload_url"], data=b"# Plan") as answer:
            assert answer.status == 200
    await complete(**files)
    assert await error_of(complete(**files)) == "file_not_found"


async def test_links_and_bookmarks_lead_to_the_channel(bot: Rehearsal, anna: Person, room: Channel) -> None:
    message = await anna.says("Here", room)
    link = await bot.client.chat_getPermalink(channel=room.id, message_ts=message.ts)
    bookmark = bot.client.bookmarks_add

    await bookmark(channel_id=room.id, title="Guide", type="link", link="https://guide.example")

    assert f"/archives/{room.id}/p{message.ts.replace('.', '')}" in link["permalink"]
    assert room.bookmarks[0]["title"] == "Guide"
    refused = bookmark(channel_id=room.id, title="Guide", type="link", link="guide")
    assert await error_of(refused) == "invalid_link"


async def test_a_direct_message_needs_somebody_to_send_it_to(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person
) -> None:
    stranger = slack.stranger("Dana Wolfe")
    start = bot.client.conversations_open

    assert await error_of(start(users="")) == "users_list_not_supplied"
    assert await error_of(start(users=[anna.id, ben.id])) == "missing_scope"
    assert await error_of(start(users=[anna.id] * 9)) == "too_many_users"
    assert await error_of(start(users=slack.bot_user_id)) == "cannot_dm_bot"
    assert await error_of(start(users=stranger.id)) == "user_not_visible"
    assert await error_of(bot.client.chat_postMessage(channel=stranger.id, text="x")) == "channel_not_found"


async def test_people_come_and_go_as_the_room_allows(slack: Sandbox, anna: Person, room: Channel) -> None:
    carol = slack.person("Carol Hughes")
    public = slack.channel("open-house", members=[anna])

    await carol.joins(public)
    assert (await carol.says("Hello", public)).by == "Carol Hughes"
    with pytest.raises(NotPossible, match="without an invitation"):
        await carol.joins(room)
    slack.trouble.archive(public)
    with pytest.raises(NotPossible, match="archived"):
        await carol.says("Too late", public)
    slack.trouble.deactivate(carol)
    with pytest.raises(NotPossible, match="deactivated"):
        await carol.invites(anna, slack.channel("elsewhere", members=[carol]))


async def test_people_change_only_what_is_theirs(anna: Person, ben: Person, room: Channel) -> None:
    message = await anna.says("Mine", room)
    await anna.reacts("eyes", on=message)
    await anna.takes_back("eyes", on=message)
    assert message.reactions == {}

    with pytest.raises(NotPossible, match="only change what Ben Carter wrote"):
        await ben.edits(message, "His")
    with pytest.raises(NotPossible):
        await ben.deletes(message)
    await anna.edits(message, "Still mine")
    assert (message.edited, message.versions, message.text) == (True, ["Mine"], "Still mine")


async def test_nobody_clicks_in_a_whisper_to_somebody_else(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    blocks = [actions(button("Mask it", "mask"))]
    await bot.client.chat_postEphemeral(channel=room.id, user=anna.id, text="Look", blocks=blocks)
    [whisper] = anna.sees(room)

    with pytest.raises(NotPossible, match="does not see"):
        await ben.clicks("Mask it", on=whisper)
    with pytest.raises(NotAMember):
        await slack.person("Mallory Price").clicks("Mask it", on=whisper)


async def test_a_fourth_form_cannot_be_answered_onto_the_stack(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    view = modal(section("Words"))
    bot.answers(bot.app.view("form"), response_action="push", view=view)
    bot.opens(bot.app.command("/case"), view)
    await anna.runs("/case", room)
    await anna.submits()
    await anna.submits()

    with pytest.raises(AnswerRefused, match="push_limit_reached"):
        await anna.submits()
    assert [refusal.error for refusal in slack.refusals] == ["push_limit_reached"]


async def test_home_and_modal_are_not_mixed_up(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    publish = bot.client.views_publish

    assert await error_of(publish(user_id=anna.id, view=modal(section("a")))) == "invalid_arguments"
    assert await error_of(publish(user_id="U0NOBODY", view=home(section("a")))) == "user_not_found"
    slack.trouble.deactivate(anna)
    assert await error_of(publish(user_id=anna.id, view=home(section("a")))) == "user_disabled"


async def test_a_menu_in_groups_offers_all_of_them(bot: Rehearsal, anna: Person, room: Channel) -> None:
    groups = [
        {"label": plain("Person"), "options": [option("Fatigue")]},
        {"label": plain("Organisation"), "options": [option("Staffing")]},
    ]
    factor: Json = {"type": "static_select", "option_groups": groups, "initial_option": option("Fatigue")}
    form = modal(asks("Factor", "factor", factor))
    bot.opens(bot.app.command("/case"), form)
    await anna.runs("/case", room)

    assert anna.form is not None
    assert anna.form.options("Factor") == ["Fatigue", "Staffing"]
    assert anna.form.values == {"Factor": "Fatigue"}
    anna.fills({"Factor": "Staffing"})
    assert anna.form.values == {"Factor": "Staffing"}


def test_rich_text_reads_as_it_looks() -> None:
    items = [{"type": "rich_text_section", "elements": [{"type": "text", "text": words}]} for words in ("one", "two")]
    sentence = [
        {"type": "text", "text": "See "},
        {"type": "link", "url": "https://x.example"},
        {"type": "emoji", "name": "eyes"},
        {"type": "user", "user_id": "U1"},
    ]
    block: Json = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": sentence},
            {"type": "rich_text_list", "style": "bullet", "elements": items},
        ],
    }

    assert words_of("", [block]) == "See https://x.example:eyes:<@U1>• one\n• two\n"
    assert words_of("", [{"type": "image", "image_url": "https://x.example", "alt_text": "A river"}]) == "A river"


@pytest.mark.parametrize(
    "block",
    [
        {"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain("Drop")}]},
        {"type": "data_table", "caption": plain("Plan"), "rows": [[{}], [{}]]},
        {"type": "card", "title": plain("a"), "body": plain("b"), "actions": [button("Go", "go")]},
        {"type": "carousel", "elements": [{"type": "card", "title": plain("a")}]},
        {"type": "container", "title": plain("a"), "child_blocks": [section("b")]},
        {"type": "data_visualization", "title": "Progress", "chart": {}},
    ],
    ids=lambda block: str(block["type"]),
)
def test_newer_blocks_are_known(block: Json) -> None:
    assert lint_message({"text": "Words", "blocks": [block]}) == []
