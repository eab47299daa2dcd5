"""The optional language model: asked once for each draft in a process of its own, within a budget, and never needed."""

import importlib.util
import os
from dataclasses import dataclass
from enum import StrEnum

import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.processes import answered
from bot.synthesis.proposal import Proposal
from bot.synthesis.sheet import Sheet

log = structlog.get_logger(__name__)

PROCESS = "bot.model_process"
EXTRA = "pydantic_ai"

ANSWER_TOKENS = 8000
"""Room for sixty lines with their quotations."""

START_SECONDS = 30.0
"""What the process may take to load, on a busy machine."""

PROVIDER_SUFFIXES = ("_API_KEY", "_BASE_URL", "_ENDPOINT", "_API_VERSION", "_proxy", "_PROXY")
CERTIFICATES = "SSL_CERT_FILE"


class Failure(StrEnum):
    """Why there is no answer."""

    TOO_MUCH = "too_much"  # more words than the budget allows
    TOO_LATE = "too_late"
    UNREACHABLE = "unreachable"  # or it refused us
    NONSENSE = "nonsense"  # nothing of the form that was asked for, again and again


class NoAnswer(Exception):
    """The draft is made without it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


class Asked(BaseModel):
    """What the process is given; ``provider_key`` and ``data`` are in nobody's log."""

    model_config = ConfigDict(frozen=True)

    name: str
    address: str
    provider_key: str
    tokens: int
    seconds: float
    data: str


class Told(BaseModel):
    """What it gives back: an answer, or why there is none."""

    model_config = ConfigDict(frozen=True)

    proposal: Proposal | None = None
    failure: Failure | None = None
    tokens: int = 0


@dataclass(frozen=True)
class Model:
    """A model of any provider that pydantic-ai knows, or behind an ``address`` that speaks as OpenAI's does.

    ``name`` is told wherever its lines are shown. ``budget`` is in tokens, for what is sent and what comes back.
    """

    name: str
    address: str = ""
    provider_key: str = ""
    budget: int = 60_000
    seconds: float = 90.0

    async def propose(self, sheet: Sheet) -> Proposal:
        """Raise ``NoAnswer``."""
        if sheet.tokens + ANSWER_TOKENS > self.budget:
            raise NoAnswer(Failure.TOO_MUCH)
        asked = Asked(
            name=self.name,
            address=self.address,
            provider_key=self.provider_key,
            tokens=self.budget,
            seconds=self.seconds,
            data=sheet.data,
        )
        told = await _told(asked)
        if told.proposal is None:
            failure = told.failure or Failure.NONSENSE
            log.warning("model_gave_no_answer", failure=failure)
            raise NoAnswer(failure)
        log.info("model_answered", lines=len(told.proposal.lines), tokens=told.tokens)
        return told.proposal


def is_installed() -> bool:
    """Whether the extra that brings the providers is here."""
    return importlib.util.find_spec(EXTRA) is not None


async def _told(asked: Asked) -> Told:
    within = START_SECONDS + asked.seconds
    try:
        return Told.model_validate_json(await answered(PROCESS, asked.model_dump_json().encode(), within, _provider()))
    except TimeoutError:
        return Told(failure=Failure.TOO_LATE)
    except ValidationError:
        return Told(failure=Failure.NONSENSE)


def _provider() -> list[str]:
    """What providers and the way to them are set by, and no token or key of ours."""
    known = [name for name in os.environ if name.endswith(PROVIDER_SUFFIXES) and not name.startswith("LCAT_")]
    return [CERTIFICATES, *known]
