"""Where somebody lives or can be reached: postcode, telephone, email."""

import re
from collections.abc import Iterator

from bot.workshop.privacy.find import Find, Kind, Severity

AREAS = frozenset(
    """AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX
    FK FY G GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW
    UB W WA WC WD WF WN WR WS WV YO ZE""".split()
)
POSTCODE = re.compile(
    r"(?<!\w)(?:(?P<area>[A-Z]{1,2})\d(?:\d|[A-HJKMNPR-Y])?[ \t\-]{0,2}(?P<inward>\d[ABD-HJLNP-UW-Z]{2})"
    r"|GIR[ \t\-]{0,2}0AA)(?!\w)",
    re.IGNORECASE,
)
MEASURES = re.compile(r"(?:1st|2nd|3rd|[04-9]th|\d(?:hr|yr|ft|lb|wd|qt|pt|dB))")
"""Lower-case ordinals and units that look like the end of a postcode: "Team B12 3rd meeting", "M4 2hr drive"."""
POSTCODE_CUE = re.compile(r"post ?code|address|cod ?post|cyfeiriad", re.IGNORECASE)
CUE_BEFORE = 30

PHONE = re.compile(
    r"(?=[0+(])(?:(?<!\w)|(?<=[a-z]{2}))(?<!\d[.\-])(?:(?<!\d/)|(?<=\d{5}/))"
    r"(?P<start>(?:\(?\+|(?<!\d)00)44\)?[ \t.\-]{0,2}(?:\(0\)[ \t.\-]{0,2})?\(?0?|\(?0)"
    r"(?P<rest>[1237](?:[ \t.\-()]{0,2}\d){8,9})(?![\w%])(?![.\-]\d|/\d{1,4}(?!\d))"
    r"(?:,? ?(?:[Ee]xt(?:n|ension)?|[Ee]st|x)\.? ?\d{1,6}(?!\w))?"
)
ABROAD = re.compile(r"\+(?<![\w+]\+)(?!44)[1-9](?:[ \t.\-()]{0,2}\d){8,13}(?![\w%])")
DATE = re.compile(r"\(?\d{1,2}[ .\-]\d{1,2}[ .\-](?:19|20)\d\d(?!\d)")

EMAIL = re.compile(r"(?<![\w.%+\-])[\w.%+'\-]{1,64}@(?:[A-Z0-9\-]{1,63}\.){1,8}[A-Z]{2,24}(?![\w\-])", re.IGNORECASE)


def postcodes(text: str) -> Iterator[Find]:
    for match in POSTCODE.finditer(text):
        if match["area"] is None or (match["area"].upper() in AREAS and _no_measure(match)):
            yield Find(*match.span(), Kind.POSTCODE, Severity.HIGH)


def _no_measure(match: re.Match[str]) -> bool:
    said = POSTCODE_CUE.search(match.string, max(0, match.start() - CUE_BEFORE), match.start())
    return said is not None or not MEASURES.fullmatch(match["inward"])


def phones(text: str) -> Iterator[Find]:
    """Numbers of the plan for places and mobiles; short ones and those that begin with 08 are offered to everybody."""
    for match in PHONE.finditer(text):
        digits = "".join(filter(str.isdigit, match["rest"]))
        whole = len(digits) == 10 or digits.startswith("1")  # noqa: PLR2004
        if whole and not DATE.match(match[0]):
            unclosed = match[0][0] == "(" and ")" not in match[0]  # "(029 2018 0123, Monday to Friday)"
            yield Find(match.start() + unclosed, match.end(), Kind.PHONE, Severity.LOW)
    for match in ABROAD.finditer(text):
        yield Find(*match.span(), Kind.PHONE, Severity.LOW)


def emails(text: str) -> Iterator[Find]:
    for match in EMAIL.finditer(text):
        yield Find(*match.span(), Kind.EMAIL, Severity.LOW)
