"""What the replies of a workshop are tagged as: for whatever is drafted, counted or shown from it."""

from collections import defaultdict
from collections.abc import Mapping

from bot.work import Work
from bot.workshop.ids import WorkshopId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Mark, Reading, Tag, readings


def settled(work: Work, workshop: WorkshopId) -> Mapping[Source, tuple[Reading, ...]]:
    """What the facilitator has settled, with the factor or the three parts; only this may enter a draft.

    It says nothing of whether the words themselves may be quoted.
    """
    found = {source: tuple(each for each in said if each.settled) for source, said in all_of(work, workshop).items()}
    return {source: said for source, said in found.items() if said}


def all_of(work: Work, workshop: WorkshopId) -> Mapping[Source, tuple[Reading, ...]]:
    """What is suggested too."""
    tags: defaultdict[Source, list[Tag]] = defaultdict(list)
    marks: defaultdict[Source, list[Mark]] = defaultdict(list)
    for tag in work.tags.of(workshop):
        tags[tag.source].append(tag)
    for reply, mark in work.tags.marks(workshop):
        marks[Source(SourceKind.CONTRIBUTION, reply)].append(mark)
    return {source: readings(tags[source], marks[source]) for source in {*tags, *marks}}
