"""The channel of a case: making it, looking at it, and what is done only where it has been looked at."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot import rooms
from bot.outbox import MadeRoom, TryLater, Undeliverable
from bot.rooms import Step
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, UserId, WorkshopId
from bot.workshop.room import Doubt, Flaw, Room, RoomDoubtful
from handlers import payloads
from handlers.moves import meant
from handlers.refusals import explained
from handlers.routes import Handler, Routes
from handlers.turn import Turn
from handlers.views import ids
from handlers.views.rooms import room_form

LOOK_SECONDS = 2.0
"""Slack waits three for an answer to a button, and as long for the form that asks what to do."""

GLANCE_SECONDS = 0.8
"""At the channel of before, within the same three seconds."""

PAGE = 200
UNREACHED = frozenset({"channel_not_found", "not_in_channel"})
MOST_NAMES = 5
CLOCKS_DIFFER_SECONDS = 5
IN_IT_ALREADY = {"already_in_channel", "cant_invite_self"}


@dataclass(frozen=True)
class Rooms:
    """``me`` is the bot's own user: only what it has made itself can be a room that an earlier attempt left."""

    client: AsyncWebClient
    me: UserId

    async def make(self, case: Case, people: Sequence[UserId]) -> MadeRoom:
        # Somebody else may have a channel of that name, which we may not even see.
        names = [case.channel_name, *(f"{case.channel_name}-{number}" for number in range(2, MOST_NAMES + 1))]
        channel = case.channel or await self._left_by_earlier_attempt(case, names) or await self._create(names)
        absent = [user for user in people if not await self._bring_in(channel, user)]
        return MadeRoom(channel, tuple(absent))

    async def look(self, channel: ChannelId, within: float | None = None) -> Room:
        """What Slack says of *channel*, or that it does not say; *within* is how many seconds it has to answer."""
        try:
            async with asyncio.timeout(within):
                info = (await self.client.conversations_info(channel=channel))["channel"]
                flaw = _flaw(info)
                members = frozenset[UserId]() if flaw else await self._members(channel)
        except SlackApiError as error:
            return Room(flaw=Flaw.GONE) if error.response.get("error") in UNREACHED else Room(doubt=Doubt.UNSEEN)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Room(doubt=Doubt.UNSEEN)
        return Room(flaw, _doubt(info), members)

    async def _members(self, channel: ChannelId) -> frozenset[UserId]:
        found: set[UserId] = set()
        async for page in await self.client.conversations_members(channel=channel, limit=PAGE):
            found.update(page["members"])
        return frozenset(found - {self.me})

    async def _left_by_earlier_attempt(self, case: Case, names: Sequence[str]) -> ChannelId | None:
        """A channel of ours that is younger than the case. An older one of the same name is another case's room."""
        youngest = case.opened_at.timestamp() - CLOCKS_DIFFER_SECONDS
        async for page in await self.client.users_conversations(types="private_channel", limit=PAGE):
            for channel in page["channels"]:
                ours = channel.get("creator") == self.me and channel.get("created", 0) >= youngest
                if ours and channel["name"] in names:
                    return ChannelId(channel["id"])
        return None

    async def _create(self, names: Sequence[str]) -> ChannelId:
        for name in names:
            try:
                created = await self.client.conversations_create(name=name, is_private=True)
            except SlackApiError as error:
                if error.response["error"] != "name_taken":
                    raise
            else:
                return ChannelId(created["channel"]["id"])
        raise Undeliverable("name_taken")

    async def _bring_in(self, channel: ChannelId, user: UserId) -> bool:
        """Whether *user* is in the channel now. What may go better later raises ``TryLater``."""
        try:
            await self.client.conversations_invite(channel=channel, users=[user])
        except SlackApiError as error:
            if error.response["error"] in IN_IT_ALREADY:
                return True
            reason = explained(error)
            if isinstance(reason, TryLater) and not error.response["error"].startswith("cant_"):
                raise reason from error
            return False
        return True


def _flaw(info: Mapping[str, Any]) -> Flaw | None:
    if info.get("is_archived"):
        return Flaw.ARCHIVED
    if info.get("is_im") or info.get("is_mpim") or not info.get("is_private"):
        return Flaw.PUBLIC
    return None if info.get("is_member") else Flaw.GONE


def _doubt(info: Mapping[str, Any]) -> Doubt | None:
    if info.get("is_ext_shared"):
        return Doubt.SHARED
    if info.get("is_pending_ext_shared") or info.get("pending_shared") or info.get("pending_connected_team_ids"):
        return Doubt.OFFERED
    return Doubt.ORGANISATION if info.get("is_org_shared") or info.get("is_shared") else None


DONE = {Step.HOUSE: "command-done-here", Step.START: "command-done-start", Step.RESUME: "command-done-resume"}


async def enter(
    turn: Turn, step: Step, workshop: WorkshopId, here: ChannelId | None = None, accepted: Doubt | None = None
) -> View | None:
    """Look at the channel and do *step* there; gives the form in which something has to be accepted first."""
    gone = await _gone(turn, workshop) if step is Step.HOUSE else None
    channel = await turn.run(rooms.about_to, turn.user, workshop, step, here=here, gone=gone)
    seen = (channel, await Rooms(turn.client, turn.me).look(channel, LOOK_SECONDS)) if channel else None
    try:
        await turn.run(rooms.enter, turn.user, workshop, step, seen=seen, accepted=accepted, gone=gone)
    except RoomDoubtful as doubtful:
        return room_form(turn.say, doubtful.doubt, ids.of_step(step, workshop, doubtful.doubt, channel or ""))
    return None


async def _gone(turn: Turn, workshop: WorkshopId) -> ChannelId | None:
    """The channel that the case had, if it has been deleted, or this app was taken out of it."""
    had = await turn.run(rooms.until_now, turn.user, workshop)
    room = await Rooms(turn.client, turn.me).look(had, GLANCE_SECONDS) if had else None
    return had if room and room.flaw is Flaw.GONE else None


def by_button(step: Step) -> Handler:
    async def handle(turn: Turn) -> None:
        form = await enter(turn, step, payloads.workshop_of_button(turn.body))
        if form:
            await turn.open_form(form)
        await turn.ack()

    return handle


def by_word(step: Step) -> Handler:
    async def handle(turn: Turn) -> None:
        file = await meant(turn)
        form = await enter(turn, step, file.workshop.id, turn.channel)
        if form:
            await turn.open_form(form)
            await turn.ack()
        else:
            await turn.tell(turn.say.rich(DONE[step], reference=file.case.reference))

    return handle


async def accept(turn: Turn) -> None:
    """The facilitator goes on all the same. If there is something else to accept by now, that is asked."""
    step, workshop, doubt, channel = payloads.step_of_form(turn.body)
    form = await enter(turn, step, workshop, channel, doubt)
    if form:
        await turn.ack(response_action="update", view=form.to_dict())
    else:
        await turn.ack()


ROUTES = Routes(
    commands={
        "/case here": by_word(Step.HOUSE),
        "/case start": by_word(Step.START),
        "/case resume": by_word(Step.RESUME),
    },
    actions={ids.SESSION_START: by_button(Step.START), ids.SESSION_RESUME: by_button(Step.RESUME)},
    views={ids.ROOM_FORM: accept},
)
