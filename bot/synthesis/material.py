"""What a draft is made from, and who may be read in it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.workshop.ids import UserId
from bot.workshop.summary import FindingKind, Source
from bot.workshop.workshop import Visibility

SMALLEST_GROUP = 5
"""With fewer possible authors, an unattributed quotation could name its author (practice: counts under 5 need care)."""


EMOJI = re.compile(r":[\w+'-]+:")
"""As Slack tells of one, the tone of a skin apart: ``:+1::skin-tone-2:``."""


@dataclass(frozen=True)
class Words:
    """One answer or contribution to *prompt*. ``finds`` is the heading it asks for; ``speaker`` the author's role.

    ``said_at`` is Slack's time of a contribution, in seconds; 0 for an answer.
    """

    source: Source
    prompt: str
    finds: FindingKind
    text: str
    author: UserId
    speaker: str
    visibility: Visibility
    said_at: float = 0.0


@dataclass(frozen=True)
class Quotable:
    """Words that may stand in a summary. Only ``quotable`` makes them; ``speaker`` is empty when unattributed."""

    source: Source
    finds: FindingKind
    text: str
    speaker: str
    said_at: float = 0.0


def quotable(everything: Sequence[Words], people: Collection[UserId]) -> list[Quotable]:
    """What may be quoted, in the order in which it was said; nothing that is for the facilitator alone.

    Unattributed words are left out unless at least ``SMALLEST_GROUP`` of *people*, the participants, could have written
    them. Whoever stands under their role beside an answer to the same prompt cannot: within the rest, leaving out the
    name has to hide somebody.
    """
    shown = [each for each in everything if each.visibility is not Visibility.FACILITATOR_ONLY]
    named = {(each.prompt, each.author) for each in shown if each.visibility is Visibility.NAMED_ROLE}
    return [
        Quotable(each.source, each.finds, each.text, _speaker(each), each.said_at)
        for each in sorted(shown, key=in_order)
        if each.visibility is Visibility.NAMED_ROLE or _hidden(each.prompt, named, people)
    ]


def wordless(text: str) -> bool:
    """Whether there is nothing in it to quote: a thumb, a heart, three dots."""
    return not any(map(str.isalnum, EMOJI.sub("", text)))


def in_order(each: Words | Quotable) -> tuple[str, float, int]:
    """Answers by id, then contributions by Slack's time: replies reach the store in any order."""
    return each.source.kind, each.said_at, each.source.id


def _hidden(prompt: str, named: Collection[tuple[str, UserId]], people: Collection[UserId]) -> bool:
    return sum(1 for person in people if (prompt, person) not in named) >= SMALLEST_GROUP


def _speaker(words: Words) -> str:
    return words.speaker if words.visibility is Visibility.NAMED_ROLE else ""
