"""Summaries with their findings, and the workshops that wait for one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.synthesis.draft import Heading, Line, Quotation, Rule, Title, Why
from bot.synthesis.summary import Finding, Summary, SummaryState
from bot.workshop.case import NoCaseHere
from bot.workshop.ids import FindingId, InstallationId, SummaryId, UserId, WorkshopId
from bot.workshop.summary import Source, SourceKind
from storage.lines import as_words, editions_of, line_of, made_of, seen_of
from storage.scope import Scope
from storage.tables import DraftRequestRow, EvidenceRow, FindingRow, SummaryRow, table
from storage.upsert import insert
from storage.words import CaseWords
from storage.workshops import locked

summaries, findings, evidence = table(SummaryRow), table(FindingRow), table(EvidenceRow)
draft_requests = table(DraftRequestRow)
NOTHING = b""
"""Of a whole line nothing stands apart; there is nothing to seal."""


class Summaries:
    """Implements ``bot.work.Summaries``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, summary: Summary) -> Summary:
        row = self._facts(summary) | {"installation": self._scope.installation}
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
        if self._scope.execute(this.values(**self._facts(summary))).rowcount != 1:
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

    def awaited(self, workshop: WorkshopId) -> int | None:
        there = self._scope.of(draft_requests), draft_requests.c.workshop == workshop
        asked = self._scope.execute(select(draft_requests.c.asked).where(*there)).scalar_one_or_none()
        return None if asked is None else int(asked)

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
            "kind": finding.heading.value,
            "words": NOTHING,
            "speaker": NOTHING,
            "line": words.seal(as_words(finding.line), "line"),
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
        return [self._summary(row, found[SummaryId(row.id)]) for row in rows]

    def _summary(self, row: Row[Any], found: tuple[Finding, ...]) -> Summary:
        words = self._scope.words_of(WorkshopId(row.workshop))
        return Summary(
            id=SummaryId(row.id),
            workshop=WorkshopId(row.workshop),
            version=row.version,
            state=SummaryState(row.state),
            drafted_at=row.drafted_at,
            findings=found,
            approved_by=UserId(row.approved_by) if row.approved_by else None,
            approved_at=row.approved_at,
            made=made_of(row.made),
            editions=editions_of(words.open(row.editions, "editions")) if row.editions else (),
            seen=seen_of(words.open(row.seen, "seen")) if row.seen else (),
            ended_by=UserId(row.ended_by) if row.ended_by else None,
            ended_at=row.ended_at,
        )

    def _facts(self, summary: Summary) -> dict[str, Any]:
        words = self._scope.words_of(summary.workshop)
        return {
            "workshop": summary.workshop,
            "version": summary.version,
            "state": summary.state.value,
            "drafted_at": summary.drafted_at,
            "approved_by": summary.approved_by,
            "approved_at": summary.approved_at,
            "made": as_words(summary.made),
            "editions": words.seal(as_words(summary.editions), "editions") if summary.editions else None,
            "seen": words.seal(as_words(summary.seen), "seen") if summary.seen else None,
            "ended_by": summary.ended_by,
            "ended_at": summary.ended_at,
        }

    def _findings(self, ids: Sequence[SummaryId]) -> dict[SummaryId, tuple[Finding, ...]]:
        joined = findings.join(summaries, summaries.c.id == findings.c.summary)
        there = self._scope.of(findings), findings.c.summary.in_(ids)
        lines = select(findings, summaries.c.workshop).select_from(joined).where(*there)
        rows = self._scope.execute(lines.order_by(findings.c.summary, findings.c.position)).all()
        old = self._sources([row.id for row in rows if row.line is None])
        found: defaultdict[SummaryId, list[Finding]] = defaultdict(list)
        for row in rows:
            words = self._scope.words_of(WorkshopId(row.workshop))
            line = line_of(words.open(row.line, "line")) if row.line else _of_before(row, words, tuple(old[row.id]))
            found[SummaryId(row.summary)].append(Finding(line, FindingId(row.id), row.left_out))
        return {each: tuple(found[each]) for each in ids}

    def _sources(self, ids: Sequence[int]) -> dict[int, list[Source]]:
        there = select(evidence).where(self._scope.of(evidence), evidence.c.finding.in_(ids))
        sources: defaultdict[int, list[Source]] = defaultdict(list)
        for row in self._scope.execute(there.order_by(evidence.c.finding, evidence.c.position)):
            sources[row.finding].append(Source(SourceKind(row.kind), row.source))
        return sources


def _of_before(row: Row[Any], words: CaseWords, sources: tuple[Source, ...]) -> Line:
    """A line that was drafted before there were whole ones: a quotation under its heading."""
    said, speaker = words.open(row.words, "finding"), words.open(row.speaker, "speaker")
    quotation = Quotation(sources[0], said, speaker)
    why = Why(Rule.PROMPT, nearest=sources[:1])
    return Line(Heading(row.kind), f"finding-{row.id}", Title(said, source=sources[0]), sources, why, (quotation,))
