"""Invented identifiers that pass their checks: none of them can belong to anybody."""

from datetime import date
from itertools import chain, pairwise, repeat

from hypothesis import strategies as st

from bot.workshop.privacy import Alias, AliasRegister, Kind, LocalPattern, Severity
from bot.workshop.privacy.numbers import UPN_LETTERS, is_nhs_number, is_upn

TODAY = date(2026, 3, 2)

REGISTER = AliasRegister(
    (
        Alias("Catrin Morgan", "Child A", first_alone=True),
        Alias("Jane Smith", "Ms A", first_alone=True),
        Alias("Siân Bowen-Pryce", "Ms B", first_alone=True, surname_alone=True),
        Alias("Dafydd Gethin", "Mr C", first_alone=True, surname_alone=True),
        Alias("Will Traherne", "Mr D", first_alone=True, surname_alone=True),
        Alias("Benedict Owain Quill", "Child E"),
    )
)
LOCAL = (LocalPattern("crime", r"\bcrime \d{2}/\d{4}/\d{2}\b"), LocalPattern("ticket", r"\bTKT-\d{5}\b", Severity.LOW))
MARKERS = {kind: kind.value.replace("_", " ") for kind in Kind}
"""The bot's own stand in ``prompts/``."""

SPACES = [" ", "-", ".", "\u00a0", "\u2009", "\u2011", "\u2013", "\u2212", " \u200b", "\u2060", ""]


def nhs_number(first: int) -> str | None:
    """In the range kept for tests; about one in eleven has no check digit."""
    nine = f"999{first % 1_000_000:06}"
    return next((nine + str(check) for check in range(10) if is_nhs_number(nine + str(check))), None)


def upn(rest: int, temporary: str = "") -> str:
    digits = f"{rest:012}"[: 12 - len(temporary)] + temporary
    return next(letter + digits for letter in UPN_LETTERS if is_upn(letter + digits))


def card(start: str, rest: int, size: int = 16) -> str:
    body = start + f"{rest:020}"[-(size - 1 - len(start)) :]
    total = sum(
        sum(divmod(int(digit) * weight, 10))
        for digit, weight in zip(reversed(body), chain(*repeat([2, 1], 10)), strict=False)
    )
    return f"{body}{-total % 10}"


nhs_numbers = st.integers(0, 999_999).map(nhs_number).filter(lambda number: number is not None).map(str)
upns = st.builds(upn, st.integers(0, 10**12 - 1), st.sampled_from(["", *UPN_LETTERS]))
cards = st.builds(card, st.sampled_from(["4", "51", "55", "2221"]), st.integers(0, 10**18))
insurance_numbers = st.builds(
    "{}{:06}{}".format,
    st.sampled_from(["AB", "CE", "JG", "PW", "SR", "WL", "YZ", "ab", "cE"]),
    st.integers(0, 999_999),
    st.sampled_from("ABCD"),
)
gaps = st.sampled_from(SPACES)


def in_groups(written: str, sizes: tuple[int, ...], gap: str) -> str:
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return gap.join(written[start:end] for start, end in pairwise(edges))
