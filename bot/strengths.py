"""The strength that an action's words suggest, by the hierarchy in ``prompts/lexicon/strength.yml``."""

from functools import cache

from bot.workshop.action import Strength
from bot.workshop.strength import Sign, Suggestion, suggest
from prompts.strengths import kinds


def suggested(change: str) -> Suggestion | None:
    return suggest(change, _signs())


@cache
def _signs() -> tuple[Sign, ...]:
    return tuple(
        Sign(
            each.name,
            Strength(each.strength),
            tuple(words for spoken in each.words.values() for words in spoken),
        )
        for each in kinds().kinds
    )
