"""A new draft beside the one before: what did not change stays where it was, and what is new finds its place in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.synthesis.draft import Draft, Entitled, Heading, Line
from bot.synthesis.heard import Listening, at_least
from bot.synthesis.piles import Accounts
from bot.workshop.summary import Source

FEW_NEW = 0.25
"""Share of new words up to which those before keep their places; above, all is put in order anew."""


class Alike(Protocol):
    """A way to tell which accounts are about the same thing."""

    def groups(self, accounts: Accounts) -> list[list[int]]:
        """The places of *accounts* in groups, each place in one."""

    def homes(self, accounts: Accounts, placed: Mapping[int, int]) -> Mapping[int, int]:
        """The group, by its number, for each place that has none yet and is near enough to what is *placed*."""


@dataclass(frozen=True)
class Before:
    """The draft before, as far as its words are still what they were."""

    lines: Sequence[Line]
    unchanged: frozenset[Source]

    @classmethod
    def of(cls, draft: Draft | None, hearing: Listening) -> "Before":
        if draft is None:
            return cls((), frozenset())
        marks = {each.source: each.mark for each in draft.editions}
        same = {each.source for each in hearing.heard if marks.get(each.source) == each.mark}
        own = tuple(each for each in draft.lines if each.title.entitled is not Entitled.MODEL)
        return cls(own, frozenset(same))

    def grouping(self, accounts: Accounts, heading: Heading, alike: Alike) -> list[list[int]]:
        """The places of *accounts* in groups: as they were, what is new where it is near or by itself."""
        placed = self._homes(heading, accounts)
        new = [place for place in range(len(accounts)) if place not in placed]
        if not placed or len(new) > FEW_NEW * len(placed):
            return alike.groups(accounts)
        near = alike.homes(accounts, placed) if new else {}
        groups: dict[int, list[int]] = defaultdict(list)
        for place, number in sorted({**placed, **near}.items()):
            groups[number].append(place)
        apart = [place for place in new if place not in near]
        among = alike.groups([accounts[place] for place in apart]) if apart else []
        return [*groups.values(), *([apart[place] for place in group] for group in among)]

    def reused(self, line: Line, hearing: Listening) -> Line:
        """*line*, or the one before on the same words, so that its title and quotations stay as they are."""
        before = self._by_key.get((line.heading, line.key))
        if before is None or not self._holds(before, hearing):
            return line
        title = line.title if before.title.entitled is Entitled.FACILITATOR else before.title
        people, agencies = at_least(hearing.of(before.evidence), hearing.room.k)
        return replace(before, title=title, why=line.why, asked=line.asked, claim="", people=people, agencies=agencies)

    def _holds(self, line: Line, hearing: Listening) -> bool:
        speakers = {each.source: each.speaker for each in hearing.heard}
        return self.unchanged.issuperset(line.evidence) and all(
            each.speaker == speakers[each.source] and not each.from_tag for each in line.quotations
        )

    @property
    def _by_key(self) -> Mapping[tuple[Heading, str], Line]:
        return {(each.heading, each.key): each for each in self.lines}

    def _homes(self, heading: Heading, accounts: Accounts) -> dict[int, int]:
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
