"""Slack as the outbox and the workers see it: sending, updating, finding our own messages, making rooms, people."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.metadata import Metadata
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.brief import BriefFile
from bot.contents import Content
from bot.contents.actions import Plan
from bot.contents.digests import WeeklyDigest
from bot.contents.joining import JoinAsked
from bot.contents.rooms import CaseCard
from bot.contents.sessions import GroundRules, Kinder, StageCard
from bot.gaps import Page
from bot.outbox import Envelope, MadeRoom, TryLater, Undeliverable, Vanished
from bot.reviews import Review
from bot.so_far import SoFar
from bot.windows import Shown
from bot.workshop.case import Case
from bot.workshop.ids import ChannelId, InstallationId, MessageTs, UserId, team_of
from bot.workshop.letter import Post
from bot.workshop.person import Person
from bot.workshop.room import Room
from bot.workshop.session import Place
from handlers import payloads
from handlers.letters import rendered
from handlers.pictures import Pictures
from handlers.refusals import explained
from handlers.rooms import Rooms
from handlers.views.blocks import Message
from handlers.views.brief import brief_view
from handlers.views.digests import picture
from handlers.views.reviews import review_form
from handlers.views.so_far import so_far_view
from prompts.words import Words

KEY = "lcat_letter"
"""The metadata event type under which a letter's key travels; never anything else."""

BEFORE_FIRST_TRY = timedelta(seconds=5)
PAGE = 100
SLOW_PAGE = 15
MOST_PAGES = 5
UNKNOWN = frozenset({"user_not_found", "user_not_visible"})


@dataclass(frozen=True)
class SlackMessenger:
    """``me`` is the bot's own user; ``workspace`` is the web address that links to messages begin with."""

    client: AsyncWebClient
    say: Words
    me: UserId
    workspace: str
    pictures: Pictures

    async def send(self, envelope: Envelope, content: Content) -> Post:
        message = rendered(self.say, content, self.workspace)
        if isinstance(content, Kinder) or (isinstance(content, JoinAsked) and not content.again):
            return await self._whisper(content.user, content.place, message)
        async with _answers():
            sent = await self.client.chat_postMessage(
                channel=envelope.lane,
                text=message.text,
                blocks=message.blocks,
                thread_ts=envelope.thread.ts if envelope.thread else None,
                metadata=Metadata(event_type=KEY, event_payload={"key": envelope.key}),
                unfurl_links=False,
                unfurl_media=False,
            )
        post = Post(ChannelId(sent["channel"]), MessageTs(sent["ts"]))
        if isinstance(content, CaseCard | Plan | GroundRules | StageCard) and envelope.thread is None:
            await self._pin(post)
        if isinstance(content, WeeklyDigest):
            self.pictures.want(self.client, post, picture(self.say, content))
        return post

    async def _whisper(self, user: UserId, place: Place, message: Message) -> Post:
        """Beside a reply, for its author alone. Slack keeps no such message, and may not show it."""
        async with _answers():
            sent = await self.client.chat_postEphemeral(
                channel=place.channel, user=user, thread_ts=place.thread, text=message.text, blocks=message.blocks
            )
        return Post(place.channel, MessageTs(sent["message_ts"]))

    async def update(self, envelope: Envelope, post: Post, content: Content) -> Post:
        message: Message = rendered(self.say, content, self.workspace)
        async with _answers():
            await self.client.chat_update(
                channel=post.channel,
                ts=post.ts,
                text=message.text,
                blocks=message.blocks,
                metadata=Metadata(event_type=KEY, event_payload={"key": envelope.key}),
            )
        if isinstance(content, StageCard | GroundRules) and content.past:
            await self._unpin(post)
        return post

    async def find(self, envelope: Envelope, since: datetime) -> Post | None:
        """Our own message with that key. In a thread its replies are read, elsewhere the channel's history."""
        oldest = f"{(since - BEFORE_FIRST_TRY).timestamp():.6f}"
        async with _answers():
            channel = await self._channel(envelope)
            cursor = ""
            for _ in range(MOST_PAGES):
                page = await self._read(channel, envelope.thread, oldest, cursor)
                for message in page["messages"]:
                    if message.get("metadata", {}).get("event_payload", {}).get("key") == envelope.key:
                        return Post(channel, MessageTs(message["ts"]))
                cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
                if not cursor:
                    break
        return None

    async def make_room(
        self,
        installation: InstallationId,  # noqa: ARG002 - one workspace so far
        case: Case,
        people: Sequence[UserId],
    ) -> MadeRoom:
        async with _answers():
            return await Rooms(self.client, self.me).make(case, people)

    async def look_up(self, installation: InstallationId, user: UserId) -> Person:  # noqa: ARG002 - as above
        """Slack's word on somebody; of a person it does not show us we know that they cannot be reached."""
        try:
            async with _answers():
                info = await self.client.users_info(user=user)
        except Undeliverable as refusal:
            if refusal.reason not in UNKNOWN:
                raise TryLater(refusal.reason) from refusal  # about us, not about them
            return Person(user, deactivated=True)
        return Person(user, info["user"].get("tz"), bool(info["user"].get("deleted")))

    async def mark(
        self,
        installation: InstallationId,  # noqa: ARG002 - as above
        channel: ChannelId,
        ts: MessageTs,
        reaction: str,
    ) -> None:
        with suppress(Vanished):
            async with _answers():
                await self.client.reactions_add(channel=channel, timestamp=ts, name=reaction)

    async def unmark(
        self,
        installation: InstallationId,  # noqa: ARG002 - as above
        channel: ChannelId,
        ts: MessageTs,
        reaction: str,
    ) -> None:
        with suppress(Vanished):
            async with _answers():
                await self.client.reactions_remove(channel=channel, timestamp=ts, name=reaction)

    async def show(
        self,
        installation: InstallationId,  # noqa: ARG002 - as above
        window: str,
        shown: Shown,
        page: int,
    ) -> None:
        view = _window(self.say, shown, page, self.workspace)
        async with _answers():
            await self.client.views_update(view_id=window, view=view.to_dict())

    async def look(
        self,
        installation: InstallationId,  # noqa: ARG002 - as above
        channel: ChannelId,
    ) -> Room:
        return await Rooms(self.client, self.me).look(channel)

    async def replies(self, installation: InstallationId, channel: ChannelId, root: MessageTs, cursor: str) -> Page:
        """As many as Slack gives at once to apps that it gives least."""
        async with _answers():
            page = await self.client.conversations_replies(channel=channel, ts=root, limit=SLOW_PAGE, cursor=cursor)
        told = [each for each in page["messages"] if each["ts"] != root]
        replies = [payloads.fetched(channel, each, team_of(installation)) for each in told]
        return Page(
            replies=tuple(each for each in replies if each is not None),
            present=tuple(MessageTs(each["ts"]) for each in told),
            cursor=(page.get("response_metadata") or {}).get("next_cursor") or "",
            rooted=bool(cursor) or len(told) < len(page["messages"]),
        )

    async def _channel(self, envelope: Envelope) -> ChannelId:
        if envelope.thread:
            return envelope.thread.channel
        if envelope.lane.startswith(("U", "W")):
            opened = await self.client.conversations_open(users=[envelope.lane])
            return ChannelId(opened["channel"]["id"])
        return ChannelId(envelope.lane)

    async def _read(self, channel: ChannelId, thread: Post | None, oldest: str, cursor: str) -> AsyncSlackResponse:
        if thread is None:
            return await self.client.conversations_history(
                channel=channel, oldest=oldest, limit=PAGE, cursor=cursor, include_all_metadata=True
            )
        return await self.client.conversations_replies(
            channel=channel, ts=thread.ts, oldest=oldest, limit=PAGE, cursor=cursor, include_all_metadata=True
        )

    async def _pin(self, post: Post) -> None:
        """Pin it if Slack lets us: without that it is only harder to find again."""
        try:
            async with _answers():
                await self.client.pins_add(channel=post.channel, timestamp=post.ts)
        except (Undeliverable, TryLater):
            return

    async def _unpin(self, post: Post) -> None:
        """What is over need not stand beside what is open."""
        try:
            async with _answers():
                await self.client.pins_remove(channel=post.channel, timestamp=post.ts)
        except (Undeliverable, TryLater, Vanished):
            return


def _window(say: Words, shown: Shown, page: int, workspace: str) -> View:
    match shown:
        case SoFar():
            return so_far_view(say, shown, page, workspace)
        case BriefFile():
            return brief_view(say, shown, page)
        case Review():
            return review_form(say, shown, page)


@asynccontextmanager
async def _answers() -> AsyncIterator[None]:
    """Every way in which a call can fail, as one of the outbox's two words."""
    try:
        yield
    except SlackApiError as error:
        raise explained(error) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise TryLater(type(error).__name__) from error
