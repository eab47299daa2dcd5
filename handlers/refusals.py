"""What Slack says no with, in the two words that we can act on."""

from collections.abc import Mapping
from datetime import timedelta

import structlog
from slack_sdk.errors import SlackApiError

from bot.outbox import TryLater, Undeliverable, Vanished

log = structlog.get_logger(__name__)

FINAL = frozenset(
    {
        "account_inactive",
        "channel_not_found",
        "cannot_dm_bot",
        "ekm_access_denied",
        "is_archived",
        "invalid_name",
        "is_inactive",
        "messages_tab_disabled",
        "missing_scope",
        "too_many_emoji",
        "too_many_reactions",
        "no_permission",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "thread_not_found",
        "unknown_method",
        "user_disabled",
        "user_not_found",
        "user_not_in_channel",
        "user_not_visible",
    }
)
"""The channel or the person will not take it, today or tomorrow."""

OURS = frozenset(
    {
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_blocks_too_many",
        "msg_too_long",
        "no_text",
    }
)
"""We wrote something that Slack cannot show: trying again changes nothing, and somebody has to mend it."""

GONE = frozenset({"message_not_found", "already_reacted", "no_reaction", "cant_update_message", "edit_window_closed"})


def explained(error: SlackApiError) -> Exception:
    """The same refusal as ``Undeliverable``, ``Vanished`` or ``TryLater``."""
    response = error.response
    reason = str(response.get("error") or "unknown")
    if reason == "ratelimited":
        return TryLater("ratelimited", timedelta(seconds=_retry_after(response.headers)))
    if reason in GONE:
        return Vanished(reason)
    if reason in OURS:
        log.error("message_malformed", reason=reason, details=(response.get("response_metadata") or {}).get("messages"))
        return Undeliverable(reason)
    return Undeliverable(reason) if reason in FINAL else TryLater(reason)


def _retry_after(headers: Mapping[str, str]) -> int:
    return int({name.lower(): value for name, value in headers.items()}.get("retry-after", "30"))
