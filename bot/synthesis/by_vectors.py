"""The local engine as it is meant to be: words that are alike by vectors. Only the worker process imports it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from threadpoolctl import threadpool_limits

from bot.synthesis import engine
from bot.synthesis.clusters import A_FEW, clustered, few
from bot.synthesis.draft import Draft
from bot.synthesis.engine import ENOUGH_FOR_THEMES
from bot.synthesis.heard import Listening
from bot.synthesis.piles import Accounts, links
from bot.synthesis.vectors import Vectors, beside, drawn_together, vectors
from bot.synthesis.wording import stems

SAME_QUESTION = 0.35
"""What a common question weighs beside words, which weigh 1."""

LINKED = 0.5
"""What the words that a text is linked with weigh beside its own, which weigh 1."""

NEIGHBOURS = 5
NEAR = 0.3
"""Likeness to its neighbours from which something new joins their group."""


class Reading(Protocol):
    """How texts become rows, as ``vectors`` does."""

    def __call__(self, texts: Sequence[str], /, *, subjects_only: bool = False) -> Vectors: ...


def draft(hearing: Listening, read: Reading = vectors) -> Draft:
    # More threads add up in another order, and the last digits decide between equals.
    with threadpool_limits(1):
        return engine.draft(hearing, ByVectors(read))


@dataclass(frozen=True)
class ByVectors:
    """Tells what is about the same thing by links, by the question, and by words and parts of words."""

    read: Reading = vectors

    def groups(self, accounts: Accounts) -> list[list[int]]:
        texts = _texts(accounts)
        asked = [account[0].prompt for account in accounts]
        joined = links(accounts)
        if len(texts) < A_FEW:
            return few(self.read(texts, subjects_only=True), [stems(each) for each in texts], joined, asked)
        words = self.read(texts)
        together = drawn_together(beside(words, asked, SAME_QUESTION), joined, LINKED)
        holding = words if len(texts) >= ENOUGH_FOR_THEMES else self.read(texts, subjects_only=True)
        return clustered(holding, joined, together=together)

    def homes(self, accounts: Accounts, placed: Mapping[int, int]) -> Mapping[int, int]:
        """By a vote of the nearest neighbours that have a group, each as loud as it is near."""
        rows = drawn_together(self.read(_texts(accounts)), links(accounts), LINKED)
        known = sorted(placed)
        found: dict[int, int] = {}
        for place in range(len(accounts)):
            if place in placed:
                continue
            alike = rows[known] @ rows[place]
            votes: dict[int, float] = defaultdict(float)
            for other in np.argsort(-alike, kind="stable")[:NEIGHBOURS].tolist():
                if alike[other] >= NEAR:
                    votes[placed[known[other]]] += float(alike[other])
            if votes:
                found[place] = max(votes, key=lambda home: (round(votes[home], 9), -home))
        return found


def _texts(accounts: Accounts) -> Sequence[str]:
    return ["\n".join(each.plain for each in account) for account in accounts]
