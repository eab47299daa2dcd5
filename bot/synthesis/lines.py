"""A line of a draft from a pile: its title, its quotations, its counts, and why it is there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.synthesis import cues, telling
from bot.synthesis.differences import sides
from bot.synthesis.draft import Entitled, Heading, Line, Part, Quotation, Title, Why
from bot.synthesis.heard import Heard, Listening, at_least
from bot.synthesis.piles import Pile
from bot.synthesis.questions import asked
from bot.synthesis.services import named
from bot.synthesis.telling import Corpus, Passage
from bot.synthesis.wording import Span
from bot.workshop.action import Level
from bot.workshop.summary import Source

MOST_SHARED = 4
"""Words of a list that are told of a line."""

HEADINGS = tuple(Heading)
PARTS = (Part.KNOWN, Part.SENSE, Part.HELPED)

WORDINGS: Mapping[Heading, Callable[[str], Span | None]] = {
    Heading.URGENT: cues.dated,
    Heading.OPEN_QUESTION: cues.question,
    Heading.CANDIDATE_ACTION: cues.proposed,
}
"""What finds the sentence for which something stands under a heading."""


@dataclass(frozen=True)
class Writer:
    """Writes lines about what is heard in one room."""

    hearing: Listening
    corpus: Corpus

    def line(self, pile: Pile) -> Line:
        members = pile.members
        people, agencies = at_least(members, self.hearing.room.k)
        several = len(members) > 1
        return Line(
            heading=pile.heading,
            key=key(pile.heading, pile.about, [each.source for each in members]),
            title=self._title(pile),
            evidence=tuple(each.source for each in members),
            why=Why(pile.rule, self._shared(pile), self._nearest(members) if several else ()),
            quotations=self._quotations(pile),
            phrases=telling.phrases(members, self.corpus) if several and not pile.about else (),
            people=people,
            agencies=agencies,
            factor=pile.about if pile.heading is Heading.CONTRIBUTORY_FACTOR else "",
            level=self._level(pile),
            asked=asked(members, self.hearing.room.people) if pile.heading is Heading.OPEN_QUESTION else (),
        )

    def _title(self, pile: Pile) -> Title:
        if pile.about:
            listed = Entitled.FACTOR if pile.heading is Heading.CONTRIBUTORY_FACTOR else Entitled.SERVICE
            return Title(pile.about, listed)
        chosen = self._cued(pile) or telling.title(pile.members, self.corpus)
        if chosen:
            return Title(chosen.words, Entitled.QUOTED, chosen.whose.source)
        found = telling.phrases(pile.members, self.corpus)
        if found and len(pile.members) > 1:
            return Title(found[0], Entitled.PHRASE)
        whole = telling.quotations(pile.members, self.corpus, 1)[0]
        return Title(whole.words, Entitled.QUOTED, whole.whose.source)

    def _cued(self, pile: Pile) -> Passage | None:
        """The sentence that has the wording for which the line is there."""
        find = WORDINGS.get(pile.heading)
        if find is None:
            return None
        found = [self.corpus.passage(each, span) for each in pile.members if (span := find(each.text)) is not None]
        return min(found, key=lambda each: (len(each.words.split()), each.in_order), default=None)

    def _quotations(self, pile: Pile) -> tuple[Quotation, ...]:
        if pile.heading is Heading.DIFFERENCE and (both := sides(pile.members, self.corpus)):
            return tuple(_quoted(each, part) for each, part in zip(both, (Part.ONE_SIDE, Part.OTHER_SIDE), strict=True))
        if pile.heading is Heading.MISSED_OPPORTUNITY and (parts := self._parts(pile.members)):
            return parts
        cued = self._cued(pile)
        if len(pile.members) == 1 and cued:
            return (_quoted(cued),)
        chosen = telling.quotations(pile.members, self.corpus, to_the_point=_to_the_point(pile))
        return tuple(_quoted(each) for each in chosen)

    def _parts(self, members: Sequence[Heard]) -> tuple[Quotation, ...]:
        """Known then, made sense because, would have helped: from the tags that say so, or else as it was answered."""
        for each in members:
            for tag in each.tags:
                if tag.heading is Heading.MISSED_OPPORTUNITY and tag.parts:
                    told = {Part.KNOWN: tag.parts.known, Part.SENSE: tag.parts.sense, Part.HELPED: tag.parts.helped}
                    return tuple(
                        Quotation(each.source, told[part], each.speaker, part, from_tag=True) for part in PARTS
                    )
        answered = [(part, [each for each in members if each.part is part]) for part in PARTS]
        if not any(having for _, having in answered):
            return ()
        moments = [each for each in members if each.part is None]
        chosen = [(None, telling.quotations(moments, self.corpus, 1))] if moments else []
        told_parts = [(part, telling.quotations(having, self.corpus, 1)) for part, having in answered if having]
        return tuple(_quoted(passages[0], part) for part, passages in [*chosen, *told_parts] if passages)

    def _shared(self, pile: Pile) -> tuple[str, ...]:
        if pile.shared or len(pile.members) == 1:
            return pile.shared[:MOST_SHARED]
        return telling.phrases(pile.members, self.corpus)

    def _nearest(self, members: Sequence[Heard]) -> tuple[Source, ...]:
        return tuple(each.source for each in telling.nearest(members, self.corpus))

    def _level(self, pile: Pile) -> Level | None:
        if pile.heading is not Heading.CANDIDATE_ACTION:
            return None
        return cues.level(self._title(pile).words)


def in_order(line: Line, hearing: Listening) -> tuple[int, int, str, str]:
    """By headings; under one, what rests on most first, and then by the words, which tell nothing of who came first."""
    return HEADINGS.index(line.heading), -len(line.evidence), hearing.by_source[line.evidence[0]].mark, line.key


def key(heading: Heading, about: str, sources: Collection[Source]) -> str:
    """The same for the same line whenever the draft is made."""
    ids = sorted((each.kind.value, each.id) for each in sources)
    return blake2b(f"{heading}:{about}:{ids}".encode(), digest_size=8).hexdigest()


def _to_the_point(pile: Pile) -> telling.Meant | None:
    """Tells the sentences for which *pile* is there; ``None`` where all words of its members are."""
    if pile.heading is Heading.CONTRIBUTORY_FACTOR:
        return lambda words: pile.about in cues.factors(words)
    if pile.heading is Heading.MISSING_VOICE:
        return lambda words: any(pile.about in each.services for each in named(words))
    find = WORDINGS.get(pile.heading)
    return (lambda words: find(words) is not None) if find else None


def _quoted(passage: Passage, part: Part | None = None) -> Quotation:
    return Quotation(passage.whose.source, passage.words, passage.whose.speaker, part)
