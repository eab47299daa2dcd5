"""HTTP mode: each payload is a signed request to the app's request URL."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp

from bot.sandbox import limits
from bot.sandbox.errors import SandboxError
from bot.sandbox.state import Json

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
OK = 200


class UrlNotVerified(SandboxError):
    """Slack does not save a request URL that does not give the challenge back."""


@dataclass(frozen=True)
class Requests:
    """The way to an app that has a request URL. What it answers but 200 is no answer."""

    reasons: ClassVar[Mapping[str, str]] = {
        "unanswered": "http_timeout",
        "no connection": "connection_failed",
        "refused": "http_error",
    }

    url: str
    signing_secret: str
    session: aiohttp.ClientSession
    ack_within: float = limits.ACK_SECONDS

    async def verify(self) -> None:
        """Ask for a challenge back, as Slack does when the URL is entered."""
        challenge = uuid4().hex
        asked = {"token": "not-used-any-more", "challenge": challenge, "type": "url_verification"}
        outcome, answer = await self.attempt("url_verification", asked, 0, "")
        if outcome != "acked" or answer not in ({"challenge": challenge}, {"text": challenge}):
            raise UrlNotVerified(f"{self.url} does not give the challenge back ({outcome})")

    async def attempt(self, kind: str, payload: Json, attempt: int, reason: str) -> tuple[str, Json | None]:
        body, content_type = written(kind, payload)
        headers = {"Content-Type": content_type, **signed(self.signing_secret, body)}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
        try:
            async with (
                asyncio.timeout(self.ack_within),
                self.session.post(self.url, data=body, headers=headers, allow_redirects=False) as response,
            ):
                said = await response.text()
                return ("acked", _answer(response.content_type, said)) if response.status == OK else ("refused", None)
        except TimeoutError:
            return "unanswered", None
        except aiohttp.ClientError:
            return "no connection", None


def written(kind: str, payload: Json) -> tuple[bytes, str]:
    """The body in the form in which Slack sends this kind, with its content type."""
    if kind == "slash_commands":
        return urlencode(payload).encode(), FORM
    if kind == "interactive":
        return urlencode({"payload": json.dumps(payload)}).encode(), FORM
    return json.dumps(payload).encode(), JSON


def signed(secret: str, body: bytes, at: int | None = None) -> dict[str, str]:
    """The headers that prove to the app who wrote *body*, and when."""
    stamp = str(int(time.time()) if at is None else at)
    digest = hmac.new(secret.encode(), b":".join((b"v0", stamp.encode(), body)), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _answer(content_type: str, said: str) -> Json | None:
    if not said:
        return None
    answer: Json = json.loads(said) if content_type == JSON else {"text": said}
    return answer
