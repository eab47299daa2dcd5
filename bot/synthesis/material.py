"""What a draft is made from, and who may be read in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.workshop.ids import UserId
from bot.workshop.summary import FindingKind, Source
from bot.workshop.workshop import Visibility

SMALLEST_GROUP = 5
"""Fewer writers than this, and an unattributed quotation could name its author (practice: counts under 5 need care)."""


@dataclass(frozen=True)
class Words:
    """One answer or contribution. ``finds`` is the heading that its prompt asks for; ``speaker`` the author's role."""

    source: Source
    finds: FindingKind
    text: str
    author: UserId
    speaker: str
    visibility: Visibility


@dataclass(frozen=True)
class Quotable:
    """Words that may stand in a summary. Only ``quotable`` makes them; ``speaker`` is empty when unattributed."""

    source: Source
    finds: FindingKind
    text: str
    speaker: str


def quotable(everything: Sequence[Words]) -> list[Quotable]:
    """What may be quoted, ordered by id and not by arrival; nothing that is for the facilitator alone.

    Unattributed words are left out while fewer than ``SMALLEST_GROUP`` people have written unattributed or under
    their role: within so few, leaving out the name hides nobody.
    """
    shown = [each for each in everything if each.visibility is not Visibility.FACILITATOR_ONLY]
    crowd = len({each.author for each in shown}) >= SMALLEST_GROUP
    return [
        Quotable(each.source, each.finds, each.text, _speaker(each))
        for each in sorted(shown, key=lambda each: each.source)
        if crowd or each.visibility is Visibility.NAMED_ROLE
    ]


def _speaker(words: Words) -> str:
    return words.speaker if words.visibility is Visibility.NAMED_ROLE else ""
