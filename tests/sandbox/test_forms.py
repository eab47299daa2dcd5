from datetime import date, time

import pytest
from slack_bolt.async_app import AsyncAck

from bot.sandbox import (
    AnswerRefused,
    Channel,
    FormRefused,
    NothingSays,
    NotPossible,
    OperationTimeout,
    Person,
    Sandbox,
)

from .scenes import (
    Json,
    Rehearsal,
    actions,
    asks,
    button,
    connected,
    error_of,
    home,
    modal,
    option,
    plain,
    section,
)

CASE_FORM = modal(
    section("Set up a case"),
    asks("Pseudonym", "pseudonym", {"min_length": 2, "max_length": 20}, hint=plain("Never a real name")),
    asks("People", "people", {"type": "multi_users_select", "max_selected_items": 2}),
    asks("Workshop date", "date", {"type": "datepicker", "initial_date": "2026-03-09"}),
    asks("Time", "time", {"type": "timepicker"}, optional=True),
    asks(
        "Languages",
        "languages",
        {"type": "checkboxes", "options": [option("Welsh"), option("English")]},
        optional=True,
    ),
    asks("Channel", "channel", {"type": "conversations_select"}, optional=True),
    asks("Words", "words", {"type": "rich_text_input"}, optional=True),
    asks("Size", "size", {"type": "number_input", "is_decimal_allowed": False}, optional=True),
    section(
        "*Level*",
        accessory={
            "type": "static_select",
            "action_id": "level",
            "options": [option("Case"), option("Service")],
        },
        block_id="level",
    ),
    callback_id="case",
    private_metadata="draft:1",
)


async def opened(bot: Rehearsal, who: Person, room: Channel, view: Json = CASE_FORM) -> None:
    bot.opens(bot.app.command("/case"), view)
    await who.runs("/case open", room)


async def test_a_form_is_read_filled_and_sent_by_its_labels(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    sent = bot.answers(bot.app.view("case"))
    await opened(bot, anna, room)

    assert anna.form is not None
    assert anna.form.title == "A form"
    assert anna.form.labels[:3] == ["Pseudonym", "People", "Workshop date"]
    assert "Never a real name" in anna.form.text
    assert anna.form.options("Level") == ["Case", "Service"]
    anna.fills(
        {
            "Pseudonym": "Rowan & <co>",
            "People": [ben],
            "Workshop date": date(2026, 3, 10),
            "Time": time(9, 30),
            "Languages": ["Welsh"],
            "Channel": room,
            "Words": "In my own words",
            "Size": 7,
            "Level": "Service",
        }
    )
    assert anna.form.values["Level"] == "Service"
    assert anna.form.values["Words"] == "In my own words"
    await anna.submits()

    [body] = sent
    values = body["view"]["state"]["values"]
    assert values["pseudonym"]["pseudonym"] == {"type": "plain_text_input", "value": "Rowan & <co>"}
    assert values["people"]["people"]["selected_users"] == [ben.id]
    assert values["date"]["date"]["selected_date"] == "2026-03-10"
    assert values["time"]["time"]["selected_time"] == "09:30"
    assert [each["value"] for each in values["languages"]["languages"]["selected_options"]] == ["welsh"]
    assert values["channel"]["channel"]["selected_conversation"] == room.id
    assert values["words"]["words"]["rich_text_value"]["type"] == "rich_text"
    assert values["size"]["size"]["value"] == "7"
    assert values["level"]["level"]["selected_option"]["value"] == "service"
    assert body["view"]["private_metadata"] == "draft:1"
    assert body["user"]["team_id"] == slack.team_id
    assert not anna.has_form
    assert slack.refusals == []


async def test_the_client_itself_refuses_what_the_form_does_not_take(
    bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    await opened(bot, anna, room)

    with pytest.raises(FormRefused) as refused:
        await anna.submits()
    assert list(refused.value.errors) == ["Pseudonym", "People"]
    assert anna.form is not None
    assert anna.form.errors["People"] == "Please complete this required field."

    with pytest.raises(FormRefused, match="at most 20 characters"):
        anna.fills({"Pseudonym": "x" * 21})
    with pytest.raises(FormRefused, match="at least 2 characters"):
        anna.fills({"Pseudonym": "x"})
    with pytest.raises(FormRefused, match="one line"):
        anna.fills({"Pseudonym": "a\nb"})
    with pytest.raises(FormRefused, match="at most 2"):
        anna.fills({"People": [anna, ben, ben]})
    with pytest.raises(FormRefused, match="whole number"):
        anna.fills({"Size": 1.5})
    with pytest.raises(NothingSays, match=r"does not ask for 'Name'. It asks for: Pseudonym, People"):
        anna.fills({"Name": "x"})
    with pytest.raises(NothingSays, match="There are: Case, Service"):
        anna.fills({"Level": "Board"})


async def test_what_the_app_finds_wrong_stands_beside_the_input(bot: Rehearsal, anna: Person, room: Channel) -> None:
    bot.answers(bot.app.view("form"), response_action="errors", errors={"name": "That is a real name."})
    await opened(bot, anna, room, modal(asks("Pseudonym", "name")))
    anna.fills({"Pseudonym": "John Smith"})

    with pytest.raises(FormRefused) as refused:
        await anna.submits()

    assert refused.value.errors == {"Pseudonym": "That is a real name."}
    assert anna.form is not None
    assert anna.form.errors == {"Pseudonym": "That is a real name."}
    assert anna.form.values == {"Pseudonym": "John Smith"}


async def test_an_error_beside_no_input_is_refused(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    bot.answers(bot.app.view("form"), response_action="errors", errors={"nowhere": "Hm."})
    await opened(bot, anna, room, modal(asks("Name", "name", optional=True)))

    with pytest.raises(AnswerRefused, match="not the block_id of an input block"):
        await anna.submits()
    assert [refusal.where for refusal in slack.refusals] == ["view_submission"]


async def test_steps_replace_each_other_and_keep_what_was_typed(bot: Rehearsal, anna: Person, room: Channel) -> None:
    second = modal(asks("Name", "name"), asks("Role", "role", optional=True), callback_id="second")
    bot.answers(bot.app.view("form"), response_action="update", view=second)
    bot.answers(bot.app.view("second"), response_action="clear")
    await opened(bot, anna, room, modal(asks("Name", "name")))

    anna.fills({"Name": "Rowan"})
    await anna.submits()
    assert anna.form is not None
    assert anna.form.callback_id == "second"
    assert anna.form.values == {"Name": "Rowan", "Role": None}

    await anna.submits()
    assert not anna.has_form


async def test_three_forms_fit_on_the_stack(slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel) -> None:
    errors: list[str] = []

    async def push(ack: AsyncAck, body: Json) -> None:
        await ack()
        view = modal(actions(button("More", "more")), title=plain("Next"))
        call = bot.client.views_push(trigger_id=body["trigger_id"], view=view)
        if len(errors) == 0 and depth() == 3:
            errors.append(await error_of(call))
        else:
            await call

    def depth() -> int:
        return len(slack._world.modals[anna.id])  # noqa: SLF001

    bot.app.action("more")(push)
    await opened(bot, anna, room, modal(actions(button("More", "more"))))
    await anna.clicks("More")
    await anna.clicks("More")
    await anna.clicks("More")

    assert errors == ["push_limit_reached"]
    await anna.dismisses()
    await anna.dismisses()
    assert anna.form is not None
    assert anna.form.title == "A form"


async def test_closing_is_reported_only_where_it_was_asked_for(bot: Rehearsal, anna: Person, room: Channel) -> None:
    closed = bot.answers(bot.app.view_closed("form"))
    await opened(bot, anna, room, modal(section("Words")))
    await anna.dismisses()
    assert closed == []

    bot.opens(bot.app.shortcut("case:open"), modal(section("Words"), notify_on_close=True))
    await anna.uses("Open a case")
    await anna.dismisses()
    assert [body["type"] for body in closed] == ["view_closed"]
    assert closed[0]["is_cleared"] is False


async def test_an_update_with_an_old_hash_loses_the_race(bot: Rehearsal, anna: Person, room: Channel) -> None:
    views: list[Json] = []

    async def open_it(ack: AsyncAck, body: Json) -> None:
        view = modal(section("One"), external_id="draft-1")
        views.append((await bot.client.views_open(trigger_id=body["trigger_id"], view=view))["view"])
        await ack()

    bot.app.command("/case")(open_it)
    await anna.runs("/case open", room)
    update, old = bot.client.views_update, views[0]

    await update(view_id=old["id"], hash=old["hash"], view=modal(section("Two")))

    late = update(view_id=old["id"], hash=old["hash"], view=modal(section("Three")))
    assert await error_of(late) == "hash_conflict"
    assert await error_of(update(view_id="V0GONE", view=modal(section("x")))) == "not_found"
    assert anna.form is not None
    assert "Two" in anna.form.text


async def test_an_external_id_belongs_to_one_open_view(
    slack: Sandbox, bot: Rehearsal, anna: Person, ben: Person, room: Channel
) -> None:
    await opened(bot, anna, room, modal(section("One"), external_id="draft-1"))
    trigger = slack._world.triggers.give(ben.id)  # noqa: SLF001

    view = modal(section("One"), external_id="draft-1")
    assert await error_of(bot.client.views_open(trigger_id=trigger, view=view)) == "duplicate_external_id"


async def test_a_trigger_opens_one_form_and_soon_is_too_old(
    slack: Sandbox, bot: Rehearsal, anna: Person, room: Channel
) -> None:
    bodies = bot.answers(bot.app.command("/case"))
    await anna.runs("/case open", room)
    await anna.runs("/case open", room)
    spare, spent = (body["trigger_id"] for body in bodies)
    view = modal(section("Words"))
    await bot.client.views_open(trigger_id=spent, view=view)

    assert await error_of(bot.client.views_open(trigger_id=spent, view=view)) == "exchanged_trigger_id"
    slack.trouble.expire_triggers()
    assert await error_of(bot.client.views_open(trigger_id=spare, view=view)) == "expired_trigger_id"
    assert await error_of(bot.client.views_open(trigger_id="made-up", view=view)) == "invalid_trigger_id"


async def test_a_refused_view_opens_nothing(slack: Sandbox, bot: Rehearsal, anna: Person) -> None:
    trigger = slack._world.triggers.give(anna.id)  # noqa: SLF001

    view = modal(asks("Name", "name"), title=plain("x" * 25))
    assert await error_of(bot.client.views_open(trigger_id=trigger, view=view)) == "invalid_arguments"
    assert not anna.has_form
    assert slack.refusals[0].where == "views.open"


async def test_the_home_tab_shows_what_was_published(bot: Rehearsal, anna: Person, ben: Person) -> None:
    clicked = bot.answers(bot.app.action("mine"))
    first = await bot.client.views_publish(user_id=anna.id, view=home(section("Nothing due")))
    view = home(section("Two actions"), actions(button("My actions", "mine")))
    await bot.client.views_publish(user_id=anna.id, view=view, hash=first["view"]["hash"])

    assert anna.home is not None
    assert "Two actions" in anna.home.text
    assert ben.home is None
    await anna.clicks("My actions")
    assert clicked[0]["container"] == {"type": "view", "view_id": first["view"]["id"]}
    stale = bot.client.views_publish(user_id=anna.id, view=view, hash=first["view"]["hash"])
    assert await error_of(stale) == "hash_conflict"


async def test_an_app_that_does_not_answer_leaves_an_error_on_the_screen(
    hasty: Sandbox,
) -> None:
    anna = hasty.person("Anna Morris")
    room = hasty.channel("room", members=[anna])
    bot = Rehearsal(hasty)
    async with connected(hasty, bot):
        with pytest.raises(OperationTimeout, match="operation_timeout: /case"):
            await anna.runs("/case open", room)

    assert [(ack.what, ack.outcome) for ack in hasty.unanswered] == [("/case", "unanswered")]


async def test_there_is_nothing_to_submit_without_a_form(anna: Person) -> None:
    with pytest.raises(NotPossible, match="no form open"):
        await anna.submits()
