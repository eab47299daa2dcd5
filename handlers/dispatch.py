"""One listener for each kind of payload, and our own tables behind it: every listener that Bolt tries costs time."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.gathering import Gathering
from bot.windows import Wanted
from bot.work import Store
from bot.workshop.ids import ChannelId, InstallationId, UserId, WorkshopId, installation_id
from bot.workshop.refusal import Refusal
from handlers import (
    acceptance,
    actions,
    agendas,
    aliases,
    brief,
    cases,
    closing,
    digests,
    earlier,
    events,
    home,
    joining,
    learning,
    nudges,
    payloads,
    proposals,
    pulse,
    reflections,
    risks,
    rooms,
    scribe,
    sessions,
    settings,
    silent,
    so_far,
    summaries,
    tags,
    withdrawals,
)
from handlers.errors import explain
from handlers.payloads import Workspace
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from prompts.words import Words

log = structlog.get_logger(__name__)

ROUTES: Routes = (
    cases.ROUTES
    | agendas.ROUTES
    | aliases.ROUTES
    | reflections.ROUTES
    | pulse.ROUTES
    | learning.ROUTES
    | risks.ROUTES
    | brief.ROUTES
    | earlier.ROUTES
    | sessions.ROUTES
    | rooms.ROUTES
    | silent.ROUTES
    | scribe.ROUTES
    | so_far.ROUTES
    | tags.ROUTES
    | summaries.ROUTES
    | acceptance.ROUTES
    | actions.ROUTES
    | proposals.ROUTES
    | closing.ROUTES
    | nudges.ROUTES
    | digests.ROUTES
    | settings.ROUTES
    | withdrawals.ROUTES
    | joining.ROUTES
)

EVENTS: Mapping[str, Handler] = {
    "message": events.message,
    "reaction_added": events.reaction,
    "reaction_removed": events.reaction,
    "app_home_opened": home.publish,
    "user_change": events.user_change,
    **dict.fromkeys(payloads.NEWS, events.room),
    "member_joined_channel": events.member_joined,
    "channel_id_changed": events.moved,
    "app_uninstalled": events.uninstalled,
    "tokens_revoked": events.uninstalled,
}

ANYTHING = re.compile(".*", re.DOTALL)


class OtherWorkspace(Refusal):
    """A button of ours was pressed by somebody from another organisation, in a channel shared with them."""

    key = "refusal-other-workspace"


@dataclass(frozen=True)
class Reception:
    """Greets every payload. ``done`` is called after each turn: there may be letters to send now."""

    store: Store
    gathering: Gathering
    say: Words
    heard: Callable[[InstallationId, WorkshopId], None]
    wanted: Callable[[Wanted], None]
    done: Callable[[], None]

    def turn(self, body: Mapping[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck) -> Turn:
        """Raise ``OtherWorkspace`` unless the person belongs to the installation."""
        if "event" not in body and not payloads.is_from(body, _home(context)):
            raise OtherWorkspace
        return Turn(
            installation=_installation(context),
            me=UserId(context.bot_user_id or ""),
            user=UserId(context.user_id or ""),
            channel=ChannelId(context.channel_id) if context.channel_id else None,
            body=body,
            client=client,
            ack=ack,
            store=self.store,
            gathering=self.gathering,
            say=self.say,
            heard=self.heard,
            wanted=self.wanted,
        )

    async def handle(self, handler: Handler | None, turn: Turn) -> None:
        """Answer with *handler*; what has none is acknowledged, or Slack would send it again and again."""
        if handler is None:
            await turn.ack()
            return
        await handler(turn)
        self.done()


def register(app: AsyncApp, reception: Reception) -> None:
    """Let *app* answer every payload that Slack can send."""

    @app.event("message")
    @app.event(ANYTHING)
    async def on_event(body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck) -> None:
        handler = EVENTS.get(body["event"]["type"])
        await reception.handle(handler, reception.turn(body, client, context, ack))

    @app.command(ANYTHING)
    async def on_command(
        body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck
    ) -> None:
        handler = ROUTES.command(body["command"], body.get("text", ""))
        await reception.handle(handler, reception.turn(body, client, context, ack))

    @app.action(ANYTHING)
    async def on_action(body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck) -> None:
        handler = ROUTES.actions.get(body["actions"][0]["action_id"])
        await reception.handle(handler, reception.turn(body, client, context, ack))

    @app.view(ANYTHING)
    async def on_form(body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck) -> None:
        handler = ROUTES.views.get(body["view"]["callback_id"])
        await reception.handle(handler, reception.turn(body, client, context, ack))

    @app.shortcut(ANYTHING)
    async def on_shortcut(
        body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext, ack: AsyncAck
    ) -> None:
        handler = ROUTES.shortcuts.get(body["callback_id"])
        await reception.handle(handler, reception.turn(body, client, context, ack))

    @app.options(ANYTHING)
    @app.view_closed(ANYTHING)
    async def on_anything_else(ack: AsyncAck) -> None:
        await ack()

    @app.error
    async def on_error(error: Exception, body: dict[str, Any], client: AsyncWebClient) -> BoltResponse:
        return await explain(error, body, client, reception.say)


def _home(context: AsyncBoltContext) -> Workspace:
    """The workspace that has installed the app. The context's own team may be that of the person who acted."""
    authorized = context.authorize_result
    if authorized is None or authorized.team_id is None:
        raise ValueError("a payload of no installation")
    return Workspace(authorized.team_id, authorized.enterprise_id)


def _installation(context: AsyncBoltContext) -> InstallationId:
    home = _home(context)
    return installation_id(home.enterprise, home.team)
