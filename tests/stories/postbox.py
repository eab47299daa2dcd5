"""A mail server on this machine, and a browser without a head for what its letters lead to."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from html.parser import HTMLParser

import aiohttp
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.databases import free_port

LINK = re.compile(r"http://\S+/o/\S+")


@dataclass
class Postbox:
    """What was handed in. ``refuses`` is the answer to every recipient, as a server gives it, or empty."""

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    refuses: str = ""

    @property
    def newest(self) -> str:
        return text_of(self.letters[-1])

    @property
    def link(self) -> str:
        """What the newest letter leads to."""
        [found] = LINK.findall(self.newest)
        return str(found)


@dataclass(frozen=True)
class _Counter:
    """Where letters are handed in, with the names that aiosmtpd calls."""

    box: Postbox

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.box.refuses:
            return self.box.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        assert [letter["To"]] == envelope.rcpt_tos
        self.box.letters.append(letter)
        return "250 OK"


def text_of(letter: EmailMessage) -> str:
    return str(letter.get_content())


@contextmanager
def postbox() -> Iterator[Postbox]:
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # it writes down every address
    box = Postbox(free_port())
    controller = Controller(_Counter(box), hostname="127.0.0.1", port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


@dataclass(frozen=True)
class Screen:
    """A page as a browser got it."""

    status: int
    html: str
    headers: dict[str, str]

    @property
    def words(self) -> str:
        return " ".join(_Reader.of(self.html).words.split())

    @property
    def marked(self) -> list[str]:
        return re.findall(r"<mark>(.*?)</mark>", self.html)

    @property
    def asked_about(self) -> str:
        """The wordings about which the page asks."""
        found = re.search(r'name="about" value="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""


class _Reader(HTMLParser):
    """All that is to be read on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._silent = False

    @classmethod
    def of(cls, page: str) -> "_Reader":
        reader = cls()
        reader.feed(page)
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "title"}:
            self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words += f" {data}"


async def opens(link: str, method: str = "GET") -> Screen:
    async with aiohttp.ClientSession() as browser, browser.request(method, link) as answer:
        return Screen(answer.status, await answer.text(), {k.lower(): v for k, v in answer.headers.items()})


async def sends(link: str, **fields: str) -> Screen:
    """Send the form that stands there."""
    async with aiohttp.ClientSession() as browser, browser.post(link, data=fields) as answer:
        return Screen(answer.status, await answer.text(), {k.lower(): v for k, v in answer.headers.items()})
