"""Rooms in which people said things, for tests of the draft and of the gate."""

from collections.abc import Sequence
from typing import Any

from bot.synthesis.draft import Heading, Person, Room, Said
from bot.synthesis.heard import Heard, Hearing, hear
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Visibility

PEOPLE = (
    Person("p1", "Health board", "Community nurse"),
    Person("p2", "City council housing", "Housing officer"),
    Person("p3", "Further education college", "Tutor"),
    Person("p4", "Police", "Neighbourhood officer"),
    Person("p5", "Children's services", "Social worker"),
    Person("p6", "Adult mental health", "Duty nurse"),
    Person("p7", "Leaving care team", "Personal adviser"),
    Person("p8", "GP surgery", "Practice nurse"),
    Person("p9", "Youth justice", "Youth worker"),
)
NAMED, UNATTRIBUTED, PRIVATE = Visibility.NAMED_ROLE, Visibility.UNATTRIBUTED, Visibility.FACILITATOR_ONLY


def answer(number: int) -> Source:
    return Source(SourceKind.ANSWER, number)


def said(number: int, text: str, author: str = "p1", **other: Any) -> Said:
    """What somebody answered to a question of their own, under their role."""
    facts: dict[str, Any] = {
        "source": answer(number),
        "text": text,
        "author": author,
        "visibility": NAMED,
        "prompt": "lcat-before@1/moment",
        "heading": Heading.MISSED_OPPORTUNITY,
    }
    return Said(**facts | other)


def room(*words: Said, **other: Any) -> Room:
    return Room(**{"said": words, "people": PEOPLE} | other)


def hearing(*words: Said, **other: Any) -> Hearing:
    return hear(room(*words, **other))


def heard(*words: Said, **other: Any) -> Sequence[Heard]:
    return hearing(*words, **other).heard


CASE: Sequence[Said] = (
    said(1, "He missed two viewings and we closed the application, as the system does after two.", "p2"),
    said(2, "Two missed viewings close an application by themselves. Nobody has to decide it.", "p9"),
    said(3, "The fourth missing report looked like the first, so it got the same answer.", "p4"),
    said(4, "Every number that I rang told me that he was not theirs.", "p3", visibility=UNATTRIBUTED),
    said(5, "The college kept a place open for him all term.", "p1", prompt="strength", heading=Heading.STRENGTH),
    said(
        6,
        "The college kept his place open and rang when he did not come.",
        "p6",
        prompt="strength",
        heading=Heading.STRENGTH,
    ),
    said(7, "How does the adult team decide who can wait?", "p1", prompt="unknown", heading=Heading.OPEN_QUESTION),
    said(8, "His aunt was never asked what she could manage.", "p7", prompt="picture", heading=None),
    said(9, "His tenancy ends on Friday and nobody has told him.", "p2", prompt="worry", heading=None),
    said(
        10,
        "Roedd y llythyr yn Saesneg yn unig, ac nid oedd ei fodryb yn gallu ei ddarllen.",
        "p7",
        prompt="four",
        heading=None,
    ),
    said(11, "My manager told me to say nothing.", "p5", prompt="picture", heading=None, visibility=PRIVATE),
)
"""One young man's case, as a few people told it."""
