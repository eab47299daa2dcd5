"""Looking for identifiers in what people write, before it is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import structlog

from bot.work import Work
from bot.workshop.case import REFERENCE, Case
from bot.workshop.privacy import (
    Alias,
    AliasRegister,
    CleanText,
    Find,
    Keep,
    Kind,
    LocalPattern,
    NoReasonToKeep,
    Severity,
    guard,
    masked,
    settled,
    tally,
)
from bot.workshop.refusal import Refusal
from bot.workshop.session import Meeting
from bot.workshop.workshop import Workshop
from prompts.words import Words, words

log = structlog.get_logger(__name__)

MARKERS = {
    Kind.NHS_NUMBER: "mask-nhs-number",
    Kind.UPN: "mask-upn",
    Kind.NATIONAL_INSURANCE: "mask-national-insurance",
    Kind.POSTCODE: "mask-postcode",
    Kind.PHONE: "mask-phone",
    Kind.EMAIL: "mask-email",
    Kind.BIRTH_DATE: "mask-birth-date",
    Kind.CARD: "mask-card",
    Kind.NAME: "mask-name",
    Kind.LOCAL: "mask-local",
}
"""The message that stands in an identifier's place, by its kind."""

NOBODY = AliasRegister()


class IdentifierFound(Refusal):
    """Words for others to act on tell who somebody is."""

    key = "refusal-identifier-found"


@dataclass(frozen=True)
class Checked:
    """Words that may be stored, and how many identifiers of each kind were masked in them."""

    words: CleanText
    found: Mapping[str, int]


@dataclass(frozen=True)
class Choice:
    """What an author does with what was found and may be kept: mask it, or keep it for a reason."""

    keep: bool
    because: str = ""


@dataclass(frozen=True)
class Found:
    """Words that are not stored yet: everything that may not be kept is masked in them.

    ``masked`` counts that by kind; ``keepable`` counts what still stands in them and waits for its author's choice.
    ``preview`` is how they read with all of it masked.
    """

    words: str
    preview: str
    masked: Mapping[str, int]
    keepable: Mapping[str, int]


@dataclass(frozen=True)
class Lookout:
    """What to look for: the identifiers of everywhere, and the names and record numbers of one workshop."""

    today: date
    register: AliasRegister = NOBODY
    local: Sequence[LocalPattern] = ()

    def finds(self, text: str) -> tuple[Find, ...]:
        return guard(text, today=self.today, register=self.register, local=self.local)

    def checked(self, text: str) -> Checked:
        """*text* with every identifier masked; only kinds and counts are logged."""
        found = tally(self.finds(text))
        if not found:
            return Checked(CleanText(text), {})
        log.info("identifiers_found", **found)
        return Checked(self._settled(text, {}), found)

    def chosen(self, text: str, choice: Choice | None) -> Checked | Found:
        """*text* as its author may store it, or what they have to look at first.

        Raises ``NoReasonToKeep`` where something is to be kept for no reason.
        """
        finds = self.finds(text)
        if not finds:
            return Checked(CleanText(text), {})
        high = [find for find in finds if find.severity is Severity.HIGH]
        low = [find for find in finds if find.severity is Severity.LOW]
        if high or choice is None:
            log.info("identifiers_found", **tally(finds))
            return Found(masked(text, high, _markers()), masked(text, finds, _markers()), tally(high), tally(low))
        if not choice.keep:
            return Checked(self._settled(text, {}), tally(low))
        if not choice.because.strip():
            raise NoReasonToKeep(field="because")
        log.info("identifiers_kept", **tally(low))
        return Checked(self._settled(text, dict.fromkeys(low, Keep(choice.because.strip()))), {})

    def refuse(self, text: str, field: str) -> None:
        """Raise ``IdentifierFound`` where *text* tells who somebody is. A work phone or address may stand."""
        finds = self.finds(text)
        if any(find.severity is Severity.HIGH for find in finds):
            log.info("identifiers_refused", **tally(finds))
            raise IdentifierFound(field=field)

    def _settled(self, text: str, decisions: Mapping[Find, Keep]) -> CleanText:
        return settled(text, decisions, markers=_markers(), today=self.today, register=self.register, local=self.local)


def lookout(work: Work, workshop: Workshop | Meeting | None = None) -> Lookout:
    """What to look for today, in *workshop* where there is one already."""
    register = work.aliases.register(workshop.id, workshop.register) if workshop and workshop.register else NOBODY
    return Lookout(work.now.date(), register, work.house.patterns)


def without_names(text: str, register: AliasRegister, today: date) -> str:
    """*text* with the names of *register* masked, and whatever else was kept in it left alone."""
    finds = Lookout(today, register).finds(text)
    return masked(text, [find for find in finds if find.kind is Kind.NAME], _markers())


def for_another_case(text: str, case: Case, register: AliasRegister, today: date) -> str:
    """*text* as people of another case may read it: without what the guard finds and what *case* calls anybody.

    *register* is that of the case; what stands for its names is left out like the names.
    """
    left_out = words().plain("mask-another-case")
    known = [replace(each, pseudonym=left_out) for each in register.aliases]
    called = dict.fromkeys([case.pseudonym, *(each.pseudonym for each in register.aliases)])
    every = AliasRegister((*known, *(Alias(each, left_out) for each in called)))
    plain = REFERENCE.sub(left_out, text)
    return masked(plain, Lookout(today, every).finds(plain), _markers())


def in_words(say: Words, kinds: Iterable[str]) -> str:
    """Kinds of identifiers as a person reads them, with commas."""
    return ", ".join(say.plain(MARKERS[Kind(kind)]) for kind in kinds)


@cache
def _markers() -> Mapping[Kind, str]:
    """Worked out once: every reply is looked through."""
    say = words()
    return {kind: say.plain(key) for kind, key in MARKERS.items()}
