"""E-mail to owners outside the workspace: what stands in it, and giving it to a server that sends it on."""

import asyncio
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from typing import Literal

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.contents.outside import Mail
from bot.outbox import Envelope, TryLater, Undeliverable
from bot.workshop.ids import UserId
from handlers.outside import Seals, link_to
from handlers.views.outside import mail_subject, mail_text
from prompts.words import Words

log = structlog.get_logger(__name__)

STEP_SECONDS = 6
"""For each of the steps of a delivery, all of which have to be over while the letter is ours."""

FOR_GOOD = 500
"""Codes from here on say that it will never be taken, those below that it may be later."""

Encryption = Literal["starttls", "tls", "none"]


@dataclass(frozen=True)
class Server:
    """Where mail is handed in, and from whom it is."""

    host: str
    port: int
    encryption: Encryption
    sender: str
    user: str = ""
    password: str = ""


@dataclass(frozen=True)
class SmtpMailer:
    """``address`` is where people outside reach us by https."""

    server: Server
    address: str
    seals: Seals
    client: AsyncWebClient
    say: Words
    clock: Clock

    async def send(self, envelope: Envelope, mail: Mail) -> None:
        facilitator = await self._name_of(mail.facilitator) or self.say.plain("mail-facilitator")
        link = link_to(self.address, self.seals, envelope.installation, mail.ticket)
        letter = _letter(self.say, mail, facilitator, link)
        letter["From"] = self.server.sender
        letter["Message-ID"] = _name(envelope, self.server.sender)
        letter["Date"] = format_datetime(self.clock())
        await asyncio.to_thread(_hand_in, self.server, letter)
        log.info("mail_handed_in", installation=envelope.installation, action=mail.action.id)

    async def _name_of(self, user: UserId) -> str:
        """As Slack shows it; a mail does not wait for that."""
        try:
            told = (await self.client.users_info(user=user))["user"]
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("name_not_found", why=type(error).__name__)
            return ""
        profile = told.get("profile", {})
        return str(profile.get("real_name") or profile.get("display_name") or told.get("real_name") or "")


def _letter(say: Words, mail: Mail, facilitator: str, link: str) -> EmailMessage:
    outsider = mail.action.outsider
    letter = EmailMessage()
    letter["To"] = outsider.address if outsider else ""
    letter["Subject"] = mail_subject(say, mail)
    letter["Auto-Submitted"] = "auto-generated"
    letter["X-Auto-Response-Suppress"] = "All"
    letter.set_content(mail_text(say, mail, facilitator, link), cte="quoted-printable")
    return letter


def _name(envelope: Envelope, sender: str) -> str:
    """The same for every try, so that a mail program shows two of one as one; it tells nothing of the letter."""
    digest = sha256(f"{envelope.installation}\n{envelope.key}".encode()).hexdigest()[:32]
    return f"<{digest}@{sender.rpartition('@')[2].rstrip('>')}>"


def _hand_in(server: Server, letter: EmailMessage) -> None:
    """What the server says is not passed on: it may repeat the address."""
    try:
        with _connected(server) as smtp:
            if server.user:
                smtp.login(server.user, server.password)
            smtp.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        code = max(code for code, _ in error.recipients.values())
        raise _refused(code, for_good=code >= FOR_GOOD) from None
    except smtplib.SMTPDataError as error:
        raise _refused(error.smtp_code, for_good=error.smtp_code >= FOR_GOOD) from None
    except smtplib.SMTPResponseException as error:
        raise _refused(error.smtp_code, for_good=False) from None  # about us and the server, not about the address
    except (smtplib.SMTPException, OSError) as error:
        raise TryLater(type(error).__name__) from None


def _refused(code: int, *, for_good: bool) -> Undeliverable | TryLater:
    return Undeliverable(f"smtp {code}") if for_good else TryLater(f"smtp {code}")


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    trusted = ssl.create_default_context()
    if server.encryption == "tls":
        with smtplib.SMTP_SSL(server.host, server.port, timeout=STEP_SECONDS, context=trusted) as smtp:
            yield smtp
        return
    with smtplib.SMTP(server.host, server.port, timeout=STEP_SECONDS) as smtp:
        if server.encryption == "starttls":
            smtp.starttls(context=trusted)
        yield smtp
