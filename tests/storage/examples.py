"""People and things for the tests of the store, and short ways to put them there."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.synthesis.summary import Finding, Summary, SummaryState
from bot.workshop.action import Action, ActionState, Level
from bot.workshop.case import Case
from bot.workshop.checkpoint import Effect, Sighting
from bot.workshop.gap import Gap
from bot.workshop.ids import (
    ActionId,
    AnswerId,
    CaseId,
    ChannelId,
    ContributionId,
    GapId,
    InstallationId,
    MessageTs,
    RiskId,
    StageId,
    SummaryId,
    TagId,
    UserId,
    WorkshopId,
)
from bot.workshop.letter import Letter, LetterKind
from bot.workshop.record import Update
from bot.workshop.reflection import Answer
from bot.workshop.risk import Risk
from bot.workshop.session import Contribution, Stage
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Mark, Parts, Tag, Tagged, TagKind
from bot.workshop.workshop import Participant, Visibility, Workshop
from storage.database import Database
from storage.work import Work
from tests.synthesis.lines import a_line

HERE = InstallationId("-/T-HERE")
THERE = InstallationId("E1/T-THERE")
NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
ROOM = ChannelId("C-ROOM")
ANNE, BRYN, CERI = UserId("U-ANNE"), UserId("U-BRYN"), UserId("U-CERI")


def later(**by: float) -> datetime:
    return NOW + timedelta(**by)


def settle_in(database: Database, *installations: InstallationId) -> None:
    """Install the bot in the workspaces (in both, if none is named)."""
    for each in installations or (HERE, THERE):
        database.transact(each, lambda work: work.installations.install(None, "T", "U-BOT", NOW))


def a_case(**other: Any) -> Case:
    case = Case(
        id=CaseId(0),
        installation=HERE,
        reference="LC-2026-0001",
        pseudonym="Rowan",
        purpose="Understand why support stopped at eighteen",
        opened_by=ANNE,
        opened_at=NOW,
        channel=ROOM,
    )
    return replace(case, **other)


def a_workshop(case: CaseId, **other: Any) -> Workshop:
    workshop = Workshop(
        id=WorkshopId(0),
        installation=HERE,
        case=case,
        facilitator=ANNE,
        held_on=date(2026, 3, 10),
        participants=(Participant(CERI, "Iechyd Powys", "Nyrs gymunedol"), Participant(BRYN, "Housing", "Officer")),
    )
    return replace(workshop, **other)


def an_answer(workshop: WorkshopId, **other: Any) -> Answer:
    answer = Answer(
        AnswerId(0), workshop, BRYN, "lcat-before@1", "moment", "I saw the letter", Visibility.UNATTRIBUTED, NOW
    )
    return replace(answer, **other)


def a_gap(workshop: WorkshopId, **other: Any) -> Gap:
    facts: dict[str, Any] = {"id": GapId(0), "workshop": workshop, "began_at": NOW, "ended_at": NOW, "look_at": NOW}
    return Gap(**facts | other)


def a_risk(workshop: WorkshopId, **other: Any) -> Risk:
    return replace(Risk(RiskId(0), workshop, BRYN, NOW, "He is on the roof now", look_at=NOW), **other)


def a_stage(workshop: WorkshopId, **other: Any) -> Stage:
    return replace(Stage(StageId(0), workshop, 1, "moments", NOW), **other)


def a_contribution(workshop: WorkshopId, stage: StageId, **other: Any) -> Contribution:
    ts = MessageTs("1772443815.000100")
    said = Contribution(ContributionId(0), workshop, stage, ROOM, ts, BRYN, "Nobody rang her back", ts)
    return replace(said, **other)


def a_finding(words: str = "Nobody rang her back", *evidence: Source, **other: Any) -> Finding:
    behind = evidence or (Source(SourceKind.CONTRIBUTION, 7), Source(SourceKind.ANSWER, 3))
    return Finding(a_line(words, *behind, **other))


def a_tag(workshop: WorkshopId, **other: Any) -> Tag:
    parts = Parts("Two letters came back", "The rule closes a file after two", "Somebody had rung him")
    reply = Source(SourceKind.CONTRIBUTION, 1)
    return replace(Tag(TagId(0), workshop, reply, Tagged(TagKind.OPPORTUNITY), BRYN, NOW, parts), **other)


def a_mark(workshop: WorkshopId, **other: Any) -> Mark:
    there = ROOM, MessageTs("1772443815.000100")
    revision = MessageTs("1772443820.000100")
    mark = Mark(workshop, *there, BRYN, "bulb", TagKind.OPPORTUNITY, there=True, settles=False, revision=revision)
    return replace(mark, **other)


def a_summary(workshop: WorkshopId, *findings: Finding, **other: Any) -> Summary:
    summary = Summary(SummaryId(0), workshop, 1, SummaryState.DRAFT, NOW, findings or (a_finding(),))
    return replace(summary, **other)


def an_action(workshop: WorkshopId, **other: Any) -> Action:
    action = Action(
        id=ActionId(0),
        workshop=workshop,
        level=Level.CASE,
        change="Ring back within a day",
        owner=BRYN,
        due=date(2026, 4, 1),
        measure="Calls returned in a day",
        proposed_by=ANNE,
        proposed_at=NOW,
    )
    return replace(action, **other)


def an_update(action: int = 0, **other: Any) -> Update:
    return replace(Update(ActionId(action), ANNE, NOW, None, ActionState.PROPOSED, "We all agreed"), **other)


def a_sighting(workshop: WorkshopId, **other: Any) -> Sighting:
    seen = Sighting(workshop, ActionId(1), 1, BRYN, NOW, Effect.SHOWN, level="Five of six", words="It holds")
    return replace(seen, **other)


def a_letter(key: str, **other: Any) -> Letter:
    return replace(Letter(key, LetterKind.NUDGE, ROOM, 1, NOW), **other)


def open_workshop(work: Work) -> Workshop:
    """A case with its workshop, whoever's work it is."""
    number = work.cases.next_number(2026)
    case = work.cases.add(a_case(installation=work.installation, reference=f"LC-2026-{number:04d}"))
    return work.workshops.add(a_workshop(case.id, installation=work.installation))


def open_stage(work: Work) -> Stage:
    return work.stages.add(a_stage(open_workshop(work).id, root=MessageTs("1772443800.000100")))
