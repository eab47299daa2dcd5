"""What people wrote, for tests of the draft."""

from collections.abc import Sequence
from typing import Any

from bot.synthesis.material import Quotable, Words
from bot.workshop.ids import UserId
from bot.workshop.summary import FindingKind, Source, SourceKind
from bot.workshop.workshop import Visibility


def said(number: int, text: str, **other: Any) -> Quotable:
    """Words that may be quoted, under a role of their own."""
    facts: dict[str, Any] = {
        "source": Source(SourceKind.CONTRIBUTION, number),
        "finds": FindingKind.THEME,
        "text": text,
        "speaker": f"Role {number}",
    }
    return Quotable(**facts | other)


def wrote(number: int, text: str = "Nobody rang the ward back.", **other: Any) -> Words:
    """One person's words, who wrote them under their role."""
    facts: dict[str, Any] = {
        "source": Source(SourceKind.ANSWER, number),
        "prompt": "moment",
        "finds": FindingKind.THEME,
        "text": text,
        "author": UserId(f"U{number}"),
        "speaker": f"Role {number}",
        "visibility": Visibility.NAMED_ROLE,
    }
    return Words(**facts | other)


def people(count: int) -> list[UserId]:
    """The participants of a workshop; person 1 is who ``wrote(1)`` is by."""
    return [UserId(f"U{number}") for number in range(1, count + 1)]


REFERRALS = (
    "The housing referral was closed before the nurse had answered it.",
    "Housing closed the referral before the nurse answered.",
    "We saw the referral closed before any nurse had answered housing.",
)
"""Three people saying the same."""

ROOM: Sequence[Quotable] = (
    *(said(number, text) for number, text in enumerate(REFERRALS, start=1)),
    said(4, "His aunt was never asked what she could manage."),
    said(5, "School kept calling every week.", finds=FindingKind.STRENGTH),
    said(6, "I am new here. Who decides about the waiting list? It seems random.", finds=FindingKind.OPEN_QUESTION),
    said(7, "The letter went to an old address.", finds=FindingKind.MISSED_OPPORTUNITY, speaker=""),
)
