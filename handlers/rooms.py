"""Making the private channel of a case, and bringing its people in."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.outbox import MadeRoom, TryLater, Undeliverable
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, UserId
from handlers.refusals import explained

PAGE = 200
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
        channel = await self._left_by_earlier_attempt(case, names) or await self._create(names)
        absent = [user for user in people if not await self._bring_in(channel, user)]
        return MadeRoom(channel, tuple(absent))

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
