"""An installation never sees, changes or refers to what belongs to another."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from sqlalchemy import MetaData, Table, select
from sqlalchemy.exc import IntegrityError

from bot import work as ports
from bot.synthesis.draft import Decision, Heading
from bot.synthesis.draft import Deed as LineDeed
from bot.workshop.audit import Deed, Entry
from bot.workshop.case import NoCaseHere, Programme
from bot.workshop.checkpoint import Checkpoint
from bot.workshop.digest import Digest
from bot.workshop.ids import (
    ActionId,
    AliasId,
    CaseId,
    ChannelId,
    ContributionId,
    DecisionId,
    GapId,
    LetterId,
    MessageTs,
    RiskId,
    StageId,
    SummaryId,
    TagId,
    WorkshopId,
)
from bot.workshop.letter import Post
from bot.workshop.nudge import Nudge
from bot.workshop.person import Own, Person
from bot.workshop.privacy import Alias
from bot.workshop.reflection import Reflection
from bot.workshop.summary import Source, SourceKind
from bot.workshop.ticket import Ticket
from bot.workshop.workshop import Phase
from storage.database import Database
from storage.engines import engine_for
from storage.work import Work
from tests.storage.examples import (
    ANNE,
    BRYN,
    CERI,
    HERE,
    NOW,
    ROOM,
    THERE,
    a_case,
    a_contribution,
    a_finding,
    a_gap,
    a_letter,
    a_mark,
    a_risk,
    a_sighting,
    a_stage,
    a_summary,
    a_tag,
    a_workshop,
    an_action,
    an_answer,
    an_update,
    later,
    open_workshop,
)

CASE, WORKSHOP, STAGE, SUMMARY, ACTION, LETTER = (
    CaseId(1), WorkshopId(1), StageId(1), SummaryId(1), ActionId(1), LetterId(1),
)  # fmt: skip
ROOT, SAID = MessageTs("1772443800.000100"), MessageTs("1772443815.000100")
SOURCE = Source(SourceKind.CONTRIBUTION, 1)
DROPPED = Decision(LineDeed.DROPPED, Heading.THEME, (SOURCE,))

FORMER, ELSEWHERE = ChannelId("G1FORMER"), ChannelId("C2ELSEWHERE")
RISK, AN_ALIAS = RiskId(1), Alias("Jane Example", "Rowan", first_alone=True)
A_NUDGE = Nudge(ACTION, date(2026, 4, 1), "due", BRYN, NOW, "plan", asks=True)
A_TICKET = Ticket(ACTION, 1, NOW)
A_REFLECTION = Reflection(WORKSHOP, BRYN, an_answer(WORKSHOP).pack, NOW, look_at=NOW, declined=True)


def fill(work: Work) -> None:
    """One of everything, each with the number 1."""
    opened = open_workshop(work)
    workshop = opened.id
    work.cases.save(work.cases.get(opened.case).part_of(Programme(CaseId(0), "Pontio")))
    work.workshops.save(replace(work.workshops.get(workshop), phase=Phase.LIVE))
    work.workshops.look_again(workshop, NOW)
    work.answers.put([an_answer(workshop)])
    work.reflections.put(A_REFLECTION)
    work.reflections.acknowledge(BRYN, "privacy-1", NOW)
    work.aliases.add(workshop, AN_ALIAS, ANNE, NOW)
    work.risks.add(a_risk(workshop))
    work.audit.record(Entry(NOW, ANNE, Deed.RISK_SEEN, workshop, 1))
    stage = work.stages.add(a_stage(workshop, root=ROOT))
    work.contributions.put(a_contribution(workshop, stage.id))
    work.tags.add(a_tag(workshop))
    work.tags.mark(a_mark(workshop))
    work.summaries.add(a_summary(workshop, a_finding("said", SOURCE)))
    work.summaries.request(workshop, NOW)
    work.decisions.add(workshop, DROPPED, ANNE, NOW)
    work.actions.add(an_action(workshop, sponsor=CERI), an_update())
    work.actions.look_again(ACTION, NOW)
    work.checkpoints.put(Checkpoint(workshop, 1, NOW, everybody=False, look_at=NOW))
    work.checkpoints.see(a_sighting(workshop))
    work.nudges.record([A_NUDGE])
    work.tickets.put(A_TICKET)
    work.people.works(CERI, Own(nation="wales"))
    work.digests.put(Digest(workshop, hour=8, look_at=NOW))
    work.letters.write(a_letter("plan", standing="plan:1"))
    work.inbox.keep("Ev1", {"a": 1}, try_at=NOW, reason="later")
    work.drafts.put("d1", BRYN, {"a": 1}, NOW)
    work.people.meet([CERI])
    work.gaps.add(a_gap(workshop))
    work.cases.next_number(2026)
    work.channels.move(FORMER, ROOM, NOW)


SEES_NOTHING: dict[str, Callable[[Work], Any]] = {
    "cases.in_channel": lambda work: work.cases.in_channel(ROOM),
    "workshops.in_phase": lambda work: work.workshops.in_phase(Phase.LIVE),
    "workshops.due": lambda work: work.workshops.due(later(days=1), 10),
    "workshops.all_on_case": lambda work: work.workshops.all_on_case(CASE),
    "workshops.of_programme": lambda work: work.workshops.of_programme(CASE),
    "workshops.with_person": lambda work: work.workshops.with_person(ANNE),
    "answers.of_person": lambda work: work.answers.of_person(WORKSHOP, BRYN),
    "answers.of": lambda work: work.answers.of(WORKSHOP),
    "answers.people": lambda work: work.answers.people(WORKSHOP, A_REFLECTION.pack),
    "stages.of": lambda work: work.stages.of(WORKSHOP),
    "channels.now": lambda work: work.channels.now(FORMER) != FORMER,
    "stages.has_thread": lambda work: work.stages.has_thread(ROOT),
    "stages.meeting": lambda work: work.stages.meeting(ROOM, ROOT, BRYN),
    "stages.meetings": lambda work: work.stages.meetings([(ROOM, ROOT, BRYN)]),
    "contributions.count": lambda work: work.contributions.count(WORKSHOP),
    "contributions.at": lambda work: work.contributions.at(ROOM, SAID),
    "contributions.places": lambda work: work.contributions.places(WORKSHOP),
    "contributions.of": lambda work: work.contributions.of(WORKSHOP),
    "tags.of": lambda work: work.tags.of(WORKSHOP),
    "tags.marks": lambda work: work.tags.marks(WORKSHOP),
    "summaries.of": lambda work: work.summaries.of(WORKSHOP),
    "summaries.requested": lambda work: work.summaries.requested(later(days=2), 10),
    "summaries.awaited": lambda work: work.summaries.awaited(WORKSHOP),
    "decisions.of": lambda work: work.decisions.of(WORKSHOP),
    "actions.of": lambda work: work.actions.of(WORKSHOP),
    "actions.owned_by": lambda work: work.actions.owned_by(BRYN),
    "actions.lines": lambda work: work.actions.lines(),
    "actions.updates": lambda work: work.actions.updates(ACTION),
    "actions.due": lambda work: work.actions.due(later(days=1), 10),
    "checkpoints.due": lambda work: work.checkpoints.due(later(days=1), 10),
    "checkpoints.sightings": lambda work: work.checkpoints.sightings(WORKSHOP),
    "checkpoints.get": lambda work: work.checkpoints.get(WORKSHOP).number,
    "actions.sponsored_by": lambda work: work.actions.sponsored_by(CERI),
    "actions.followed": lambda work: work.actions.followed(BRYN),
    "tickets.of": lambda work: work.tickets.of(ACTION),
    "nudges.of": lambda work: work.nudges.of([ACTION]),
    "nudges.in_letter": lambda work: work.nudges.in_letter("plan"),
    "letters.written": lambda work: work.letters.written("plan"),
    "letters.untried": lambda work: work.letters.untried("plan"),
    "digests.due": lambda work: work.digests.due(later(days=1), 10),
    "digests.get": lambda work: work.digests.get(WORKSHOP).hour == 8,
    "letters.claim": lambda work: work.letters.claim(later(days=1), until=later(days=2), limit=10),
    "letters.post": lambda work: work.letters.post("plan:1"),
    "letters.waiting": lambda work: work.letters.waiting(),
    "inbox.kept": lambda work: work.inbox.kept(later(days=1), 10),
    "inbox.purge": lambda work: work.inbox.purge(later(days=1), 10),
    "reflections.get": lambda work: work.reflections.get(WORKSHOP, BRYN, A_REFLECTION.pack),
    "reflections.declined": lambda work: work.reflections.declined(WORKSHOP, A_REFLECTION.pack),
    "reflections.due": lambda work: work.reflections.due(later(days=1), 10),
    "reflections.acknowledged": lambda work: work.reflections.acknowledged(BRYN),
    "aliases.register": lambda work: work.aliases.register(WORKSHOP, 1).aliases,
    "answers.every": lambda work: work.answers.every(WORKSHOP),
    "aliases.of": lambda work: work.aliases.of(WORKSHOP),
    "risks.of": lambda work: work.risks.of(WORKSHOP),
    "risks.due": lambda work: work.risks.due(later(days=1), 10),
    "audit.of": lambda work: work.audit.of(WORKSHOP),
    "drafts.of": lambda work: work.drafts.of(BRYN, "d"),
    "drafts.get": lambda work: work.drafts.get("d1", BRYN),
    "gaps.due": lambda work: work.gaps.due(later(days=1), 10),
    "people.get": lambda work: work.people.get(CERI),
    "people.own_hours": lambda work: work.people.own_hours(CERI) != Own(),
    "people.unknown": lambda work: work.people.unknown(10),
}
IS_REFUSED: dict[str, Callable[[Work], Any]] = {
    "cases.get": lambda work: work.cases.get(CASE),
    "cases.save": lambda work: work.cases.save(a_case(id=CASE)),
    "workshops.add": lambda work: work.workshops.add(a_workshop(CASE)),
    "workshops.get": lambda work: work.workshops.get(WORKSHOP),
    "workshops.glance": lambda work: work.workshops.glance(WORKSHOP),
    "workshops.on_case": lambda work: work.workshops.on_case(CASE),
    "workshops.look_again": lambda work: work.workshops.look_again(WORKSHOP, None),
    "workshops.save": lambda work: work.workshops.save(a_workshop(CASE, id=WORKSHOP)),
    "reflections.put": lambda work: work.reflections.put(A_REFLECTION),
    "aliases.add": lambda work: work.aliases.add(WORKSHOP, AN_ALIAS, ANNE, NOW),
    "risks.add": lambda work: work.risks.add(a_risk(WORKSHOP)),
    "risks.get": lambda work: work.risks.get(RISK),
    "risks.save": lambda work: work.risks.save(a_risk(WORKSHOP, id=RISK)),
    "answers.put": lambda work: work.answers.put([an_answer(WORKSHOP)]),
    "stages.add": lambda work: work.stages.add(a_stage(WORKSHOP, position=2)),
    "stages.get": lambda work: work.stages.get(STAGE),
    "stages.save": lambda work: work.stages.save(a_stage(WORKSHOP, id=STAGE)),
    "contributions.reword": lambda work: work.contributions.reword(a_contribution(WORKSHOP, STAGE, id=1, words="X")),
    "contributions.get": lambda work: work.contributions.get(ContributionId(1)),
    "contributions.add": lambda work: work.contributions.add(a_contribution(WORKSHOP, STAGE)),
    "contributions.put": lambda work: work.contributions.put(a_contribution(WORKSHOP, STAGE)),
    "tags.add": lambda work: work.tags.add(a_tag(WORKSHOP)),
    "tags.mark": lambda work: work.tags.mark(a_mark(WORKSHOP)),
    "contributions.put_all": lambda work: work.contributions.put_all([a_contribution(WORKSHOP, STAGE)]),
    "decisions.add": lambda work: work.decisions.add(WORKSHOP, DROPPED, ANNE, NOW),
    "summaries.add": lambda work: work.summaries.add(a_summary(WORKSHOP, version=2)),
    "summaries.get": lambda work: work.summaries.get(SUMMARY),
    "summaries.save": lambda work: work.summaries.save(a_summary(WORKSHOP, id=SUMMARY)),
    "actions.add": lambda work: work.actions.add(an_action(WORKSHOP), an_update()),
    "tickets.put": lambda work: work.tickets.put(A_TICKET),
    "nudges.record": lambda work: work.nudges.record([A_NUDGE]),
    "actions.get": lambda work: work.actions.get(ACTION),
    "actions.save": lambda work: work.actions.save(an_action(WORKSHOP, id=ACTION), an_update(ACTION)),
    "checkpoints.put": lambda work: work.checkpoints.put(Checkpoint(WORKSHOP)),
    "checkpoints.see": lambda work: work.checkpoints.see(a_sighting(WORKSHOP)),
    "digests.put": lambda work: work.digests.put(Digest(WORKSHOP)),
    "gaps.add": lambda work: work.gaps.add(a_gap(WORKSHOP)),
    "gaps.get": lambda work: work.gaps.get(GapId(1)),
    "gaps.save": lambda work: work.gaps.save(a_gap(WORKSHOP, id=GapId(1))),
    "letters.get": lambda work: work.letters.get(LETTER),
}
CHANGES_NOTHING: dict[str, Callable[[Work], Any]] = {
    "summaries.request": lambda work: work.summaries.request(WORKSHOP, later(days=1)),
    "summaries.drafted": lambda work: work.summaries.drafted(WORKSHOP, 1),
    "channels.bring": lambda work: work.channels.bring(ROOM, ELSEWHERE),
    "tags.drop": lambda work: work.tags.drop(TagId(1)),
    "contributions.placed": lambda work: work.contributions.placed(ContributionId(1), MessageTs("1.5")),
    "actions.look_again": lambda work: work.actions.look_again(ACTION, None),
    "actions.look_at_all_again": lambda work: work.actions.look_at_all_again(BRYN, later(days=9)),
    "nudges.release": lambda work: work.nudges.release("plan"),
    "letters.sent": lambda work: work.letters.sent(LETTER, Post(ROOM, SAID), now=NOW, lane_free_at=later(days=9)),
    "answers.drop": lambda work: work.answers.drop(WORKSHOP, BRYN, A_REFLECTION.pack, [an_answer(WORKSHOP).prompt]),
    "reflections.drop": lambda work: work.reflections.drop(WORKSHOP, BRYN, A_REFLECTION.pack),
    "reflections.acknowledge": lambda work: work.reflections.acknowledge(BRYN, "privacy-1", later(days=1)),
    "letters.withdraw": lambda work: work.letters.withdraw(["plan"]),
    "letters.moot": lambda work: work.letters.moot(LETTER, NOW),
    "letters.failed": lambda work: work.letters.failed(LETTER, "is_archived", NOW),
    "letters.hurry": lambda work: work.letters.hurry(BRYN, by=later(days=-9)),
    "letters.later": lambda work: work.letters.later(LETTER, at=later(days=9), reason="rate_limited"),
    "decisions.drop": lambda work: work.decisions.drop(DecisionId(1)),
    "aliases.drop": lambda work: work.aliases.drop(WORKSHOP, AliasId(1)),
    "inbox.applied": lambda work: work.inbox.applied("Ev1"),
    "contributions.about_risk": lambda work: work.contributions.about_risk(ContributionId(1), risk=True),
    "drafts.drop_all": lambda work: work.drafts.drop_all("d"),
    "drafts.drop": lambda work: work.drafts.drop("d1"),
}
KEEPS_ITS_OWN: dict[str, Callable[[Work], Any]] = {
    "cases.next_number": lambda work: work.cases.next_number(2026),
    "cases.add": lambda work: work.cases.add(a_case()),
    "channels.move": lambda work: work.channels.move(ROOM, ELSEWHERE, NOW),
    "letters.write": lambda work: work.letters.write(a_letter("plan", standing="plan:1")),
    "letters.refresh": lambda work: work.letters.refresh(a_letter("plan", standing="plan:1")),
    "inbox.accept": lambda work: work.inbox.accept("Ev1", NOW),
    "inbox.accept_all": lambda work: work.inbox.accept_all(["Ev1"], NOW),
    "inbox.keep": lambda work: work.inbox.keep("Ev1", {"b": 2}, try_at=NOW, reason="mine"),
    "drafts.put": lambda work: work.drafts.put("d1", CERI, {"b": 2}, NOW),
    "audit.record": lambda work: work.audit.record(Entry(NOW, ANNE, Deed.RISK_SEEN, WORKSHOP, 1)),
    "gaps.reached": lambda work: work.gaps.reached(NOW),
    "people.meet": lambda work: work.people.meet([CERI]),
    "people.works": lambda work: work.people.works(CERI, Own(nation="scotland")),
    "people.put": lambda work: work.people.put(Person(CERI, "Europe/London")),
}


@pytest.fixture
def filled(store: Database) -> Database:
    store.transact(HERE, fill)
    return store


def rows_of(url: str, installation: str) -> dict[str, list[Any]]:
    """What the tables themselves hold, whatever the gateways say."""
    engine = engine_for(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted(map(repr, connection.execute(select(table).where(table.c.installation == installation))))
            for table in _tables(url)
        }
    engine.dispose()
    return found


@cache
def _tables(url: str) -> list[Table]:
    """The tables that belong to installations, as the database describes them."""
    engine, metadata = engine_for(url), MetaData()
    metadata.reflect(engine)
    engine.dispose()
    return [table for table in metadata.sorted_tables if "installation" in table.columns]


def test_every_method_of_every_gateway_is_walked() -> None:
    gateways = {
        name: inspect.signature(each.fget).return_annotation
        for name, each in inspect.getmembers(ports.Work, lambda member: isinstance(member, property))
    }
    methods = {
        f"{name}.{method}"
        for name, gateway in gateways.items()
        if getattr(gateway, "_is_protocol", False)
        for method, _ in inspect.getmembers(gateway, inspect.isfunction)
        if not method.startswith("_")
    }

    assert methods == {*SEES_NOTHING, *IS_REFUSED, *CHANGES_NOTHING, *KEEPS_ITS_OWN}


def test_there_is_something_to_see(filled: Database, database_url: str) -> None:
    empty = {"counters", "lanes", "posts"}
    rows = rows_of(database_url, HERE)

    assert {name for name, found in rows.items() if not found} <= empty
    assert all(
        filled.transact(HERE, look)
        for name, look in SEES_NOTHING.items()
        if name not in {"letters.post", "inbox.purge"}
    )


def test_others_see_nothing(filled: Database) -> None:
    seen = {method: filled.transact(THERE, look) for method, look in SEES_NOTHING.items()}

    assert not any(seen.values()), seen


def test_others_are_refused(filled: Database, database_url: str) -> None:
    before = rows_of(database_url, HERE)

    for act in IS_REFUSED.values():
        with pytest.raises((NoCaseHere, IntegrityError)):
            filled.transact(THERE, act)

    assert rows_of(database_url, HERE) == before


def test_others_change_nothing(filled: Database, database_url: str) -> None:
    before = rows_of(database_url, HERE)

    for method, act in (CHANGES_NOTHING | KEEPS_ITS_OWN).items():
        filled.transact(THERE, act)
        assert rows_of(database_url, HERE) == before, method


def test_words_cannot_be_put_under_somebody_elses_thread(filled: Database) -> None:
    def refer(work: Work) -> None:
        mine = open_workshop(work).id
        work.contributions.put(replace(a_contribution(mine, STAGE), ts=MessageTs("9.9")))

    with pytest.raises(IntegrityError):
        filled.transact(THERE, refer)
