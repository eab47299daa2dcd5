"""What a running session has come to so far, for those who run it."""

import asyncio
from dataclasses import dataclass

from bot import evidence, silent
from bot.cases import CaseFile
from bot.material import kept_apart
from bot.synthesis.engine import ENOUGH_FOR_THEMES
from bot.synthesis.material import wordless
from bot.synthesis.points import Point, Remark, points
from bot.work import Store, Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import InstallationId, UserId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import NotTheFacilitator, Phase, Workshop


@dataclass(frozen=True)
class SoFar:
    """The points of a session, those of several remarks first."""

    file: CaseFile
    points: tuple[Point, ...]

    @property
    def said(self) -> int:
        return sum(len(each.remarks) for each in self.points)

    @property
    def enough(self) -> bool:
        return self.said >= ENOUGH_FOR_THEMES


async def made(store: Store, installation: InstallationId, by: UserId, workshop: WorkshopId) -> SoFar:
    """What the session has come to, made outside any transaction."""
    file, remarks = await store.run(installation, gathered, by, workshop)
    return SoFar(file, await asyncio.to_thread(points, remarks, file.case.pseudonym.split()))


def allowed(work: Work, by: UserId, workshop_id: WorkshopId) -> Workshop:
    """The running workshop, for its facilitator or deputy."""
    workshop = work.workshops.get(workshop_id).seen_by(by).during(Phase.LIVE)
    if not workshop.led_by(by):
        raise NotTheFacilitator(facilitator=workshop.facilitator)
    return workshop


def gathered(work: Work, by: UserId, workshop_id: WorkshopId) -> tuple[CaseFile, list[Remark]]:
    """What has been said in the session so far; what was kept for the facilitator alone is for no deputy."""
    workshop = allowed(work, by, workshop_id)
    work.audit.record(Entry(work.now, by, Deed.SO_FAR_READ, workshop.id))
    remarks = [*_said(work, workshop), *(_kept_back(work, workshop) if by == workshop.facilitator else [])]
    file = CaseFile(work.cases.get(workshop.case), workshop)
    return file, [each for each in remarks if not wordless(each.words)]


def _said(work: Work, workshop: Workshop) -> list[Remark]:
    """Replies and what was revealed, without what is about a risk to somebody now."""
    spoken = {Source(SourceKind.CONTRIBUTION, each.id): each for each in work.contributions.of(workshop.id)}
    written = {Source(SourceKind.ANSWER, each.id): each for each in work.answers.of(workshop.id)}
    said = {source: each for source, each in (spoken | written).items() if not kept_apart(each)}
    return [
        Remark(each.words, each.speaker, said[each.source].user if each.speaker else None, each.place)
        for each in evidence.read(work, workshop)
        if each.source in said and (each.silent or each.source.kind is SourceKind.CONTRIBUTION)
    ]


def _kept_back(work: Work, workshop: Workshop) -> list[Remark]:
    """What was written in silence and shown to nobody else."""
    return [
        Remark(each.words, role, each.user if role else None, only_for_you=True)
        for stage, each in silent.kept(work, workshop)
        for role in [silent.speaker(workshop, each)]
        if stage.finds != "nothing" and not kept_apart(each)
    ]
