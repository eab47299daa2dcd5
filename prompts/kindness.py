"""Wordings that look back at others with what is known now, and a question instead: ``prompts/lexicon/kind-*.yml``."""

import re
from functools import cache

from prompts.phrasings import FOLDER, SENTENCE, TOKEN, Lexicon, Wording, read_lexicon

QUOTED = re.compile(r"[\"“”„«»]")
"""Where somebody is quoted, the words may be those of others."""


def kinder(text: str) -> Wording | None:
    """The first wording in *text* that could be kinder, with the question to ask instead; ``None`` in most texts.

    Every reply of a session is looked through: nothing is read closely that has not all the words that a line needs.
    """
    words = set(TOKEN.findall(text.lower()))
    if words.isdisjoint(_telling()) or all(any(words.isdisjoint(each) for each in needs) for needs in _needs()):
        return None
    return next((each for sentence in SENTENCE.findall(text) for each in _in_sentence(sentence)), None)


def _in_sentence(sentence: str) -> list[Wording]:
    if QUOTED.search(sentence):
        return []
    return [found for lexicon in lexicons() for found in lexicon.found(sentence)]


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Every list that we ship, read once."""
    return tuple(read_lexicon(path) for path in sorted(FOLDER.glob("kind-*.yml")))


@cache
def _needs() -> tuple[tuple[frozenset[str], ...], ...]:
    """Of each line, the sets of words of which it needs one each; its most telling set first."""
    return tuple(tuple(line.needs) for lexicon in lexicons() for line in lexicon.lines)


@cache
def _telling() -> frozenset[str]:
    """The most telling words of every line."""
    return frozenset(word for needs in _needs() for word in needs[0])
