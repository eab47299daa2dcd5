"""What a running session has come to so far, for those who run it: a draft, which decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import evidence, material, silent
from bot.cases import CaseFile
from bot.evidence import Evidence
from bot.material import kept_apart
from bot.summaries import Drafting
from bot.synthesis.draft import Line, Room
from bot.synthesis.material import wordless
from bot.synthesis.repeated import repeated
from bot.work import Store, Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import InstallationId, UserId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import NotTheFacilitator, Phase, Workshop


@dataclass(frozen=True)
class SoFar:
    """The lines that a summary would have by now, with the ``words`` behind them.

    What stands in no line is there all the same, as is what was ``kept_back`` for the facilitator. ``finished`` is
    false below the number of replies that themes need.
    """

    file: CaseFile
    lines: tuple[Line, ...]
    words: Mapping[Source, Evidence]
    kept_back: tuple[Evidence, ...] = ()
    finished: bool = False

    @property
    def said(self) -> int:
        return len(self.words) + len(self.kept_back)

    @property
    def left(self) -> tuple[Evidence, ...]:
        """What stands in no line, in an order that tells nothing of who came first where no thread does."""
        standing = {source for each in self.lines for source in each.evidence}
        return tuple(sorted((each for at, each in self.words.items() if at not in standing), key=_in_order))


@dataclass(frozen=True)
class Gathered:
    """What there is to make it from."""

    file: CaseFile
    room: Room
    words: Mapping[Source, Evidence]
    kept_back: tuple[Evidence, ...]


async def made(
    store: Store, drafting: Drafting, installation: InstallationId, by: UserId, workshop: WorkshopId
) -> SoFar:
    """What the session has come to, made outside any transaction."""
    there = await store.run(installation, gathered, by, workshop)
    draft = (await drafting.draft(there.room)).it
    again = repeated(draft.lines)
    lines = tuple(each for each in draft.lines if each.key not in again)
    return SoFar(there.file, lines, there.words, there.kept_back, finished=draft.finished)


def allowed(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    """The running workshop, for its facilitator or deputy."""
    workshop = work.workshops.get(workshop_id).seen_by(by).during(Phase.LIVE)
    if not workshop.led_by(by):
        raise NotTheFacilitator(facilitator=workshop.facilitator)
    return workshop


def gathered(work: Work, by: UserId, workshop_id: WorkshopId) -> Gathered:
    """What has been said in the session so far; what was kept for the facilitator alone is for no deputy."""
    workshop = allowed(work, by, workshop_id)
    work.audit.record(Entry(work.now, by, Deed.SO_FAR_READ, workshop.id))
    words = _said(work, workshop)
    everything = material.room(work, workshop_id)
    # A first look: what was decided and drafted is about the answers too, and no language model is asked in between.
    room = replace(
        everything,
        said=tuple(each for each in everything.said if each.source in words),
        decisions=(),
        earlier=None,
        seen=(),
        model="",
    )
    kept_back = tuple(sorted(_kept_back(work, workshop), key=_in_order)) if by == workshop.facilitator else ()
    return Gathered(CaseFile(work.cases.get(workshop.case), workshop), room, words, kept_back)


def _said(work: Work, workshop: Workshop) -> dict[Source, Evidence]:
    """Replies and what was revealed, without what is about a risk to somebody now."""
    spoken = {Source(SourceKind.CONTRIBUTION, each.id): each for each in work.contributions.of(workshop.id)}
    written = {Source(SourceKind.ANSWER, each.id): each for each in work.answers.of(workshop.id)}
    there = {source for source, each in (spoken | written).items() if not kept_apart(each)}
    return {
        each.source: each
        for each in evidence.read(work, workshop)
        if each.source in there and (each.silent or each.source in spoken) and not wordless(each.words)
    }


def _kept_back(work: Work, workshop: Workshop) -> list[Evidence]:
    """What was written in silence and shown to nobody else."""
    return [
        Evidence(Source(SourceKind.ANSWER, each.id), each.words, silent.speaker(workshop, each), silent=True)
        for stage, each in silent.kept(work, workshop)
        if stage.finds != "nothing" and not kept_apart(each) and not wordless(each.words)
    ]


def _in_order(each: Evidence) -> tuple[float, str, str]:
    """Replies as they were said; what was written in silence after them, by nothing but its words."""
    return float(each.place.ts) if each.place else float("inf"), each.words, each.speaker
