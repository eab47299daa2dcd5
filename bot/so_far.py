"""What a running session has come to so far, for those who run it.

Their window is open before it is made: it is made outside any transaction, and put into that window.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from bot import silent, summaries
from bot.cases import CaseFile
from bot.outbox import TryLater, Undeliverable
from bot.summaries import kept_apart
from bot.synthesis.material import wordless
from bot.synthesis.points import Point, Remark, points
from bot.work import Store, Work
from bot.workshop.audit import Deed, Entry
from bot.workshop.ids import InstallationId, UserId, WorkshopId
from bot.workshop.refusal import Refusal
from bot.workshop.summary import Source, SourceKind
from bot.workshop.workshop import NotTheFacilitator, Phase, Workshop

log = structlog.get_logger(__name__)

ENOUGH = 150
"""Remarks below which nothing is called a theme."""


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
        return self.said >= ENOUGH


@dataclass(frozen=True)
class Wanted:
    """Somebody's window that waits, and the page that they want to see in it."""

    installation: InstallationId
    user: UserId
    workshop: WorkshopId
    window: str
    page: int = 0


class Screen(Protocol):
    """Slack, as this needs it. May raise ``Undeliverable`` (the window has been closed) or ``TryLater``."""

    async def show(self, installation: InstallationId, window: str, so_far: SoFar, page: int) -> None: ...


@dataclass
class Windows:
    """Windows that wait. Kept in memory: after a stop they are pressed for again."""

    store: Store
    screen: Screen
    _waiting: list[Wanted] = field(default_factory=list)

    def want(self, wanted: Wanted) -> None:
        self._waiting.append(wanted)

    async def fill(self) -> int:
        """Show what waits; gives how many windows there were."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            try:
                await self._fill(each)
            except (Refusal, Undeliverable, TryLater) as why:
                log.info("window_left", why=type(why).__name__)
        return len(waiting)

    async def _fill(self, wanted: Wanted) -> None:
        file, remarks = await self.store.run(wanted.installation, gathered, wanted.user, wanted.workshop)
        found = await asyncio.to_thread(points, remarks, file.case.pseudonym.split())
        await self.screen.show(wanted.installation, wanted.window, SoFar(file, found), wanted.page)


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
        for each in summaries.read(work, workshop)
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
