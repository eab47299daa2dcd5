"""The local engine with what is always at hand: what is alike by telling words, for when the worker cannot run."""

from collections.abc import Mapping
from dataclasses import replace

from bot.synthesis import engine
from bot.synthesis.by_words import together
from bot.synthesis.draft import Draft
from bot.synthesis.heard import Listening
from bot.synthesis.piles import Accounts


def draft(hearing: Listening) -> Draft:
    """A plainer draft: its themes are points raised, however many there are."""
    return replace(engine.draft(hearing, ByTerms()), finished=False, plainer=True)


class ByTerms:
    """Tells what is about the same thing by the telling words that two texts share."""

    def groups(self, accounts: Accounts) -> list[list[int]]:
        return together(["\n".join(each.plain for each in account) for account in accounts])

    def homes(self, accounts: Accounts, placed: Mapping[int, int]) -> Mapping[int, int]:
        """Where the group that everything would be in has one home, that is it."""
        found: dict[int, int] = {}
        for group in self.groups(accounts):
            homes = {placed[place] for place in group if place in placed}
            if len(homes) == 1:
                found |= {place: min(homes) for place in group if place not in placed}
        return found
