"""The terms of a short text: its words by their stems, its ages, its stretches of time; the common words left out.

A term has a key, which two texts may have in common however each writes it, and the words in which it was written.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from prompts import lexicon

SMALLEST_WORD = 3

DOUBLED = frozenset("aeioulsz")
"""Letters that stay doubled without their ending: agree-ing, tell-ing, assess-ing; but plann-ing is of plan."""

NUMBERS = {
    word: number
    for number, words in enumerate(
        """zero|one first|two second|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|
        ten tenth|eleven eleventh|twelve twelfth|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|
        sixteen sixteenth|seventeen seventeenth|eighteen eighteenth|nineteen nineteenth|twenty twentieth""".split("|")
    )
    for word in words.split()
}
"""Numbers as words, up to the ages at which people grow up; "eighteenth" is of eighteen."""

YOUNGEST, OLDEST = 10, 110
""""At two" and "was 250" tell of no age."""

NUMBER = rf"(?:\d{{1,3}}(?:st|nd|rd|th)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNIT = r"(?:day|night|week|fortnight|month|year|term)"
AMOUNT = rf"[\w%]|[.:]\d|[ -]{UNIT}"
"""What follows a number that is no age: 17:30, 20%, 3 weeks."""

PIECE = re.compile(
    rf"""
    (?P<old>{NUMBER})[ -](?:years?|yrs?)[ -](?:old|of[ ]age)\b
    | (?P<birthday>{NUMBER})[ ]birthday\b
    | \b(?P<span>{NUMBER}|a|an)[ -](?P<unit>{UNIT})s?\b
    | \b(?:age[ds]?|turn(?:ed|ing|s)?|reach(?:ed|ing|es)?)[ ](?P<age>{NUMBER})(?!{AMOUNT})
    | \b(?:at|was|were|is)[ ](?P<perhaps>{NUMBER})(?!{AMOUNT})
    | (?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)
    """,
    re.VERBOSE,
)


MASKED = re.compile(r"\[[^\[\]\n]{1,60}\]")
"""What stands in the place of an identifier: the bot's word, and nobody's."""


def terms(text: str, ignoring: Collection[str] = ()) -> dict[str, str]:
    """The terms of *text*: each key with the words in which it first stands. *ignoring* are words to leave out."""
    leave_out = {stem(word.casefold()) for word in ignoring}
    found: dict[str, str] = {}
    for key, words in _pieces(text):
        if key not in leave_out:
            found.setdefault(key, words)
    return found


def subjects(text: str) -> frozenset[str]:
    """The words of *text* that carry a subject, as they are: what ``terms`` looks at closely, at a glance."""
    return frozenset(re.findall(r"[^\W\d_]{3,}", unmasked(text).casefold())) - lexicon.common().words


def unmasked(text: str) -> str:
    """*text* with a blank for each letter of what was put in the place of an identifier."""
    return MASKED.sub(lambda mask: " " * len(mask[0]), text)


@cache
def stem(word: str) -> str:
    """What the forms of an English word have in common; words of other languages mostly stay as they are."""
    word = lexicon.common().form_of.get(word, word)
    if len(word) <= SMALLEST_WORD:
        return word
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            word = word.removesuffix(ending) + instead
            break
    else:
        word = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    word = word[:-1] if word.endswith("eed") and len(word) > len("speed") else word
    for ending in ("ments", "ment", "ing", "ed", "ly", "al"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= SMALLEST_WORD and re.search(r"[aeiouy]", rest):
            word = rest[:-1] if len(rest) > SMALLEST_WORD and rest[-1] == rest[-2] not in DOUBLED else rest
            break
    word = word.removesuffix("e") if len(word) > SMALLEST_WORD else word
    return lexicon.common().form_of.get(
        word, word[:-1] + "i" if word.endswith("y") and len(word) > SMALLEST_WORD else word
    )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for match in PIECE.finditer(unmasked(text).casefold().replace("’", "'")):
        age = match["old"] or match["birthday"] or match["age"]
        if age is not None or match["perhaps"] is not None:
            years = _number(age or match["perhaps"])
            if (0 if age else YOUNGEST) <= years <= OLDEST:
                yield f"age {years}", match[0]
        elif match["unit"] is not None:
            yield _stretch(match["span"], match["unit"]), match[0]
        else:
            yield from _words(match["word"])


def _words(written: str) -> Iterator[tuple[str, str]]:
    for word in (each.removesuffix("'s").strip("'") for each in written.split("-")):
        if len(word) >= SMALLEST_WORD and word not in lexicon.common().words:
            yield stem(word), word


def _stretch(number: str, unit: str) -> str:
    count = 1 if number in {"a", "an"} else _number(number)
    return f"{2 * count} week" if unit == "fortnight" else f"{count} {unit}"


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else NUMBERS[written]
