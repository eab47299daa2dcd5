"""The guard itself: every identifier in a text, by rules alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.workshop.privacy.births import birth_dates
from bot.workshop.privacy.contacts import emails, phones, postcodes
from bot.workshop.privacy.find import Find, apart
from bot.workshop.privacy.local import LocalPattern, local_records
from bot.workshop.privacy.numbers import insurance_numbers, long_numbers
from bot.workshop.privacy.plain import plain
from bot.workshop.privacy.register import AliasRegister

DIGIT_AND_LETTERS = re.compile(r"\d[A-Za-z]{2}")
THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")
SIX_DIGITS = re.compile(r"\d(?:[ \t.\-/()]{0,4}\d){5}")
TEN_DIGITS = re.compile(r"\d(?:[ \t.\-/()]{0,4}\d){9}")


def guard(text: str, *, today: date, register: AliasRegister, local: Sequence[LocalPattern] = ()) -> tuple[Find, ...]:
    """What is found, in order and apart from each other; the places are those of *text* as it was given."""
    seen = plain(text)
    found = [*_formats(seen.text, today), *register.names(seen.text), *local_records(seen.text, local)]
    return apart(_moved(find, seen.span(find.start, find.end)) for find in found)


def _moved(find: Find, span: tuple[int, int]) -> Find:
    return replace(find, start=span[0], end=span[1])


def _formats(text: str, today: date) -> Iterator[Find]:
    """What has a format; most texts hold too few digits for any of them, and that is seen first."""
    if "@" in text:
        yield from emails(text)
    if DIGIT_AND_LETTERS.search(text):
        yield from postcodes(text)
    if THREE_DIGITS.search(text):
        yield from birth_dates(text, today)
        if SIX_DIGITS.search(text):
            yield from insurance_numbers(text)
            if TEN_DIGITS.search(text):
                yield from phones(text)
                yield from long_numbers(text)
