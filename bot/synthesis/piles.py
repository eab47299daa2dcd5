"""Piles under the headings: which words lie together where, and by which rule, before any line is written.

What people were asked comes first, then what they tagged; wording finds the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.synthesis import cues
from bot.synthesis.draft import Heading, Rule
from bot.synthesis.heard import Heard, Listening
from bot.synthesis.services import Named, named, services_of
from bot.workshop.summary import Source, SourceKind

REPLY, SAME_TAG = 1.5, 1.0
"""What a reply and a common tag weigh beside words, which weigh 1."""

GROUPED = (Heading.THEME, Heading.MISSED_OPPORTUNITY, Heading.STRENGTH, Heading.OPEN_QUESTION, Heading.CANDIDATE_ACTION)
"""Headings under which words that are alike stand behind one line."""


@dataclass(frozen=True)
class Pile:
    """Words that lie together under a heading. ``about`` is a factor, a service or nothing in particular."""

    heading: Heading
    members: tuple[Heard, ...]
    rule: Rule
    about: str = ""
    shared: tuple[str, ...] = ()

    @property
    def sources(self) -> frozenset[Source]:
        return frozenset(each.source for each in self.members)


@dataclass
class _Found:
    """Words that a heading takes, and why."""

    members: list[Heard] = field(default_factory=list)
    rules: dict[Source, Rule] = field(default_factory=dict)

    def add(self, each: Heard, rule: Rule) -> None:
        if each.source not in self.rules:
            self.members.append(each)
            self.rules[each.source] = rule


Accounts = Sequence[tuple[Heard, ...]]
"""What is put together as one: mostly one answer, or all that somebody answered about one moment."""

Grouping = Callable[[Heading, Accounts], list[list[int]]]
"""Puts accounts that belong together into groups, by their places."""


def piles(hearing: Listening, grouping: Grouping) -> list[Pile]:
    """Every pile under every heading but the differences, in no particular order."""
    found = _by_heading(hearing)
    grouped = [pile for heading in GROUPED for pile in _grouped(heading, found[heading], grouping)]
    return [*_urgent(hearing), *grouped, *_factors(hearing), *_missing_voices(hearing)]


def links(accounts: Accounts) -> dict[tuple[int, int], float]:
    """What joins each two of *accounts* beside their words."""
    found: dict[tuple[int, int], float] = defaultdict(float)
    place_of = {each.source: place for place, account in enumerate(accounts) for each in account}
    for place, account in enumerate(accounts):
        for each in account:
            to = place_of.get(each.reply_to) if each.reply_to else None
            if to is not None and to != place:
                found[min(to, place), max(to, place)] += REPLY
    for pair in _pairs(accounts, lambda each: {f"{tag.heading}:{tag.factor}" for tag in each.tags}):
        found[pair] += SAME_TAG
    return dict(found)


def _pairs(accounts: Accounts, of: Callable[[Heard], Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Neighbours among the accounts that have something in common: a chain, so that many cost no more than few."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, account in enumerate(accounts):
        for what in sorted({what for each in account for what in of(each)}):
            having[what].append(place)
    for places in having.values():
        yield from pairwise(places)


def _by_heading(hearing: Listening) -> Mapping[Heading, _Found]:
    found: dict[Heading, _Found] = defaultdict(_Found)
    for each in hearing.heard:
        found[each.heading or Heading.THEME].add(each, Rule.PROMPT)
        for tag in each.tags:
            found[tag.heading].add(each, Rule.TAGGED)
        if cues.asked(each.text):
            found[Heading.OPEN_QUESTION].add(each, Rule.ASKED)
        elif cues.wondered(each.text):
            found[Heading.OPEN_QUESTION].add(each, Rule.WONDERED)
        if cues.proposed(each.text):
            found[Heading.CANDIDATE_ACTION].add(each, Rule.PROPOSED)
    return found


def _grouped(heading: Heading, found: _Found, grouping: Grouping) -> Iterator[Pile]:
    accounts = (
        _accounts(found.members) if heading is Heading.MISSED_OPPORTUNITY else [(each,) for each in found.members]
    )
    for group in grouping(heading, accounts) if accounts else []:
        members = tuple(sorted((each for place in group for each in accounts[place]), key=lambda each: each.in_order))
        yield Pile(*_placed(heading, members, found, together=len(group) > 1))


def _placed(
    heading: Heading, members: tuple[Heard, ...], found: _Found, *, together: bool
) -> tuple[Heading, tuple[Heard, ...], Rule]:
    """Under which heading *members* stand, and why: one person's own theme is also said."""
    if heading is Heading.THEME and one_voice(members):
        return Heading.ALSO_SAID, members, Rule.ALONE
    return heading, members, Rule.ALIKE if together else min(found.rules[each.source] for each in members)


def one_voice(members: Sequence[Heard]) -> bool:
    """Whether readers can tell that all of *members* are of one person: two without a role may be of two."""
    return len(members) == 1 or (all(each.author for each in members) and len({each.author for each in members}) == 1)


def _accounts(members: Sequence[Heard]) -> list[tuple[Heard, ...]]:
    """What one person wrote under their role to the questions about one moment; each unattributed answer alone."""
    by_author: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for each in members:
        private = each.author and each.source.kind is SourceKind.ANSWER
        by_author[(each.author, each.stage) if private else (each.mark, str(each.source))].append(each)
    return [tuple(each) for each in by_author.values()]


def _urgent(hearing: Listening) -> Iterator[Pile]:
    for each in hearing.heard:
        tagged = any(tag.heading is Heading.URGENT for tag in each.tags)
        if tagged or cues.dated(each.text):
            yield Pile(Heading.URGENT, (each,), Rule.TAGGED if tagged else Rule.DATED)


def _factors(hearing: Listening) -> Iterator[Pile]:
    """One pile for each factor: what is tagged with it, and what has words of the list."""
    tagged: dict[str, set[Source]] = defaultdict(set)
    listed: dict[str, dict[Source, tuple[str, ...]]] = defaultdict(dict)
    for each in hearing.heard:
        for tag in each.tags:
            if tag.heading is Heading.CONTRIBUTORY_FACTOR and tag.factor:
                tagged[tag.factor].add(each.source)
        for factor, words in cues.factors(each.text).items():
            listed[factor][each.source] = words
    for factor in sorted(tagged.keys() | listed.keys()):
        members = hearing.of(tagged[factor] | listed[factor].keys())
        shared = dict.fromkeys(words for each in members for words in listed[factor].get(each.source, ()))
        rule = Rule.TAGGED if tagged[factor] else Rule.LISTED
        yield Pile(Heading.CONTRIBUTORY_FACTOR, members, rule, factor, tuple(shared))


def _missing_voices(hearing: Listening) -> Iterator[Pile]:
    """Services that are named and that nobody in the room belongs to."""
    here = frozenset[str]().union(*(services_of(each) for each in hearing.room.people))
    naming: dict[str, dict[Source, str]] = defaultdict(dict)
    for each in hearing.heard:
        for name in named(each.text):
            for service in _not_here(name, here):
                naming[service].setdefault(each.source, name.words)
    for service, found in sorted(naming.items()):
        shared = {found[each.source].casefold(): found[each.source] for each in reversed(hearing.of(found))}
        yield Pile(Heading.MISSING_VOICE, hearing.of(found), Rule.NAMED, service, tuple(shared.values())[::-1])


def _not_here(name: Named, here: frozenset[str]) -> Sequence[str]:
    return () if here.intersection(name.services) else name.services
