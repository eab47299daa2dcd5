"""What can be tagged: words that the group has read, and that are not about a risk to somebody now."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import rounds, silent
from bot.material import kept_apart
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import Phase, Visibility, Workshop

OPEN_TO_TAGS = (Phase.LIVE, Phase.AGREEING)


@dataclass(frozen=True)
class Taggable:
    """Words that the group has read; ``speaker`` is empty where they are unattributed."""

    source: Source
    words: str
    speaker: str


def taggable(work: Work, workshop: Workshop) -> dict[Source, Taggable]:
    """All of it, in the order in which it was said."""
    replies = [
        Taggable(Source(SourceKind.CONTRIBUTION, each.id), each.words, _speaker(workshop, each.user, each.visibility))
        for each in work.contributions.of(workshop.id)
        if each.words and each.visibility is not Visibility.FACILITATOR_ONLY and not kept_apart(each)
    ]
    return {each.source: each for each in [*replies, *_silent_answers(work, workshop)]}


def _silent_answers(work: Work, workshop: Workshop) -> Sequence[Taggable]:
    packs = {rounds.of_stage(each).pack for each in work.stages.of(workshop.id) if each.revealed_at}
    if not packs:
        return ()
    sent = work.answers.of(workshop.id)
    shown = [each for pack in packs for each in silent.for_everybody([a for a in sent if a.pack == pack], workshop)]
    return [
        Taggable(Source(SourceKind.ANSWER, each.id), each.words, _speaker(workshop, each.user, each.visibility))
        for each in shown
    ]


def _speaker(workshop: Workshop, user: UserId, visibility: Visibility) -> str:
    author = workshop.participant(user)
    return author.role if author and visibility is Visibility.NAMED_ROLE else ""
