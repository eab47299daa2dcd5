"""What single sentences show by their wording: a question, a proposal, something that will not wait, a factor.

Cues are hints with a reason that can be read: each finds the words that it rests on. What was asked comes first.
"""

import re
from collections.abc import Callable
from functools import cache

from bot.synthesis.wording import sentences
from bot.workshop.action import Level
from prompts import lexicon

DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)"
)
MONTHS = (
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"ionawr|chwefror|ebrill|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
)
DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th|af|fed|ain)? (?:of )?(?:{MONTHS}|may|mawrth|mai)|"
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
)

SOON = re.compile(
    rf"\b(?:tomorrow|tonight|this (?:week|weekend|month|{DAYS})|next (?:week|month|{DAYS})|deadline|runs out|expires?|"
    rf"(?:by|before|until|on) (?:the )?(?:{DAYS}|{DATE}|end of (?:the|this|next) (?:week|month|term))|"
    rf"in (?:\w+) (?:days?|weeks?)(?:['’] time)?|yfory|heno|yr wythnos (?:hon|nesaf)|"
    rf"(?:erbyn|cyn|ar) (?:{DAYS}|{DATE}))\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|won['’]t|is|are|has to|have to|must|needs?|due|ends?|starts?|runs out|expires?|bydd|mae|rhaid)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|came|went|rang|told|said|took|knew|saw|heard|ago|oedd|roedd|cafodd)\b|\b\w{3,}ed\b"
    r"|\blast (?:week|month|year)\b",
    re.IGNORECASE,
)

HOW = r"(?:how|why|what|who|when|where|whether|if)\b"
WONDERING = re.compile(
    rf"\b(?:i|we) (?:don['’]t|do not|didn['’]t|did not) (?:really |quite )?(?:understand|know) {HOW}"
    rf"|\b(?:i|we) (?:never (?:understood|knew)|wonder|wondered) {HOW}"
    rf"|\bit(?: i|['’])s not clear (?:to \w+ )?{HOW}|\bnobody (?:knows|could tell \w+) {HOW}"
    r"|\b(?:tybed|dydw i ddim yn (?:deall|gwybod)|dwi ddim yn (?:deall|gwybod)|ni wn i)\b",
    re.IGNORECASE,
)

PROPOSING = re.compile(
    r"\b(?:i|we)(?: wi|['’])ll\b|\blet['’]?s\b|\blet us\b|\b(?:we|services?|somebody|someone|one person|they|it) "
    r"(?:could|should|need(?:s)? to|ought to|must)\b|\b(?:could|can) we\b|\bwhy don['’]t we\b|\bi (?:propose|suggest)\b"
    r"|\bwould help if\b|\b(?:gallem|gallen ni|dylem|dylen ni|byddaf|beth am)\b",
    re.IGNORECASE,
)
LOOKING_BACK = re.compile(
    r"\b(?:could|should|ought to|must|would|might) (?:\w+ )?have\b|\b\w+['’]ve been\b", re.IGNORECASE
)

THE_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|ei|iddo|iddi|fo|hi)\b", re.IGNORECASE)

Span = tuple[int, int]


def dated(text: str) -> Span | None:
    """The first sentence of *text* that speaks of a moment soon to come."""
    return _first(text, _to_come) if SOON.search(text) else None


def asked(text: str) -> Span | None:
    """The first sentence of *text* with a question mark."""
    return _first(text, lambda words: words.rstrip("\"'”’)").endswith("?")) if "?" in text else None


def wondered(text: str) -> Span | None:
    """The first sentence of *text* that asks without a question mark."""
    return _first(text, lambda words: bool(WONDERING.search(words))) if WONDERING.search(text) else None


def question(text: str) -> Span | None:
    """The first sentence of *text* that asks, with a question mark before one without."""
    return asked(text) or wondered(text)


def proposed(text: str) -> Span | None:
    """The first sentence of *text* that proposes or promises something; "should have" proposes nothing."""
    if not PROPOSING.search(text):
        return None
    return _first(
        text, lambda words: bool(PROPOSING.search(words)) and not LOOKING_BACK.search(words) and "?" not in words
    )


def level(text: str, pseudonyms: frozenset[str] = frozenset()) -> Level:
    """Whether an action is for the person or for services: by whether *text* speaks of the person."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return Level.CASE if THE_PERSON.search(text) or words & pseudonyms else Level.SERVICE


def factors(text: str) -> dict[str, tuple[str, ...]]:
    """The contributory factors that the words of *text* show, each with those words as they are written there."""
    found: dict[str, tuple[str, ...]] = {}
    plain = " ".join(text.casefold().replace("’", "'").split())
    for name, pattern in _factor_patterns().items():
        words = tuple(dict.fromkeys(match[0] for match in pattern.finditer(plain)))
        if words:
            found[name] = words
    return found


def _to_come(words: str) -> bool:
    """Whether the part of a sentence that names a moment speaks of what is still to come."""
    moment = SOON.search(words)
    if moment is None or not TO_COME.search(words):
        return False
    leading_up = re.split(r"[,;:]| and | but | ond | ac ", words[: moment.end()])
    return not PAST.search(leading_up[-1])


def _first(text: str, holds: Callable[[str], bool]) -> Span | None:
    """The first sentence that *holds*. Most texts have none: ask only where there may be one."""
    return next(((start, end) for start, end in sentences(text) if holds(text[start:end])), None)


@cache
def _factor_patterns() -> dict[str, re.Pattern[str]]:
    """One pattern for each factor: a single word in its forms, several as they stand."""
    patterns = {}
    for name, spoken in lexicon.factor_words().factors.items():
        listed = [words for each in spoken.values() for words in each]
        parts = [
            re.escape(words.casefold()) + _endings(words)
            for words in sorted(listed, key=lambda words: (-len(words), words))
        ]
        patterns[name] = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
    return patterns


def _endings(words: str) -> str:
    return "(?:s|es|ed|ing)?" if " " not in words else ""
