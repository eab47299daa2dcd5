"""What views are given: an ordinary case, and the most that people can put into one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from bot.actions import ActionFile
from bot.brief import BriefFile
from bot.cases import CaseFile
from bot.evidence import Evidence
from bot.so_far import SoFar
from bot.synthesis.brief import Asked, Brief, MissingVoice, Question, Quoted, Told, TurningPoint
from bot.synthesis.draft import Asked as Named
from bot.synthesis.draft import Entitled, Heading, Part, Quotation, Title
from bot.synthesis.standing import Standing
from bot.synthesis.summary import Finding, Summary, SummaryState
from bot.workshop.action import Action, ActionState, Level
from bot.workshop.case import Case, Programme
from bot.workshop.earlier import Became, Earlier, Fate, Kin
from bot.workshop.gap import Gap
from bot.workshop.ids import (
    ActionId,
    AnswerId,
    CaseId,
    ChannelId,
    FindingId,
    GapId,
    InstallationId,
    MessageTs,
    RiskId,
    SummaryId,
    UserId,
    WorkshopId,
)
from bot.workshop.reflection import Answer
from bot.workshop.risk import Risk
from bot.workshop.room import Attendance
from bot.workshop.session import Place
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Parts, Reading, Tagged, TagKind
from bot.workshop.workshop import Participant, Phase, Visibility, Workshop
from prompts.pack import Pack, Prompt
from prompts.packs import Library
from tests.synthesis.lines import a_line

NOW = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)
WORKSPACE = "https://a-rather-long-name-of-a-council.slack.com/"
ROOM = ChannelId("C0123456789")
FERN = UserId("U0FACILITAT")

GAPS = tuple(
    Gap(GapId(1), WorkshopId(1), NOW, NOW + timedelta(minutes=20), found=found, refused=refused, look_at=look_at)
    for found in (0, 1, 99)
    for refused in ("", "channel_not_found")
    for look_at in (NOW, None)
)
"""While it is read, read, and not to be read."""

HOSTILE = "Ann & Bob <!channel> <@U1> <https://evil.example|here> *bold* _it_ `x` "
"""Names and sentences with everything in them that Slack reads as markup."""


def long(length: int, text: str = HOSTILE) -> str:
    """*text* again and again, to exactly that many characters."""
    return (text * (length // len(text) + 1))[: length - 1].rstrip().ljust(length, "x")


@dataclass(frozen=True)
class Size:
    """How much there is of everything. The lengths are those that the forms allow."""

    people: int
    findings: int
    evidence: int
    actions: int
    files: int
    words: int
    short: int
    action: int
    quote: int

    def text(self, length: int) -> str:
        return long(length) if self is EXTREME else "Anna & Ben rang <twice>."[: max(length, 4)]


SMALL = Size(people=1, findings=1, evidence=1, actions=1, files=1, words=30, short=20, action=30, quote=30)
EXTREME = Size(people=25, findings=80, evidence=25, actions=40, files=60, words=3000, short=80, action=600, quote=400)
NOTHING = Size(people=0, findings=0, evidence=0, actions=0, files=0, words=0, short=20, action=30, quote=0)


def a_case(size: Size) -> Case:
    return Case(
        CaseId(1),
        InstallationId("-/T1"),
        "LC-2026-0001",
        size.text(60),
        size.text(600),
        FERN,
        NOW,
        channel=ROOM,
        programme=None if size is NOTHING else Programme(CaseId(1), size.text(60)),
    )


def people(size: Size) -> tuple[Participant, ...]:
    return tuple(
        Participant(UserId(f"U0{number:09}"), size.text(size.short), size.text(size.short))
        for number in range(max(size.people, 1))
    )


def an_attendance(size: Size) -> Attendance:
    """Everybody is missing, and more are there than can be named."""
    others = tuple(UserId(f"U00VISITOR{number}") for number in range(size.people * 9))
    return Attendance(tuple(each.user for each in people(size)), others)


def a_workshop(size: Size, phase: Phase = Phase.BEFORE) -> Workshop:
    some = size is not NOTHING
    return Workshop(
        WorkshopId(1),
        InstallationId("-/T1"),
        CaseId(1),
        FERN,
        date(2026, 9, 30),
        people(size),
        phase=phase,
        deputy=UserId("U0000DEPUTY") if some else None,
        safeguarding=size.text(300) if some else "",
        contacts=tuple(UserId(f"U00CONTACT{number}") for number in range(3)) if some else (),
    )


def a_risk(size: Size, **other: Any) -> Risk:
    facts: dict[str, Any] = {
        "id": RiskId(1),
        "workshop": WorkshopId(1),
        "raised_by": UserId("U0000000001"),
        "raised_at": NOW,
        "words": size.text(max(size.words, 20)),
        "look_at": NOW + timedelta(minutes=15),
    }
    return Risk(**facts | other)


def a_file(size: Size, phase: Phase = Phase.BEFORE) -> CaseFile:
    return CaseFile(a_case(size), a_workshop(size, phase))


def an_action(size: Size, number: int = 1, state: ActionState = ActionState.ACCEPTED, **other: Any) -> Action:
    facts: dict[str, Any] = {
        "id": ActionId(number),
        "workshop": WorkshopId(1),
        "level": list(Level)[number % 2],
        "change": f"{number}. {size.text(size.action)}"[: size.action],
        "owner": UserId(f"U0{number:09}"),
        "due": date(2026, 9, 30),
        "measure": size.text(size.action),
        "proposed_by": FERN,
        "proposed_at": NOW,
        "state": state,
    }
    return Action(**facts | other)


def actions(size: Size) -> tuple[Action, ...]:
    return tuple(an_action(size, number) for number in range(1, size.actions + 1))


def action_files(size: Size) -> list[ActionFile]:
    return [ActionFile(a_file(size), action) for action in actions(size)]


def an_answer(pack: Pack, prompt: Prompt, words: str) -> Answer:
    return Answer(
        AnswerId(1), WorkshopId(1), UserId("U000000000"), pack.id, prompt.name, words, Visibility.UNATTRIBUTED, NOW
    )


def a_finding(size: Size, number: int) -> Finding:
    """A line with as much of everything as *size* has, under each heading in turn."""
    evidence = tuple(Source(SourceKind.CONTRIBUTION, number * 100 + each) for each in range(max(size.evidence, 1)))
    words = f"{number}. {size.text(size.quote)}"[: max(size.quote, 5)]
    heading = list(Heading)[min(9, number * len(Heading) // max(size.findings, 1))]
    return Finding(a_line(words, *evidence, speaker=size.text(size.short), heading=heading), FindingId(number))


def a_full_finding(size: Size, number: int) -> Finding:
    """The same with everything that a line can have."""
    plain = a_finding(size, number).line
    quotations = tuple(
        Quotation(source, f"{number}. {size.text(size.quote)}", size.text(size.short), part)
        for source, part in zip(plain.evidence * 5, Part, strict=False)
    )
    line = replace(
        plain,
        title=Title(size.text(140), Entitled.FACILITATOR),
        quotations=quotations,
        phrases=(size.text(30),) * 6,
        people=12,
        agencies=7,
        claim=size.text(1000),
        level=Level.SERVICE,
        asked=tuple(Named(each, size.text(30), tuple(f"U0{n:09}" for n in range(10))) for each in ("housing", "ward")),
        unsupported=True,
    )
    return Finding(line, FindingId(number))


def a_summary(size: Size, state: SummaryState = SummaryState.DRAFT, *, full: bool = False) -> Summary:
    make = a_full_finding if full else a_finding
    findings = tuple(make(size, number) for number in range(size.findings))
    return Summary(SummaryId(1), WorkshopId(1), 1, state, NOW, findings, FERN, NOW)


def evidence_of(size: Size, sources: Sequence[Source]) -> tuple[Evidence, ...]:
    """The words behind a line: replies in a thread, and every third an answer from before; some with tags."""
    parts = Parts(*(size.text(600) for _ in range(3)))
    tags = tuple(Reading(Tagged(kind), parts, (FERN,), settled=True) for kind in TagKind)
    return tuple(
        Evidence(
            source,
            size.text(size.words),
            size.text(size.short),
            None if number % 3 == 2 else _place(source),
            tags=tags[: number % 5],
        )
        for number, source in enumerate(sources)
    )


def _place(source: Source) -> Place:
    return Place(ROOM, MessageTs("1773144000.000001"), MessageTs(f"1773144000.{source.id:06}"))


def so_far(size: Size) -> SoFar:
    """As many lines as *size* has findings, words that stand in none of them, and some for the facilitator alone."""
    lines = tuple(a_full_finding(size, number).line for number in range(size.findings))
    standing = dict.fromkeys(source for each in lines for source in each.evidence)
    left = [Source(SourceKind.CONTRIBUTION, 900_000 + number) for number in range(size.evidence)]
    there = evidence_of(size, [*standing, *left])
    kept_back = tuple(replace(each, place=None, silent=True) for each in evidence_of(size, left))
    words = {each.source: each for each in there}
    return SoFar(a_file(size, Phase.LIVE), lines, words, kept_back, finished=size.findings > 1)


def told(size: Size, number: int, prompt: str = "moment") -> Told:
    """One answer, under a role, without one, and for the facilitator alone in turn."""
    visibility = list(Visibility)[number % 3]
    named = visibility is not Visibility.UNATTRIBUTED
    return Told(
        source=Source(SourceKind.ANSWER, number),
        pack="lcat-before@1",
        prompt=Library().pack("lcat-before@1").prompt(prompt),
        words=f"{number}. {size.text(size.words)}",
        visibility=visibility,
        author=UserId(f"U0{number:09}") if named else None,
        speaker=size.text(size.short) if named else "",
    )


@cache
def a_brief(size: Size) -> BriefFile:
    """As much of everything as *size* has findings, each resting on as much evidence."""
    seated, many = people(size)[: size.people], range(size.findings)
    evidence = tuple(told(size, number) for number in range(max(size.evidence, 1)))
    unknown = [told(size, each, "unknown") for each in many]
    shared = tuple(f"{number} {size.text(30)}" for number in range(6))
    services = ["housing", "camhs", "ward", "gp", "police", "additional-needs"]
    asked = tuple(Asked(each, size.text(30), seated if number % 2 else ()) for number, each in enumerate(services))
    standing = Standing(len(seated), len(seated), seated, seated, seated, seated, joined=seated)
    if size is EXTREME:
        standing = Standing(len(seated), len(seated), answered=seated, untold=seated, joined=seated)
    found = Brief(
        standing=standing,
        risks=tuple(Risk(RiskId(each), WorkshopId(1), FERN, NOW, size.text(size.words), seen_by=FERN) for each in many),
        turning_points=tuple(
            TurningPoint(
                evidence[: 1 + each % 25],
                tuple(Quoted(one.words, one) for one in evidence[: 1 + each % 4]),
                people=3 - each // 30,
                shared=shared if each % 4 else (),
            )
            for each in many
        ),
        questions=tuple(Question((one,), (Quoted(one.words, one),), asked[: n % 7]) for n, one in enumerate(unknown)),
        missing_voices=tuple(MissingVoice(evidence, services[each % 6], (size.text(30),) * 5) for each in many),
    )
    return BriefFile(a_file(size), found, earlier(size))


def earlier(size: Size) -> tuple[Earlier, ...]:
    """Of each kind, with and without a factor, in their order."""
    many = [
        Earlier(each, "LC-2026-0001" if number % 2 else "", size.text(600), size.text(300), touched=number % 3 == 0)
        for number, each in enumerate(became(size))
    ]
    return tuple(sorted(many, key=lambda each: list(Kin).index(each.became.kin)))


def became(size: Size) -> tuple[Became, ...]:
    kin, fates = list(Kin), list(Fate)
    some = range(size.actions)
    return tuple(
        Became(kin[n % len(kin)], size.text(3000), "handover" if n % 2 else "", fates[n * len(fates) // len(some)])
        for n in some
    )
