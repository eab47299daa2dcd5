"""Short texts as sentences, clauses and stems, in English and in Welsh, with where each stands in the text."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from snowballstemmer import EnglishStemmer

from bot.synthesis.terms import unmasked
from prompts import lexicon
from prompts.pack import Language

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

SHORTENED = frozenset("dr mr mrs ms st no nos vs etc eg ie e.g i.e approx hrs mins tel ext para sec".split())
"""Words after which a full stop ends no sentence."""

END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+|$")

BREAK = re.compile(
    r"\s*[;:–—]\s+|\s+-\s+|,\s+(?=(?:and|but|so|yet|because|although|while|whereas|ond|ac|achos|felly)\b)"
    r"|\s+(?=(?:but|because|although|whereas|ond|achos)\b)",
    re.IGNORECASE,
)
"""Where a sentence falls into clauses that can stand by themselves: never before "that", "if" or "who"."""

JOINING = re.compile(r"^(?:and|but|so|yet|because|although|while|whereas|ond|ac|achos|felly)\b,?\s*", re.IGNORECASE)

TURNED = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|if|unless|think|thought|doubt|suppose|supposed"
    r"|wonder|wondered|assumed|believed|said|told|ni|nid|na|nad|heb|os|byth|meddwl)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What stands before a clause and can turn it round: "nobody thinks so, and he was told" is not "he was told"."""

MOST_STEMS = 50_000
"""Words whose stems are remembered; people seldom use more than a few thousand."""

Span = tuple[int, int]


def sentences(text: str) -> list[Span]:
    """Where each sentence of *text* stands; a line break ends one too."""
    spans, start = [], 0
    for match in END.finditer(text):
        before = text[start : match.start()].rsplit(None, 1)[-1:]
        if match[0].startswith(".") and before and before[0].casefold().lstrip("(\"'“‘") in SHORTENED:
            continue
        spans.append((start, match.end()))
        start = match.end()
    return [trimmed for each in spans if (trimmed := _trimmed(text, each)) is not None]


def clauses(text: str) -> list[Span]:
    """Where each clause of *text* that means the same by itself stands: without what joined it to the one before."""
    return [clause for sentence in sentences(text) for clause in _clauses(text, sentence)]


def is_whole(text: str, words: str) -> bool:
    """Whether *words* are a run of whole sentences of *text*, letter for letter."""
    spans = sentences(text)
    return any(words == text[first[0] : last[1]] for place, first in enumerate(spans) for last in spans[place:])


def is_clause(text: str, words: str) -> bool:
    """Whether *words* are a clause of *text* that can stand by itself, letter for letter."""
    return any(words == text[start:end] for start, end in clauses(text)) or is_whole(text, words)


def stems(text: str) -> list[str]:
    """The stems of the words of *text* that carry a subject, in their order."""
    return [stem for stem, _, _ in stemmed(text)]


def stemmed(text: str) -> list[tuple[str, int, int]]:
    """Each such stem with where its word stands in *text*."""
    plain = unmasked(text)
    return [found for start, end in sentences(plain) for found in _stemmed(plain, start, end)]


def language(text: str) -> Language:
    """The language that most of its different common words are of; English where they do not tell."""
    words = {_piece(word) for word in WORD.findall(text.casefold().replace("’", "'"))}
    return "cy" if len(words & _only("cy")) > len(words & _only("en")) else "en"


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start, end = sentence
    cuts = [match for match in BREAK.finditer(text, start, end) if match.start() > start]
    starts = [start, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), end]
    for first, last in zip(starts, ends, strict=True):
        joined = JOINING.match(text[first:last])
        trimmed = _trimmed(text, (first + (joined.end() if joined else 0), last))
        if trimmed is not None and (first == start or not TURNED.search(text[start:first])):
            yield trimmed


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return (start + left, start + len(part.rstrip())) if part.strip() else None


def _stemmed(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    spoken, common = language(text[start:end]), lexicon.common().words
    for match in WORD.finditer(text, start, end):
        for piece in match[0].casefold().replace("’", "'").split("-"):
            bare = _piece(piece)
            if len(bare) > 2 and bare not in common:  # noqa: PLR2004 - "he" and "we" say nothing
                yield _stem(bare, spoken), match.start(), match.end()


def _piece(word: str) -> str:
    """*word* without what leans on it: mae'r, nurse's, don't."""
    if "'" not in word:
        return word
    bare, _, _ = word.partition("'")
    return bare if len(bare) > 1 else word


@lru_cache(MOST_STEMS)
def _stem(word: str, spoken: Language) -> str:
    if spoken == "cy":
        return word
    return str(_english().stemWord(lexicon.common().form_of.get(word, word)))


@cache
def _english() -> EnglishStemmer:
    return EnglishStemmer()


@cache
def _only(spoken: Language) -> frozenset[str]:
    """Common words of one language that the other does not have."""
    common: dict[Language, frozenset[str]] = {
        each: frozenset(words.split()) for each, words in lexicon.common().common.items()
    }
    other: Language = "en" if spoken == "cy" else "cy"
    return common[spoken] - common[other]
