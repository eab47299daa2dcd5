"""Numbers that a register gives to a person: NHS number, UPN, National Insurance number, payment card."""

import re
from collections.abc import Callable, Iterator

from bot.workshop.privacy.find import Find, Kind, Severity

GAP = r"[ \t.\-/]{1,2}"
CUE_BEFORE = 30
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

STANDS = r"(?=\d)(?:(?<![\w+£$€])|(?<=[a-z]{2})|(?<=NHS))(?<!\d[.\-])"
"""Where a number begins; in haste no space is set ("no9434765919"), while one letter or capitals belong to a code."""

NHS = re.compile(
    rf"{STANDS}(?:(?<!\d/)|(?<=\d{{4}}/))"
    rf"(?:\d{{3}}(?P<grouped>{GAP})?\d{{3}}(?:{GAP})?\d{{4}}|(?P<loose>\d(?:[ \t.\-/]{{0,2}}\d){{9}}))"
    r"(?![\w%])(?![.\-]\d|/\d{1,3}(?!\d))"
)
ONE_BY_ONE = re.compile(r"\d(?:[ .\-]\d){9}")
LARGE_GROUPS = re.compile(r"\d{3,7}(?: \d{3,7}){1,2}")
NHS_CUE = re.compile(r"(?<![a-z])(?:nhs|chi|gig)(?![a-z])|health (?:service )?(?:no|number)", re.IGNORECASE)
ABROAD = re.compile(r"\+\d{1,3}[ .\-]?\(?$")

UPN = re.compile(
    rf"(?:(?<!\w)|(?<=UPN))(?<!\d[.\-/])[{UPN_LETTERS}][ \-]?(?:\d[ \-]?){{11}}[\d{UPN_LETTERS}](?!\w)(?![.\-/]\d)",
    re.IGNORECASE,
)

NI_GAP = r"[ \t.\-/]{0,2}"
NI = re.compile(
    rf"(?:(?<!\w)|(?<=NI)|(?<=NINO))(?P<prefix>[A-Z]{{2}})(?P<gap>{NI_GAP})\d\d{NI_GAP}\d\d{NI_GAP}\d\d"
    rf"(?:(?P<tail>{NI_GAP})(?P<suffix>[A-D]))?(?!\w)",
    re.IGNORECASE,
)
NI_PREFIX = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]", re.IGNORECASE)
NI_CUE = re.compile(
    r"national insurance|yswiriant (?:gwladol|cenedlaethol)|(?<![a-z])ni(?:no|[ -](?:no|number|rhif))(?![a-z])",
    re.IGNORECASE,
)

CARD_RUN = re.compile(rf"{STANDS}(?<!\d/)\d(?:[ .\-]{{0,2}}\d){{12,63}}(?!\w)")
CARD_SIZES = {
    r"4": {13, 16, 19},
    r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720": {16},
    r"3[47]": {15},
    r"36|38|39|30[0-5]": {14},
    r"35|6011|64[4-9]|65": {16, 19},
    r"5018|5020|5038|5893|6304|6759|676[1-37]": set(range(13, 20)),
}
LONGEST_CARD = 19
CARDS = [(re.compile(start), sizes) for start, sizes in CARD_SIZES.items()]


def long_numbers(text: str) -> Iterator[Find]:
    """Those of ten digits and more."""
    yield from _nhs_numbers(text)
    yield from _pupil_numbers(text)
    yield from _cards(text)


def is_nhs_number(digits: str) -> bool:
    """Modulus 11, which one random number in eleven passes."""
    check = -sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check == int(digits[9]) and len(set(digits)) > 1


def is_upn(characters: str) -> bool:
    """A check letter, twelve characters, of which the last is a letter in a temporary number."""
    values = [int(each) if each.isdigit() else UPN_LETTERS.index(each) for each in characters[1:]]
    return UPN_LETTERS[sum(value * weight for weight, value in enumerate(values, 2)) % 23] == characters[0]


def is_card(digits: str) -> bool:
    if not any(start.match(digits) and len(digits) in sizes for start, sizes in CARDS):
        return False
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(each - 9 if each > 9 else each for each in doubled)) % 10 == 0  # noqa: PLR2004


def _nhs_numbers(text: str) -> Iterator[Find]:
    for match in NHS.finditer(text):
        digits = _only(str.isdigit, match[0])
        if is_nhs_number(digits) and not ABROAD.search(text, 0, match.start()) and _plausible(match, digits):
            yield Find(*match.span(), Kind.NHS_NUMBER, Severity.HIGH)


def _plausible(match: re.Match[str], digits: str) -> bool:
    """Telephones begin with 0 and moments in computers with 15 to 19: without the word, those are no NHS numbers."""
    if NHS_CUE.search(match.string, max(0, match.start() - CUE_BEFORE), match.end() + CUE_BEFORE // 2):
        return True
    if digits.startswith("0"):
        return False
    if match["loose"]:
        return bool(ONE_BY_ONE.fullmatch(match["loose"]) or LARGE_GROUPS.fullmatch(match["loose"]))
    return bool(match["grouped"]) or not "15" <= digits[:2] <= "19"


def _pupil_numbers(text: str) -> Iterator[Find]:
    for match in UPN.finditer(text):
        article = match[0][0].islower() and not match[0][1].isdigit()
        if not article and is_upn(_only(str.isalnum, match[0]).upper()):
            yield Find(*match.span(), Kind.UPN, Severity.HIGH)


def insurance_numbers(text: str) -> Iterator[Find]:
    for match in NI.finditer(text):
        named = NI_CUE.search(text, max(0, match.start() - CUE_BEFORE), match.start())
        words = not match["prefix"].isupper() and match["gap"] and match["tail"]  # "at 10 20 30 a ..."
        if named or (match["suffix"] and NI_PREFIX.match(match["prefix"]) and not words):
            yield Find(*match.span(), Kind.NATIONAL_INSURANCE, Severity.HIGH)


def _cards(text: str) -> Iterator[Find]:
    """From each group of digits on, the longest valid card: a date, a code or another card often stands beside it."""
    for run in CARD_RUN.finditer(text):
        groups = [match.span() for match in re.finditer(r"\d+", run[0])]
        done = 0
        for first, (start, _) in enumerate(groups):
            ends = [end for _, end in groups[first : first + LONGEST_CARD] if start >= done]
            valid = [end for end in ends if is_card(_only(str.isdigit, run[0][start:end]))]
            if valid:
                done = valid[-1]
                yield Find(run.start() + start, run.start() + done, Kind.CARD, Severity.HIGH)


def _only(wanted: Callable[[str], bool], written: str) -> str:
    return "".join(filter(wanted, written))
