"""The page for owners outside the workspace. Looking at it changes nothing: mail scanners follow links, people send."""

import base64
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Concatenate, ParamSpec, Protocol, TypeVar
from urllib.parse import parse_qs

import structlog

from bot import outside, risks
from bot.outside import NothingChosen
from bot.privacy import IdentifierFound
from bot.work import Store, Work
from bot.workshop.case import NoCaseHere, WordsErased
from bot.workshop.ids import ActionId, InstallationId
from bot.workshop.refusal import Refusal
from bot.workshop.ticket import NoTicket, Ticket, TicketOver
from handlers.views.outside import Problem, Typed, form, notice, styles, thanks, vague_problem
from prompts.vagueness import vague
from prompts.words import Words

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger(__name__)

PATH = "/o/"
LARGEST_FORM = 32 * 1024
"""As much as the longest answer takes in the encoding of forms."""

MOST_FIELDS = 8
SHOWN = frozenset({"show", "shown"})
"""The button that asks what the action is, and the mark that it has been told."""


class Seals(Protocol):
    """Makes a word for a link out of facts, and knows it again."""

    def seal(self, *facts: str) -> str: ...
    def open(self, word: str) -> Sequence[str] | None: ...


@dataclass(frozen=True)
class Place:
    """Which ticket of whom."""

    installation: InstallationId
    action: ActionId
    number: int


@dataclass(frozen=True)
class Said:
    """A page and how it went."""

    status: int
    html: str


def link_to(address: str, seals: Seals, installation: InstallationId, ticket: Ticket) -> str:
    return f"{address}{PATH}{seals.seal(installation, str(ticket.action), str(ticket.number))}"


def headers() -> dict[str, str]:
    """Nothing is loaded, kept, framed, found or passed on."""
    digest = base64.b64encode(sha256(styles().encode()).digest()).decode()
    policy = {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "content-type": "text/html;charset=utf-8",
        "content-security-policy": ";".join(f"{name} {value}" for name, value in policy.items()),
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "x-robots-tag": "noindex,nofollow,noarchive",
        "cross-origin-opener-policy": "same-origin",
    }


@dataclass(frozen=True)
class Outside:
    """``wake`` is called when there may be something to do."""

    store: Store
    seals: Seals
    say: Words
    wake: Callable[[], None]

    async def shows(self, word: str) -> Said:
        """The form, if *word* is a ticket that holds."""
        return await self._guarded(self._form(word, Typed()))

    async def takes(self, word: str, body: bytes) -> Said:
        """What was sent with the form, or the form again with what it lacks."""
        return await self._guarded(self._taken(word, body))

    async def _form(self, word: str, typed: Typed, problem: Problem | None = None) -> Said:
        place = self._place(word)
        page = await self._run(outside.page, place)
        return Said(422 if problem else 200, form(self.say, page, typed, problem))

    async def _taken(self, word: str, body: bytes) -> Said:
        place, fields = self._place(word), _fields(body)
        typed = _typed(fields)
        if "show" in fields:
            return await self._form(word, typed)
        raised = False
        try:
            problem = await self._asked_back(place, typed)
            raised = typed.risk is True
            if problem is None:
                await self._run(outside.say, place, typed.answer, typed.words)
        except (NoTicket, TicketOver, NoCaseHere):
            raise
        except Refusal as refusal:
            problem = await self._problem(place, typed.words, refusal)
        self.wake()
        if problem is not None:
            return await self._form(word, typed, replace(problem, raised=raised))
        log.info("said_outside", installation=place.installation, action=place.action)
        return Said(200, thanks(self.say, raised=raised))

    async def _asked_back(self, place: Place, typed: Typed) -> Problem | None:
        """What sounds like a risk is asked about until it is answered, and what leaves open what happens once."""
        said = risks.Said({"words": typed.words}, typed.risk)
        asked = await self._run(outside.weigh, place, said, typed.asked_about)
        if asked:
            return Problem(self.say.plain("risk-asked"), "risk", wordings=asked)
        unclear = "" if typed.asked_back else vague(typed.words)
        return vague_problem(self.say, typed.answer, unclear) if unclear else None

    async def _run(
        self,
        use_case: Callable[Concatenate[Work, ActionId, int, P], T],
        place: Place,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        return await self.store.run(place.installation, use_case, place.action, place.number, *args, **kwargs)

    async def _problem(self, place: Place, words: str, refusal: Refusal) -> Problem:
        sentence = self.say.plain(refusal.key, **refusal.facts)
        if not isinstance(refusal, IdentifierFound):
            return Problem(sentence, "answer" if isinstance(refusal, NothingChosen) else "words")
        finds = await self.store.run(place.installation, outside.found, place.action, words)
        return Problem(sentence, "words", finds)

    def _place(self, word: str) -> Place:
        match self.seals.open(word):
            case [installation, action, number]:
                return Place(InstallationId(installation), ActionId(int(action)), int(number))
        raise NoTicket

    async def _guarded(self, answer: Awaitable[Said]) -> Said:
        try:
            return await answer
        except (NoTicket, NoCaseHere, WordsErased):
            return self.unknown()
        except TicketOver:
            return Said(410, notice(self.say, self.say.plain("outside-over-title"), self.say.plain("outside-over")))
        except ValueError:
            return self.not_understood(400)
        except Exception:
            log.exception("page_broken")
            return Said(500, notice(self.say, self.say.plain("outside-ours-title"), self.say.plain("outside-ours")))

    def unknown(self) -> Said:
        """The same for what is made up, mistyped or too old."""
        return Said(404, notice(self.say, self.say.plain("outside-none-title"), self.say.plain("outside-none")))

    def not_understood(self, status: int) -> Said:
        """No browser that shows our form sends this."""
        return Said(status, notice(self.say, self.say.plain("outside-ours-title"), self.say.plain("outside-ours")))


def _typed(fields: Mapping[str, str]) -> Typed:
    return Typed(
        answer=fields.get("answer", ""),
        words=fields.get("words", ""),
        show=bool(fields.keys() & SHOWN),
        risk={"yes": True, "no": False}.get(fields.get("risk", "")),
        asked_about=fields.get("about", ""),
        asked_back="again" in fields,
    )


def _fields(body: bytes) -> Mapping[str, str]:
    """The fields of a form, each once, with lines ended as we end them. Raises ``ValueError``."""
    sent = parse_qs(body.decode(), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=MOST_FIELDS)
    return {name: values[-1].replace("\r\n", "\n") for name, values in sent.items()}
