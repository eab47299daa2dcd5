"""The words of a text that carry its subject, and those that are nobody's."""

import re

from prompts import lexicon

MASKED = re.compile(r"\[[^\[\]\n]{1,60}\]")
"""What stands in the place of an identifier: the bot's word, and nobody's."""


def subjects(text: str) -> frozenset[str]:
    """The words of *text* that carry a subject, as they are."""
    return frozenset(re.findall(r"[^\W\d_]{3,}", unmasked(text).casefold())) - lexicon.common().words


def unmasked(text: str) -> str:
    """*text* with a blank for each letter of what was put in the place of an identifier."""
    return MASKED.sub(lambda mask: " " * len(mask[0]), text)
