"""Forms and the Home tab: views.open, push, update, publish."""

from typing import Any

from bot.sandbox.blockkit import lint_view
from bot.sandbox.errors import SlackError
from bot.sandbox.methods.arguments import required
from bot.sandbox.modals import view_wire
from bot.sandbox.platform import Platform
from bot.sandbox.state import Json, View
from bot.sandbox.world import World


def open_view(slack: Platform, arguments: Json) -> Json:
    trigger_id, view = required(arguments, "trigger_id", "view")
    check_view(slack.world, "views.open", view, "modal")
    trigger = slack.world.triggers.exchange(trigger_id)
    return _answer(slack.world, slack.modals.open(trigger.user, view, trigger.channel))


def push(slack: Platform, arguments: Json) -> Json:
    trigger_id, view = required(arguments, "trigger_id", "view")
    check_view(slack.world, "views.push", view, "modal")
    trigger = slack.world.triggers.exchange(trigger_id)
    if not trigger.from_modal:
        raise SlackError("invalid_arguments", problems=("this trigger does not come from a modal",))
    return _answer(slack.world, slack.modals.push(trigger.user, view))


def update(slack: Platform, arguments: Json) -> Json:
    (view,) = required(arguments, "view")
    check_view(slack.world, "views.update", view, None)
    found = slack.modals.find(arguments.get("view_id"), arguments.get("external_id"))
    _check_hash(found, arguments.get("hash"))
    return _answer(slack.world, slack.modals.update(found, view))


def publish(slack: Platform, arguments: Json) -> Json:
    user, view = required(arguments, "user_id", "view")
    world = slack.world
    if not world.manifest.home_tab:
        raise SlackError("not_enabled")
    if world.account(user).deleted:
        raise SlackError("user_disabled")
    check_view(world, "views.publish", view, "home")
    if user in world.homes:
        _check_hash(world.homes[user], arguments.get("hash"))
    return _answer(world, slack.modals.publish(user, view))


def check_view(world: World, where: str, view: Any, kind: str | None) -> None:
    problems = [(str(problem), problem.error) for problem in lint_view(view)]
    if not problems and kind is not None and view["type"] != kind:
        problems = [(f"must be a {kind} [json-pointer:/view/type]", "invalid_arguments")]
    if problems:
        words = tuple(text for text, _ in problems)
        world.refuse(where, problems[0][1], words)
        raise SlackError(problems[0][1], problems=words)


def _check_hash(view: View, given: str | None) -> None:
    if given and given != view.hash:
        raise SlackError("hash_conflict")


def _answer(world: World, view: View) -> Json:
    return {"view": view_wire(world, view)}
