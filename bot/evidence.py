"""The words behind the lines of a summary, for those who may read them."""

from collections.abc import Collection
from dataclasses import dataclass

from bot import material, rounds, tagged
from bot.work import Work
from bot.workshop.ids import UserId
from bot.workshop.session import Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Reading
from bot.workshop.workshop import Visibility, Workshop


@dataclass(frozen=True)
class Evidence:
    """The words behind a finding. ``speaker`` is empty when unattributed.

    ``place`` is ``None`` for a private answer. ``scribe`` is who wrote it down where it was spoken;
    ``silent`` where it was written in a silent round of the session; ``tags`` are those that are settled.
    """

    source: Source
    words: str
    speaker: str
    place: Place | None = None
    scribe: UserId | None = None
    silent: bool = False
    tags: tuple[Reading, ...] = ()


def read(work: Work, workshop: Workshop) -> list[Evidence]:
    """Every answer and contribution with the speaker that it may be shown under."""
    roles = {each.user: each.role for each in workshop.participants}
    places, scribes = _places(work, workshop)
    tags = tagged.settled(work, workshop.id)
    rounds_held = {rounds.of_stage(each).pack for each in work.stages.of(workshop.id)}
    return [
        Evidence(
            each.source,
            each.text,
            roles.get(UserId(each.author), "") if each.visibility is Visibility.NAMED_ROLE else "",
            places.get(each.source),
            scribes.get(each.source),
            silent=each.prompt in rounds_held,
            tags=tags.get(each.source, ()),
        )
        for each in material.said(work, workshop)
    ]


def behind(work: Work, workshop: Workshop, sources: Collection[Source]) -> dict[Source, Evidence]:
    """What *sources* say now, as far as it has not been taken back."""
    return {each.source: each for each in read(work, workshop) if each.source in sources}


def _places(work: Work, workshop: Workshop) -> tuple[dict[Source, Place], dict[Source, UserId]]:
    """Where each reply stands in Slack, and who wrote down what was spoken."""
    roots = {stage.id: stage.root for stage in work.stages.of(workshop.id)}
    places: dict[Source, Place] = {}
    scribes: dict[Source, UserId] = {}
    for each in work.contributions.of(workshop.id):
        source = Source(SourceKind.CONTRIBUTION, each.id)
        places[source] = Place(each.channel, roots[each.stage] or each.ts, each.ts)
        if each.scribe:
            scribes[source] = each.scribe
    return places, scribes
