"""Looking for identifiers in what people write, before it is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import structlog

from bot.workshop.privacy import AliasRegister, CleanText, Kind, Severity, guard, settled, tally
from bot.workshop.refusal import Refusal
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


def checked(text: str, today: date) -> Checked:
    """*text* with every identifier masked; only kinds and counts are logged."""
    found = tally(guard(text, today=today, register=NOBODY))
    if found:
        log.info("identifiers_found", **found)
    return Checked(settled(text, {}, markers=_markers(), today=today, register=NOBODY), found)


def refuse_identifiers(text: str, today: date, field: str) -> None:
    """Raise ``IdentifierFound`` where *text* tells who somebody is. A work phone or address may stand."""
    finds = guard(text, today=today, register=NOBODY)
    if any(find.severity is Severity.HIGH for find in finds):
        log.info("identifiers_refused", **tally(finds))
        raise IdentifierFound(field=field)


def in_words(say: Words, kinds: Iterable[str]) -> str:
    """Kinds of identifiers as a person reads them, with commas."""
    return ", ".join(say.plain(MARKERS[Kind(kind)]) for kind in kinds)


@cache
def _markers() -> Mapping[Kind, str]:
    """Worked out once: every reply is looked through."""
    say = words()
    return {kind: say.plain(key) for kind, key in MARKERS.items()}
