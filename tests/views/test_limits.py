"""Every view and message stays within what Slack takes, however much people have put into a case."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from slack_sdk.models.views import View

from bot import plans, rounds, silent
from bot.actions import ActionFile
from bot.agendas import ToCome
from bot.aliases import MOST_NAMES, Register
from bot.answers import Read, Reading
from bot.brief import Behind
from bot.cases import CaseFile
from bot.checkpoints import Comparison, Look
from bot.checkpoints import Standing as Seen
from bot.closing import Course
from bot.contents.actions import Changed, Offered, OwnerUpdate, Plan, PlanAsked, Proposal, Returned
from bot.contents.brief import BriefReady
from bot.contents.checkpoints import Checked, CheckpointAsked, Escalated, NoEffect, OtherView, Sightings
from bot.contents.digests import WeeklyDigest
from bot.contents.earlier import EarlierTold
from bot.contents.joining import CatchUp, JoinAsked, Joined
from bot.contents.learning import OwnCopy, parts_of
from bot.contents.notices import Away, NotDelivered
from bot.contents.nudges import Decision, Ended, Escalation, Handover, Nudged, Nudges, Stuck
from bot.contents.outcomes import OutcomeLetter
from bot.contents.reflections import Afterwards, AfterwardsReminder, Asked, Invitation, ReflectionReminder, Unsent
from bot.contents.risks import RiskAsked, RiskNow, RiskRaised, RiskUnheard, Times
from bot.contents.rooms import Attending, CaseCard, DeputysDesk, Desk, Interruption
from bot.contents.sessions import GroundRules, Kinder, NoFiles, NotKept, NotShown, Revealed, Said, Spoken, StageCard
from bot.contents.summaries import SummaryDraft
from bot.digests import News as PlanNews
from bot.digests import Progress, Rhythm
from bot.earlier import EarlierFile
from bot.handovers import LEFT, LET_GO, OUTSIDE
from bot.home import Home
from bot.hours import OwnHours
from bot.invitations import Waiting
from bot.joining import Visit
from bot.ladders import Climb, Reminding
from bot.opening import SafetyOffer
from bot.outcomes import Line, Outcome
from bot.privacy import Found
from bot.proposals import Sheet as ActionSheet
from bot.proposals import Written
from bot.pulse import Pulse, Scale, Standing
from bot.records import ActionRecord, Details
from bot.reflections import Given, Held, ReflectionForm, Withdrawn
from bot.sandbox.blockkit import lint_message, lint_view, strings
from bot.scribe import Heard, Sheet
from bot.strengths import suggested
from bot.synthesis.brief import Counts
from bot.synthesis.summary import SummaryState
from bot.taggable import Taggable
from bot.tags import NO_COUNTS, TagCounts, TagList, TagSheet
from bot.tags import Line as TagLine
from bot.voices import Voice, Voices
from bot.withdrawals import Withdrawal
from bot.workshop.action import Action, ActionState, Level, Offer, Outsider, Strength
from bot.workshop.agenda import Listening, Planned
from bot.workshop.case import Programme
from bot.workshop.checkpoint import Effect, Match, Sighting
from bot.workshop.digest import Digest, Tally
from bot.workshop.earlier import Fate
from bot.workshop.ids import ActionId, AliasId, AnswerId, CaseId, ContributionId, MessageTs, StageId, UserId, WorkshopId
from bot.workshop.ladder import DEFAULT, HIGHER, To, ladder_of
from bot.workshop.letter import Letter, LetterKind, Post
from bot.workshop.person import Own
from bot.workshop.plan import PlanDoubt
from bot.workshop.pulse import Mark, Spread
from bot.workshop.record import LOOKED_AT, Update, differences
from bot.workshop.reflection import Answer
from bot.workshop.room import Doubt
from bot.workshop.session import Contribution, Place, Stage, Unheard
from bot.workshop.summary import Source, SourceKind
from bot.workshop.tag import Parts, Tagged, TagKind
from bot.workshop.tag import Reading as TagReading
from bot.workshop.working_time import Leave
from bot.workshop.workshop import News, Phase, Visibility, Workshop
from handlers.views import (
    acceptance,
    action_file,
    action_form,
    action_history,
    actions,
    afterwards,
    agendas,
    aliases,
    brief,
    cases,
    checkpoints,
    closing,
    digests,
    earlier,
    home,
    ids,
    joining,
    learning,
    notices,
    nudges,
    outcomes,
    reflection_steps,
    reflections,
    risks,
    rooms,
    sessions,
    summaries,
    withdrawals,
)
from handlers.views import scribe as scribe_views
from handlers.views import silent as silent_views
from handlers.views import so_far as so_far_views
from handlers.views import tags as tag_views
from handlers.views.blocks import Message
from handlers.views.changes import CHANGED_WORDS
from handlers.views.hours import hours_form
from handlers.views.ladder import board_view, ladder_form, ladder_page
from handlers.views.pulse import pulse_view
from prompts.pack import Moment, Pack
from prompts.packs import Library
from prompts.phrasings import Wording
from prompts.words import escape, words
from tests.views import facts
from tests.views.facts import EXTREME, FERN, NOTHING, NOW, ROOM, SMALL, Size

SAY = words("en")
MOMENTS: tuple[Moment, ...] = ("before", "live", "after")
OFFERED: Mapping[Moment, Sequence[Pack]] = {moment: Library().on_offer(moment) for moment in MOMENTS}
PACK, AGENDA = Library().pack(Workshop.pack), Library().pack(Workshop.agenda)
AFTERWARDS, PULSE, LEARNING = (Library().pack(each) for each in (rounds.AFTER, rounds.PULSE, rounds.LEARNING))
SIZES = {"nothing": NOTHING, "small": SMALL, "extreme": EXTREME}

PLACE = Place(ROOM, MessageTs("1773135000.000100"), MessageTs("1773135010.000200"))

every_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())


def desk(
    size: Size, phase: Phase, *, position: int = 1, interrupted: News | None = None, published: bool = False
) -> Message:
    stage = Stage(StageId(1), WorkshopId(1), position, AGENDA.prompts[position - 1].name, NOW) if position else None
    some = size.people
    shown = Desk(
        case=facts.a_case(size),
        workshop=replace(facts.a_workshop(size, phase), interrupted=interrupted),
        agenda=AGENDA,
        answered=some,
        declined=some,
        stage=stage,
        heard=some,
        draft_ready=some > 1,
        open_actions=size.actions,
        afterwards=some,
        pulse=PULSE,
        written=some,
        kept_back=some,
        tags=TagCounts(some, dict.fromkeys(TagKind, some)) if some else NO_COUNTS,
        outside=(whole(size),) * some,
        earlier=dict.fromkeys(Fate, some) if some else {},
        mailed=frozenset({whole(size).id} if some > 1 else ()),
        published=published,
    )
    return cases.desk(SAY, shown)


def reading(size: Size) -> Reading:
    """Everybody's answers to every question, for the facilitator."""
    answers = [
        Read(prompt.name, person.role, size.text(size.words), visibility)
        for prompt in PACK.prompts
        for person, visibility in zip(facts.people(size)[: size.people], list(Visibility) * 9, strict=False)
    ]
    return Reading(facts.a_file(size), PACK, tuple(answers), (PACK, AFTERWARDS))


def register(size: Size) -> Register:
    """As many names as there may be, where there is much of everything."""
    count = MOST_NAMES if size.people > 1 else size.people
    return Register(facts.a_file(size), tuple((AliasId(number), size.text(80)) for number in range(count)))


def to_come(size: Size) -> ToCome:
    """As many stages as there may be, some of them asked on the spot."""
    file = facts.a_file(size, Phase.LIVE)
    planned = (Planned("sense", 30), *(Planned(f"added-{each}", 5, question=size.text(300)) for each in range(11)))
    upcoming = planned if size.people > 1 else planned[: size.people]
    return ToCome(replace(file, workshop=replace(file.workshop, upcoming=upcoming)), AGENDA, upcoming)


def voices(size: Size) -> Voices:
    crew = facts.people(size)[: size.people]
    writers = silent.Writers((), crew, crew)
    counted = tuple(Voice(each, number, number * 40) for number, each in enumerate(crew))
    return Voices(facts.a_file(size), counted, writers)


def said(size: Size) -> tuple[Said, ...]:
    """As much as stands on one page of what was revealed."""
    return tuple(Said(size.text(min(size.words, 1000) or 20), size.text(80)) for _ in range(2))


def a_round(size: Size) -> ReflectionForm:
    """The form of a silent round, with an answer in it where there is anything."""
    file = facts.a_file(size, Phase.LIVE)
    prompt = PACK.prompts[0].model_copy(update={"name": silent.PROMPT})
    pack = PACK.model_copy(update={"name": "stage-1", "prompts": (prompt,)})
    given = {silent.PROMPT: facts.an_answer(pack, prompt, size.text(size.words))} if size.words else {}
    return ReflectionForm(
        file, pack, file.workshop.participants[0], given, sent=False, notice_read=True, until=date(2026, 9, 30)
    )


def spoken(size: Size) -> Spoken:
    return Spoken(
        facts.a_case(size), ContributionId(1), size.text(1500), size.text(size.short), UserId("U0000000001"), FERN
    )


def sheet(size: Size) -> Sheet:
    return Sheet(facts.a_file(size, Phase.LIVE), Stage(StageId(1), WorkshopId(1), 1, "sense", NOW), size.text(1500))


def written_down(size: Size) -> Contribution:
    at = MessageTs("1.000001")
    place = (ContributionId(1), WorkshopId(1), StageId(1), ROOM, at, UserId("U0000000001"))
    return Contribution(*place, size.text(1500), at, scribe=FERN)


def held(size: Size) -> Held:
    words = size.text(1500)
    found = Found(words, words, {"postcode": 1}, {"phone": 2})
    return Held(Given(words, Visibility.UNATTRIBUTED, tries=1), found)


def kept_back(size: Size) -> silent.KeptBack:
    """What was kept back of three rounds, one of them about a risk."""
    stage = Stage(StageId(1), WorkshopId(1), 1, "added-1", NOW, question=size.text(300))
    kept = [
        silent.Kept(stage, size.text(min(size.words, 1500)), each.role, Visibility.FACILITATOR_ONLY, risk=True)
        for each in facts.people(size)[: size.people]
    ]
    return silent.KeptBack(facts.a_file(size, Phase.LIVE), AGENDA, tuple(kept * 3))


def tag_sheet(size: Size, *, settles: bool = True, replies: int = 1) -> TagSheet:
    said = tuple(
        Taggable(Source(SourceKind.CONTRIBUTION, each), size.text(max(size.words, 20)), size.text(80))
        for each in range(replies)
    )
    return TagSheet(facts.a_file(size, Phase.LIVE), said, settles)


def tag_list(size: Size) -> TagList:
    """Everything that everybody says of many replies, half of it settled."""
    parts = Parts(*(size.text(600) for _ in range(3)))
    whom = tuple(each.user for each in facts.people(size))
    said = tag_sheet(size, replies=size.findings).replies
    lines = [
        TagLine(reply, TagReading(Tagged(kind), parts, whom, settled=bool(number % 2)))
        for number, reply in enumerate(said)
        for kind in TagKind
    ]
    return TagList(facts.a_file(size, Phase.LIVE), tuple(sorted(lines, key=lambda line: line.reading.settled)))


TAG_PLACE = ids.TagPlace(WorkshopId(1), Source(SourceKind.ANSWER, 3), Tagged(TagKind.FACTOR, "rules"), 2)


def not_delivered(kind: LetterKind) -> Message:
    return notices.not_delivered(SAY, NotDelivered(Letter("key", kind, ROOM, 1, NOW), "LC-2026-0001"))


def reflection(size: Size) -> ReflectionForm:
    file = facts.a_file(size)
    answers = {
        prompt.name: facts.an_answer(PACK, prompt, size.text(size.words)) for prompt in PACK.prompts if size.words
    }
    return ReflectionForm(
        file, PACK, file.workshop.participants[0], answers, sent=bool(size.words), notice_read=True, until=NOW.date()
    )


def plan_of(size: Size) -> list[Plan]:
    """Every part of the plan, as its letters have them."""
    case, workshop, planned = facts.a_case(size), facts.a_workshop(size), facts.actions(size)
    parts = plans.parts(planned)
    return [Plan(case, workshop, each, len(planned), part, len(parts)) for part, each in enumerate(parts, start=1)]


def messages(size: Size) -> dict[str, Callable[[], Message]]:
    """Every message, by what it is; the published summary has its own tests."""
    case, workshop, action = facts.a_case(size), facts.a_workshop(size), facts.an_action(size)
    stage = Stage(StageId(1), WorkshopId(1), 1, "added-1", NOW, root=PLACE.thread, question=size.text(300))
    invitation = Invitation(case, workshop, PACK, workshop.participants[0], answered=False)
    some = size.people
    ready = BriefReady(case, workshop, some, some, Counts(some, some, some, some))
    draft = SummaryDraft(case, facts.a_summary(size), replaced=False)
    update = Update(
        ActionId(1), FERN, NOW, ActionState.ACCEPTED, ActionState.DONE, size.text(1500) if size.words else ""
    )
    return {
        **{
            f"not kept: {why}, {running}": lambda why=why, running=running: notices.not_kept(  # type: ignore[misc]
                SAY, NotKept(case, PLACE, why, running=running), facts.WORKSPACE
            )
            for why in Unheard
            for running in (True, False)
        },
        **{
            f"question to a visitor, again: {again}": lambda again=again: joining.join_asked(  # type: ignore[misc]
                SAY, JoinAsked(case, workshop, PLACE, FERN, again=again), facts.WORKSPACE
            )
            for again in (True, False)
        },
        "invitation, over": lambda: reflections.invitation(
            SAY, replace(invitation, workshop=facts.a_workshop(size, Phase.LIVE))
        ),
        "unsent": lambda: reflections.unsent(SAY, Unsent(case)),
        "joined": lambda: joining.joined(SAY, Joined(case, facts.people(size)[0])),
        "catch up": lambda: joining.catch_up(SAY, CatchUp(case, stage, AGENDA, 12, takes_part=True), facts.WORKSPACE),
        "ground rules": lambda: sessions.ground_rules(
            SAY, GroundRules(case, facts.a_workshop(size), {"en": size.text(300)} if size.words else None)
        ),
        "earlier actions": lambda: earlier.earlier_told(SAY, EarlierTold(case, facts.became(size))),
        "kinder": lambda: sessions.kinder_way(
            SAY, Kinder(case, PLACE, FERN, size.text(150), {"en": "What made it make sense at the time?"})
        ),
        "no files": lambda: notices.no_files(SAY, NoFiles(case, PLACE), facts.WORKSPACE),
        **{
            f"what happened to the channel: {news}": lambda news=news: rooms.interruption(  # type: ignore[misc]
                SAY, Interruption(case, replace(facts.a_workshop(size, Phase.LIVE), interrupted=news), news)
            )
            for news in News
        },
        **{
            f"what happened to the channel, past: {phase}": lambda phase=phase: rooms.interruption(  # type: ignore[misc]
                SAY, Interruption(case, facts.a_workshop(size, phase), News.ARCHIVED)
            )
            for phase in (Phase.LIVE, Phase.AGREEING)
        },
        **{
            f"a gap: {gap}": lambda gap=gap: notices.away(SAY, Away(case, gap))  # type: ignore[misc]
            for gap in facts.GAPS
        },
        "who is in the channel": lambda: rooms.attendance(SAY, Attending(case, facts.an_attendance(size))),
        "desk: interrupted": lambda: desk(size, Phase.LIVE, interrupted=News.SHARED),
        "case card": lambda: cases.case_card(SAY, CaseCard(case, workshop)),
        "desk: with a published summary": lambda: desk(size, Phase.FOLLOWING_UP, published=True),
        **{f"desk: {phase}": lambda phase=phase: desk(size, phase) for phase in Phase},  # type: ignore[misc]
        **{
            f"deputy's desk: {phase}": lambda phase=phase: cases.deputys_desk(  # type: ignore[misc]
                SAY, DeputysDesk(case, facts.a_workshop(size, phase))
            )
            for phase in Phase
        },
        "desk: between stages": lambda: desk(size, Phase.LIVE, position=0),
        "desk: last stage": lambda: desk(size, Phase.LIVE, position=4),
        "brief ready": lambda: brief.brief_ready(SAY, ready),
        "invitation": lambda: reflections.invitation(SAY, invitation),
        "reminder": lambda: reflections.reminder(SAY, ReflectionReminder(case, workshop, PACK, begun=False)),
        "reminder, begun": lambda: reflections.reminder(SAY, ReflectionReminder(case, workshop, PACK, begun=True)),
        "afterwards": lambda: afterwards.afterwards(
            SAY, Afterwards(case, workshop, (Asked(AFTERWARDS, NOW.date()), Asked(PULSE, NOW.date())))
        ),
        "afterwards, answered": lambda: afterwards.afterwards(
            SAY,
            Afterwards(
                case, workshop, (Asked(AFTERWARDS, NOW.date(), answered=True), Asked(PULSE, NOW.date(), answered=True))
            ),
        ),
        "afterwards, reminder": lambda: afterwards.reminder(
            SAY, AfterwardsReminder(case, workshop, (Asked(AFTERWARDS, NOW.date()), Asked(PULSE, NOW.date())))
        ),
        "outcome": lambda: outcomes.outcome(SAY, an_outcome(size), facts.WORKSPACE),
        "outcome, not found": lambda: outcomes.outcome(SAY, replace(an_outcome(size), published=None), facts.WORKSPACE),
        "own copy": lambda: learning.own_copy(SAY, own_copy(size)),
        "invitation, answered": lambda: reflections.invitation(SAY, replace(invitation, answered=True)),
        **{
            f"stage card: {each.name}": lambda each=each: sessions.stage_card(  # type: ignore[misc]
                SAY,
                StageCard(
                    case, workshop, Stage(StageId(1), WorkshopId(1), 1, each.name, NOW, minutes=each.minutes), AGENDA, 4
                ),
                facts.WORKSPACE,
            )
            for each in AGENDA.prompts
        },
        "stage card, silent": lambda: sessions.stage_card(
            SAY,
            StageCard(
                case,
                workshop,
                Stage(StageId(1), WorkshopId(1), 1, AGENDA.prompts[0].name, NOW, listens=Listening.SILENT),
                AGENDA,
                4,
            ),
            facts.WORKSPACE,
        ),
        "revealed": lambda: silent_views.revealed(SAY, Revealed(case, 1, 2, said(size))),
        "revealed, last page": lambda: silent_views.revealed(SAY, Revealed(case, 2, 2, said(size))),
        **{
            f"not shown: {why}": lambda why=why: silent_views.not_shown(SAY, NotShown(case, why))  # type: ignore[misc]
            for why in silent.Withheld
        },
        "spoken": lambda: scribe_views.spoken(SAY, spoken(size)),
        "spoken, unattributed": lambda: scribe_views.spoken(SAY, replace(spoken(size), speaker="")),
        "spoken, taken back": lambda: scribe_views.spoken(SAY, replace(spoken(size), words=None)),
        "draft ready": lambda: summaries.draft_ready(SAY, draft),
        "draft replaced": lambda: summaries.draft_ready(SAY, replace(draft, replaced=True)),
        "draft published": lambda: summaries.draft_ready(
            SAY, replace(draft, summary=facts.a_summary(size, SummaryState.PUBLISHED))
        ),
        **{
            f"proposal: {state}": lambda state=state: acceptance.proposal(  # type: ignore[misc]
                SAY, Proposal(case, replace(action, state=state))
            )
            for state in ActionState
        },
        "proposal, put forward anew": lambda: acceptance.proposal(SAY, Proposal(case, action, overtaken=True)),
        "proposal, with a change": lambda: acceptance.proposal(SAY, Proposal(case, offered(size))),
        "proposal to somebody outside": lambda: acceptance.proposal(SAY, Proposal(case, whole(size))),
        **changed_messages(size),
        "proposal to somebody who is written to": lambda: acceptance.proposal(
            SAY, Proposal(case, whole(size), mailed=True)
        ),
        **{
            f"plan asked about: {doubt}": lambda doubt=doubt: actions.plan_asked(  # type: ignore[misc]
                SAY, PlanAsked(case, workshop, Level.CASE, doubt, 9)
            )
            for doubt in PlanDoubt
        },
        "offer": lambda: acceptance.offered(SAY, Offered(case, offered(size))),
        "offer, answered": lambda: acceptance.offered(SAY, Offered(case, action)),
        "returned": lambda: acceptance.returned(SAY, Returned(case, replace(whole(size), returned_at=NOW))),
        "returned, answered": lambda: acceptance.returned(SAY, Returned(case, whole(size))),
        **{f"plan, part {each.part}": lambda each=each: actions.plan(SAY, each) for each in plan_of(size)},  # type: ignore[misc]
        "plan without a summary": lambda: actions.plan(SAY, replace(plan_of(size)[0], without_summary=True)),
        "plan, a part that is over": lambda: actions.plan(SAY, Plan(case, workshop, (), 1, part=2)),
        **nudge_messages(size, update),
        "owner's update": lambda: actions.owner_update(SAY, OwnerUpdate(case, action, update)),
        "digest": lambda: digests.digest(SAY, a_digest(size)),
        **checkpoint_messages(size),
        **risk_messages(size),
        **{f"not delivered: {kind}": lambda kind=kind: not_delivered(kind) for kind in LetterKind},  # type: ignore[misc]
    }


def nudge_messages(size: Size, said: Update) -> dict[str, Callable[[], Message]]:
    """All that an owner hears of in a day, what is stuck, what has to be decided, and what is nobody's any more."""
    case, owned = facts.a_case(size), facts.actions(size) or (facts.an_action(size),)
    owner, today = owned[0].owner or FERN, date(2026, 10, 7)
    one = Nudged(case, owned[0], "late-7")
    several = tuple(Nudged(case, each, "late-7", last=True) for each in owned)
    words = size.text(1500) if size.words else ""
    decision = Decision(case, owned[0], replace(said, words=words), waits=True)
    ended = tuple(Ended(each, (said,) * 9, waits=True) for each in owned[:20])
    days = {"half-way": 60, "review-2026-09-16": 14, "before-7": 7, "before-1": 1, "due": 0, "late-3": -3}
    return {
        **{
            f"nudge: {rung}": lambda rung=rung, away=away: nudges.nudges(  # type: ignore[misc]
                SAY, Nudges(owner, date(2026, 9, 30) - timedelta(days=away), (replace(one, rung=rung),))
            )
            for rung, away in days.items()
        },
        "nudge, of everything": lambda: nudges.nudges(SAY, Nudges(owner, today, several)),
        "nudge, answered": lambda: nudges.nudges(SAY, Nudges(owner, today, (replace(one, answered=True),))),
        **{
            f"escalation: {to}": lambda to=to: nudges.escalation(  # type: ignore[misc]
                SAY, Escalation(FERN, today, tuple(Stuck(case, each, to, silent=True, words=words) for each in owned))
            )
            for to in HIGHER
        },
        "escalation, before its date": lambda: nudges.escalation(
            SAY, Escalation(FERN, date(2026, 9, 16), (Stuck(case, owned[0], To.FACILITATOR, silent=True),))
        ),
        "decision": lambda: nudges.decision(SAY, decision),
        "decision, over": lambda: nudges.decision(SAY, replace(decision, waits=False)),
        **{
            f"handover: {how}": lambda how=how: nudges.handover(  # type: ignore[misc]
                SAY, Handover(case, owner, how, ended)
            )
            for how in (LEFT, LET_GO, OUTSIDE)
        },
        "handover, over": lambda: nudges.handover(
            SAY, Handover(case, owner, LET_GO, (replace(ended[0], waits=False),))
        ),
    }


def changed_messages(size: Size) -> dict[str, Callable[[], Message]]:
    """What the facilitator has changed of an action, told and asked about anew."""
    case, before = facts.a_case(size), whole(size)
    after = replace(before, change=size.text(600), measure=size.text(20), due=NOW.date(), reviews=(), outsider=None)
    told = Update(before.id, FERN, NOW, ActionState.ACCEPTED, ActionState.ACCEPTED, changes=differences(before, after))
    mine = Changed(case, after, after.owner or FERN, told)
    asked = Proposal(case, replace(after, state=ActionState.PROPOSED), changed=told)
    return {
        "changed": lambda: acceptance.changed(SAY, mine),
        "changed, and a draft again": lambda: acceptance.changed(SAY, replace(mine, action=a_draft(size))),
        "changed, and somebody else's": lambda: acceptance.changed(SAY, replace(mine, reader=UserId("U0GONE"))),
        "proposal, anew": lambda: acceptance.proposal(SAY, asked),
        "proposal, anew and answered": lambda: acceptance.proposal(SAY, replace(asked, action=after)),
    }


def risk_messages(size: Size) -> dict[str, Callable[[], Message]]:
    """A risk as it is raised, passed on, seen and not looked at, for those who are asked and for its author."""
    case, workshop, waiting = facts.a_case(size), facts.a_workshop(size), facts.a_risk(size)
    times = Times(NOW, None, NOW + timedelta(minutes=15))
    seen = facts.a_risk(size, seen_by=FERN, seen_at=NOW + timedelta(days=1))
    after = Times(NOW, NOW + timedelta(days=1), None)
    outside = facts.a_risk(size, raised_by=None)
    mine = RiskRaised(case, workshop, waiting, times, (FERN,), None, None)
    unheard = RiskUnheard(case, workshop, waiting, Times(NOW, None, None), mine=True)
    return {
        "risk": lambda: risks.risk_now(SAY, RiskNow(case, workshop, waiting, times)),
        "risk, of somebody outside": lambda: risks.risk_now(SAY, RiskNow(case, workshop, outside, times)),
        "risk unheard, of somebody outside": lambda: risks.risk_unheard(
            SAY, replace(unheard, risk=outside, mine=False)
        ),
        "risk, passed on": lambda: risks.risk_now(SAY, RiskNow(case, workshop, waiting, times, last=FERN)),
        **{
            f"reply asked about a risk: {answer}": lambda answer=answer: risks.reply_asked(  # type: ignore[misc]
                SAY, RiskAsked(case, workshop, PLACE, tuple(sounding(size)), answer), facts.WORKSPACE
            )
            for answer in (None, True, False)
        },
        "reply asked about, and changed": lambda: risks.reply_asked(
            SAY, RiskAsked(case, workshop, PLACE, (), None), facts.WORKSPACE
        ),
        "risk, seen": lambda: risks.risk_now(SAY, RiskNow(case, workshop, seen, after)),
        "risk raised": lambda: risks.risk_raised(SAY, mine),
        "risk raised, with a next": lambda: risks.risk_raised(SAY, replace(mine, following=FERN)),
        "risk passed on": lambda: risks.risk_raised(SAY, replace(mine, last=FERN, following=FERN)),
        "risk passed on to the last": lambda: risks.risk_raised(SAY, replace(mine, last=FERN)),
        "risk raised, seen": lambda: risks.risk_raised(SAY, replace(mine, risk=seen, times=after)),
        "risk raised, unheard": lambda: risks.risk_raised(SAY, replace(mine, times=Times(NOW, None, None))),
        "risk unheard, to its author": lambda: risks.risk_unheard(SAY, unheard),
        "risk unheard, to the facilitator": lambda: risks.risk_unheard(SAY, replace(unheard, mine=False)),
    }


def checkpoint_messages(size: Size) -> dict[str, Callable[[], Message]]:
    """What is asked and told around a checkpoint, with as many actions as there may be."""
    case, workshop = facts.a_case(size), facts.a_workshop(size, Phase.FOLLOWING_UP)
    there = tuple(facts.an_action(size, number, ActionState.DONE) for number in range(size.actions))
    told = [Seen(each, a_sighting(size, effect=effect)) for each in there for effect in Effect]
    action, seen, who = facts.an_action(size), a_sighting(size), workshop.participants[0]
    other = a_sighting(size, effect=None, match=Match.OTHER)
    update = Update(ActionId(1), FERN, NOW, ActionState.NO_EFFECT, ActionState.NO_EFFECT, size.text(1500))
    return {
        "asked": lambda: checkpoints.asked(SAY, CheckpointAsked(case, 1, tuple(Seen(each, None) for each in there))),
        "asked, answered": lambda: checkpoints.asked(SAY, CheckpointAsked(case, 4, tuple(told))),
        "sightings": lambda: checkpoints.sightings(SAY, Sightings(case, workshop, 2, tuple(told), past=False)),
        "sightings, past": lambda: checkpoints.sightings(SAY, Sightings(case, workshop, 3, tuple(told), past=True)),
        "checked": lambda: checkpoints.checked(SAY, Checked(case, Look(1, (), there, there))),
        "no effect": lambda: checkpoints.no_effect(SAY, NoEffect(case, action, seen, decided=False)),
        "no effect, decided": lambda: checkpoints.no_effect(SAY, NoEffect(case, action, seen, decided=True)),
        "other view": lambda: checkpoints.other_view(SAY, OtherView(case, action, seen, other, who)),
        "escalated": lambda: checkpoints.escalated(SAY, Escalated(case, workshop, action, seen, update)),
    }


def a_digest(size: Size) -> WeeklyDigest:
    """Everything late, blocked and moved at once."""
    there = tuple(facts.an_action(size, number, ActionState.BLOCKED) for number in range(size.actions))
    counts = Tally(size.actions, size.actions, size.actions, size.actions, size.actions, size.actions, size.actions)
    stood = tuple((NOW - timedelta(weeks=back), counts) for back in range(26))
    progress = tuple(Progress(level, counts, stood) for level in Level)
    workshop = facts.a_workshop(size, Phase.FOLLOWING_UP)
    return WeeklyDigest(facts.a_case(size), workshop, NOW.date(), PlanNews(progress, there, there, there, there))


def a_sighting(size: Size, **other: Any) -> Sighting:
    words = size.text(1000)
    seen = Sighting(WorkshopId(1), ActionId(1), 1, FERN, NOW, Effect.SHOWN, level=size.text(300), words=words)
    return replace(seen, **other)


def closing_forms(size: Size) -> dict[str, Callable[[], View]]:
    """The forms around closing an action, empty and with all that may have been written."""
    shown = actions_file(size)
    written = {ids.DUE: "2026-10-01", ids.TO: FERN, ids.COURSE: Course.STOP, ids.EFFECT: Effect.NONE}
    lengths = {
        ids.EVIDENCE: 1500,
        ids.WHERE: 500,
        ids.WHO: 200,
        ids.STANDS: 300,
        ids.SEES: 1000,
        ids.REASON: 1500,
        ids.CHANGE: 600,
    }
    typed = {**written, **{block: size.text(length) for block, length in lengths.items()}}
    compared = Comparison(shown, a_sighting(size))
    forms: dict[str, Callable[[Mapping[str, str], Sequence[Wording]], View]] = {
        "done form": lambda typed, asked: closing.done_form(SAY, shown, typed, asked),
        "reopen form": lambda typed, asked: closing.reopen_form(SAY, shown, typed, asked),
        "decide form": lambda typed, asked: closing.decide_form(SAY, shown, typed, asked),
        "see form": lambda typed, asked: checkpoints.see_form(SAY, shown, typed, asked),
        "compare form": lambda typed, asked: checkpoints.compare_form(SAY, compared, typed, asked),
    }
    empty = {name: lambda form=form: form({}, ()) for name, form in forms.items()}
    full = {
        f"{name}, asked about a risk": lambda form=form: form(typed, sounding(size)) for name, form in forms.items()
    }
    back = {"done form, asked back": lambda: closing.done_form(SAY, shown, typed, sounding(size), size.text(120))}
    return {**empty, **full, **back}


def following_up_forms(size: Size) -> dict[str, Callable[[], View]]:
    """When somebody works, how a workshop reminds, what is for the board, and the forms behind a nudge."""
    file, shown = facts.a_file(size, Phase.FOLLOWING_UP), actions_file(size)
    leave = tuple(Leave(date(2026, 1, day), date(2026, 2, day)) for day in range(1, 11))[: size.actions]
    asked_why = (
        ids.ACTION_DECLINE_FORM,
        ids.ACTION_BLOCKED_FORM,
        ids.ACTION_REPORT_FORM,
        ids.ACTION_LET_GO_FORM,
        ids.DECISION_FORM,
        ids.DECISION_ELSEWHERE_FORM,
    )
    return {
        "hours form": lambda: hours_form(SAY, OwnHours(Own(leave=leave), "America/Argentina/ComodRivadavia")),
        "ladder form": lambda: ladder_form(SAY, Climb(file, ladder_of(DEFAULT))),
        "ladder form, nothing higher": lambda: ladder_form(SAY, Climb(file, ladder_of("+1, +2, +300"))),
        "ladder form, all its own": lambda: ladder_form(
            SAY, Climb(file, ladder_of(", ".join(map(str, range(-60, 61, 4))) + ", facilitator +99"))
        ),
        "for the board": lambda: board_view(SAY, facts.action_files(size)),
        "another owner": lambda: nudges.pass_on_form(SAY, shown),
        **{
            f"why: {form}": lambda form=form: actions.reason_form(  # type: ignore[misc]
                SAY, shown, form, size.text(1500) if size.words else "", vague=size.text(100)
            )
            for form in asked_why
        },
    }


def sounding(size: Size) -> list[Wording]:
    return [Wording(size.text(100), {"en": "Somebody may be in danger."})] * max(1, size.files)


def views(size: Size) -> dict[str, Callable[[], View]]:
    """Every modal and page, by what it is; those of the summary have their own tests."""
    file, mine = facts.a_file(size), facts.action_files(size)
    many = (file,) * size.files
    pages = range(max(1, -(-len(reading(size).answers) // reflections.ON_A_PAGE)))
    return {
        **following_up_forms(size),
        "what is to come": lambda: agendas.agenda_form(SAY, to_come(size), asked=bool(size.words)),
        "who has been heard": lambda: agendas.voices_view(SAY, voices(size)),
        "silent form": lambda: silent_views.silent_form(SAY, a_round(size)),
        "silent form, held": lambda: silent_views.silent_form(SAY, a_round(size), held(size)),
        "silent form, kept": lambda: silent_views.silent_kept(SAY, a_round(size)),
        "said in the room": lambda: scribe_views.spoken_form(SAY, sheet(size)),
        "said in the room, asked about a risk": lambda: scribe_views.spoken_form(
            SAY, sheet(size), Heard(FERN, size.text(1500), Visibility.UNATTRIBUTED), sounding(size)
        ),
        "said in the room, put right": lambda: scribe_views.correction_form(SAY, written_down(size)),
        "said in the room, raised as a risk": lambda: scribe_views.raised_instead(SAY),
        **{
            f"go on in the channel, {doubt}": lambda doubt=doubt: rooms.room_form(SAY, doubt, f"start:1:{doubt}:C1")  # type: ignore[misc]
            for doubt in Doubt
        },
        "not revealed yet": lambda: silent_views.unrevealed_form(SAY, "1:-1", closing=bool(size.words)),
        "kept back": lambda: silent_views.kept_back_view(SAY, kept_back(size)),
        "tag form": lambda: tag_views.tag_form(SAY, tag_sheet(size)),
        "tag form, of several": lambda: tag_views.tag_form(SAY, tag_sheet(size, settles=False, replies=25)),
        "tag form, factor": lambda: tag_views.factor_form(SAY, tag_sheet(size), TAG_PLACE),
        "tag form, parts": lambda: tag_views.parts_form(
            SAY, tag_sheet(size, settles=False), TAG_PLACE, Parts(*(size.text(600) for _ in range(3)))
        ),
        "tag form, asked about a risk": lambda: tag_views.parts_form(
            SAY, tag_sheet(size), TAG_PLACE, Parts(), sounding(size)
        ),
        "tag kept": lambda: tag_views.tag_kept(SAY, tag_sheet(size), Tagged(TagKind.FACTOR, "rules")),
        "tag raised": lambda: tag_views.tag_raised(SAY),
        **{
            f"tags, page {page}": lambda page=page: tag_views.tag_list(SAY, tag_list(size), page)  # type: ignore[misc]
            for page in range(2 + len(tag_list(size).lines) // tag_views.LINES_A_PAGE)
        },
        "action form from a tag": lambda: action_form.action_form(
            SAY, action_sheet(size, size.text(4000)), answers=size.text(max(size.words, 20))
        ),
        "names to mask": lambda: aliases.register_form(SAY, register(size), added=bool(size.words)),
        "case form": lambda: cases.case_form(SAY, OFFERED),
        "safety form": lambda: cases.safety_form(SAY, "d" * 32, SafetyOffer(size.text(300), size.text(100))),
        "case form, another workshop": lambda: cases.case_form(SAY, OFFERED, before=file),
        "case form, many programmes": lambda: cases.case_form(
            SAY, OFFERED, [Programme(CaseId(each), size.text(60)) for each in range(101)], file
        ),
        "safety form, another workshop": lambda: cases.safety_form(
            SAY,
            "d" * 32,
            SafetyOffer(size.text(300), "m", FERN, (UserId("U0BEN"),), Visibility.UNATTRIBUTED, assisted=True),
        ),
        "ladder page": lambda: ladder_page(SAY, "d" * 32, Reminding(ladder_of(DEFAULT), openly=False)),
        "people form": lambda: cases.people_form(SAY, "d" * 32, facts.people(size)),
        "people form, nobody known": lambda: cases.people_form(
            SAY, "d" * 32, [replace(each, agency="", role="") for each in facts.people(size)]
        ),
        "privacy notice": lambda: reflection_steps.notice_form(SAY, reflection(size)),
        **{
            f"step {prompt.name}": lambda name=prompt.name: reflection_steps.step_form(SAY, reflection(size), name)  # type: ignore[misc]
            for prompt in PACK.prompts
        },
        "reflection to look over": lambda: reflection_steps.review_form(SAY, reflection(size)),
        "reflection saved": lambda: reflection_steps.saved(SAY, reflection(size)),
        "reflection sent": lambda: reflection_steps.sent(SAY, reflection(size)),
        "reflection withdrawn": lambda: reflection_steps.withdrawn(SAY, Withdrawn(reflection(size), risk_stays=True)),
        **{
            f"answers, page {page}": lambda page=page: reflections.answers_view(SAY, reading(size), page)  # type: ignore[misc]
            for page in pages
        },
        **{
            f"brief, page {page}": lambda page=page: brief.brief_view(SAY, facts.a_brief(size), page)  # type: ignore[misc]
            for page in range(brief_pages(size))
        },
        **{
            f"behind line {number}": lambda line=line: brief.behind_view(SAY, Behind(line.evidence))  # type: ignore[misc]
            for number, line in enumerate(facts.a_brief(size).brief.lines[::12])
        },
        **{
            f"earlier actions, page {page}": lambda page=page: earlier.earlier_view(  # type: ignore[misc]
                SAY, EarlierFile(file, facts.earlier(size)), page
            )
            for page in range(2)
        },
        "behind a line that is gone": lambda: brief.behind_view(SAY, Behind(())),
        "brief, waiting": lambda: brief.waiting_view(SAY),
        **{
            f"pulse: {standing}": lambda standing=standing: pulse_view(SAY, a_pulse(size, standing))  # type: ignore[misc]
            for standing in Standing
        },
        "action form": lambda: action_form.action_form(SAY, action_sheet(size)),
        "action form from a message": lambda: action_form.action_form(SAY, action_sheet(size, size.text(4000))),
        "action form, asked about a risk": lambda: action_form.action_form(SAY, action_sheet(size), sounding(size)),
        **{
            f"reason form: {callback}": lambda callback=callback: actions.reason_form(  # type: ignore[misc]
                SAY, (mine or [actions_file(size)])[0], callback
            )
            for callback in (ids.ACTION_DECLINE_FORM, ids.ACTION_BLOCKED_FORM)
        },
        "reason form, asked about a risk": lambda: actions.reason_form(
            SAY, (mine or [actions_file(size)])[0], ids.ACTION_BLOCKED_FORM, size.text(1500), sounding(size)
        ),
        "action form, about a weak one": lambda: action_form.action_form(
            SAY, action_sheet(size, lines=True), sounding(size), weak=suggested("Remind everybody")
        ),
        "action form, to change one": lambda: action_form.action_form(
            SAY, replace(action_sheet(size), action=whole(size))
        ),
        "kept as a draft": lambda: action_form.kept_as_draft(SAY, ActionFile(file, a_draft(size))),
        **{
            f"action, {state}": lambda state=state: action_file.details_view(  # type: ignore[misc]
                SAY, details(size, replace(whole(size), state=state))
            )
            for state in ActionState
        },
        "action, in few words": lambda: action_file.details_view(SAY, details(size, a_draft(size))),
        "how strong": lambda: action_file.rate_form(SAY, details(size, whole(size))),
        "all actions": lambda: action_file.list_view(SAY, [*mine * 2, ActionFile(file, a_draft(size))]),
        "history": lambda: action_history.history_view(SAY, history(size)),
        "change proposed": lambda: acceptance.counter_form(SAY, ActionFile(file, whole(size))),
        "change proposed, asked about a risk": lambda: acceptance.counter_form(
            SAY, ActionFile(file, whole(size)), offered(size).offer, sounding(size)
        ),
        "when it will be done": lambda: acceptance.if_then_form(SAY, ActionFile(file, whole(size))),
        "when it will be done, asked about a risk": lambda: acceptance.if_then_form(
            SAY, ActionFile(file, whole(size)), size.text(300), sounding(size)
        ),
        **closing_forms(size),
        "digest form": lambda: digests.digest_form(SAY, Rhythm(file, Digest(file.workshop.id))),
        "digest form, none": lambda: digests.digest_form(SAY, Rhythm(file, Digest(file.workshop.id, None))),
        "my actions": lambda: actions.my_actions_view(SAY, mine),
        "my actions, to answer": lambda: actions.my_actions_view(
            SAY, [replace(each, action=replace(each.action, state=ActionState.PROPOSED)) for each in mine * 2]
        ),
        "home": lambda: home.home(SAY, Home(FERN, waiting(many), tuple(mine), many, many)),
        "so far, waiting": lambda: so_far_views.waiting_view(SAY),
        **{
            f"so far, page {page}": lambda page=page: so_far_views.so_far_view(  # type: ignore[misc]
                SAY, facts.so_far(size), page, facts.WORKSPACE
            )
            for page in pages
        },
        "form to join": lambda: joining.join_form(SAY, Visit(file, size.people)),
        "welcome": lambda: joining.welcome(SAY, Visit(file, size.people)),
        "said no": lambda: joining.declined(SAY),
        "withdrawal": lambda: withdrawals.withdrawal_form(SAY, Withdrawal(file, PLACE, quoted=False)),
        "withdrawal, quoted": lambda: withdrawals.withdrawal_form(SAY, Withdrawal(file, PLACE, quoted=True)),
        "withdrawn": lambda: withdrawals.withdrawn(SAY, Withdrawal(file, PLACE, quoted=bool(size.words))),
        "notice": lambda: notices.notice(SAY, SAY.rich("refusal-no-case-here")),
    }


def waiting(files: Sequence[CaseFile]) -> tuple[Waiting, ...]:
    """Questions of every kind that wait, from each of *files*."""
    packs, day = (PACK, AFTERWARDS, PULSE), date(2026, 9, 30)
    return tuple(Waiting(each, packs[number % 3], day, until=day) for number, each in enumerate(files))


def a_pulse(size: Size, standing: Standing) -> Pulse:
    """One scale that may be shown, and one that too few have answered."""
    marks = [Mark(6.5, Spread.FAR), None, Mark(10.0, Spread.CLOSE)]
    scales = tuple(Scale(prompt, mark) for prompt, mark in zip(PULSE.prompts, marks, strict=True))
    return Pulse(facts.a_file(size), PULSE, standing, date(2026, 9, 30), scales)


@cache
@cache
def brief_pages(size: Size) -> int:
    """As many as one can go on to in the brief, and one more."""
    page = 0
    while ids.BRIEF_MORE in json.dumps(brief.brief_view(SAY, facts.a_brief(size), page).to_dict()):
        page += 1
    return page + 2


def an_outcome(size: Size) -> OutcomeLetter:
    """Every line rests on the reader's words."""
    lines = tuple(Line(each, (each.line.title.words,) * (each.id % 2)) for each in facts.a_summary(size).lines)
    found = Outcome(lines, size.people, size.people, size.people, size.actions)
    return OutcomeLetter(facts.a_case(size), facts.a_workshop(size), found, Post(ROOM, MessageTs("1773144000.000001")))


def own_copy(size: Size) -> OwnCopy:
    """The first part of what somebody has written for themselves."""
    parts = parts_of(LEARNING, learned(size.text(size.words)) if size.words else {})
    return OwnCopy(facts.a_case(size), LEARNING, 1, len(parts), tuple(parts[0]))


def learned(words: str) -> dict[str, Answer]:
    """*words* for every question of the longer reflection."""
    return {
        each.name: Answer(AnswerId(1), WorkshopId(1), FERN, LEARNING.id, each.name, words, Visibility.NAMED_ROLE, NOW)
        for each in LEARNING.prompts
    }


def action_sheet(size: Size, change: str = "", *, lines: bool = False) -> ActionSheet:
    found = facts.a_summary(size).findings if lines else ()
    written = Written(Level.SERVICE, change, UserId("U1"), NOW.date(), change, change, change, factor="handover")
    filled = replace(written, reviews=(NOW.date(), NOW.date())) if change else Written()
    return ActionSheet(facts.a_file(size), filled, found)


def whole(size: Size) -> Action:
    """With everything that an action may have, for somebody outside."""
    some = size.text(200)
    return replace(
        facts.an_action(size),
        baseline=some,
        expected=some,
        if_then=some,
        strength_because=some,
        factor="handover",
        strength=Strength.WEAKER,
        reviews=(NOW.date(), NOW.date()),
        outsider=Outsider(size.text(80), "rhys@example.org"),
        sponsor=FERN,
        asked_at=NOW,
    )


def a_draft(size: Size) -> Action:
    bare = replace(facts.an_action(size), owner=None, due=None, measure="")
    return replace(bare, state=ActionState.DRAFT)


def offered(size: Size) -> Action:
    offer = Offer(NOW.date(), size.text(size.action), FERN, size.text(size.action))
    return replace(facts.an_action(size, state=ActionState.PROPOSED), offer=offer)


def details(size: Size, action: Action) -> Details:
    shown = ActionFile(facts.a_file(size), action)
    near = tuple(facts.actions(size)[:5])
    return Details(shown, suggested("Remind"), facts.a_full_finding(size, 1).line, near, mine=True, may_change=True)


def history(size: Size) -> ActionRecord:
    before, after = whole(size), replace(a_draft(size), change=size.text(size.action), into=ActionId(2))
    after = replace(after, snoozed_until=NOW.date(), held_until=NOW.date(), decider=FERN, level=Level.CASE)
    changes = differences(before, after)
    told = Update(ActionId(1), FERN, NOW, ActionState.PROPOSED, ActionState.ACCEPTED, size.text(1500), changes)
    back = replace(told, by=None, changes=differences(after, before), words="")
    updates = (told, back, replace(told, outside=True)) * (40 if size.people else 0)
    return ActionRecord(ActionFile(facts.a_file(size), before), updates)


def actions_file(size: Size) -> Any:
    return facts.action_files(replace(size, actions=1))[0]


@every_size
@pytest.mark.parametrize("name", messages(SMALL))
def test_slack_takes_every_message(size: Size, name: str) -> None:
    shown = messages(size)[name]()

    assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []


def unlinked(text: str) -> str:
    """What is heard of links: their words, and not where they lead."""
    return re.sub(rf"<{re.escape(facts.WORKSPACE)}[^|>]*\|([^>]*)>", r"\1", text)


@every_size
@pytest.mark.parametrize("name", messages(SMALL))
def test_the_text_says_what_the_blocks_say_for_those_who_hear_it(size: Size, name: str) -> None:
    shown = messages(size)[name]()

    spoken, seen = plain_words(shown.text), plain_words(unlinked(" ".join(read_aloud(shown.blocks))))
    if shown.text.endswith("…"):
        assert len(shown.text) > 3500
        assert seen.startswith(spoken.rstrip("…"))
    else:
        assert spoken == seen


@every_size
@pytest.mark.parametrize("name", messages(SMALL))
def test_nobody_is_called_and_nothing_linked_by_people_s_words(size: Size, name: str) -> None:
    shown = messages(size)[name]()

    for text in [shown.text, *marked_up(shown.blocks)]:
        assert not re.search(r"<!(?!date\^)|<@U1>|<https://evil", text)
        assert_whole(text)


@pytest.mark.parametrize("name", views(SMALL))
def test_slack_takes_every_view_of_a_small_case(name: str) -> None:
    assert lint_view(views(SMALL)[name]().to_dict()) == []


@pytest.mark.parametrize("name", views(NOTHING))
def test_slack_takes_every_view_of_a_case_with_nothing_in_it(name: str) -> None:
    assert lint_view(views(NOTHING)[name]().to_dict()) == []


@pytest.mark.parametrize("name", views(EXTREME))
def test_slack_takes_every_view_of_the_fullest_case(name: str) -> None:
    view = views(EXTREME)[name]().to_dict()

    assert lint_view(view) == []
    for text in marked_up(view["blocks"]):
        assert not re.search(r"<!(?!date\^)|<@U1>|<https://evil", text)
        assert_whole(text)


@every_size
def test_no_id_of_a_view_gives_anything_of_the_case_away(size: Size) -> None:
    for make in views(size).values():
        view = make().to_dict()
        about = view.get("private_metadata", "")
        shapes = (
            r"|\d+|\d+:-?\d+|\d+:[a-z0-9-]+@\d+:[a-z-]*:[0-9a-f]*|d{32}|C\w+(?:\|[\d.]+){2}"
            r"|start:\d+:[a-z]+:C\d+|\d+(?::[a-z_0-9]*){5}|\d+:asked(?:_back)?"
        )
        assert re.fullmatch(shapes, about)
        assert "Ann" not in json.dumps([block.get("block_id", "") for block in view["blocks"]])


@pytest.mark.parametrize(
    "words",
    [facts.long(3000), "&" * 3000, "x" * 3000, "One.\n\nTwo.  Three.\n"],
    ids=["hostile", "escapes", "no gap", "lines"],
)
def test_a_copy_of_one_s_own_words_has_all_of_them_in_parts_that_slack_takes(words: str) -> None:
    parts = parts_of(LEARNING, learned(words))

    for number, part in enumerate(parts, start=1):
        copy = OwnCopy(facts.a_case(EXTREME), LEARNING, number, len(parts), tuple(part))
        shown = learning.own_copy(SAY, copy)
        assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []
        assert sum(len(text) for text in strings(shown.blocks)) < 12_000
    for prompt in LEARNING.prompts:
        assert "".join(each.words for part in parts for each in part if each.prompt == prompt.name) == words


def test_the_longest_list_of_people_is_shown_to_the_last_of_them() -> None:
    card = cases.case_card(SAY, CaseCard(facts.a_case(EXTREME), facts.a_workshop(EXTREME)))

    shown = " ".join(strings(card.blocks))
    assert all(f"<@{each.user}>" in shown for each in facts.people(EXTREME))


@pytest.mark.parametrize("count", [1, 60, 300])
def test_the_longest_plan_loses_nothing_in_what_is_seen_and_in_what_is_heard(count: int) -> None:
    endless = replace(EXTREME, actions=count)

    shown = [actions.plan(SAY, each) for each in plan_of(endless)]

    seen = " ".join(text for each in shown for text in strings(each.blocks))
    heard = plain_words(" ".join(each.text for each in shown))
    for each in facts.actions(endless):
        assert escape(each.change) in seen
        assert plain_words(each.change) in heard
    assert seen.count("30 September 2026") == heard.count("30 September 2026") == count
    assert "…" not in seen + heard


def test_there_are_words_for_everything_that_the_record_keeps_of_an_action() -> None:
    assert CHANGED_WORDS.keys() == set(LOOKED_AT)


def test_the_two_levels_of_a_long_plan_never_share_a_message() -> None:
    assert all(len({each.level for each in part.actions}) == 1 for part in plan_of(EXTREME))


def test_a_plan_of_ordinary_actions_is_one_message() -> None:
    ordinary = replace(SMALL, actions=8, action=150)
    [plan] = plan_of(ordinary)

    assert plan.actions == facts.actions(ordinary)


@pytest.mark.parametrize("words", ["&" * 600, "x" * 600], ids=["escapes", "no gap"])
def test_an_action_is_in_one_message_whatever_its_words(words: str) -> None:
    whole_one = replace(facts.an_action(SMALL), change=words, measure=words)
    parts = plans.parts([whole_one] * 3)

    assert [len(each) for each in parts] == [1, 1, 1] if "&" in words else [2, 1]
    shown = actions.plan(SAY, Plan(facts.a_case(SMALL), facts.a_workshop(SMALL), parts[0], 3, 1, len(parts)))
    assert lint_message({"text": shown.text, "blocks": shown.blocks}) == []
    assert "".join(strings(shown.blocks)).count(escape(words[:1])) >= 1200


@pytest.mark.parametrize("count", [15, 16, 60])
def test_a_full_page_says_what_is_not_on_it(count: int) -> None:
    size = replace(SMALL, actions=count)
    many = (facts.a_file(size),) * count

    shown = home.home(SAY, Home(FERN, waiting(many), tuple(facts.action_files(size)), many, many)).to_dict()

    assert lint_view(shown) == []
    assert " ".join(strings(shown["blocks"])).count(f"{count - 15} more") == (0 if count == 15 else 3)


def test_somebody_with_a_hundred_actions_sees_the_soonest_and_how_many_follow() -> None:
    mine = facts.action_files(replace(SMALL, actions=100))

    shown = actions.my_actions_view(SAY, mine).to_dict()

    assert lint_view(shown) == []
    assert re.search(r"\d+ more", " ".join(strings(shown["blocks"])))


def test_a_list_of_very_many_cases_is_still_a_message() -> None:
    text = home.case_list(SAY, [facts.a_file(EXTREME)] * 200)

    assert lint_message({"text": text}) == []
    assert re.search(r"\d+ more", text)
    assert home.case_list(SAY, [])


def test_dates_in_forms_can_be_chosen_and_texts_are_as_long_as_they_may_be() -> None:
    form = action_form.action_form(SAY, action_sheet(SMALL, "x" * 5000)).to_dict()

    lengths = {block["block_id"]: block["element"].get("max_length") for block in form["blocks"] if "element" in block}
    assert lengths[ids.CHANGE] == 600
    assert [block["element"]["initial_value"] for block in form["blocks"] if block.get("block_id") == ids.CHANGE] == [
        "x" * 600
    ]
    assert date(2026, 9, 30) == facts.an_action(SMALL).due


def read_aloud(blocks: list[dict[str, Any]]) -> list[str]:
    """What the blocks say, without what their buttons say."""
    return [text for block in blocks if block["type"] != "actions" for text in strings(without_accessory(block))]


def without_accessory(block: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in block.items() if key != "accessory"}


def plain_words(text: str) -> str:
    """The words alone: without markup and however they are broken into lines."""
    unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(re.sub(r"[*_>`]", "", unescaped).split())


def marked_up(thing: Any) -> list[str]:
    """Every text in which Slack reads markup."""
    if isinstance(thing, list):
        return [text for each in thing for text in marked_up(each)]
    if isinstance(thing, dict):
        own = [thing["text"]] if thing.get("type") == "mrkdwn" else []
        return own + [text for value in thing.values() for text in marked_up(value)]
    return []


def assert_whole(text: str) -> None:
    """No half link, no half escape: every < has its >, every & its name."""
    assert text.count("<") == text.count(">")
    assert not re.search(r"<[^>]*<", text)
    assert "&" not in re.sub(r"&(?:amp|lt|gt);|<http[^>]*>", "", text)
