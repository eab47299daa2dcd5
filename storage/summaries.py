"""Summaries with their findings, and the workshops that wait for one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.workshop.case import NoCaseHere
from bot.workshop.ids import FindingId, InstallationId, SummaryId, UserId, WorkshopId
from bot.workshop.summary import Finding, FindingKind, Source, SourceKind, Summary, SummaryState
from storage.scope import Scope
from storage.tables import DraftRequestRow, EvidenceRow, FindingRow, SummaryRow, table
from storage.upsert import insert
from storage.workshops import locked

summaries, findings, evidence = table(SummaryRow), table(FindingRow), table(EvidenceRow)
draft_requests = table(DraftRequestRow)


class Summaries:
    """Implements ``bot.work.Summaries``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, summary: Summary) -> Summary:
        row = facts(summary) | {"installation": self._scope.installation}
        number = self._scope.execute(summaries.insert().values(**row).returning(summaries.c.id)).scalar_one()
        stored = replace(summary, id=SummaryId(number))
        written = (self._write(stored, at, each) for at, each in enumerate(summary.findings))
        return replace(stored, findings=tuple(written))

    def get(self, summary: SummaryId) -> Summary:
        this = select(summaries).where(self._scope.of(summaries), summaries.c.id == summary)
        return self._read([self._scope.one(locked(this))])[0]

    def of(self, workshop: WorkshopId) -> Sequence[Summary]:
        there = self._scope.of(summaries), summaries.c.workshop == workshop
        rows = self._scope.execute(select(summaries).where(*there).order_by(summaries.c.version)).all()
        return self._read(rows)

    def save(self, summary: Summary) -> None:
        this = update(summaries).where(self._scope.of(summaries), summaries.c.id == summary.id)
        if self._scope.execute(this.values(**facts(summary))).rowcount != 1:
            raise NoCaseHere
        self._save_findings(summary)

    def request(self, workshop: WorkshopId, at: datetime) -> None:
        row = {"installation": self._scope.installation, "workshop": workshop, "requested_at": at, "asked": 1}
        again = {"asked": draft_requests.c.asked + 1}
        asked = insert(self._scope.dialect, draft_requests).values(row)
        mine = draft_requests.c.installation == asked.excluded.installation
        self._scope.execute(asked.on_conflict_do_update(index_elements=["workshop"], set_=again, where=mine))

    def requested(self, now: datetime, limit: int) -> Sequence[tuple[InstallationId, WorkshopId, int]]:
        asked = select(draft_requests).where(self._scope.reach(draft_requests), draft_requests.c.requested_at <= now)
        first = asked.order_by(draft_requests.c.requested_at, draft_requests.c.workshop).limit(limit)
        rows = self._scope.execute(first)
        return [(InstallationId(row.installation), WorkshopId(row.workshop), row.asked) for row in rows]

    def drafted(self, workshop: WorkshopId, asked: int) -> bool:
        there = self._scope.of(draft_requests), draft_requests.c.workshop == workshop, draft_requests.c.asked == asked
        return self._scope.execute(delete(draft_requests).where(*there)).rowcount == 1

    def forget(self, workshop: WorkshopId, source: Source) -> bool:
        """Erase every finding that rests on *source* from summaries that are not published; whether there was one."""
        resting = (
            select(findings.c.id)
            .select_from(
                evidence.join(findings, findings.c.id == evidence.c.finding).join(
                    summaries, summaries.c.id == findings.c.summary
                )
            )
            .where(self._scope.of(evidence), evidence.c.kind == source.kind.value, evidence.c.source == source.id)
            .where(summaries.c.workshop == workshop, summaries.c.state != SummaryState.PUBLISHED.value)
        )
        found = self._scope.execute(resting).scalars().all()
        self._erase(found)
        return bool(found)

    def _erase(self, lines: Sequence[int]) -> None:
        if lines:
            there = self._scope.of(evidence), evidence.c.finding.in_(lines)
            self._scope.execute(delete(evidence).where(*there))
            self._scope.execute(delete(findings).where(self._scope.of(findings), findings.c.id.in_(lines)))

    def _save_findings(self, summary: Summary) -> None:
        """Write only the lines that are not stored exactly so, each at its place."""
        stored = {each.id: (at, each) for at, each in enumerate(self._findings([summary.id])[summary.id])}
        kept = {each.id: (at, each) for at, each in enumerate(summary.findings) if each.id}
        self._erase([number for number, line in stored.items() if kept.get(number) != line])
        for at, each in enumerate(summary.findings):
            if stored.get(each.id) != (at, each):
                self._write(summary, at, each)

    def _write(self, summary: Summary, position: int, finding: Finding) -> Finding:
        words = self._scope.words_of(summary.workshop)
        row = {
            "installation": self._scope.installation,
            "summary": summary.id,
            "position": position,
            "kind": finding.kind.value,
            "words": words.seal(finding.words, "finding"),
            "speaker": words.seal(finding.speaker, "speaker"),
            "left_out": finding.left_out,
        } | ({"id": finding.id} if finding.id else {})
        number = self._scope.execute(findings.insert().values(**row).returning(findings.c.id)).scalar_one()
        self._scope.connection.execute(
            evidence.insert(),
            [
                {
                    "installation": self._scope.installation,
                    "finding": number,
                    "position": at,
                    "kind": source.kind.value,
                    "source": source.id,
                }
                for at, source in enumerate(finding.evidence)
            ],
        )
        return replace(finding, id=FindingId(number))

    def _read(self, rows: Sequence[Row[Any]]) -> list[Summary]:
        found = self._findings([SummaryId(row.id) for row in rows])
        return [
            Summary(
                id=SummaryId(row.id),
                workshop=WorkshopId(row.workshop),
                version=row.version,
                state=SummaryState(row.state),
                drafted_at=row.drafted_at,
                findings=found[SummaryId(row.id)],
                approved_by=UserId(row.approved_by) if row.approved_by else None,
                approved_at=row.approved_at,
            )
            for row in rows
        ]

    def _findings(self, ids: Sequence[SummaryId]) -> dict[SummaryId, tuple[Finding, ...]]:
        joined = findings.join(summaries, summaries.c.id == findings.c.summary)
        there = self._scope.of(findings), findings.c.summary.in_(ids)
        lines = select(findings, summaries.c.workshop).select_from(joined).where(*there)
        rows = self._scope.execute(lines.order_by(findings.c.summary, findings.c.position)).all()
        sources = self._sources([row.id for row in rows])
        found: defaultdict[SummaryId, list[Finding]] = defaultdict(list)
        for row in rows:
            words = self._scope.words_of(WorkshopId(row.workshop))
            finding = Finding(
                kind=FindingKind(row.kind),
                words=words.open(row.words, "finding"),
                speaker=words.open(row.speaker, "speaker"),
                evidence=tuple(sources[row.id]),
                id=FindingId(row.id),
                left_out=row.left_out,
            )
            found[SummaryId(row.summary)].append(finding)
        return {each: tuple(found[each]) for each in ids}

    def _sources(self, ids: Sequence[int]) -> dict[int, list[Source]]:
        there = select(evidence).where(self._scope.of(evidence), evidence.c.finding.in_(ids))
        sources: defaultdict[int, list[Source]] = defaultdict(list)
        for row in self._scope.execute(there.order_by(evidence.c.finding, evidence.c.position)):
            sources[row.finding].append(Source(SourceKind(row.kind), row.source))
        return sources


def facts(summary: Summary) -> dict[str, Any]:
    return {
        "workshop": summary.workshop,
        "version": summary.version,
        "state": summary.state.value,
        "drafted_at": summary.drafted_at,
        "approved_by": summary.approved_by,
        "approved_at": summary.approved_at,
    }
