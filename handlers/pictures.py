"""Sharing pictures under the messages that they belong to; one is drawn at a time, and nothing waits for it."""

import asyncio
from dataclasses import dataclass, field

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.pictures import Picture, draw
from bot.workshop.letter import Post

log = structlog.get_logger(__name__)

FILE = "plan.png"


@dataclass
class Pictures:
    """What is not drawn, or what Slack does not take, is not tried again: the message has all of it in words."""

    wanted: bool = True
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def want(self, client: AsyncWebClient, under: Post, picture: Picture) -> None:
        if not self.wanted:
            return
        task = asyncio.create_task(self._share(client, under, picture))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def rest(self) -> None:
        """Let what is under way come to its end."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _share(self, client: AsyncWebClient, under: Post, picture: Picture) -> None:
        async with self._turn:
            drawn = await draw(picture)
        if drawn is None:
            return
        try:
            await client.files_upload_v2(
                channel=under.channel,
                thread_ts=under.ts,
                content=drawn,
                filename=FILE,
                title=picture.title,
                alt_txt=picture.words,
            )
        except SlackApiError as error:
            log.warning("picture_not_shared", why=error.response.get("error"))
        except (SlackRequestError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("picture_not_shared", why=type(error).__name__)
