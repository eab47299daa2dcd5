"""The response_url of a command or an interaction: five answers in thirty minutes."""

import asyncio
from dataclasses import dataclass, field
from uuid import uuid4

from bot.sandbox import limits, wire
from bot.sandbox.blockkit import lint_message
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import Messages
from bot.sandbox.state import Channel, Json, Post
from bot.sandbox.world import World

NOT_FOUND = 404
BAD_REQUEST = 400


@dataclass
class Permit:
    """What one response_url may still do, and to which message."""

    user: str
    channel: Channel
    given_at: float
    original: Post | None
    uses: int = 0


@dataclass
class Responses:
    """Gives out response_urls and does what is posted to them."""

    world: World
    messages: Messages
    _permits: dict[str, Permit] = field(default_factory=dict)

    def give(self, user: str, channel: Channel, original: Post | None = None) -> str:
        key = uuid4().hex
        self._permits[key] = Permit(user, channel, asyncio.get_running_loop().time(), original)
        return f"{self.world.address}/response/{key}"

    def expire_all(self) -> None:
        for permit in self._permits.values():
            permit.given_at = float("-inf")

    def use(self, key: str, body: Json) -> None:
        permit = self._permits.get(key)
        if permit is None:
            raise SlackError("invalid_url", status=NOT_FOUND)
        if asyncio.get_running_loop().time() - permit.given_at > limits.RESPONSE_URL_SECONDS:
            raise SlackError("expired_url", status=NOT_FOUND)
        if permit.uses >= limits.RESPONSE_URL_USES:
            raise SlackError("used_url", status=NOT_FOUND)
        permit.uses += 1
        if body.get("delete_original"):
            self._delete(permit)
        else:
            self.show(permit.user, permit.channel, body, original=permit.original)

    def show(self, user: str, channel: Channel, body: Json, *, original: Post | None = None) -> Post:
        """Put an answer where the person sees it: over the original, to them alone, or to the channel."""
        check_answer(self.world, "response_url", body)
        text, blocks = body.get("text", ""), wire.dress(self.world, body.get("blocks") or [])
        if body.get("replace_original") and original is not None:
            self.messages.change(original, text, blocks, by_hand=False)
            return original
        thread = body.get("thread_ts")
        if body.get("response_type") != "in_channel":
            return self.messages.whisper(channel, user, text, blocks, thread_ts=thread)
        bot = self.world.bot
        return self.messages.post(channel, bot.id, text, blocks=blocks, bot=self.world.bot_wire(), thread_ts=thread)

    def _delete(self, permit: Permit) -> None:
        if permit.original is None:
            raise SlackError("cant_delete_original", status=BAD_REQUEST)
        self.messages.remove(permit.original)


def check_answer(world: World, where: str, body: Json) -> None:
    problems = lint_message(body)
    if problems:
        world.refuse(where, problems[0].error, tuple(map(str, problems)))
        raise SlackError(problems[0].error, problems=tuple(map(str, problems)), status=BAD_REQUEST)
