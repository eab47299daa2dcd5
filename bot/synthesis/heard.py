"""Who may be heard in a draft, and what with: whoever writes without their role stays one of ``k`` who could have.

What an engine sees of unattributed words is the words. Their author, agency and place in time are gone before anything
is made of them, and who else could have written them is reckoned from what readers can see, never from who did. So a
room in which another of these people wrote them gives the same draft, letter for letter.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from bot.synthesis import wording
from bot.synthesis.draft import Edition, Heading, Part, Person, Room, Said, Seen, Tag
from bot.synthesis.material import wordless
from bot.synthesis.pointing import hands, placed, telltale
from bot.synthesis.wording import Span
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Visibility


@dataclass(frozen=True)
class Heard:
    """Words as an engine reads them; unattributed ones have no author and no agency.

    ``pseudonym`` is what everybody calls whom the case is about, and so tells nothing.
    """

    source: Source
    text: str
    prompt: str
    heading: Heading | None
    stage: str
    reply_to: Source | None
    tags: tuple[Tag, ...]
    part: Part | None = None
    author: str = ""
    speaker: str = ""
    agency: str = ""
    pseudonym: str = ""

    @cached_property
    def plain(self) -> str:
        """The text with a blank for each letter of the pseudonym."""
        if not self.pseudonym.split():
            return self.text
        names = "|".join(re.escape(each) for each in self.pseudonym.split())
        return re.sub(rf"\b(?:{names})\b", lambda name: " " * len(name[0]), self.text, flags=re.IGNORECASE)

    @cached_property
    def mark(self) -> str:
        """What tells these words from others, and nothing of when or by whom they were written."""
        return blake2b(self.text.encode(), digest_size=8).hexdigest()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(wording.sentences(self.text))

    @cached_property
    def stemmed(self) -> tuple[tuple[str, int, int], ...]:
        return tuple(wording.stemmed(self.plain))

    @property
    def in_order(self) -> tuple[str, Source]:
        """Where it stands among others: by the words, so never by when or by whom they were written."""
        return self.mark, self.source


@dataclass(frozen=True)
class Listening:
    """Words that an engine reads, in order.

    ``room`` has nothing that was said any more: whoever drafts cannot look up who wrote what.
    """

    heard: tuple[Heard, ...]
    room: Room

    @cached_property
    def by_source(self) -> Mapping[Source, Heard]:
        return {each.source: each for each in self.heard}

    @property
    def editions(self) -> tuple[Edition, ...]:
        return tuple(Edition(each.source, each.mark) for each in self.heard)

    def of(self, sources: Iterable[Source]) -> tuple[Heard, ...]:
        """The words of *sources* that are heard, in order."""
        known = {self.by_source[each] for each in sources if each in self.by_source}
        return tuple(sorted(known, key=lambda each: each.in_order))


@dataclass(frozen=True)
class Hearing(Listening):
    """Words that may be shown to the group; ``held_back`` are those that would point to who wrote them."""

    could: Mapping[Source, frozenset[str]]
    held_back: tuple[Source, ...] = ()

    def seen(self, sources: Iterable[Source]) -> tuple[Seen, ...]:
        """What to keep with a version that shows *sources*."""
        return tuple(
            Seen(each.source, each.prompt, each.author, tuple(sorted(self.could.get(each.source, ()))))
            for each in self.of(sources)
        )


@dataclass(frozen=True)
class InConfidence(Listening):
    """Words that one reader alone may read. The gate takes none, so that nothing made of them can be published."""


@dataclass(frozen=True)
class _Memory:
    """What readers remember of published versions: who answered what under their role, and who could have else.

    ``unattributed`` are the words that were shown without a role, each with its question and who was left.
    """

    known: frozenset[Source]
    answered: Mapping[str, frozenset[str]]
    unattributed: Mapping[Source, tuple[str, frozenset[str]]]

    @classmethod
    def of(cls, seen: Iterable[Seen]) -> "_Memory":
        known: set[Source] = set()
        answered: dict[str, frozenset[str]] = {}
        could: dict[Source, tuple[str, frozenset[str]]] = {}
        for each in seen:
            if each.author:
                known.add(each.source)
                answered[each.prompt] = answered.get(each.prompt, frozenset()) | {each.author}
            else:
                _, before = could.get(each.source, ("", frozenset(each.could)))
                could[each.source] = (each.prompt, before.intersection(each.could))
        return cls(frozenset(known), answered, could)

    def with_named(self, named: Iterable[Said]) -> "_Memory":
        """What readers know who also see *named*."""
        answered = dict(self.answered)
        for each in named:
            answered[each.prompt] = answered.get(each.prompt, frozenset()) | {each.author}
        return replace(self, answered=answered)

    def left(self, source: Source) -> frozenset[str]:
        """Who could still have written what was shown unattributed."""
        prompt, could = self.unattributed[source]
        return could - self.answered.get(prompt, frozenset())

    def without_conflict(self, named: Sequence[Said], k: int) -> list[Said]:
        """*named* without what would tell who wrote something that a published version showed unattributed.

        Whoever now answers the same question under their role did not write it; where that leaves fewer than *k*, none
        of these new answers is shown.
        """
        then = self.with_named(named)
        conflicts = {self.unattributed[source][0] for source in self.unattributed if len(then.left(source)) < k}
        return [
            each
            for each in named
            if each.prompt not in conflicts or each.author in self.answered.get(each.prompt, frozenset())
        ]

    def think_of(self, said: Said, people: Sequence[Person]) -> frozenset[str]:
        """Who could have written *said*; nobody where it must not be shown again.

        Words that stood under a role are known. Where somebody is gone, their words go, and so does all else that they
        could have written: what vanished alone would be theirs.
        """
        here = frozenset(each.key for each in people)
        _, before = self.unattributed.get(said.source, ("", here))
        if said.source in self.known or not before <= here:
            return frozenset()
        could = before - self.answered.get(said.prompt, frozenset())
        belonging = placed(said.text, people)
        return could if belonging is None else could & belonging


def hear(room: Room) -> Hearing:
    """What of *room* may be shown, to readers who remember every published version."""
    people = {each.key: each for each in room.people}
    open_ones = [each for each in room.said if _may_enter(each)]
    memory = _Memory.of(room.seen)
    named = memory.without_conflict([each for each in open_ones if _under_a_role(each, people)], room.k)
    hidden = [each for each in open_ones if not _under_a_role(each, people)]
    readers, writers = memory.with_named(named), hands(named)
    could = {each.source: readers.think_of(each, room.people) for each in hidden}
    quiet = [each for each in hidden if len(could[each.source]) >= room.k and not telltale(each.text, writers)]
    called = room.pseudonym
    heard = [_heard(each, people.get(each.author), called) for each in named]
    heard += [_heard(each, None, called) for each in quiet]
    shown = {each.source for each in heard}
    return Hearing(
        heard=tuple(sorted(heard, key=lambda each: each.in_order)),
        room=replace(room, said=(), seen=()),
        could={source: keys for source, keys in could.items() if source in shown},
        held_back=tuple(sorted(each.source for each in open_ones if each.source not in shown)),
    )


def at_least(members: Collection[Heard], k: int) -> tuple[int | None, int | None]:
    """How many people, and from how many agencies, said *members* at the least; ``None`` below *k* people.

    Unattributed words count only as far as everybody can see that they are of different people: nobody answers one
    question twice.
    """
    under_a_role = {each.author for each in members if each.author}
    one_question = Counter(each.prompt for each in members if each.source.kind is SourceKind.ANSWER)
    people = max(len(under_a_role), *one_question.values(), 0)
    if people < k:
        return None, None
    return people, len({each.agency.casefold() for each in members if each.agency}) or None


def _may_enter(said: Said) -> bool:
    return said.visibility is not Visibility.FACILITATOR_ONLY and not said.apart and not wordless(said.text)


def _under_a_role(said: Said, people: Mapping[str, Person]) -> bool:
    return said.visibility is Visibility.NAMED_ROLE and said.author in people


def _heard(said: Said, author: Person | None, pseudonym: str) -> Heard:
    return Heard(
        source=said.source,
        text=said.text,
        prompt=said.prompt,
        heading=said.heading,
        stage=said.stage,
        reply_to=said.reply_to if author else None,
        tags=said.tags,
        part=said.part,
        author=author.key if author else "",
        speaker=author.role if author else "",
        agency=author.agency if author else "",
        pseudonym=pseudonym,
    )
