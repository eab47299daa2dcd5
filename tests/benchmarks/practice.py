"""Rooms of made-up practice, as large as wanted, of which it is known what each contribution is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from bot.synthesis.draft import Heading, Person, Room, Said, Tag
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Visibility
from tests.benchmarks.practice_sentences import ASIDES, SUBJECTS, WELSH

ROLES = (
    ("Health board", "Community nurse"),
    ("City council housing", "Housing officer"),
    ("Further education college", "Tutor"),
    ("Police", "Neighbourhood officer"),
    ("Children's services", "Social worker"),
    ("Adult mental health", "Duty nurse"),
    ("Leaving care team", "Personal adviser"),
    ("GP surgery", "Practice nurse"),
    ("Youth justice", "Youth worker"),
)
HEADINGS = {"moment": None, "sense": None, "strength": None, "picture": None}
ELSEWHERE = 0.3
"""Share of contributions that stand under another question than the one that fits."""

REPLYING, TAGGED, IN_WELSH, WITH_AN_ASIDE = 0.2, 0.15, 0.05, 0.4

FACTORS = {
    "letters": "tools",
    "threshold": "rules",
    "waiting": "timing",
    "handover": "handover",
    "sharing": "team",
    "housing": "outside",
    "supervision": "supervision",
    "workload": "workload",
    "family": "person",
    "health": "task",
}
"""As what somebody might tag what is said of a subject; what went well is tagged as no factor."""


@dataclass(frozen=True)
class Practice:
    """A room with the subject of each of its contributions."""

    room: Room
    about: Mapping[Source, str]

    @property
    def texts(self) -> list[str]:
        return [each.text for each in self.room.said]

    @property
    def subjects(self) -> list[str]:
        return [self.about[each.source] for each in self.room.said]


def practice(count: int, seed: int) -> Practice:
    """*count* contributions on twelve subjects, some raised much more often than others."""
    chance = Random(seed)  # noqa: S311 - made-up text
    subjects = sorted(SUBJECTS)
    chance.shuffle(subjects)
    weights = list(accumulate(1 / (rank + 1) ** 0.5 for rank in range(len(subjects))))
    people = tuple(Person(f"p{number}", *ROLES[number % len(ROLES)]) for number in range(max(9, min(25, count // 4))))
    said: list[Said] = []
    about: dict[Source, str] = {}
    latest: dict[str, Source] = {}
    for number in range(count):
        [subject] = chance.choices(subjects, cum_weights=weights)
        source = Source(SourceKind.CONTRIBUTION, number)
        replies = latest.get(subject) if chance.random() < REPLYING else None
        asked = SUBJECTS[subject].asked if chance.random() > ELSEWHERE else chance.choice(sorted(HEADINGS))
        who = chance.choice(people).key
        text = _text(subject, chance)
        factor = FACTORS.get(subject, "") if chance.random() < TAGGED else ""
        tags = (Tag(Heading.CONTRIBUTORY_FACTOR, factor),) if factor else ()
        said.append(Said(source, text, who, Visibility.NAMED_ROLE, asked, HEADINGS[asked], asked, replies, tags=tags))
        about[source] = subject
        latest[subject] = source
    return Practice(Room(tuple(said), people), about)


def plain(one: Practice) -> Practice:
    """The same words without what people were asked and whom they answered."""
    said = tuple(
        Said(each.source, each.text, each.author, each.visibility, "anything", Heading.THEME) for each in one.room.said
    )
    return Practice(Room(said, one.room.people), one.about)


def topics(seed: int, size: int) -> Sequence[tuple[list[str], Sequence[str]]]:
    """For each subject, *size* contributions about it and what it comes to in short."""
    chance = Random(seed)  # noqa: S311 - made-up text
    return [
        ([_text(name, chance, welsh=0) for _ in range(size)], each.in_short) for name, each in sorted(SUBJECTS.items())
    ]


def _text(subject: str, chance: Random, welsh: float = IN_WELSH) -> str:
    spoken = [text for about, text in WELSH if about == subject]
    if spoken and chance.random() < welsh:
        return chance.choice(spoken)
    sentences = chance.sample(SUBJECTS[subject].told, chance.choice([1, 1, 1, 2]))
    if chance.random() < WITH_AN_ASIDE:
        sentences.insert(chance.choice([0, len(sentences)]), chance.choice(ASIDES))
    return " ".join(_said(each, chance) for each in sentences)


def _said(sentence: str, chance: Random) -> str:
    return re.sub(r"\{([^}]*)\}", lambda choice: chance.choice(choice[1].split("|")), sentence)
