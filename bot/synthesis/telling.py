"""What is telling in some texts beside all the others: key phrases, one clause for a title, quotations that differ."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.synthesis.heard import Heard
from bot.synthesis.wording import Span, clauses
from bot.workshop.summary import Source

LONGEST_TITLE, SHORTEST_TITLE = 14, 4
"""Words in a title that quotes somebody."""

LONGEST_QUOTATION = 45

MOST_PHRASES, MOST_QUOTATIONS = 3, 4

LONGEST_PHRASE = 3
"""Telling words in one phrase."""

SAID_BY_MANY = 1.5
"""A word counts for the share of the members that have it, to this power: what many say before what few do."""

SAID_ALREADY = 0.1
"""What is left of a word's worth once a quotation has it: the next is to say something else."""

BREVITY = 0.8
"""How much a long sentence has to say more than a short one."""

SAME_AGENCY = 0.6
"""What is left of a quotation's worth where its agency has been quoted in the line."""

SMALL = 3
"""Letters of a word that weighs only half in a sentence's length."""

DIFFERENT_ENOUGH = 0.6
"""Likeness to a quotation before it from which another says nothing new."""

Weights = Mapping[str, float]

Meant = Callable[[str], bool]
"""Whether a sentence is why a line is there."""


@dataclass(frozen=True)
class Passage:
    """Some of somebody's words, with the weights of their stems."""

    whose: Heard
    words: str
    weights: Weights

    @cached_property
    def length(self) -> float:
        return math.sqrt(sum(weight * weight for weight in self.weights.values()))

    @property
    def in_order(self) -> tuple[tuple[str, Source], str]:
        return self.whose.in_order, self.words


@dataclass(frozen=True)
class Corpus:
    """All texts of a draft, by which it is told what is rare."""

    counts: Mapping[str, int]
    size: int

    @classmethod
    def of(cls, heard: Iterable[Heard]) -> "Corpus":
        counts: Counter[str] = Counter()
        size = 0
        for each in heard:
            counts.update({stem for stem, _, _ in each.stemmed})
            size += 1
        return cls(counts, size)

    def rarity(self, stem: str) -> float:
        return math.log((1 + self.size) / (1 + self.counts.get(stem, 0))) + 1.0

    def passage(self, whose: Heard, span: Span | None = None) -> Passage:
        """What stands in *span* of somebody's words, or all of them."""
        start, end = span or (0, len(whose.text))
        found = Counter(stem for stem, first, last in whose.stemmed if start <= first and last <= end)
        return Passage(whose, whose.text[start:end], self.weighed(found))

    def weighed(self, found: Mapping[str, int]) -> Weights:
        return {stem: (1 + math.log(count)) * self.rarity(stem) for stem, count in found.items()}


def likeness(one: Passage, other: Passage) -> float:
    """How alike two passages are by their stems, from 0 to 1."""
    shared = sum(weight * other.weights[stem] for stem, weight in one.weights.items() if stem in other.weights)
    lengths = one.length * other.length
    return round(shared / lengths, 9) if lengths else 0.0


def phrases(members: Sequence[Heard], corpus: Corpus) -> tuple[str, ...]:
    """The phrases that *members* have and others have not, as they are written, the most telling first (c-TF-IDF)."""
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    having: Counter[tuple[str, ...]] = Counter()
    for each in members:
        found = list(_phrases(each))
        having.update({stems for stems, _ in found})
        for stems, words in found:
            written[stems][words] += 1
    often = {stems: count for stems, count in having.items() if count > 1} or having
    ranked = sorted(often, key=lambda stems: (-_telling(stems, having, corpus), stems))
    chosen: list[tuple[str, ...]] = []
    for stems in ranked:
        if len(chosen) < MOST_PHRASES and not any(set(stems) & set(other) for other in chosen):
            chosen.append(stems)
    return tuple(min(written[stems], key=lambda words: (-written[stems][words], len(words), words)) for stems in chosen)


def title(members: Sequence[Heard], corpus: Corpus) -> Passage | None:
    """The clause that stands best for *members*; ``None`` where none is short enough."""
    middle = _middle(members, corpus)
    candidates = [
        corpus.passage(each, (start, end))
        for each in members
        for start, end in clauses(each.text)
        if SHORTEST_TITLE <= len(each.text[start:end].split()) <= LONGEST_TITLE
    ]
    return min(candidates, key=lambda each: (-likeness(each, middle), each.in_order), default=None)


def quotations(
    members: Sequence[Heard], corpus: Corpus, most: int = MOST_QUOTATIONS, *, to_the_point: Meant | None = None
) -> tuple[Passage, ...]:
    """Whole sentences of *members* that stand for all and differ from one another: one from each person at most.

    Of whoever has sentences *to_the_point*, only those are quoted.
    """
    having = Counter(stem for each in members for stem in {stem for stem, _, _ in each.stemmed})
    worth = {stem: (count / len(members)) ** SAID_BY_MANY for stem, count in having.items()}
    waiting = [passage for each in members for passage in _sentences(each, corpus, to_the_point)]
    chosen: list[Passage] = []
    while waiting and len(chosen) < most:
        agencies = {each.whose.agency for each in chosen} - {""}
        best = min(waiting, key=lambda each: (-_worth(each, worth, agencies), each.in_order))
        if any(likeness(best, each) > DIFFERENT_ENOUGH for each in chosen):
            waiting.remove(best)
            continue
        chosen.append(best)
        worth |= {stem: worth[stem] * SAID_ALREADY for stem in best.weights}
        waiting = [each for each in waiting if not _same_person(each.whose, best.whose)]
    return tuple(chosen)


def nearest(members: Sequence[Heard], corpus: Corpus, most: int = 3) -> tuple[Heard, ...]:
    """The members that are nearest to the middle of all."""
    middle = _middle(members, corpus)
    all_of_them = [corpus.passage(each) for each in members]
    ranked = sorted(all_of_them, key=lambda each: (-likeness(each, middle), each.in_order))
    return tuple(each.whose for each in ranked[:most])


def _middle(members: Sequence[Heard], corpus: Corpus) -> Passage:
    total = Counter(stem for each in members for stem, _, _ in each.stemmed)
    return Passage(members[0], "", corpus.weighed(total))


def _worth(passage: Passage, worth: Weights, agencies: Collection[str]) -> float:
    """What a passage says of what many say, for its length."""
    words = passage.words.split()
    length = float(len(words) + sum(1 for word in words if len(word) > SMALL)) / 2
    said = sum(worth[stem] for stem in passage.weights) / math.pow(length, BREVITY)
    return round(said * (SAME_AGENCY if passage.whose.agency in agencies else 1.0), 9)


def _same_person(one: Heard, other: Heard) -> bool:
    """As far as readers can tell: without their role, only the same words are surely of the same person."""
    return one.author == other.author if one.author or other.author else one.source == other.source


def _sentences(whose: Heard, corpus: Corpus, to_the_point: Meant | None) -> list[Passage]:
    short = [span for span in whose.sentences if len(whose.text[span[0] : span[1]].split()) <= LONGEST_QUOTATION]
    found = [corpus.passage(whose, span) for span in short or whose.sentences[:1]]
    return [each for each in found if to_the_point and to_the_point(each.words)] or found


def _phrases(whose: Heard) -> Iterable[tuple[tuple[str, ...], str]]:
    """Runs of telling words that stand next to each other, with at most two small words between."""
    text, found = whose.text, whose.stemmed
    for first, (_, start, _) in enumerate(found):
        for last in range(first, min(first + LONGEST_PHRASE, len(found))):
            if last > first and not _adjoining(text[found[last - 1][2] : found[last][1]]):
                break
            words = " ".join(text[start : found[last][2]].casefold().split())
            yield tuple(stem for stem, _, _ in found[first : last + 1]), words


def _adjoining(between: str) -> bool:
    return len(between.split()) <= 2 and not any(sign in between for sign in ".,;:!?()[]\n–—")  # noqa: PLR2004


def _telling(stems: tuple[str, ...], having: Mapping[tuple[str, ...], int], corpus: Corpus) -> float:
    rarity = sum(corpus.rarity(stem) for stem in stems) / len(stems)
    return round(having[stems] * rarity * (1 + 0.3 * (len(stems) - 1)), 9)
