"""What a person is told when something was not done: a sentence of the rules, or a reference number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.workshop.refusal import Refusal
from handlers.views.notices import notice
from prompts.words import Words

log = structlog.get_logger(__name__)


TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id"})
"""Slack lets us open a window for three seconds, once."""


@dataclass(frozen=True)
class Sentence:
    """What a person is told, for places that read Slack's markup and for those that do not."""

    rich: str
    plain: str
    field: str | None = None


async def explain(error: Exception, body: Mapping[str, Any], client: AsyncWebClient, say: Words) -> BoltResponse:
    """Tell the person why, in the place where they acted. A failed event is not acknowledged: Slack sends it again."""
    sentence = _sentence(error, say)
    if "event" in body:
        return BoltResponse(status=500)
    if "command" in body:
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": sentence.rich})
    if body.get("type") == "view_submission":
        return _on_form(body["view"], sentence, say)
    await _on_button(body, client, sentence.rich, say)
    return BoltResponse(status=200)


def _sentence(error: Exception, say: Words) -> Sentence:
    if isinstance(error, Refusal):
        return Sentence(say.rich(error.key, **error.facts), say.plain(error.key, **error.facts), error.field)
    if isinstance(error, SlackApiError) and error.response.get("error") in TOO_LATE:
        return Sentence(say.rich("error-too-late"), say.plain("error-too-late"))
    reference = uuid4().hex[:8]
    log.error("unexpected_error", reference=reference, exc_info=error)
    return Sentence(say.rich("error-ours", reference=reference), say.plain("error-ours", reference=reference))


def _on_form(view: Mapping[str, Any], sentence: Sentence, say: Words) -> BoltResponse:
    """Under the question that it is about, or else in a window above the form: nothing typed is lost either way."""
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    under = next((block for block in inputs if sentence.field in {block, *re.split("[:~]", block)[:1]}), None)
    if under is None:
        above = notice(say, sentence.rich).to_dict()
        return BoltResponse(status=200, body={"response_action": "push", "view": above})
    return BoltResponse(status=200, body={"response_action": "errors", "errors": {under: sentence.plain}})


async def _on_button(body: Mapping[str, Any], client: AsyncWebClient, sentence: str, say: Words) -> None:
    """Beside the message that it belongs to, seen by this person alone; otherwise in a window.

    Where it is too late for a window (perhaps that was what went wrong), in a direct message.
    """
    try:
        # What only one person was shown is not sent along, but where it stands is.
        thread = (body.get("message") or body.get("container", {})).get("thread_ts")
        if thread:
            # Through a response_url the sentence would stand in the channel and not in the thread.
            await client.chat_postEphemeral(
                channel=body["channel"]["id"], user=body["user"]["id"], thread_ts=thread, text=sentence
            )
        elif body.get("response_url"):
            await AsyncWebhookClient(body["response_url"]).send(
                text=sentence, response_type="ephemeral", replace_original=False
            )
        else:
            open_view = client.views_push if body.get("view", {}).get("type") == "modal" else client.views_open
            await open_view(trigger_id=body["trigger_id"], view=notice(say, sentence).to_dict())
    except SlackApiError as error:
        log.warning("refusal_without_window", reason=error.response.get("error"))
        await _in_private(body, client, sentence)


async def _in_private(body: Mapping[str, Any], client: AsyncWebClient, sentence: str) -> None:
    try:
        await client.chat_postMessage(channel=body["user"]["id"], text=sentence)
    except SlackApiError as error:
        log.warning("refusal_not_shown", reason=error.response.get("error"))
