"""A new draft beside the one before: what did not change stays where it was, and what is new finds its place in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.synthesis.draft import Draft, Entitled, Heading, Line
from bot.synthesis.heard import Heard, Hearing, at_least
from bot.synthesis.piles import grouped_by_words
from bot.synthesis.vectors import Vectors, vectors
from bot.workshop.summary import Source

FEW_NEW = 0.25
"""Share of new words up to which those before keep their places; above, all is put in order anew."""

NEIGHBOURS = 5
NEAR = 0.3
"""Likeness to its neighbours from which something new joins their group."""


@dataclass(frozen=True)
class Before:
    """The draft before, as far as its words are still what they were."""

    lines: Sequence[Line]
    unchanged: frozenset[Source]

    @classmethod
    def of(cls, draft: Draft | None, hearing: Hearing) -> "Before":
        if draft is None:
            return cls((), frozenset())
        marks = {each.source: each.mark for each in draft.editions}
        same = {each.source for each in hearing.heard if marks.get(each.source) == each.mark}
        return cls(draft.lines, frozenset(same))

    def grouping(self, heading: Heading, accounts: Sequence[tuple[Heard, ...]]) -> list[list[int]]:
        """The places of *accounts* in groups: as they were, what is new where it is near or by itself."""
        homes = self._homes(heading, accounts)
        new = [place for place in range(len(accounts)) if place not in homes]
        if not homes or len(new) > FEW_NEW * len(homes):
            return grouped_by_words(heading, accounts)
        groups: dict[int, list[int]] = defaultdict(list)
        for place, number in homes.items():
            groups[number].append(place)
        rows = vectors(["\n".join(each.text for each in account) for account in accounts]) if new else None
        apart: list[int] = []
        for place in new:
            home = _nearest_home(place, rows, homes)
            (apart if home is None else groups[home]).append(place)
        among = grouped_by_words(heading, [accounts[place] for place in apart]) if apart else []
        return [*groups.values(), *([apart[place] for place in group] for group in among)]

    def reused(self, line: Line, hearing: Hearing) -> Line:
        """*line*, or the one before on the same words, so that its title and quotations stay as they are."""
        before = self._by_key.get((line.heading, line.key))
        if before is None or not self._holds(before, hearing) or before.title.entitled is Entitled.FACILITATOR:
            return line
        people, agencies = at_least(hearing.of(before.evidence), hearing.room.k)
        return replace(before, why=line.why, asked=line.asked, claim="", people=people, agencies=agencies)

    def _holds(self, line: Line, hearing: Hearing) -> bool:
        speakers = {each.source: each.speaker for each in hearing.heard}
        return self.unchanged.issuperset(line.evidence) and all(
            each.speaker == speakers[each.source] and not each.from_tag for each in line.quotations
        )

    @property
    def _by_key(self) -> Mapping[tuple[Heading, str], Line]:
        return {(each.heading, each.key): each for each in self.lines}

    def _homes(self, heading: Heading, accounts: Sequence[tuple[Heard, ...]]) -> dict[int, int]:
        """The line, by its place, in which each account was."""
        headings = {heading, Heading.ALSO_SAID} if heading is Heading.THEME else {heading}
        line_of = {
            source: place
            for place, line in enumerate(self.lines)
            if line.heading in headings
            for source in line.evidence
            if source in self.unchanged
        }
        found = {}
        for place, account in enumerate(accounts):
            lines = {line_of.get(each.source) for each in account}
            if len(lines) == 1 and (home := lines.pop()) is not None:
                found[place] = home
        return found


def _nearest_home(place: int, rows: Vectors | None, homes: Mapping[int, int]) -> int | None:
    """The group to which the nearest of those that have one belong, where they are near enough."""
    if rows is None:
        return None
    placed = sorted(homes)
    alike = rows[placed] @ rows[place]
    votes: dict[int, float] = defaultdict(float)
    for other in np.argsort(-alike, kind="stable")[:NEIGHBOURS].tolist():
        if alike[other] >= NEAR:
            votes[homes[placed[other]]] += float(alike[other])
    return max(votes, key=lambda home: (round(votes[home], 9), -home)) if votes else None
